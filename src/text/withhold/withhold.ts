/** A text without the words that are withheld: as many lines, and a mark where something stood. May import: model, text. */
import { defaultMarks, type Redaction } from "../../model/redaction.ts";
import { splitLines, withoutTerminator } from "../lines.ts";
import { slug } from "../slug.ts";
import { type Found, findAll, holds, type Needle, needleOf } from "./find.ts";
import { type Setting, setMark } from "./marks.ts";
import { tokensOf } from "./widen.ts";

/** An entry of `redactions.yml` with the letters that are looked for. */
export interface Sought extends Needle {
  readonly redaction: Redaction;
}

/** Where an entry was found. */
export interface Hit {
  readonly redaction: Redaction;
  /** From 1; 0 where it stands in the sidecar, -1 in the seed's path. */
  readonly line: number;
}

/** Tells of each place in a text what the text is there. */
export type Settings = (text: string) => (at: number) => Setting;

export interface WithheldText {
  readonly text: string;
  readonly hits: readonly Hit[];
  /** Whether something is still to be found after all: the text must not be used. */
  readonly isIncomplete: boolean;
}

/** Compiled once an entry, since every text is held against all of them. */
const compiled = new WeakMap<Redaction, Sought | null>();

/** The entries that take words back, ready to be looked for. */
export function soughtOf(redactions: readonly Redaction[]): Sought[] {
  return redactions.flatMap((redaction) => {
    let sought = compiled.get(redaction);
    if (sought === undefined) {
      const needle = redaction.kind === "withdraw" ? null : needleOf(redaction.target);
      sought = needle === null ? null : { ...needle, redaction };
      compiled.set(redaction, sought);
    }
    return sought ?? [];
  });
}

/** Taking words out may bring others together. */
const mostRounds = 4;

/** Takes words out of a text. What stood on several lines leaves its line ends; an address goes whole. */
export function withhold(text: string, sought: readonly Sought[], settings: Settings): WithheldText {
  let current = text;
  const hits: Hit[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const found = findAll(current, sought);
    if (found.length === 0) return { text: current, hits, isIncomplete: false };
    const lineAt = linesOf(current);
    for (const { needle, start } of found) hits.push({ redaction: needle.redaction, line: lineAt(start) });
    current = exchange(current, cutsOf(current, found), settings(current));
  }
  return { text: current, hits, isIncomplete: holds(current, sought) };
}

/** Words of the program or the owner that are no text of an article: a title, a message. */
export function withholdIn(text: string, sought: readonly Sought[]): string {
  const { text: clean, isIncomplete } = withhold(text, sought, () => () => "plain");
  return isIncomplete ? defaultMarks.remove : clean;
}

/** A path or the last part of an address, with its slashes and its ending. */
export function withholdInPath(path: string, sought: readonly Sought[]): string {
  if (!holds(path, sought)) return path;
  const found = findAll(path, sought).sort((a, b) => a.start - b.start || b.end - a.end);
  let clean = "";
  let at = 0;
  for (const { start, end, needle } of found) {
    if (start < at) at = Math.max(at, end);
    else {
      clean += path.slice(at, start) + slug(needle.redaction.mark, "withheld");
      at = end;
    }
  }
  clean += path.slice(at);
  return holds(clean, sought) ? `withheld${/\.[a-z0-9]{1,8}$/i.exec(path)?.[0] ?? ""}` : clean;
}

/** The number of the line at a place, from 1. */
function linesOf(text: string): (at: number) => number {
  const ends = [...text.matchAll(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/g)].map(({ index, 0: end }) => index + end.length);
  return (at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
  readonly before: string;
  readonly after: string;
}

/** What is cut out of a text: places that overlap are one, and so is an address with a place in it. */
function cutsOf(text: string, found: readonly Found<Sought>[]): Cut[] {
  const tokensAt = tokensOf(text);
  const cuts = found.map(({ start, end, needle }): Cut => {
    const outer = tokensAt(start, end).reduce<Cut | null>((widest, token) => {
      if (widest !== null && widest.end - widest.start >= token.end - token.start) return widest;
      return { start: token.start, end: token.end, mark: token.isSeen ? defaultMarks.address : "", before: token.before, after: token.after };
    }, null);
    // `[Jane](https://…) Roe` loses its first bracket with the second.
    const opens = text.charAt(start - 1) === "[" && /^[^[]*\]/.test(text.slice(start, end)) ? 1 : 0;
    const own: Cut = { ...atEdges(text, start - opens, end, needle.redaction.target), mark: needle.redaction.mark, before: "", after: "" };
    if (outer === null) return own;
    // A passage that begins before the address keeps its own mark.
    return start < outer.start ? { ...own, end: Math.max(end, outer.end) } : { ...outer, end: Math.max(end, outer.end) };
  });
  const merged: Cut[] = [];
  for (const cut of cuts.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || cut.start >= last.end) merged.push(cut);
    else if (cut.end > last.end) merged[merged.length - 1] = { ...last, end: cut.end };
  }
  return merged;
}

/**
 * A place with the punctuation that the owner wrote around the words, where it is printed as well; and, where it goes over a line end, with the
 * spaces behind it.
 */
function atEdges(text: string, start: number, end: number, target: string): { start: number; end: number } {
  const head = /^[^\p{L}\p{N}]*/u.exec(target)?.[0].trim() ?? "";
  const tail = /[^\p{L}\p{M}\p{N}]{0,20}$/u.exec(target)?.[0].trim() ?? "";
  let [first, last] = [start, end];
  while (first > 0 && start - first < head.length && head.includes(text.charAt(first - 1))) first -= 1;
  while (last < text.length && last - end < tail.length && tail.includes(text.charAt(last))) last += 1;
  const spaces = /[\n\r]/.test(text.slice(first, last)) ? (/^[ \t]*/.exec(text.slice(last, last + 80))?.[0].length ?? 0) : 0;
  return { start: first, end: last + spaces };
}

function exchange(text: string, cuts: readonly Cut[], settingAt: (at: number) => Setting): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, mark, before, after } of cuts) {
    const setting = settingAt(start);
    const piece = text.slice(start, end);
    parts.push(text.slice(at, start), before, mark === "" ? "" : setMark(mark, setting), after);
    parts.push(setting === "markdown" ? leftOpen(piece) : "", lineEndsOf(piece));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** The line ends of a piece, with the lines between that have no letters, and what sets a line in (`> `, spaces) before those that have. */
function lineEndsOf(piece: string): string {
  const [first = "", ...others] = splitLines(piece, "all");
  const terminator = first.slice(withoutTerminator(first).length);
  return (
    terminator +
    others
      .map((line) => (/[\p{L}\p{N}]/u.test(line) ? (/^[\s>]*/.exec(withoutTerminator(line))?.[0] ?? "") + line.slice(withoutTerminator(line).length) : line))
      .join("")
  );
}

/** The marks of Markdown and the tags of a piece that have no partner in it: `**Jane** Roe` must not leave its first two stars behind alone. */
function leftOpen(piece: string): string {
  const open: string[] = [];
  for (const [token] of piece.matchAll(/\*{1,3}|~~|<\/?[a-z][^<>]*>/gi)) {
    const last = open.at(-1);
    if (last !== undefined && isPair(last, token)) open.pop();
    else open.push(token);
  }
  // A tag keeps its name alone: attributes may hold anything.
  return open.map((token) => token.replace(/^(<\/?[a-z][a-z0-9]*)[\s\S]*$/i, "$1>")).join("");
}

function isPair(first: string, second: string): boolean {
  const name = (token: string) => /^<\/?([a-z][a-z0-9]*)/i.exec(token)?.[1]?.toLowerCase();
  return first.startsWith("<") ? second.startsWith("</") && !first.startsWith("</") && name(first) === name(second) : first === second;
}
