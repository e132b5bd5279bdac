/** `September 15, 2021 · 3 min read`: what belongs to the page on the line of a byline or a date. May import: parse/block, parse/marks. */
import { type Block, type Row, textOf, withRows } from "./block.ts";
import { isBoilerplate } from "./marks/boilerplate.ts";
import type { DateOrder } from "./marks/date.ts";
import { markOf } from "./marks/mark.ts";
import type { Words } from "./marks/words.ts";

const longest = 160;

/**
 * Cuts a line of a head in two where one of its ends is the page's: first the part of the page, then the byline or the date, whose role the line
 * keeps. Any other block stays as it is.
 */
export function cutPageTail(block: Block, words: Words, order: DateOrder | null): Block[] {
  const text = textOf(block);
  const [row] = block.rows;
  if (block.kind !== "paragraph" || block.rows.length !== 1 || row === undefined || text.length > longest) return [block];
  const bars = [...text.matchAll(/\s?[·•|]\s?|\s[–—-]\s/g)];
  for (const bar of bars.length === 0 ? [] : [bars.at(-1) as RegExpExecArray, bars[0] as RegExpExecArray]) {
    const [left, right] = [text.slice(0, bar.index), text.slice(bar.index + bar[0].length)];
    for (const [page, rest] of [
      [right, left],
      [left, right],
    ] as const) {
      if (page === "" || rest === "" || !isBoilerplate(page, words, false)) continue;
      const kept = part(block, row, rest);
      const { kind } = markOf(kept, words, order);
      if (kind === "byline" || kind === "dates") return [part(block, row, page), kept];
    }
  }
  return [block];
}

function part(block: Block, row: Row, text: string): Block {
  return withRows(block, [{ ...row, text, raw: text, links: row.links.filter((link) => text.includes(link.text)) }]);
}
