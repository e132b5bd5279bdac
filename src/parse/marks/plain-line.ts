/**
 * Lines of which no rule of this folder can make anything: seven of ten blocks of an article are such. Each rule asks for its own words and signs at its own
 * place; here a line is looked at once for what they all need, so that a paragraph costs 2 µs instead of 10. It may say no too often and never yes wrongly:
 * `tests/plain-line.test.ts` holds it against the rules themselves. May import: text, parse/marks.
 */
import { hasCreditLabel } from "./credit-label.ts";
import { mayHoldDate } from "./date-line.ts";
import { openingsOf, runs, usualLetter } from "./openings.ts";
import type { Words } from "./words.ts";

/** Beyond so many characters no rule looks for a date, none for words of the page anywhere in the line, and none for a credit at its end. */
const longestDated = 160;
const longestPage = 240;
const longestCutline = 600;
/** A dash and the agency behind it, as `cutline.ts` reads them. */
const longestDashed = 84;

const digit = 1;
const small = 2;
const dash = 4;
const bracket = 8;
/** Nothing can be told at a glance: signs of a credit, of emphasis, of rights; letters that folding would change. */
const unsure = 16;
const letter = 32;

/** TABLE of what a character means, below the end of the Cyrillic letters. */
const signs = new Uint8Array(0x530);
for (let code = 0; code < signs.length; code += 1) {
  const character = String.fromCharCode(code);
  if (usualLetter.test(character)) signs[code] = character === character.toLowerCase() ? letter | small : letter;
  else if (/[0-9]/.test(character)) signs[code] = digit;
  else if (/[)\]]/.test(character)) signs[code] = bracket;
  else if (!/[ !"#$%&'(),.:;?[\u00a0«»·-]/.test(character)) signs[code] = unsure;
}

function signOf(code: number): number {
  if (code < signs.length) return signs[code] as number;
  if (code === 0x2013 || code === 0x2014) return dash;
  // `‘’“”„•…€`
  return code === 0x2018 || code === 0x2019 || (code >= 0x201c && code <= 0x201e) || code === 0x2022 || code === 0x2026 || code === 0x20ac ? 0 : unsure;
}

/**
 * Whether a line is surely none of the marks but `heading`, `line` and `prose`.
 *
 * @param text without links
 */
export function isPlainLine(text: string, words: Words): boolean {
  if (words.language.script !== "Latn" && words.language.script !== "Cyrl") return false;
  const all = signsOf(text);
  // Without a small letter it may be a notice in capitals; rules take spaces off its end.
  if ((all & unsure) !== 0 || (all & small) === 0 || /\s$/.test(text)) return false;
  return !opensAsMark(text, words) && !isDated(text, all, words) && !saysPage(text, words) && !closesWithCredit(text, all, words);
}

function signsOf(text: string): number {
  let all = 0;
  for (let at = 0; at < text.length; at += 1) all |= signOf(text.charCodeAt(at));
  return all;
}

/** Whether the line may begin with a phrase, a label, the word of a byline or of a helper; or with anything but a letter, perhaps behind a quotation mark. */
function opensAsMark(text: string, words: Words): boolean {
  const { singles, pairs, beginnings } = openingsOf(words);
  const start = quotes.includes(text.charAt(0)) ? 1 : 0;
  const end = runEnd(text, start);
  const first = wordAt(text, start, end);
  if (first === null || singles.has(first) || beginnings.some((beginning) => first.startsWith(beginning))) return true;
  const seconds = pairs.get(first);
  if (seconds === undefined) return false;
  let next = end;
  while (next < text.length && (signOf(text.charCodeAt(next)) & letter) === 0) next += 1;
  const second = next === text.length ? "" : wordAt(text, next, runEnd(text, next));
  return second === null || seconds.has(second);
}

const quotes = "“„«\"'‘";

/** Where the letters that begin at a place end. */
function runEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && (signOf(text.charCodeAt(end)) & letter) !== 0) end += 1;
  return end;
}

/** The letters in lower case; null where there are none, or where a mark follows that folding takes out of a word. */
function wordAt(text: string, start: number, end: number): string | null {
  const next = text.charAt(end);
  return end === start || next === "." || next === ":" || next === "…" ? null : text.slice(start, end).toLowerCase();
}

function isDated(text: string, all: number, words: Words): boolean {
  return (all & digit) !== 0 && text.length <= longestDated && mayHoldDate(text, words);
}

/** Whether words of the page may stand anywhere in the line, or close it. */
function saysPage(text: string, words: Words): boolean {
  if (text.length > longestPage) return false;
  const { within, endings } = openingsOf(words);
  if (within.test(text)) return true;
  const last = endings.length === 0 ? "" : (runs(text).at(-1) ?? "");
  return endings.some((ending) => last.endsWith(ending));
}

/** Whether a credit may close the line: in brackets, behind a label, behind a dash, as a site. */
function closesWithCredit(text: string, all: number, words: Words): boolean {
  if (text.length > longestCutline) return false;
  if ((all & bracket) !== 0 && /[)\]]\s*\.?$/.test(text)) return true;
  if ((all & dash) !== 0 && Math.max(text.lastIndexOf("—"), text.lastIndexOf("–")) >= text.length - longestDashed) return true;
  const point = text.lastIndexOf(".");
  if (point !== -1 && point < text.length - 2 && point > text.length - 8) return true;
  return hasCreditLabel(text, words);
}
