/**
 * A text as nothing but its letters and digits, folded, so that what is set, encoded or broken in another way is still found. May import: text.
 */
import { foldLatin } from "../fold.ts";

/** The letters of a text in order, and where in it each one came from: `from` and `to` are offsets of UTF-16 code units. */
export interface Letters {
  readonly letters: string;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const gap = 0;
const unseen = 1;
const several = 2;

/**
 * First and last of the marks that are set on letters of Latin, Greek, Cyrillic, Hebrew and Arabic script, of joiners without a form, fillers and
 * variation selectors. Vowel signs of other scripts are letters.
 */
const marks: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7, 0x5c7],
  [0x610, 0x61a],
  [0x640, 0x640],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6ed],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xffa0, 0xffa0],
];
/** What does not print, and what a damaged character becomes. */
const invisible = /^[\p{Cf}\ufffd\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]$/u;
/** Apostrophes and signs that Unicode counts among the letters. */
const signs = /^[\u02b9-\u02ff]$/u;

/**
 * The letters that one character stands for: compatibility forms, case, accents and ligatures do not matter (`É`, `Ё`, `ﬁ`, `𝐀`). Empty for white
 * space and punctuation; null for what is not seen at all.
 */
function lettersOfCharacter(character: string): string | null {
  if (invisible.test(character)) return null;
  if (signs.test(character)) return "";
  if (isSetOnLetters(character)) return null;
  const bare = [...foldLatin(character.normalize("NFKD")).normalize("NFKD")].filter((each) => !isSetOnLetters(each)).join("");
  return bare.replace(/[^\p{L}\p{M}\p{N}]/gu, "").replaceAll("ς", "σ");
}

function isSetOnLetters(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return marks.some(([first, last]) => code >= first && code <= last);
}

const severalOf = new Map<string, string | null>();
let table: Uint16Array | null = null;

/** For every character of the Basic Multilingual Plane: what becomes of it. Made when it is first asked for. */
function tableOf(): Uint16Array {
  if (table !== null) return table;
  const made = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) {
      made[code] = several;
      continue;
    }
    const letters = lettersOfCharacter(String.fromCharCode(code));
    made[code] = letters === null ? unseen : letters === "" ? gap : letters.length === 1 && letters.charCodeAt(0) > several ? letters.charCodeAt(0) : several;
  }
  table = made;
  return made;
}

function severalAt(text: string, at: number): { letters: string; length: number } {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  let letters = severalOf.get(character);
  if (letters === undefined) {
    letters = /[\ud800-\udfff]/.test(character) && character.length === 1 ? null : lettersOfCharacter(character);
    if (severalOf.size < 100_000) severalOf.set(character, letters);
  }
  return { letters: letters ?? "", length: character.length };
}

const piece = 4096;

/** The letters of a text without their places. */
export function bareLetters(text: string): string {
  const known = tableOf();
  const parts: string[] = [];
  const buffer = new Uint16Array(Math.min(piece, text.length) + 32);
  let filled = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = known[text.charCodeAt(at)] ?? gap;
    if (value > several) buffer[filled++] = value;
    else if (value === several) {
      const { letters, length } = severalAt(text, at);
      for (let index = 0; index < letters.length; index += 1) buffer[filled++] = letters.charCodeAt(index);
      at += length - 1;
    }
    if (filled >= piece) {
      parts.push(String.fromCharCode(...buffer.subarray(0, filled)));
      filled = 0;
    }
  }
  parts.push(String.fromCharCode(...buffer.subarray(0, filled)));
  return parts.join("");
}

/** The letters of a text with their places. */
export function placedLetters(text: string): Letters {
  const known = tableOf();
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const value = known[text.charCodeAt(at)] ?? gap;
    if (value > several) {
      parts.push(String.fromCharCode(value));
      from.push(at);
      to.push(at + 1);
    } else if (value === several) {
      const { letters, length } = severalAt(text, at);
      parts.push(letters);
      for (let index = 0; index < letters.length; index += 1) {
        from.push(at);
        to.push(at + length);
      }
      at += length - 1;
    }
  }
  return { letters: parts.join(""), from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** The lengths of the words of a text, counted in its folded letters: what stands between two words is neither letter nor unseen. */
export function wordLengths(text: string): number[] {
  const known = tableOf();
  const lengths: number[] = [];
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = known[text.charCodeAt(at)] ?? gap;
    if (value > several) length += 1;
    else if (value === several) {
      const found = severalAt(text, at);
      length += found.letters.length;
      at += found.length - 1;
    } else if (value === gap && length > 0) {
      lengths.push(length);
      length = 0;
    }
  }
  return length > 0 ? [...lengths, length] : lengths;
}

/** Whether a character is not seen: nothing between two letters. */
export function isUnseen(character: string): boolean {
  return tableOf()[character.charCodeAt(0)] === unseen;
}
