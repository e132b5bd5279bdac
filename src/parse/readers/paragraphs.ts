/** How the printed lines of a block become paragraphs. May import: parse/block. */
import type { Block, Row } from "../block.ts";

/** A line longer than this was not broken to fit a column. */
export const longestWrappedRow = 110;

/** How many paragraphs a block is in the record: an item of a list is one, everything else is one. */
export function paragraphCount(block: Block): number {
  if (block.kind === "rule" || block.kind === "figure" || block.kind === "definition") return 0;
  if (block.kind === "list" || block.kind === "quotation" || block.kind === "other") return block.rows.length;
  return 1;
}

/**
 * The words of a paragraph. Lines that were broken to fit a column run on with a space (or none, between Chinese or Japanese letters);
 * lines that end where there was room for the next word were meant to end there (verse, an address) and stay lines.
 *
 * @param width the longest broken line of the file, in characters
 */
export function joinRows(rows: readonly Row[], width: number): string {
  let text = "";
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    text += before === undefined ? row.text : between(before, row, width) + row.text;
  }
  return text;
}

/** Whether a file has lines that no column would hold: then none of its lines was broken to fit one. */
export function hasLongRows(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind, rows }) => kind === "paragraph" && rows.some((row) => row.text.length > longestWrappedRow && row.text.includes(" ")));
}

/**
 * The measure of a hard-wrapped file: its longest line that has another one below it. 0 where the file is not hard-wrapped: it has lines
 * that no column would hold, or only short ones.
 */
export function measureOf(blocks: readonly Block[]): number {
  const paragraphs = blocks.filter(({ kind }) => kind === "paragraph");
  if (hasLongRows(blocks)) return 0;
  const width = paragraphs.flatMap(({ rows }) => rows.slice(0, -1)).reduce((longest, row) => Math.max(longest, row.raw.trimEnd().length), 0);
  return width < shortestMeasure ? 0 : width;
}

const shortestMeasure = 24;

function between(before: Row, row: Row, width: number): string {
  if (before.joins === true) return "";
  if (width === 0 || /\S {2,}\S/.test(before.raw.trim())) return "\n";
  const firstWord = row.text.split(" ", 1)[0] ?? "";
  const isWide = /[\u2e80-\u9fff\uff00-\uffef]$/u.test(before.text) && /^[\u2e80-\u9fff\uff00-\uffef]/u.test(row.text);
  const length = before.raw.trimEnd().length;
  if (/^(?:[-–—•]\s|>)/.test(row.text) && !isWide) return "\n";
  if (isWide) return length + 2 > width ? "" : "\n";
  const hadNoRoom = length + 1 + firstWord.length > width || (width >= 40 && length >= width * 0.85);
  return hadNoRoom ? " " : "\n";
}
