/** Text → words, with their places: the same for what is searched and for what is looked for. For builds and for browsers. May import: text/search-fold, search/hash. */
import { foldForSearch } from "../text/search-fold.ts";
import { hashOf } from "./hash.ts";

/** A word of a text. */
export interface Word {
  /** As searches compare it. Of a script without spaces: a character and the next one. */
  readonly term: string;
  /** What it is found by as well: `Russia’s` by `russia`, `l’eau` by `eau`. */
  readonly others: readonly string[];
  /** Of the term (`hash.ts`); 0 for one of a run. */
  readonly hash: number;
  /** Whether it belongs to a run of a script without spaces. */
  readonly isRun: boolean;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** Letters, marks and digits; apostrophes and what does not print only between them. */
const anyWord = /[\p{L}\p{N}\u0640][\p{L}\p{M}\p{N}\u0640\u00ad\u200b-\u200d\u2060]*(?:['’‘ʼ`´＇][\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]*)*/gu;

/** What a character of a European text is: nothing of a word; what can begin one; what stands within one only; what may join two parts of one. */
const [outside, letter, inner, joint] = [0, 1, 2, 3];
/** Latin, Greek and Cyrillic stand below. */
const european = 0x530;
const kinds = Uint8Array.from({ length: european }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/['`´]/.test(sign)) return joint;
  if (/[\p{L}\p{N}]/u.test(sign)) return letter;
  return /[\p{M}\u00ad]/u.test(sign) ? inner : outside;
});

/** Punctuation, currency and letter-like signs, as European texts have them; -1 for what needs a closer look. */
function kindOf(code: number): number {
  if (code < european) return kinds[code] as number;
  if (code === 0x2019 || code === 0x2018) return joint;
  if ((code >= 0x200b && code <= 0x200d) || code === 0x2060) return inner;
  return (code >= 0x2000 && code <= 0x206f) || (code >= 0x20a0 && code <= 0x20cf) || code === 0x2116 || code === 0x2122 ? outside : -1;
}

/** The words of a text without other scripts, a sign at a time: a fifth of the time of a regular expression. Null where it has others. */
function europeanWords(text: string): Word[] | null {
  const words: Word[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind < 0) return null;
    if (kind !== letter) {
      at += 1;
      continue;
    }
    const start = at;
    let before = letter;
    for (at += 1; at < length; at += 1) {
      const next = kindOf(text.charCodeAt(at));
      if (next < 0) return null;
      // A joint joins only what it stands between.
      if (next === outside || (next !== letter && before === joint)) break;
      before = next;
    }
    const end = before === joint ? at - 1 : at;
    addWord(text.slice(start, end), start, words);
  }
  return words;
}

/** No letter of a script without spaces stands below. */
const mayBeRun = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\uffff]/;
const character = /.\p{M}*[\u200b-\u200d]*/gsu;
const runs =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々〆ー][\p{M}\u200b-\u200d]*)+/gu;

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return europeanWords(text) ?? allWords(text);
}

function allWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(anyWord)) {
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
  const { term, others, hash } = folded(text);
  if (term !== "") words.push({ term, others, hash, isRun: false, start, end: start + text.length });
}

/** A character and the next one, and the last alone: every piece of the run is then found by its pairs, every character by what begins with it. */
function addRun(text: string, start: number, words: Word[]): void {
  const characters: { term: string; start: number; end: number }[] = [];
  let at = start;
  for (const one of text.match(character) ?? []) {
    const { term } = folded(one);
    if (term !== "") characters.push({ term, start: at, end: at + one.length });
    at += one.length;
  }
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    const term = next === undefined ? character.term : character.term + next.term;
    words.push({ term, others: noOthers, hash: 0, isRun: true, start: character.start, end: next?.end ?? character.end });
  }
}

const noOthers: readonly string[] = [];

type Folded = Pick<Word, "term" | "others" | "hash">;

/** Words come again and again: each is folded once. Emptied when it has grown too large. */
const known = new Map<string, Folded>();
const mostKnown = 50_000;

function folded(text: string): Folded {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const term = foldForSearch(text);
  const result = { term, others: othersOf(text), hash: hashOf(term) };
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
