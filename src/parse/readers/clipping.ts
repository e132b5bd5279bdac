/**
 * Plain text → blocks. A clipping is no Markdown: an indented paragraph, a `- ` of dialogue, `1905. The year…`, a byline underlined
 * with dashes, `<Reuters>` and `C:\*dir` mean what they say. On are only headings (`#`, or a first line underlined with `=`) and links.
 * May import: model, text, parse/block.
 */
import { isBlank, squeeze, withoutTerminator } from "../../text/lines.ts";
import type { Block, Row } from "../block.ts";
import { parseInline } from "./inline.ts";

/**
 * @param lines the seed's lines with their terminators
 * @param from how many of them to pass over (a front matter)
 */
export function clippingBlocks(lines: readonly string[], from: number): Block[] {
  const blocks: Block[] = [];
  let paragraph: Row[] = [];
  const flush = () => {
    for (const rows of cutAtIndents(paragraph)) blocks.push(block("paragraph", 0, rows));
    paragraph = [];
  };
  for (let index = from; index < lines.length; index += 1) {
    const raw = withoutTerminator(lines[index] ?? "").replace(/^\ufeff/, "");
    const number = index + 1;
    const heading = readHeading(raw);
    if (isBlank(raw)) flush();
    else if (heading !== null) {
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
  return blocks;
}

function block(kind: Block["kind"], depth: number, rows: readonly Row[]): Block {
  return { kind, depth, rows, lines: [rows[0]?.lines[0] ?? 0, rows.at(-1)?.lines[1] ?? 0], pictures: [], source: rows.map((each) => each.raw).join("\n") };
}

/** Where the first line of a paragraph is indented and those below it are not, every indented line begins a paragraph. */
function cutAtIndents(rows: readonly Row[]): Row[][] {
  const isIndented = ({ raw }: Row) => /^(?: {2,}|\t|\u3000)/.test(raw);
  const [first] = rows;
  if (first === undefined) return [];
  if (!isIndented(first) || rows.every(isIndented)) return [[...rows]];
  const paragraphs: Row[][] = [];
  for (const each of rows) {
    if (isIndented(each) || paragraphs.length === 0) paragraphs.push([each]);
    else paragraphs.at(-1)?.push(each);
  }
  return paragraphs;
}

function row(printed: string, line: number): Row {
  const runs = parseInline(printed);
  const links = runs.flatMap((run) => (run.url === null ? [] : [{ text: run.text, url: run.url }]));
  return { text: squeeze(runs.map((run) => run.text).join("")), lines: [line, line], links, raw: printed };
}

/** `## Headline`, `## Headline ##`, and `##Headline`; `#hashtag` is a word. */
function readHeading(raw: string): { depth: number; text: string } | null {
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
