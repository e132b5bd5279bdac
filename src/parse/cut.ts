/** One block → several, where its lines say different things. May import: parse/block, parse/marks, parse/readers/paragraphs. */
import { type Block, type Row, withRows } from "./block.ts";
import { isBoilerplate } from "./marks/boilerplate.ts";
import { isCredit } from "./marks/cutline.ts";
import type { DateOrder } from "./marks/date.ts";
import { readDateLine } from "./marks/date-line.ts";
import { readEndMark } from "./marks/end-mark.ts";
import { readHelper } from "./marks/helper.ts";
import { type LabelMark, readLabel } from "./marks/label.ts";
import { isLegalNotice } from "./marks/legal-notice.ts";
import { markOf } from "./marks/mark.ts";
import { isPlainLine } from "./marks/plain-line.ts";
import { remembering } from "./marks/remembering.ts";
import type { Words } from "./marks/words.ts";
import { longestWrappedRow } from "./readers/paragraphs.ts";

/** Rows of a head: beyond these, lines of one block are prose. */
const headRows = 7;

export interface CutOptions {
  /** Whether no prose stands above: byline, date and caption may follow each other line by line. */
  readonly isHead: boolean;
  /** Whether the file has lines that no column would hold: its lines are paragraphs where they are sentences. */
  readonly isUnwrapped: boolean;
  readonly words: Words;
  readonly order: DateOrder | null;
}

/** Cuts a paragraph of several lines wherever a line stands by itself; anything else stays as it is. */
export function cutBlock(block: Block, options: CutOptions): Block[] {
  if (block.kind === "paragraph" && block.rows.length === 1 && options.isHead) return cutRow(block, options);
  if (block.kind !== "paragraph" || block.rows.length < 2) return [block];
  const { rows } = block;
  if (areParagraphs(rows, options.isUnwrapped)) return rows.map((row) => withRows(block, [row]));
  const kinds = rows.map((row, index) => (row.links.length === 0 && isPlainLine(row.text, options.words) ? null : standing(block, index, options)));
  const headEnd = kinds.lastIndexOf("head");
  const parts: Row[][] = [];
  let isOpen = false;
  for (const [index, row] of rows.entries()) {
    const isAlone = index <= headEnd || kinds[index] === "anywhere";
    if (isAlone || !isOpen) parts.push([row]);
    else parts.at(-1)?.push(row);
    isOpen = !isAlone;
  }
  return parts.map((part) => withRows(block, part));
}

/** `2021-09-15 12:30 来源：海港日报 作者：张三`: one line of a head that holds a date and labels, as blocks of their own. */
function cutRow(block: Block, { words, order }: CutOptions): Block[] {
  const [row] = block.rows;
  if (row === undefined || row.text.length > 160 || row.links.length > 0 || !/[\d:：]/.test(row.text)) return [block];
  const openings = [...row.text.matchAll(/[\s|｜,，;；]+(?=[^\s:：|｜,，]{1,16}\s?[:：])/gu)].filter(
    (gap) => readLabel(row.text.slice(gap.index + gap[0].length), words, false) !== null,
  );
  const ends = [...openings.map((gap) => gap.index), row.text.length];
  const starts = [0, ...openings.map((gap) => gap.index + gap[0].length)];
  const isDate = (text: string) => readDateLine(text, words, order) !== null;
  const parts = starts.flatMap((start, index) => labelAndDate(row.text.slice(start, ends[index]).trim(), isDate, words));
  if (parts.length < 2) return [block];
  const kinds = parts.map((part) => (isDate(part) ? "date" : (readLabel(part, words, false)?.kind ?? null)));
  const isTold = kinds.includes("date") || (kinds.includes("byline") && kinds.includes("credit"));
  if (kinds.includes(null) || !isTold || isDate(row.text)) return [block];
  return parts.map((text) => withRows(block, [{ ...row, text, raw: text }]));
}

/** `来源：新华社 2021-09-15 12:30`: a label's words and a date behind them, as two; anything else as it is. */
function labelAndDate(text: string, isDate: (text: string) => boolean, words: Words): string[] {
  for (const gap of text.matchAll(/\s+(?=\d)/gu)) {
    const before = text.slice(0, gap.index);
    if (readLabel(before, words, false) === null || !isDate(text.slice(gap.index).trim())) continue;
    // Whether the whole is a date is asked of few lines only.
    return isDate(text) ? [text] : [before, text.slice(gap.index).trim()];
  }
  return [text];
}

/** Lines too long for a column, and lines that each end a sentence in a file without columns, are paragraphs. */
function areParagraphs(rows: readonly Row[], isUnwrapped: boolean): boolean {
  if (rows.slice(0, -1).some((row) => row.text.length > longestWrappedRow)) return true;
  return isUnwrapped && rows.every((row) => isAddress(row) || /[.!?…。！？]["”»’』」)]*$/u.test(row.text));
}

// Each row of a block is asked several times, and most of such rows are those of other articles too.
const labelOf = remembering((text, words) => readLabel(text, words, false));
const loneLabelOf = remembering((text, words) => readLabel(text, words, true));
const isPage = remembering((text, words) => readEndMark(text, words) === "drawn" || isLegalNotice(text, words) || isBoilerplate(text, words, false));

/** Whether a line stands by itself in its paragraph: `anywhere`, or, with all above it, only in a head. */
function standing(block: Block, index: number, { isHead, words, order }: CutOptions): "anywhere" | "head" | null {
  const { rows } = block;
  const row = rows[index] as Row;
  const [before, next] = [rows[index - 1], rows[index + 1]];
  if (isAddress(row) && (next === undefined || (before !== undefined && loneLabelOf(before.text, words)?.rest === ""))) return "anywhere";
  if (isOfThePage(rows, index, words)) return "anywhere";
  const label = (isAddress(next) ? loneLabelOf : labelOf)(row.text, words);
  if (index === 0 && rows.length <= 12 && loneLabelOf(row.text, words)?.kind === "related" && rows.slice(1).every(({ text }) => !/[.!?…。]$/u.test(text)))
    return "anywhere";
  if (readHelper(row.text, words) !== null && rows.every((each) => readHelper(each.text, words) !== null || labelOf(each.text, words) !== null))
    return "anywhere";
  if (label !== null && label.kind !== "byline" && label.kind !== "headline") {
    const areAllLabels = rows.every((each) => labelOf(each.text, words) !== null);
    return isHead || areAllLabels || standsAnywhere(label, row, next, words) ? "anywhere" : null;
  }
  if (!isHead || index >= headRows) return null;
  const markAt = (at: number) => markOf(withRows(block, rows.slice(at, at + 1)), words, order).kind;
  // "… was designed / by Jane Roe.": the line before runs on into this one.
  if (before !== undefined && before.text.length >= 50 && markAt(index - 1) === "prose") return null;
  return /^(?:byline|dates|url|cutline|label|helper)$/.test(markAt(index)) ? "head" : null;
}

/** A line of the page amid a paragraph that lost its blank lines: the line before it ends a sentence, or is such a line itself. */
function isOfThePage(rows: readonly Row[], index: number, words: Words): boolean {
  const [before, row] = [rows[index - 1], rows[index] as Row];
  if (row.text.length > longestWrappedRow || !/^[^\p{L}]*[\p{Lu}\p{Lo}\p{N}]/u.test(row.text) || !isPage(row.text, words)) return false;
  return before === undefined || /[.!?…。！？؟]["”»’」』)]*$/u.test(before.text) || isPage(before.text, words);
}

function isAddress(row: Row | undefined): boolean {
  return row !== undefined && row.links.length === 1 && row.links[0]?.text === row.text;
}

/** Labels that mean the same in the midst of a text; `Price: 5` in a table is none of the article's own. */
function standsAnywhere({ kind, rest }: LabelMark, row: Row, next: Row | undefined, words: Words): boolean {
  if (kind === "related" || kind === "correction" || kind === "note") return true;
  if (kind === "credit" || kind === "caption") return isCredit(rest, words);
  return kind === "source" && (row.links.length > 0 || /(?:www\.|\w\/)\S/.test(rest) || (rest === "" && next?.links.length === 1));
}
