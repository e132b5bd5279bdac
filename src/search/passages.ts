/** What a result shows: where in its text an article meets the query. For builds and for browsers. May import: search. */
import type { SearchText } from "./files.ts";
import { endingsApart } from "./forms.ts";
import { type Clause, type SoughtWord, seeksForms } from "./query.ts";
import { type Word, wordsOf } from "./words.ts";

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isHit: boolean;
}

export interface Passage {
  readonly pieces: readonly Piece[];
  /** Which of the article's paragraphs it is from, counted from 1; null where it stands elsewhere. */
  readonly paragraph: number | null;
  /** The words of the first hit, as printed; null where there is none. */
  readonly words: string | null;
}

/** UTF-16 units of a passage, at most. */
const longest = 260;
/** Of what stands before the first hit in it. */
const lead = 80;

/** A stretch of a text, in UTF-16 offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether the article really meets every phrase, which words and pairs alone do not tell. */
export function meets(text: SearchText, clauses: readonly Clause[]): boolean {
  const [, headline, , byline, , section, publication, before, paragraphs] = text;
  return clauses.every((clause) => {
    if (!clause.isPhrase || (clause.field !== null && clause.field !== "title")) return true;
    const where = clause.field === "title" ? [headline] : [headline, byline, section, publication, ...before, ...paragraphs];
    return where.some((each) => hitsOf(wordsOf(each), clause).length > 0) !== clause.isNot;
  });
}

/** The title in pieces. */
export function titlePieces(title: string, clauses: readonly Clause[]): Piece[] {
  return cut(title, hitsIn(title, clauses, true), { start: 0, end: title.length });
}

/** The passage that says most of what was looked for; the beginning where nothing in the text does. */
export function passageOf(text: SearchText, clauses: readonly Clause[]): Passage {
  const [, , , , , , , before, paragraphs] = text;
  let best: { text: string; hits: readonly Stretch[]; worth: number; paragraph: number | null } | null = null;
  const consider = (candidate: string, paragraph: number | null) => {
    const { hits, worth } = worthOf(candidate, clauses);
    if (worth > (best?.worth ?? 0)) best = { text: candidate, hits, worth, paragraph };
  };
  for (const [index, paragraph] of paragraphs.entries()) consider(paragraph, index + 1);
  for (const each of before) consider(each, null);
  const chosen = best ?? {
    text: paragraphs.find(({ length }) => length > 30) ?? paragraphs[0] ?? before[0] ?? "",
    hits: [] as readonly Stretch[],
    paragraph: null,
  };
  const first = chosen.hits[0];
  return {
    pieces: cut(chosen.text, chosen.hits, windowOf(chosen.text, first)),
    paragraph: chosen.paragraph,
    words: first === undefined ? null : chosen.text.slice(first.start, first.end),
  };
}

/** How many of the conditions a text meets counts most, then how often. */
function worthOf(text: string, clauses: readonly Clause[]): { readonly hits: Stretch[]; readonly worth: number } {
  const words = wordsOf(text);
  let worth = 0;
  const hits = clauses.flatMap((clause) => {
    if (clause.isNot || clause.field !== null) return [];
    const own = hitsOf(words, clause);
    if (own.length > 0) worth += 100 + Math.min(own.length, 5);
    return own;
  });
  return { hits: joined(hits), worth };
}

function hitsIn(text: string, clauses: readonly Clause[], isTitle: boolean): Stretch[] {
  const words = wordsOf(text);
  return joined(clauses.flatMap((clause) => (clause.isNot || (clause.field !== null && !(isTitle && clause.field === "title")) ? [] : hitsOf(words, clause))));
}

/** In order, and those that touch as one. */
function joined(hits: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const before = result.at(-1);
    if (before !== undefined && hit.start <= before.end) result[result.length - 1] = { start: before.start, end: Math.max(before.end, hit.end) };
    else result.push(hit);
  }
  return result;
}

/** Where the words of a text meet a clause. */
function hitsOf(words: readonly Word[], clause: Clause): Stretch[] {
  const { words: sought, isPhrase } = clause;
  const [first] = sought;
  if (first === undefined) return [];
  if (!isPhrase) {
    const { isForm } = seeksForms(clause) ? endingsApart(first.term) : { isForm: () => false };
    return words.filter((word) => isHit(word, first) || isForm(word.term) || word.others.some(isForm)).map(stretch);
  }
  return words.flatMap((word, index) => {
    if (!sought.every((each, step) => isHit(words[index + step], each) && follows(words, index + step, step))) return [];
    return [{ start: word.start, end: (words[index + sought.length - 1] as Word).end }];
  });
}

function stretch({ start, end }: Word): Stretch {
  return { start, end };
}

function isHit(word: Word | undefined, { term, isPrefix }: SoughtWord): boolean {
  if (word === undefined) return false;
  const is = (each: string) => (isPrefix ? each.startsWith(term) : each === term);
  return is(word.term) || word.others.some(is);
}

/** Characters of a run follow each other without a gap. */
function follows(words: readonly Word[], index: number, step: number): boolean {
  const [before, word] = [words[index - 1], words[index]];
  return step === 0 || before === undefined || word === undefined || !(before.isRun && word.isRun) || word.start < before.end;
}

/** The part of a text that is shown, with its first hit near the beginning. */
function windowOf(text: string, first: Stretch | undefined): Stretch {
  if (text.length <= longest) return { start: 0, end: text.length };
  const from = first === undefined || first.end < longest - lead ? 0 : first.start - lead;
  const start = from === 0 ? 0 : afterSpace(text, from);
  const end = Math.min(text.length, start + longest);
  return { start, end: end === text.length ? end : beforeSpace(text, end, start) };
}

/** The next place after a space, if there is one near. */
function afterSpace(text: string, from: number): number {
  const space = text.indexOf(" ", from);
  return space < 0 || space > from + 30 ? whole(text, from) : space + 1;
}

function beforeSpace(text: string, end: number, start: number): number {
  const space = text.lastIndexOf(" ", end);
  return space <= start || space < end - 30 ? whole(text, end) : space;
}

/** No character is cut in two. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

function cut(text: string, hits: readonly Stretch[], { start, end }: Stretch): Piece[] {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, isHit: boolean) => {
    if (to > from) pieces.push({ text: text.slice(from, to), isHit });
  };
  if (start > 0) pieces.push({ text: "…", isHit: false });
  let at = start;
  for (const hit of hits) {
    const [from, to] = [Math.max(hit.start, at), Math.min(hit.end, end)];
    if (to <= from) continue;
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, end, false);
  if (end < text.length) pieces.push({ text: "…", isHit: false });
  return pieces;
}
