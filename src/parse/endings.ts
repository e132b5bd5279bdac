/** What ends a story, told by its place: only below the last paragraph. May import: parse/block, parse/item, parse/marks. */
import { textOf } from "./block.ts";
import type { Item } from "./item.ts";
import { readAgencySign } from "./marks/end-mark.ts";
import type { Words } from "./marks/words.ts";

/**
 * Settles marks that mean the end of a story below its last paragraph and something else above it, in place: `###` amid a text is a rule,
 * `FIN` a subheading or a headline, `(AFP)` a credit.
 */
export function findEndings(items: Item[], words: Words): void {
  const last = items.findLastIndex(({ mark }) => mark.kind === "prose");
  for (const [index, item] of items.entries()) {
    const { mark, block } = item;
    const text = textOf(block);
    if (mark.kind === "end-mark" && mark.isBare && index < last) items[index] = { block, mark: { kind: block.kind === "heading" ? "heading" : "line" } };
    if (last === -1 || index < last) continue;
    if (mark.kind === "rule" && /^#\s?#\s?#$/.test(block.source.trim())) items[index] = { block, mark: { kind: "end-mark", isBare: false, signed: null } };
    if (mark.kind !== "line" && mark.kind !== "cutline") continue;
    const signed = readAgencySign(text, words);
    if (signed !== null) items[index] = { block, mark: { kind: "end-mark", isBare: false, signed } };
  }
}
