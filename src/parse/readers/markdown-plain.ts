/**
 * Paragraphs and headings of Markdown in which there is nothing to read: words, and no sign that CommonMark 0.31 or GFM gives a meaning. Nine of ten of an
 * article are such, and reading one by remark takes a hundred times as long as seeing that it is one. May import: nothing.
 */

/** Lines of a text that follow each other: a plain paragraph or heading, or a run of others (with the blank lines between them). Offsets are UTF-16. */
export interface Run {
  readonly kind: "paragraph" | "heading" | "other";
  readonly start: number;
  /** Without the line end behind it. */
  readonly end: number;
  /** Numbers of the first and the last line, counted from 1. */
  readonly lines: readonly [number, number];
}

/** What may go on behind a blank line and yet begin at the left margin: fences, and HTML of the kinds 1 to 5. A byte order mark counts at the start only. */
const goesOn = /```|~~~|<(?:[!?]|script|pre|style|textarea)|\ufeff|\r(?!\n)/i;

/** Emphasis, code, links, HTML, entities, tables, notes, addresses, escapes, tabs and other controls. */
const sign = /[\\`*_[\]<>&~@|\0-\u001f\u007f]|:\/\/|www\./i;

/** A letter, a quotation mark or a bracket, a dash that is no hyphen; a number that numbers no item of a list. No underline, rule, item, quotation or heading. */
const opening = /^(?!\d{1,9}[.)])[\p{L}\d“”„«»‘’"'(¿¡–—…]/u;

/** Marks, one space, and words without marks: `## Ferry Returns`. */
const heading = /^#{1,6} [^\s#][^#]*$/;

/**
 * Cuts a text into plain paragraphs, plain headings and runs of everything else; null where it cannot be told without parsing what is plain.
 *
 * A paragraph is plain if blank lines (or the ends of the text) are around it and each of its lines begins at the left margin with a letter or the like,
 * has no sign in it, and ends with neither space nor tab. A line at the left margin below a blank one closes every list, quotation, table, note and
 * indented code (CommonMark 0.31, 3 and 5.1): such a paragraph is a top-level node of its own, whatever stands around it; and without brackets no
 * definition can concern it. A heading is plain in the same way, on one line.
 *
 * @param from offset of the line with which to begin, at which a front matter ends
 * @param line its number
 */
export function runsOf(text: string, from: number, line: number): Run[] | null {
  if (goesOn.test(text)) return null;
  const runs: Run[] = [];
  let chunk: { start: number; line: number; kind: Run["kind"] } | null = null;
  let [number, end] = [line, from];
  const close = () => {
    if (chunk !== null) addRun(runs, { kind: chunk.kind, start: chunk.start, end, lines: [chunk.line, number - 1] });
    chunk = null;
  };
  for (let start = from; start < text.length; number += 1) {
    const feed = text.indexOf("\n", start);
    const next = feed === -1 ? text.length : feed + 1;
    const lineEnd = feed === -1 ? text.length : feed > start && text.charAt(feed - 1) === "\r" ? feed - 1 : feed;
    const words = text.slice(start, lineEnd);
    if (/^[ \t]*$/.test(words)) close();
    else {
      const kind = kindOf(words);
      if (chunk === null) chunk = { start, line: number, kind };
      else if (kind !== "paragraph" || chunk.kind !== "paragraph") chunk.kind = "other";
      end = lineEnd;
    }
    start = next;
  }
  close();
  return runs;
}

function kindOf(line: string): Run["kind"] {
  if (line.endsWith(" ") || sign.test(line)) return "other";
  return opening.test(line) ? "paragraph" : heading.test(line) ? "heading" : "other";
}

/** What is not plain makes one run with what is not plain above it. */
function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last?.kind !== "other" || run.kind !== "other") runs.push(run);
  else runs[runs.length - 1] = { ...last, end: run.end, lines: [last.lines[0], run.lines[1]] };
}
