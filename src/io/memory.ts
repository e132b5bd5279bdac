/** How much memory the program takes beyond what it needs. May import: nothing. */
import { setFlagsFromString } from "node:v8";

/**
 * V8 lets its heap grow to several times what is in use before it clears up, the more the larger the machine: 10,000 articles took 450 MB on 24 GB, and
 * 100,000 over 2 GB. A fifth more than what is in use leaves 240 MB and 1 GB, and costs 3 of a hundred of the time of a first build; after an edit, where
 * most of the time goes into filling the memory, it costs a fifth, and is not worth it where there is little.
 *
 * @param files how many are going to be read
 */
export function takeLittleMemory(files: number): void {
  setFlagsFromString(`--heap-growing-percent=${files > 20_000 ? 20 : 60}`);
}
