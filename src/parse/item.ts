/** A block with its mark: what layouts work on. May import: parse/block, parse/marks. */
import type { Block } from "./block.ts";
import type { Mark } from "./marks/mark.ts";

export interface Item {
  readonly block: Block;
  readonly mark: Mark;
}
