/**
 * Where in a text certain words stand, however they are set: in capitals or small letters, with accents or without, over a line end, with emphasis, soft
 * hyphens or quotation marks between, as entities, escapes or percent-encoded, as a slug, written together. Words are whole words: `Ann` is not in
 * `Annex`. May import: text/withhold.
 */
import { bareLetters, isUnseen, type Letters, placedLetters, wordLengths } from "./letters.ts";
import { type View, viewsOf } from "./views.ts";

/** Words to look for. */
export interface Needle {
  readonly letters: string;
  /** The places in `letters` at which a word begins. */
  readonly starts: ReadonlySet<number>;
}

/** Part of a text, in UTF-16 code units, the end not included. */
export interface Found<N extends Needle> {
  readonly start: number;
  readonly end: number;
  readonly needle: N;
}

/** Fewest letters that can be looked for. */
export const shortestNeedle = 2;

/** The needle of a text; null where it has too few letters to be looked for. */
export function needleOf(text: string): Needle | null {
  const letters = bareLetters(text);
  let at = 0;
  const starts = wordLengths(text).map((length) => {
    at += length;
    return at - length;
  });
  return [...letters].length < shortestNeedle ? null : { letters, starts: new Set(starts) };
}

/**
 * All places, in no order; the same place may be found more than once.
 *
 * @param sieve which of the needles may be in a text of these letters, where they are many
 */
export function findAll<N extends Needle>(text: string, needles: readonly N[], sieve: (letters: string) => readonly N[] = () => needles): Found<N>[] {
  const found: Found<N>[] = [];
  if (needles.length > 0) for (const view of viewsOf(text)) for (const place of inView(view, sieve)) found.push(place);
  return found;
}

/** Whether one of the needles is there. */
export function holds(text: string, needles: readonly Needle[]): boolean {
  if (needles.length === 0) return false;
  for (const view of viewsOf(text)) for (const _place of inView(view, () => needles)) return true;
  return false;
}

function* inView<N extends Needle>(view: View, sieve: (letters: string) => readonly N[]): Iterable<Found<N>> {
  const bare = bareLetters(view.text);
  let placed: Letters | null = null;
  for (const needle of sieve(bare)) {
    for (let at = bare.indexOf(needle.letters); at !== -1; at = bare.indexOf(needle.letters, at + 1)) {
      placed ??= placedLetters(view.text);
      if (!isWhole(view.text, placed, at, needle)) continue;
      const [start, end] = [placed.from[at] ?? 0, placed.to[at + needle.letters.length - 1] ?? 0];
      yield { start: view.places?.from[start] ?? start, end: view.places?.to[end - 1] ?? end, needle };
    }
  }
}

/** What may stand within a word: what marks it (emphasis, brackets, accents of TeX), and a break at the end of a line. */
const withinWord = /^(?:[*_~`\\|[\](){}"'’´^]*|\\?[-‐‑=]+[\s>|]*)$/;
/** Between the letters of a word that is spaced out. */
const spacing = /^[\s.·_-]{1,2}$/;
const shortestSpaced = 4;

function isWhole(text: string, { from, to }: Letters, at: number, { letters, starts }: Needle): boolean {
  const last = at + letters.length - 1;
  let wordStart = 0;
  let spaced = 0;
  let broken = false;
  const isBroken = (end: number) => broken && !(spaced === end - wordStart - 1 && end - wordStart >= shortestSpaced);
  for (let index = 1; index < letters.length; index += 1) {
    if (starts.has(index)) {
      if (isBroken(index)) return false;
      wordStart = index;
      spaced = 0;
      broken = false;
      continue;
    }
    const [end, next] = [to[at + index - 1] ?? 0, from[at + index] ?? 0];
    if (next <= end) continue;
    const between = [...text.slice(end, next)].filter((character) => !isUnseen(character)).join("");
    if (between === "" || withinWord.test(between)) continue;
    if (!spacing.test(between)) return false;
    spaced += 1;
    broken = true;
  }
  if (isBroken(letters.length)) return false;
  return isBoundary(text, from[at] ?? 0, true, starts.size > 1) && isBoundary(text, to[last] ?? 0, false, starts.size > 1);
}

/** Scripts that set no space between words, or that join small words to a name. */
const unspaced = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]$/u;
const scripts = [/^\p{sc=Latn}$/u, /^\p{sc=Cyrl}$/u, /^\p{sc=Arab}$/u, /^\p{sc=Grek}$/u, /^\p{sc=Hebr}$/u];
/** Conjunctions, prepositions and the article that Arabic joins to the word behind. */
const joinedArabic = /(?:^|[^\p{L}\p{M}])[وفبكلس]{0,2}(?:ال)?$/u;

/** `jane-roes-boat` is made of “Jane Roe’s boat”: an address has no apostrophes. */
const possessive = /^s(?![\p{L}\p{M}])/iu;

/**
 * Whether a word can begin or end at a place: no letter of the same script stands on the other side.
 *
 * @param isJoinable whether the needle is of several words: then a capital letter may begin one too (`#FreeJaneRoe`)
 */
function isBoundary(text: string, at: number, isStart: boolean, isJoinable: boolean): boolean {
  const inner = isStart ? after(text, at) : before(text, at);
  const outer = isStart ? before(text, at) : after(text, at);
  if (/^\p{N}$/u.test(inner)) return !/^\p{N}$/u.test(outer);
  if (!/^[\p{L}\p{M}]$/u.test(outer) || unspaced.test(inner) || unspaced.test(outer)) return true;
  if (scripts.some((script) => script.test(inner) !== script.test(outer))) return true;
  if (!isStart && possessive.test(text.slice(at, at + 3)) && (isJoinable || text.charAt(at + 1) === "-")) return true;
  const [left, right] = isStart ? [outer, inner] : [inner, outer];
  if (isJoinable && /^\p{Ll}$/u.test(left) && /^\p{Lu}$/u.test(right)) return true;
  return isStart && scripts[2]?.test(inner) === true && joinedArabic.test(text.slice(Math.max(0, at - 8), at));
}

/** The character that is seen before a place; empty where there is none. */
function before(text: string, at: number): string {
  for (let index = at; index > 0; ) {
    const low = text.charCodeAt(index - 1);
    const start = low >= 0xdc00 && low <= 0xdfff && index > 1 ? index - 2 : index - 1;
    const character = text.slice(start, index);
    if (!isUnseen(character)) return character;
    index = start;
  }
  return "";
}

function after(text: string, at: number): string {
  for (let index = at; index < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    if (!isUnseen(character)) return character;
    index += character.length;
  }
  return "";
}
