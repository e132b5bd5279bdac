/** How much memory the program takes beyond what it needs. May import: nothing. */
import { setFlagsFromString } from "node:v8";

/** From so many files on, a first reading takes as little memory as it can; beyond so many, clearing up again and again would take half of its time. */
const many = 20_000;
const tooMany = 200_000;

/**
 * V8 lets its heap grow to several times what is in use before it clears up, the more the larger the machine: 10,000 articles took 450 MB on 24 GB, and
 * 100,000 over 2 GB. Three fifths more than what is in use is little, and costs little. A fifth saves 300 MB more where 100,000 articles are read (1.6 GB for 1.9), for 15 of a hundred of the time;
 * where one of them was edited it would save 80 MB for a fourth of the time, and at 500,000, with 3 GB in use, half of a build went into clearing up.
 *
 * @param files how many are going to be read; 0 until that is known
 */
export function takeLittleMemory(files = 0): void {
  setFlagsFromString(`--heap-growing-percent=${files > many && files <= tooMany ? 20 : 60}`);
}
