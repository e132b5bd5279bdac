/**
 * Plain text → blocks. A clipping is no Markdown: an indented paragraph, a `- ` of dialogue, `1905. The year…`, a byline underlined
 * with dashes, `<Reuters>` and `C:\*dir` mean what they say. On are only headings (`#`, or a first line underlined with `=`) and links.
 * May import: model, text, parse/block, parse/readers.
 */
import { isBlank, squeeze, withoutTerminator } from "../../text/lines.ts";
import type { Block, Row } from "../block.ts";
import { joinBrokenWords } from "./hyphens.ts";
import { parseInline } from "./inline.ts";
import { mailHeadAt, withoutQuoteMarks } from "./mail.ts";
import { longestWrappedRow } from "./paragraphs.ts";

/**
 * @param lines the seed's lines with their terminators
 * @param from how many of them to pass over (a front matter)
 */
export function clippingBlocks(lines: readonly string[], from: number): Block[] {
  const blocks: Block[] = [];
  const printed = withoutQuoteMarks(lines.map((line, index) => (index < from ? "" : printedPart(line))));
  let paragraph: Row[] = [];
  const flush = () => {
    for (const rows of cutAtIndents(paragraph)) blocks.push(block("paragraph", 0, rows));
    paragraph = [];
  };
  for (let index = from; index < lines.length; index += 1) {
    const raw = printed[index] ?? "";
    const number = index + 1;
    const heading = readHeading(raw);
    const mailLines = isBlank(raw) || paragraph.length > 0 ? 0 : mailHeadAt(printed, index);
    if (isBlank(raw)) {
      if (!isPageBreakWithin(lines, printed, index, paragraph.at(-1))) flush();
    } else if (mailLines > 0) {
      const rows = printed.slice(index, index + mailLines).map((each, at) => row(each, number + at));
      blocks.push(
        block(
          "mail-head",
          0,
          rows.filter(({ text }) => text !== ""),
        ),
      );
      index += mailLines - 1;
    } else if (heading !== null) {
      flush();
      blocks.push(block("heading", heading.depth, [row(heading.text, number)]));
    } else if (isHeadingUnderline(raw) && blocks.length === 0 && paragraph.length === 1) {
      const title = paragraph[0] as Row;
      paragraph = [];
      blocks.push({ ...block("heading", 1, [title]), lines: [title.lines[0], number] });
    } else if (isRule(raw)) {
      flush();
      blocks.push(block("rule", 0, [row(raw, number)]));
    } else paragraph.push(row(raw, number));
  }
  flush();
  return joinBrokenWords(blocks);
}

/** A line without its terminator and without what does not print: zero-width spaces and joins, byte order marks, soft hyphens but at its end. */
function printedPart(line: string): string {
  const printed = withoutTerminator(line);
  return /[\ufeff\u200b\u2060\u180e\u00ad]/.test(printed) ? withoutUnprinted(printed) : printed;
}

function withoutUnprinted(line: string): string {
  return line.replace(/[\ufeff\u200b\u2060\u180e]|\u00ad(?!\s*$)/g, "");
}

/**
 * Whether blank lines hold a form feed in the midst of a sentence: the line above was broken to fit a column, ends no sentence, and a small letter
 * follows. Anywhere else a form feed separates like a blank line.
 */
function isPageBreakWithin(lines: readonly string[], printed: readonly string[], at: number, above: Row | undefined): boolean {
  if (above === undefined || above.text.length < 30 || above.text.length > longestWrappedRow || /[.!?…:;。！？؟"”»)\]]$/u.test(above.text)) return false;
  let isBreak = false;
  let first = at;
  while (first > 0 && isBlank(printed[first - 1] ?? "x")) first -= 1;
  let next = first;
  for (; next < lines.length && isBlank(printed[next] ?? ""); next += 1) isBreak ||= (lines[next] ?? "").includes("\f");
  return isBreak && next - first <= 4 && /^\s*\p{Ll}/u.test(printed[next] ?? "");
}

function block(kind: Block["kind"], depth: number, rows: readonly Row[]): Block {
  return { kind, depth, rows, lines: [rows[0]?.lines[0] ?? 0, rows.at(-1)?.lines[1] ?? 0], pictures: [], source: rows.map((each) => each.raw).join("\n") };
}

/** Where the first line of a paragraph is indented and those below it are not, every indented line begins a paragraph. */
function cutAtIndents(rows: readonly Row[]): Row[][] {
  const isIndented = ({ raw }: Row) => /^(?: {2,}|\t|\u3000)/.test(raw);
  const [first] = rows;
  if (first === undefined) return [];
  // Chinese papers indent every paragraph by two wide spaces, and nothing else.
  if (rows.every(({ raw }) => /^\u3000{2}\S/.test(raw))) return rows.map((each) => [each]);
  if (!isIndented(first) || rows.every(isIndented)) return [[...rows]];
  const paragraphs: Row[][] = [];
  for (const each of rows) {
    if (isIndented(each) || paragraphs.length === 0) paragraphs.push([each]);
    else paragraphs.at(-1)?.push(each);
  }
  return paragraphs;
}

function row(printed: string, line: number): Row {
  // Without an address there is nothing to take apart.
  if (!printed.includes("://")) return { text: squeeze(printed), lines: [line, line], links: noLinks, raw: printed };
  const runs = parseInline(printed);
  const links = runs.flatMap((run) => (run.url === null ? [] : [{ text: run.text, url: run.url }]));
  return { text: squeeze(runs.map((run) => run.text).join("")), lines: [line, line], links, raw: printed };
}

const noLinks: Row["links"] = [];

/** `## Headline`, `## Headline ##`, and `##Headline`; `#hashtag` is a word. */
function readHeading(raw: string): { depth: number; text: string } | null {
  if (!raw.includes("#")) return null;
  const match = /^ {0,3}(#{1,6})(?:[ \t\u00a0]+|(?<=##)(?=[^#\s]))(.*)$/.exec(raw);
  if (match === null) return null;
  const [, marks = "", rest = ""] = match;
  const text = squeeze(rest).replace(/ #{1,6}$/, "");
  return /[\p{L}\p{N}]/u.test(text) ? { depth: marks.length, text } : null;
}

function isHeadingUnderline(raw: string): boolean {
  return /^\s{0,3}={3,}\s*$/.test(raw);
}

/** `***`, `* * *`, `-----`, `=====`, `###`, `⁂`: drawn, not written. */
function isRule(raw: string): boolean {
  if (!/^\s*[*–—_=~#•·.⁂❧☙◆◇■□★☆-]/u.test(raw)) return false;
  const drawn = raw.replace(/\s+/g, "");
  return /^(?:[*]{3,}|[-–—]{3,}|[_]{3,}|[=]{3,}|[~]{3,}|[#]{3,}|[•·.]{3,}|[⁂❧☙◆◇■□★☆]+)$/u.test(drawn) && drawn !== "...";
}
