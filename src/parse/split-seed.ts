/**
 * One file → the articles in it, as runs of lines. A file is one article unless something that no article has inside it says otherwise:
 * the counter of a database, a front matter or a head of labels again, or separators below each of which an article's whole head stands.
 * May import: text, parse/marks, parse/split.
 */
import { isBlank, withoutTerminator } from "../text/lines.ts";
import { isEndLine } from "./marks/export-line.ts";
import { type Boundary, findCounters, findEndLines, findFronts, findLabelHeads, findLetters } from "./split-marks.ts";
import { drawnMark, findSeparated } from "./split-separators.ts";

/** Lines of a seed that are one article's. All numbers count from 1 and are included. */
export interface Part {
  /** All lines that are the article's own; those of all parts together are the file. */
  readonly first: number;
  readonly last: number;
  /** The article itself, without the counter and the export's head above it and the separators below it. */
  readonly start: number;
  readonly end: number;
}

export interface Split {
  readonly parts: readonly Part[];
  /** Lines below a separator where another article may begin, and that were left with the one above. */
  readonly unsure: readonly number[];
}

/**
 * Splits a seed.
 *
 * @param lines the text's lines with their terminators
 * @param frontLines how many of them the file's own front matter fills
 */
export function splitSeed(lines: readonly string[], frontLines: number): Split {
  const plain = lines.map(withoutTerminator);
  if (frontLines > 0) return { parts: partsOf(plain, findFronts(plain, frontLines)), unsure: [] };
  const certain = [findCounters, findLetters, findLabelHeads, findEndLines].map((find) => find(plain)).find((found) => found.length > 0);
  if (certain !== undefined) return { parts: partsOf(plain, certain), unsure: [] };
  const { boundaries, unsure } = findSeparated(lines, plain);
  return { parts: partsOf(plain, boundaries), unsure };
}

/** What is above the first boundary is the export's head where that says so, else the first article. */
function partsOf(plain: readonly string[], boundaries: readonly Boundary[]): Part[] {
  const [first] = boundaries;
  if (first === undefined) return [{ first: 1, last: plain.length, start: 1, end: plain.length }];
  const begins = first.hasHeadAbove || first.at === 0 ? boundaries : [{ at: 0, start: 0, hasHeadAbove: false }, ...boundaries];
  return begins.map(({ at, start }, index) => {
    const next = begins[index + 1]?.at ?? plain.length;
    let end = next;
    while (end > start + 1 && isBelow(plain[end - 1] ?? "")) end -= 1;
    return { first: index === 0 ? 1 : at + 1, last: next, start: Math.min(start + 1, next), end: begins.length === 1 ? plain.length : end };
  });
}

/** Blank lines, separators and end lines below an article. */
function isBelow(line: string): boolean {
  return isBlank(line) || drawnMark(line) !== null || isEndLine(line);
}
