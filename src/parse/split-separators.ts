/**
 * Separators between articles. Inside one article a row of asterisks or dashes is a change of scene: it separates articles only where an
 * article's whole head (headline, byline, date) and its text stand below, more than once. May import: text, languages, parse.
 */
import { english } from "../languages/en.ts";
import { isBlank } from "../text/lines.ts";
import { textOf } from "./block.ts";
import { detectLanguage } from "./language.ts";
import { readBareByline } from "./marks/byline.ts";
import { wordsOf } from "./marks/words.ts";
import { clippingBlocks } from "./readers/clipping.ts";
import { layOut } from "./sheet.ts";
import { type Boundary, hasText } from "./split-marks.ts";

/** Printed lines below a separator that are looked at. */
const reach = 16;
const shortestHeavyRow = 10;

interface Head {
  readonly byline: boolean;
  readonly date: boolean;
}

interface Segment {
  /** The line below the separator; 0 for the beginning of the file. */
  readonly at: number;
  /** The character that the separator is drawn with, once; a form feed; empty for the beginning of the file. */
  readonly mark: string;
  readonly isHeavy: boolean;
  readonly head: Head | null;
  /** Whether a short line and then text open it. */
  readonly isTitled: boolean;
}

/** The character of a line that is drawn and not written: `*` of `* * *`. Null for any other line. */
export function drawnMark(line: string): string | null {
  if (line.length > 300 || !/^\s*[*\-–—_=~#]/.test(line)) return null;
  const drawn = line.replace(/\s/g, "");
  return /^(?:[*]{3,}|[-–—]{3,}|[_]{3,}|[=]{3,}|[~]{3,}|[#]{3,})$/u.test(drawn) ? (drawn[0] ?? null) : null;
}

/**
 * @param lines with their terminators: a form feed ends a line
 * @param plain the same without
 */
export function findSeparated(lines: readonly string[], plain: readonly string[]): { boundaries: readonly Boundary[]; unsure: readonly number[] } {
  const segments = segmentsOf(lines, plain);
  const none = { boundaries: [], unsure: [] };
  const [top, ...below] = segments;
  if (top === undefined || below.length === 0) return none;
  const marks = marksThatSeparate(top, below);
  if (marks.size === 0) return none;
  const own = below.filter(({ mark }) => marks.has(mark));
  const begins = own.filter(({ head, mark }) => isWhole(head) || (head !== null && mark !== "*"));
  const unsure = own.filter((segment) => !begins.includes(segment) && segment.mark !== "*" && segment.isTitled).map(({ at }) => at + 1);
  const isExportHead = top.head === null && !hasText(plain, 0, begins[0]?.at ?? 0);
  return { boundaries: begins.map(({ at }) => ({ at, start: at, hasHeadAbove: isExportHead })), unsure };
}

/** The marks below which articles begin: whole heads twice in the file, or three heads and nothing else below a heavy one. */
function marksThatSeparate(top: Segment, below: readonly Segment[]): ReadonlySet<string> {
  const separates = (mark: string) => {
    const own = below.filter((segment) => segment.mark === mark);
    const all = top.isTitled || top.head !== null ? [top, ...own] : own;
    const whole = all.filter(({ head }) => isWhole(head)).length;
    if (whole >= 2 && own.some(({ head }) => isWhole(head))) return true;
    return own.length >= 2 && all.length >= 3 && own.every(({ isHeavy }) => isHeavy) && mark !== "*" && areAlike(all);
  };
  return new Set([...new Set(below.map(({ mark }) => mark))].filter(separates));
}

function isWhole(head: Head | null): boolean {
  return head?.byline === true && head.date;
}

/** Whether all have a head with the same parts: an article followed by a calendar of events has not. */
function areAlike(segments: readonly Segment[]): boolean {
  const [first] = segments;
  return first?.head !== null && segments.every(({ head }) => head !== null && head.byline === first?.head?.byline && head.date === first?.head?.date);
}

/** The beginning of the file, and what stands below each separator that has text below it. */
function segmentsOf(lines: readonly string[], plain: readonly string[]): Segment[] {
  const found: { at: number; mark: string; isHeavy: boolean }[] = [{ at: 0, mark: "", isHeavy: false }];
  for (const [index, line] of plain.entries()) {
    const mark = drawnMark(line);
    // A row right below words underlines them, one of three dashes is a change of scene.
    if (mark !== null && index > 0 && isBlank(plain[index - 1] ?? ""))
      found.push({ at: index + 1, mark, isHeavy: line.trim().length >= (mark === "-" ? shortestHeavyRow : 5) });
    else if (mark !== null && line.trim().length >= shortestHeavyRow && line.trim().length >= 2 * (plain[index - 1] ?? "").trim().length)
      found.push({ at: index + 1, mark, isHeavy: true });
    else if (lines[index]?.endsWith("\f") === true) found.push({ at: index + 1, mark: "\f", isHeavy: true });
  }
  if (found.length === 1) return [];
  return found.map((each, index) => ({ ...each, ...openingOf(plain, each.at, found[index + 1]?.at ?? plain.length) }));
}

/** What the lines at a place begin like. */
function openingOf(plain: readonly string[], from: number, to: number): { head: Head | null; isTitled: boolean } {
  const sample: string[] = [];
  let printed = 0;
  for (let index = from; index < to && printed < reach; index += 1) {
    const line = (plain[index] ?? "").slice(0, 600);
    if (drawnMark(line) === null) sample.push(line);
    if (!isBlank(line)) printed += 1;
  }
  if (printed < 2 || !hasText(sample, 0, sample.length)) return { head: null, isTitled: false };
  const words = wordsOf(detectLanguage(sample.join("\n")) ?? english);
  const { items } = layOut(
    clippingBlocks(
      sample.map((line) => `${line}\n`),
      0,
    ),
    words,
    null,
    undefined,
  );
  const prose = items.findIndex(({ mark }) => mark.kind === "prose");
  const above = items.slice(0, prose === -1 ? 0 : prose);
  const isDate = (at: number) => {
    const mark = above[at]?.mark;
    return mark?.kind === "dates" || (mark?.kind === "byline" && mark.dates.length > 0) || (mark?.kind === "label" && mark.label.kind === "date");
  };
  const at = above.findIndex(({ mark }) => mark.kind === "heading" || mark.kind === "line" || (mark.kind === "label" && mark.label.kind === "headline"));
  const byline = above.some(({ mark, block }, index) => {
    if (mark.kind === "byline" || (mark.kind === "label" && mark.label.kind === "byline")) return true;
    return mark.kind === "line" && index > at && (isDate(index + 1) || isDate(index - 1)) && readBareByline(textOf(block), words) !== null;
  });
  const date = above.some((_, index) => isDate(index));
  return { head: at !== -1 && (byline || date) ? { byline, date } : null, isTitled: at === 0 };
}
