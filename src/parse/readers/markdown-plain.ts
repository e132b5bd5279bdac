/**
 * Paragraphs, headings and lists of Markdown in which there is nothing to read but words, and emphasis and links in their plainest form
 * (`markdown-spans.ts`): no other sign that CommonMark 0.31 or GFM gives a meaning. Nearly all of an article is such, and reading one by remark takes a
 * hundred times as long as seeing that it is one. May import: parse/readers/markdown-spans.
 */
import { sign, withoutSpans } from "./markdown-spans.ts";

/** Lines of a text that follow each other: a plain paragraph, heading or list, or a run of others (with the blank lines between them). Offsets are UTF-16. */
export interface Run {
  readonly kind: "paragraph" | "heading" | "list" | "other";
  readonly start: number;
  /** Without the line end behind it. */
  readonly end: number;
  /** Numbers of the first and the last line, counted from 1. */
  readonly lines: readonly [number, number];
}

/** What may go on behind a blank line and yet begin at the left margin: fences, and HTML of the kinds 1 to 5. A byte order mark counts at the start only. */
const goesOn = /```|~~~|<(?:[!?]|script|pre|style|textarea)|\ufeff|\r(?!\n)/i;

/** Whether nothing of a text is taken to be plain. */
export function isParsedWhole(text: string): boolean {
  return goesOn.test(text);
}

/** Whether a line may be one of a plain paragraph, heading or list. */
export function isPlainLine(line: string): boolean {
  return sortOf(line) !== "other";
}

/** A letter, a quotation mark or a bracket, a dash that is no hyphen; a number that numbers no item of a list. No underline, rule, item, quotation or heading. */
const opening = /^(?!\d{1,9}[.)])[\p{L}\d“”„«»‘’"'(¿¡–—…]/u;

/** Marks, one space, and words without marks: `## Ferry Returns`. */
const heading = /^#{1,6} [^\s#][^#]*$/;

/** An item of a list of dots, on one line. */
const item = /^([-+*]) (?=\S)/;

/**
 * Cuts a text into plain paragraphs, headings, lists and runs of everything else; null where it cannot be told without parsing what is plain.
 *
 * A paragraph is plain if blank lines (or the ends of the text) are around it and each of its lines begins at the left margin with a letter or the like,
 * has no sign in it, and ends with neither space nor tab. A line at the left margin below a blank one closes every list, quotation, table, note and
 * indented code (CommonMark 0.31, 3 and 5.1): such a paragraph is a top-level node of its own, whatever stands around it; and without brackets no
 * definition can concern it. A heading is plain in the same way, on one line. A list is plain if each of its lines is an item of such words, with the same
 * mark, and if nothing but plain paragraphs and headings stands next to it: then nothing above takes it in, and nothing below is a part of it.
 *
 * @param from offset of the line with which to begin, at which a front matter ends
 * @param line its number
 */
export function runsOf(text: string, from: number, line: number): Run[] | null {
  if (isParsedWhole(text)) return null;
  const chunks: Run[] = [];
  let chunk: { start: number; line: number; sort: Sort } | null = null;
  let [number, end] = [line, from];
  const close = () => {
    if (chunk !== null) chunks.push({ kind: kindOf(chunk.sort), start: chunk.start, end, lines: [chunk.line, number - 1] });
    chunk = null;
  };
  for (let start = from; start < text.length; number += 1) {
    const feed = text.indexOf("\n", start);
    const next = feed === -1 ? text.length : feed + 1;
    const lineEnd = feed === -1 ? text.length : feed > start && text.charAt(feed - 1) === "\r" ? feed - 1 : feed;
    const words = text.slice(start, lineEnd);
    if (/^[ \t]*$/.test(words)) close();
    else {
      const sort = sortOf(words);
      if (chunk === null) chunk = { start, line: number, sort };
      else if (sort === "heading" || sort !== chunk.sort) chunk.sort = "other";
      end = lineEnd;
    }
    start = next;
  }
  close();
  return runsIn(chunks);
}

/** What a line is; of an item, its mark. */
type Sort = "paragraph" | "heading" | "-" | "+" | "*" | "other";

function kindOf(sort: Sort): Run["kind"] {
  return sort === "-" || sort === "+" || sort === "*" ? "list" : sort;
}

function sortOf(line: string): Sort {
  if (line.endsWith(" ")) return "other";
  const mark = item.exec(line);
  const words = withoutSpans(mark === null ? line : line.slice(mark[0].length));
  if (words === null) return "other";
  if (opening.test(words)) return mark === null ? "paragraph" : (mark[1] as Sort);
  return mark === null && !sign.test(line) && heading.test(line) ? "heading" : "other";
}

/** What is not plain makes one run with what is not plain above it; a list beside it, or beside another list, is no plain one. */
function runsIn(chunks: readonly Run[]): Run[] {
  const runs: Run[] = [];
  const isClear = (chunk: Run | undefined) => chunk === undefined || chunk.kind === "paragraph" || chunk.kind === "heading";
  for (const [index, chunk] of chunks.entries()) {
    const isOther = chunk.kind === "other" || (chunk.kind === "list" && !(isClear(chunks[index - 1]) && isClear(chunks[index + 1])));
    const last = runs.at(-1);
    if (isOther && last?.kind === "other") runs[runs.length - 1] = { ...last, end: chunk.end, lines: [last.lines[0], chunk.lines[1]] };
    else runs.push(isOther ? { ...chunk, kind: "other" } : chunk);
  }
  return runs;
}
