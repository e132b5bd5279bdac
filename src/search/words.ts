/** Text → words, with their places: the same for what is searched and for what is looked for. For builds and for browsers. May import: text/search-fold. */
import { foldForSearch } from "../text/search-fold.ts";

/** A word of a text. */
export interface Word {
  /** As searches compare it. Of a script without spaces: a character and the next one. */
  readonly term: string;
  /** What it is found by as well: `Russia’s` by `russia`, `l’eau` by `eau`. */
  readonly others: readonly string[];
  /** Whether it belongs to a run of a script without spaces. */
  readonly isRun: boolean;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** Letters, marks and digits; apostrophes and what does not print only between them. */
const anyWord = /[\p{L}\p{N}\u0640][\p{L}\p{M}\p{N}\u0640\u00ad\u200b-\u200d\u2060]*(?:['’‘ʼ`´＇][\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]*)*/gu;
const europeanLetters =
  "0-9A-Za-z\\xaa\\xb2\\xb3\\xb5\\xb9\\xba\\xbc-\\xbe\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02c1\\u0370-\\u0373\\u0376\\u0377\\u037b-\\u037d\\u037f\\u0386\\u0388-\\u0481\\u048a-\\u052f";
const europeanInner = `${europeanLetters}\\xad\\u0300-\\u036f\\u0374\\u0483-\\u0487\\u200b-\\u200d\\u2060`;
/** The same for texts that have no letters but Latin, Greek and Cyrillic ones: a third of the time. */
const europeanWord = new RegExp(`[${europeanLetters}][${europeanInner}]*(?:['’‘\`´][${europeanLetters}][${europeanInner}]*)*`, "g");
const europeanRange = ["\\0-\\u02ba", "\\u02bd-\\u02c1", "\\u0300-\\u052f", "\\u2000-\\u206f", "\\u20a0-\\u20bf", "\\u2116\\u2122"].join("");
const notEuropean = new RegExp(`[^${europeanRange}]`);
/** No letter of a script without spaces stands below. */
const mayBeRun = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]/;
const runs =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々〆ー][\p{M}\u200b-\u200d]*)+/gu;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(notEuropean.test(text) ? anyWord : europeanWord)) {
    const [found] = match;
    if (mayBeRun.test(found)) addParts(found, match.index, words);
    else addWord(found, match.index, words);
  }
  return words;
}

/** A word in which a script without spaces may stand beside another (`2021年9月`). */
function addParts(text: string, start: number, words: Word[]): void {
  let done = 0;
  for (const match of text.matchAll(runs)) {
    if (match.index > done) addWord(text.slice(done, match.index), start + done, words);
    addRun(match[0], start + match.index, words);
    done = match.index + match[0].length;
  }
  if (done < text.length) addWord(text.slice(done), start + done, words);
}

function addWord(text: string, start: number, words: Word[]): void {
  const { term, others } = folded(text);
  if (term !== "") words.push({ term, others, isRun: false, start, end: start + text.length });
}

/** A character and the next one, and the last alone: every piece of the run is then found by its pairs, every character by what begins with it. */
function addRun(text: string, start: number, words: Word[]): void {
  const characters: { term: string; start: number; end: number }[] = [];
  let at = start;
  for (const character of text.match(/.\p{M}*[\u200b-\u200d]*/gsu) ?? []) {
    const term = foldForSearch(character);
    if (term !== "") characters.push({ term, start: at, end: at + character.length });
    at += character.length;
  }
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    const term = next === undefined ? character.term : character.term + next.term;
    words.push({ term, others: noOthers, isRun: true, start: character.start, end: next?.end ?? character.end });
  }
}

const noOthers: readonly string[] = [];

/** Words come again and again: each is folded once. Emptied when it has grown too large. */
const known = new Map<string, { term: string; others: readonly string[] }>();
const mostKnown = 50_000;

function folded(text: string): { term: string; others: readonly string[] } {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const result = { term: foldForSearch(text), others: othersOf(text) };
  // A word cut out of a text would keep the whole text in memory; one that JSON has seen is its own.
  known.set(JSON.parse(JSON.stringify(text)) as string, result);
  return result;
}

/** On both sides of an apostrophe, in Latin script, what has at least three letters can be looked for alone. */
function othersOf(text: string): readonly string[] {
  if (!/['’‘ʼ`´＇]/.test(text) || !/^[\p{Script=Latin}\p{M}\p{N}'’‘ʼ`´＇\u00ad]+$/u.test(text)) return noOthers;
  const parts = text.split(/['’‘ʼ`´＇]/).map(foldForSearch);
  return parts.filter((part) => part.length >= 3);
}
