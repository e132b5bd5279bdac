/** A piece of a database's export. May import: parse/block, parse/item, parse/marks. */
import type { Block } from "../block.ts";
import type { Item } from "../item.ts";
import type { ExportLabel } from "../marks/export-line.ts";

/** Rows of an export that belong together: a label with its value, or what has none. */
export interface Entry {
  readonly item: Item;
  readonly block: Block;
  readonly label: ExportLabel | null;
}
