/** What the formats of citations have in common. May import: model, text. */
import type { Card } from "../model/archive.ts";
import type { Site } from "../model/page.ts";
import { type DateParts, partsOf } from "../text/civil-date.ts";
import { cleanText } from "../text/clean.ts";
import { safeUrl, siteUrl } from "../text/url.ts";

/** The address to cite: that of the original where it is known, else the page in the archive; null where that has none. ASCII, without braces. */
export function citedUrl(card: Card, site: Site): string | null {
  const url = safeUrl(card.sourceUrl ?? "") ?? pageUrl(card, site);
  if (url === null) return null;
  return url
    .toWellFormed()
    .replace(/[^!#-;=?-[\]_a-z~]/gu, encodeURIComponent)
    .replace(/%(?![0-9a-f]{2})/gi, "%25");
}

/** The article's page in the archive; null without a base URL. */
export function pageUrl(card: Card, site: Site): string | null {
  return siteUrl(site.baseUrl, `${card.id}.html`);
}

/** The date in parts; null where there is none. */
export function citedDate(card: Card): DateParts | null {
  return partsOf(card.date ?? "");
}

/** A value on one line: every kind of line end and run of spaces is a space, and nothing is in it that no text can hold. */
export function oneLine(text: string): string {
  if (isOneLine(text)) return text;
  return cleanText(text)
    .replace(/[\s\u0085]+/g, " ")
    .trim();
}

/** Whether a value is surely one line as it is: letters and signs, with single spaces between. An article's citations ask forty times. */
function isOneLine(text: string): boolean {
  let before = 0x20;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isSpace = code === 0x20;
    if (isSpace ? before === 0x20 : code < 0x21 || code > 0xd7ff || (code > 0x7e && !isPlainLetter(code))) return false;
    before = code;
  }
  return before !== 0x20 || text === "";
}

/** Beyond ASCII: neither a control nor a kind of space (U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000). */
function isPlainLetter(code: number): boolean {
  return (code > 0xa0 && code < 0x1680) || (code > 0x200a && code < 0x2028) || (code > 0x3000 && code < 0xd800);
}
