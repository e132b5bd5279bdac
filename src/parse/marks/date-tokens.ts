/** A printed date cut into numbers, words and marks. May import: nothing. */

export interface Token {
  readonly text: string;
  readonly kind: "number" | "word" | "mark";
  readonly start: number;
  readonly end: number;
}

/** What stands behind the number of a day: `15th`, `1er`, `9-го`. */
export const ordinals = new Set(["st", "nd", "rd", "th", "er", "re", "º", "ª", "°", "го", "е", "ше", "ого", "й"]);

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/\d+|[\p{L}\p{N}][\p{L}\p{M}'’]*|[^\s\p{L}\p{N}]/gu)) {
    const kind = /^\d/.test(match[0]) ? "number" : /^[\p{L}\p{N}]/u.test(match[0]) ? "word" : "mark";
    tokens.push({ text: match[0], kind, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** Arabic-Indic, Persian and full-width digits as `0`-`9`; every character keeps its place. */
export function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
