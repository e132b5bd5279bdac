/** Lines that are known by their words, as a language table has them, made ready for looking up. May import: languages, text. */
import type { LinePhrases } from "../../languages/language.ts";
import { isAscii } from "../../text/fold.ts";

/** A phrase cut at its gaps. */
type Phrase = readonly string[];

export interface PhraseTable {
  readonly whole: ReadonlySet<string>;
  /** Phrases with a gap, which are the whole line. */
  readonly gapped: readonly Phrase[];
  /** By their first two characters. */
  readonly starts: ReadonlyMap<string, readonly Phrase[]>;
  readonly contains: readonly string[];
  /** The letters of ASCII with which phrases of the first three kinds begin, down to the first other character. */
  readonly openings: ReadonlySet<string>;
}

/** How a line was known. */
export type PhraseFit = "word" | "whole" | "starts" | "contains";

export interface PhraseLimits {
  /** Beyond so many characters a line only begins with a phrase by chance. */
  readonly starts: number;
  readonly contains: number;
}

const longestGap = 40;
const longestWhole = 120;

/** Makes tables of phrases one, ready for `findPhrase`. */
export function preparePhrases(tables: readonly LinePhrases[]): PhraseTable {
  const whole = new Set<string>();
  const gapped: Phrase[] = [];
  const starts = new Map<string, Phrase[]>();
  const contains: string[] = [];
  for (const table of tables) {
    for (const phrase of table.whole) {
      if (phrase.includes("…")) gapped.push(cut(phrase));
      else whole.add(foldLine(phrase));
    }
    for (const phrase of table.starts) {
      const parts = cut(phrase);
      const key = parts[0]?.slice(0, 2) ?? "";
      starts.set(key, [...(starts.get(key) ?? []), parts]);
    }
    contains.push(...table.contains.map(foldLine));
  }
  const firsts = [...whole, ...[...gapped, ...[...starts.values()].flat()].map(([first = ""]) => first)];
  return { whole, gapped, starts, contains, openings: new Set(firsts.map((phrase) => /^[a-z]*/.exec(phrase)?.[0] ?? "")) };
}

/**
 * Whether a line may begin as a phrase does, told from its first word alone, where that is a word of ASCII and nothing behind it can change it: most
 * paragraphs are put aside so at a tenth of the time.
 */
function mayOpen(line: string, { openings }: PhraseTable): boolean {
  const word = /^[ "“”‘’«»'([*_.—–-]*([A-Za-z]+)[ ,.;:!?"”’'-]/.exec(line)?.[1]?.toLowerCase();
  if (word === undefined) return true;
  for (let length = 1; length <= word.length; length += 1) if (openings.has(word.slice(0, length))) return true;
  return false;
}

/** How a line fits the table; null where it does not. */
export function findPhrase(line: string, table: PhraseTable, limits: PhraseLimits): PhraseFit | null {
  if (line.length > limits.starts || (line.length > limits.contains && !mayOpen(line, table))) return null;
  const folded = foldLine(line);
  if (folded === "") return null;
  if (folded.length <= longestWhole) {
    if (table.whole.has(folded)) return isWord(folded) ? "word" : "whole";
    if (table.gapped.some((phrase) => fitsGapped(folded, phrase, true))) return "whole";
  }
  if (table.starts.get(folded.slice(0, 2))?.some((phrase) => fitsGapped(folded, phrase, false))) return "starts";
  return line.length <= limits.contains && table.contains.some((phrase) => folded.includes(phrase)) ? "contains" : null;
}

/**
 * A line as phrases are compared: lower case, one kind of apostrophe, `#` for every number, and at both ends nothing but letters, numbers and
 * what closes a bracket.
 */
export function foldLine(text: string): string {
  const composed = isAscii(text) ? text : text.normalize("NFKC");
  let folded = composed.toLowerCase().replace(/[’‘ʼ`´]/g, "'");
  // Looking for what has to be exchanged takes a tenth of the time of exchanging nothing.
  if (mayHaveOtherDigit.test(folded)) folded = folded.replace(/\p{Nd}+(?:[.,:]\p{Nd}+){0,4}/gu, "#");
  else folded = folded.replace(/\d+(?:[.,:]\d+){0,4}/g, "#");
  if (/\s\s|[^\S ]/.test(folded)) folded = folded.replace(/\s+/g, " ");
  let [from, to] = [0, folded.length];
  while (from < to && !isKept(folded.charAt(from))) from += 1;
  while (to > from && !isKept(folded.charAt(to - 1))) to -= 1;
  return folded.slice(from, to);
}

/** A character of a script that may have digits of its own: none stands below U+0660, nor among the marks of U+2000 to U+206F. */
const mayHaveOtherDigit = /[\u0660-\u1fff\u2070-\uffff]/;

function isKept(character: string): boolean {
  return /[\p{L}\p{M}\p{N}#§)]/u.test(character);
}

/** The parts of a phrase between its gaps, folded inside as lines are; at a gap the mark before it stays (`«`, `,`). */
function cut(phrase: string): string[] {
  return phrase.split("…").map((part) => part.normalize("NFKC").toLowerCase().replace(/[’‘]/g, "'").trim());
}

/** Whether the parts of a phrase follow each other in the line, with short gaps of the same sentence. `isWhole`: to its very end. */
function fitsGapped(line: string, phrase: Phrase, isWhole: boolean): boolean {
  let at = 0;
  for (const [index, part] of phrase.entries()) {
    const isLast = index === phrase.length - 1;
    const found = index === 0 ? (line.startsWith(part) ? 0 : -1) : isLast && isWhole ? endOf(line, part, at) : line.indexOf(part, at);
    if (found === -1 || found - at > longestGap || (index > 0 && /[.!?;:。！？]/.test(line.slice(at, found).trim()))) return false;
    at = found + part.length;
  }
  return isWhole ? at === line.length : isBoundary(line, at);
}

/** Where a part that has to end the line begins; an empty part is a gap at the end. */
function endOf(line: string, part: string, from: number): number {
  const at = line.length - part.length;
  return at >= from && line.endsWith(part) ? at : -1;
}

/** A phrase ends between words; Chinese has no spaces. */
function isBoundary(line: string, at: number): boolean {
  const [before, next] = [line.charAt(at - 1), line.charAt(at)];
  return !/[\p{L}\p{M}]/u.test(next) || !/[\p{L}\p{M}]/u.test(before) || /\p{Script=Han}/u.test(before);
}

function isWord(folded: string): boolean {
  return /\p{Script=Han}/u.test(folded) ? folded.length <= 2 : !folded.includes(" ");
}
