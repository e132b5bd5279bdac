/** Notices that a law or a court forced on a text: foreign-agent notices, replies by law. They stay visible. May import: parse/marks. */
import { findPhrase } from "./phrases.ts";
import type { Words } from "./words.ts";

const limits = { starts: 900, contains: 400 };

/**
 * Whether a line is such a notice and nothing else. That somebody “was declared a foreign agent on Monday” is a story: words anywhere in a
 * line count only where it opens as a footnote does (`*`, `¹`, `[1]`) or stands in brackets, or where it is in capitals.
 */
export function isLegalNotice(text: string, words: Words): boolean {
  const isSet = isNote(text) || isInCapitals(text);
  return findPhrase(text, words.legalNotices, isSet ? limits : { ...limits, contains: 0 }) !== null;
}

function isInCapitals(text: string): boolean {
  return !/[a-z]/.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();
}

function isNote(text: string): boolean {
  return /^(?:\*|†|‡|[¹²³⁴⁵⁶⁷⁸⁹]|[[(]?\d{1,2}[)\]]\s)/u.test(text) || /^[([（].*[)\]）]\.?$/u.test(text);
}
