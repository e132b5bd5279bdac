/**
 * A sheet: a text cut into items, each with its mark, ready for the layouts. May import: parse/block, parse/marks, parse/cut, parse/opening.
 *
 * Papers often set byline, date and caption on lines that follow each other, or lose the blank lines between paragraphs altogether: blocks
 * are cut here where their lines say different things.
 */
import type { Block } from "./block.ts";
import { cutBlock } from "./cut.ts";
import { findEndings } from "./endings.ts";
import type { Item } from "./item.ts";
import type { DateOrder } from "./marks/date.ts";
import { markOf } from "./marks/mark.ts";
import type { Words } from "./marks/words.ts";
import { findOpeningHeadline } from "./opening.ts";
import { cutPageTail } from "./page-tail.ts";
import { hasLongRows } from "./readers/paragraphs.ts";

export interface Sheet {
  readonly items: readonly Item[];
  readonly words: Words;
  readonly order: DateOrder | null;
  /** The headline that a front matter gives; null where there is a front matter without one; undefined where there is none. */
  readonly frontHeadline: string | null | undefined;
}

const headBlocks = 4;

export function layOut(blocks: readonly Block[], words: Words, order: DateOrder | null, frontHeadline: string | null | undefined): Sheet {
  const items: Item[] = [];
  const isUnwrapped = hasLongRows(blocks);
  let hasProse = false;
  for (const [index, block] of blocks.entries()) {
    const isHead = index < headBlocks || !hasProse;
    const parts = cutBlock(block, { isHead, isUnwrapped, words, order });
    for (const part of isHead ? parts.flatMap((each) => cutPageTail(each, words, order)) : parts) {
      const mark = markOf(part, words, order);
      hasProse ||= mark.kind === "prose";
      items.push({ block: part, mark });
    }
  }
  findEndings(items, words);
  findOpeningHeadline(items);
  return { items, words, order, frontHeadline };
}
