/** Whether a line may close with a label and a credit (`… Photo: Jane Roe`), asked before anything is matched. May import: text, parse/marks/words. */
import { foldWord } from "../../text/fold.ts";
import type { Words } from "./words.ts";

export const longestCredit = 120;
const colon = 0x3a;
const wideColon = 0xff1a;

/**
 * Whether the label of a credit stands where a credit may begin: before a colon or a capital, a credit's length or less from the end. Of a hundred
 * paragraphs one has it, and looking for it here takes a tenth of the time of matching them all.
 */
export function hasCreditLabel(text: string, words: Words): boolean {
  let first = Math.max(0, text.length - longestCredit - 4);
  // Spaces behind the colon are no part of the credit.
  while (first > 0 && /\s/.test(text.charAt(first))) first -= 1;
  for (let at = text.length - 1; at >= first; at -= 1) {
    if (opensCredit(text, at) && words.creditWords.has(foldWord(wordBefore(text, at)))) return true;
  }
  return false;
}

/** The letters that end at a place, or before the full stop or the space there. */
function wordBefore(text: string, at: number): string {
  const end = /[\s.]/.test(text.charAt(at - 1)) ? at - 1 : at;
  let start = end;
  while (start > 0 && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return text.slice(start, end);
}

/** Whether a code unit is a letter, or half of one. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return (code >= 0xd800 && code <= 0xdfff) || /\p{L}/u.test(String.fromCharCode(code));
}

/** Whether a colon stands there, or a space before a capital. */
function opensCredit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === colon || code === wideColon) return true;
  if (code > 0x20 && code < 0xa0) return false;
  const next = text.charCodeAt(at + 1);
  if (next < 0x80 && (next < 0x41 || next > 0x5a)) return false;
  return /^\s\p{Lu}/u.test(text.slice(at, at + 3));
}
