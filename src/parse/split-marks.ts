/** What says surely that several articles are in one file: counters, end lines, front matters, mail envelopes, heads of labels. May import: text, parse/marks, parse/front-matter/find. */
import { isBlank } from "../text/lines.ts";
import { findFrontMatter } from "./front-matter/find.ts";
import { type ExportLabel, isEndLine, readCounter, readExportLabel } from "./marks/export-line.ts";

/** Where an article begins. Indexes into the lines, counted from 0. */
export interface Boundary {
  /** The first line that is the article's own: a counter, or what stands below a separator. */
  readonly at: number;
  /** The first line of the article itself. */
  readonly start: number;
  /** Of the first boundary: whether what stands above is the head of the export, and no article. */
  readonly hasHeadAbove: boolean;
}

const mostHeadLines = 200;

/** `Document 1 of 3`, `Document 2 of 3`, …: at least two that count on, or a first printed line that is one. */
export function findCounters(lines: readonly string[]): Boundary[] {
  const all: { readonly at: number; readonly number: number; readonly of: number }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const counter = readCounter(lines[at] ?? "");
    if (counter !== null) all.push({ at, ...counter });
  }
  const counters = all.filter(({ of, number }, index) => {
    const [before, next] = [all[index - 1], all[index + 1]];
    return (before !== undefined && before.of === of && before.number + 1 === number) || (next !== undefined && next.of === of && number + 1 === next.number);
  });
  const [first] = counters;
  const top = lines.findIndex((line) => !isBlank(line));
  if (first === undefined) {
    const [only] = all;
    // One article out of a database: its counter is no headline.
    return all.length === 1 && only !== undefined && only.at === top && hasText(lines, only.at + 1, lines.length)
      ? [{ at: 0, start: only.at + 1, hasHeadAbove: true }]
      : [];
  }
  const last = counters.at(-1) as (typeof counters)[number];
  const isBelow = !hasText(lines, last.at + 1, lines.length) && hasText(lines, 0, first.at);
  if (isBelow) return counters.slice(0, -1).map(({ at }) => ({ at: at + 1, start: at + 1, hasHeadAbove: false }));
  const hasHeadAbove = first.at <= mostHeadLines;
  return counters.map(({ at }) => ({ at, start: at + 1, hasHeadAbove }));
}

/** `End of Document` below each of at least two articles. */
export function findEndLines(lines: readonly string[]): Boundary[] {
  const ends = lines.flatMap((line, at) => (isEndLine(line) ? [at] : []));
  if (ends.length < 2) return [];
  return ends.flatMap((end, index) => {
    const next = ends[index + 1] ?? lines.length;
    return hasText(lines, end + 1, next) ? [{ at: end + 1, start: end + 1, hasHeadAbove: false }] : [];
  });
}

/** A front matter again, below the first one's article: between two lines of `---`, with a headline in it. Not inside a fence of code. */
export function findFronts(lines: readonly string[], frontLines: number): Boundary[] {
  const mark = lines[0]?.replace(/^\ufeff/, "").trimEnd() ?? "---";
  const boundaries: Boundary[] = [];
  let fence: string | null = null;
  let at = frontLines;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const opening = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && opening !== undefined) fence = opening;
    else if (fence !== null && opening?.startsWith(fence) === true) fence = null;
    const length = fence === null && line.trimEnd() === mark && isBlank(lines[at - 1] ?? "") ? frontAt(lines, at, mark) : 0;
    if (length > 0) boundaries.push({ at, start: at, hasHeadAbove: false });
    at += Math.max(length, 1);
  }
  return boundaries;
}

const mostFrontLines = 300;

/** How many lines the front matter fills that begins here; 0 where none does. */
function frontAt(lines: readonly string[], at: number, mark: string): number {
  let end = at + 1;
  while (end < lines.length && end - at < mostFrontLines && (lines[end] ?? "").trimEnd() !== mark) {
    // A list of fields has keys, entries, indented lines and comments only: prose is none of these.
    if (!/^(?:\s*$|\s+\S|- |#|["']?[\p{L}_][\p{L}\p{N}_. -]{0,40}["']?\s*[:=](?:\s|$)|\[|\]|\})/u.test(lines[end] ?? "")) return 0;
    end += 1;
  }
  const block = lines.slice(at, end + 1);
  const hasHeadline = block.some((line) => /^["']?(?:headline|title)["']?\s*[:=]\s*\S/i.test(line));
  return hasHeadline && findFrontMatter(block).kind === "found" ? block.length : 0;
}

/** A mailbox: `From ADDRESS … 2021` by itself, headers with a subject below it. */
export function findLetters(lines: readonly string[]): Boundary[] {
  const top = lines.findIndex((line) => !isBlank(line));
  const letters = lines.flatMap((line, at) => {
    if (line.length > 200 || !/^From \S+@?\S* .{0,60}\d{4}\s*$/.test(line) || (at > top && !isBlank(lines[at - 1] ?? ""))) return [];
    const headers = lines.slice(at + 1, at + 40);
    const end = headers.findIndex((each) => !/^(?:[A-Z][\w-]{1,40}:|[ \t]+\S)/.test(each));
    const own = headers.slice(0, end === -1 ? headers.length : end);
    return own.some((each) => /^Subject:/.test(each)) && own.some((each) => /^(?:From|Date):/.test(each)) ? [at] : [];
  });
  return letters[0] === top ? letters.map((at) => ({ at, start: at + 1, hasHeadAbove: true })) : [];
}

/** Heads of labels, the same label first in each: `Title: …`, `Author: …`, `Date: …`. The first opens the file. */
export function findLabelHeads(lines: readonly string[]): Boundary[] {
  const heads: { at: number; first: string }[] = [];
  let at = 0;
  while (at < lines.length) {
    const head = isBlank(lines[at - 1] ?? "") || /^\W+$/u.test(lines[at - 1] ?? "") ? labelHeadAt(lines, at) : null;
    if (head !== null) heads.push({ at, first: head.first });
    at += Math.max(head?.length ?? 0, 1);
  }
  const [opening] = heads;
  if (opening === undefined || opening.at !== lines.findIndex((line) => !isBlank(line))) return [];
  const alike = heads.filter(({ first }, index) => first === opening.first && hasText(lines, heads[index]?.at ?? 0, heads[index + 1]?.at ?? lines.length));
  return alike.length < 2 ? [] : alike.map((head) => ({ at: head.at, start: head.at, hasHeadAbove: true }));
}

/** Lines of labels that follow each other, a headline and a byline or date among them. */
function labelHeadAt(lines: readonly string[], at: number): { first: string; length: number } | null {
  if (readExportLabel(lines[at] ?? "") === null) return null;
  const labels: ExportLabel[] = [];
  for (let index = at; index < Math.min(at + 20, lines.length); index += 1) {
    const label = readExportLabel(lines[index] ?? "");
    if (label === null) break;
    labels.push(label);
  }
  const has = (field: string) => labels.some((label) => label.field === field && label.rest !== "");
  return has("headline") && (has("byline") || has("date")) ? { first: labels[0]?.label ?? "", length: labels.length } : null;
}

/** Whether running text stands between two places: a line that is longer than a label or a headline. */
export function hasText(lines: readonly string[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const line = lines[index] ?? "";
    if (line.length >= 50 || (line.length >= 20 && /[\u2e80-\u9fff]/.test(line))) return true;
  }
  return false;
}
