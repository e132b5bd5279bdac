/**
 * What the words of a text show of its language, counted in one pass over the character codes: no string is made for a word that nobody asks for. A sample of
 * 2 KB takes 30 µs with all that is made of it, and took 57 by expressions: a tenth of the time of reading a clipping. May import: languages.
 */
import type { Language } from "../languages/language.ts";
import { languages } from "../languages/table.ts";

/** What a sample shows. */
export interface Tally {
  /** The script of most letters. */
  readonly script: Language["script"];
  /** How many words there are. */
  readonly words: number;
  /** How many of them are everyday ones of each language of the table. */
  readonly everyday: readonly number[];
  /** How many of its telling letters each language of the table finds. */
  readonly letters: readonly number[];
}

/** Latin, Greek, Cyrillic, Hebrew and Arabic stand below; above, only signs are passed over here. */
const end = 0x700;

/** Punctuation, currencies, arrows and other signs, pictures: no letters and no marks. Of a picture's two halves each is asked. */
function isSign(code: number): boolean {
  if (code < 0x2c00) return (code >= 0x2000 && code <= 0x206f) || (code >= 0x20a0 && code <= 0x20bf) || code >= 0x2190;
  return (code >= 0xd83c && code <= 0xd83e) || (code >= 0xdc00 && code <= 0xdfff);
}

/**
 * TABLE by character code, made of Unicode's own: in the low half the small letter; above, whether it is a letter or a mark, which script it is of, and
 * whether more than the one character would have to be known.
 */
const characters = new Uint32Array(end);
const isLetter = 1 << 16;
const isMark = 1 << 17;
const isUnsure = 1 << 18;
const inLatin = 1 << 19;
const inCyrillic = 1 << 20;
const inArabic = 1 << 21;
const [latinAt, cyrillicAt, arabicAt] = [19, 20, 21];
const isApostrophe = 1 << 22;
const inWord = isLetter | isMark | isApostrophe;
/** The half with the small letter: of no letter's more than this is asked. */
const small = 0x7ff;
const apostrophe = 0x2019;
for (let code = 0; code < end; code += 1) {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  // `İ` becomes two characters, `Ⱥ` one that is not in the table, and a sigma what its place in the word wants.
  const own = character === "'" ? isApostrophe : 0;
  const kind =
    (/\p{L}/u.test(character) ? isLetter : 0) |
    (/\p{M}/u.test(character) ? isMark : 0) |
    (lower.length > 1 || lower.charCodeAt(0) >= end || character === "Σ" ? isUnsure : 0);
  const script = /\p{Script=Latin}/u.test(lower) ? inLatin : /\p{Script=Cyrillic}/u.test(lower) ? inCyrillic : /\p{Script=Arabic}/u.test(lower) ? inArabic : 0;
  characters[code] = (lower.charCodeAt(0) & small) | own | kind | script;
}

/**
 * TABLE of everyday words, laid out flat, since it is looked into for every word there is: by hash (the next free slot, where several meet) the number of the
 * word; by number its whole hash, the languages of which it is an everyday one (a bit each), and where its letters begin and end.
 */
const slots = 8192;
const numbers = new Uint16Array(slots);
const everydayWords = [...new Set(languages.flatMap(({ stopWords }) => stopWords))];
const hashes = new Int32Array(everydayWords.length + 1);
const owners = new Uint32Array(everydayWords.length + 1);
const ends = new Uint32Array(everydayWords.length + 1);
const spelling = Uint16Array.from(everydayWords.join(""), (character) => characterOf(character.charCodeAt(0)) & small);
for (const [index, word] of everydayWords.entries()) {
  const number = index + 1;
  const start = ends[index] as number;
  ends[number] = start + word.length;
  hashes[number] = spelling.slice(start, start + word.length).reduce(hashWith, 0);
  let slot = (hashes[number] as number) & (slots - 1);
  while (numbers[slot] !== 0) slot = (slot + 1) & (slots - 1);
  numbers[slot] = number;
}
const numberOf = new Map(everydayWords.map((word, index) => [word, index + 1]));
for (const [at, { stopWords }] of languages.entries()) {
  for (const word of stopWords) owners[numberOf.get(word) ?? 0] = (owners[numberOf.get(word) ?? 0] as number) | (1 << at);
}

const telling = languages.map(({ tellingLetters }) => [...tellingLetters].map((each) => each.charCodeAt(0)));
/** In which sample a letter beyond ASCII was seen last, by their number: so nothing has to be cleared. */
const seenIn = new Uint32Array(end);
let sampleNumber = 0;

function hashWith(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The tally of a sample; null where it has characters of which more would have to be known. */
export function quickTally(sample: string): Tally | null {
  sampleNumber += 1;
  const everyday = languages.map(() => 0);
  let words = 0;
  let start = -1;
  let hash = 0;
  let latin = 0;
  let cyrillic = 0;
  let arabic = 0;
  // One step beyond the end closes the last word.
  for (let at = 0; at <= sample.length; at += 1) {
    const is = at < sample.length ? characterOf(sample.charCodeAt(at)) : 0;
    if (is >= 0x80) {
      if ((is & isUnsure) !== 0) return null;
      latin += (is >>> latinAt) & 1;
      cyrillic += (is >>> cyrillicAt) & 1;
      arabic += (is >>> arabicAt) & 1;
      seenIn[is & small] = sampleNumber;
    }
    if (start === -1) {
      if ((is & isLetter) === 0) continue;
      start = at;
      hash = 0;
    }
    if ((is & inWord) !== 0) hash = hashWith(hash, is & small);
    else {
      words += 1;
      count(sample, start, at, hash, everyday);
      start = -1;
    }
  }
  const most = Math.max(latin, cyrillic, arabic);
  const script = latin === most ? "Latn" : cyrillic === most ? "Cyrl" : "Arab";
  const letters = telling.map((codes) => codes.reduce((sum, code) => sum + (seenIn[code] === sampleNumber ? 1 : 0), 0));
  return { script, words, everyday, letters };
}

/** What a character is, beyond the table as well. */
function characterOf(code: number): number {
  if (code < end) return characters[code] as number;
  return code === apostrophe ? isApostrophe : isSign(code) ? 0 : isUnsure;
}

/** Counts the word between two places for the languages of which it is an everyday one. */
function count(sample: string, start: number, to: number, hash: number, everyday: number[]): void {
  for (let slot = hash & (slots - 1); numbers[slot] !== 0; slot = (slot + 1) & (slots - 1)) {
    const number = numbers[slot] as number;
    if (hashes[number] !== hash || !isAt(sample, start, to, number)) continue;
    for (let bits = owners[number] as number; bits !== 0; bits &= bits - 1) {
      const language = 31 - Math.clz32(bits & -bits);
      everyday[language] = (everyday[language] ?? 0) + 1;
    }
    return;
  }
}

/** Whether the word between two places is that of a number. */
function isAt(sample: string, start: number, to: number, number: number): boolean {
  const from = ends[number - 1] as number;
  if (to - start !== (ends[number] as number) - from) return false;
  for (let at = start; at < to; at += 1) if ((characterOf(sample.charCodeAt(at)) & small) !== spelling[from + at - start]) return false;
  return true;
}
