/** How much memory the program takes beyond what it needs. May import: nothing. */
import { setFlagsFromString } from "node:v8";

const many = 20_000;
const tooMany = 200_000;

/**
 * V8 lets its heap grow to several times what is in use before it clears up, the more the larger the machine: 10,000 articles took 450 MB on 24 GB, and
 * 100,000 over 2 GB. So it is told by how many hundredths it may grow, measured on two processors:
 *
 * - 60 is little, and costs little.
 * - 20 where tens of thousands are read: 100,000 articles took 1.6 GB and not 1.9, and a sixth more time. (After an edit of one of them it would save
 *   80 MB of 1.2 GB, and cost a quarter more.)
 * - 60 again where there are more than that: 3 GB in use are cleared up too slowly to do it that often. Half the time of 500,000 articles went into it.
 *
 * @param files how many are going to be read; 0 until that is known
 */
export function takeLittleMemory(files = 0): void {
  setFlagsFromString(`--heap-growing-percent=${files > many && files <= tooMany ? 20 : 60}`);
}
