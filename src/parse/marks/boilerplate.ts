/** Lines of the page and not of the article: share, subscribe, reading time, advertisement, paywall, cookies, rights. May import: parse/marks. */
import { readLabel } from "./label.ts";
import { findPhrase } from "./phrases.ts";
import type { Words } from "./words.ts";

/** A paragraph of a story is longer than a line that only begins with such words. */
const limits = { starts: 320, contains: 240 };

/**
 * Whether a line is boilerplate. Prose that has such words is none: `Share prices fell`, `The advertisement ran for three days.`
 *
 * @param isHeading whether the line is marked as a heading: `## Comments` may be a subheading, `## Share this article` is none
 */
export function isBoilerplate(text: string, words: Words, isHeading: boolean): boolean {
  if (isRightsLine(text)) return true;
  const fit = findPhrase(text, words.boilerplate, limits);
  if (fit === null || (isHeading && fit === "word") || readLabel(text, words, true) !== null) return false;
  return fit === "word" || fit === "whole" || !isSpoken(text);
}

/** `© 2018 The Courier. All rights reserved.` */
function isRightsLine(text: string): boolean {
  return text.length <= 300 && /^(?:©|\(c\)|copyright\b)[^a-z]{0,4}\d{4}/i.test(text);
}

/** A line with somebody's words in it is a story's: `“Follow us on foot,” he said.` */
function isSpoken(text: string): boolean {
  return /^["“„«»–—-]/u.test(text) || /[,!?]["”»“]\s|["”»“],\s/u.test(text);
}
