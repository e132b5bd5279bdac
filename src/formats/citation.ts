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
  return cleanText(text)
    .replace(/[\s\u0085]+/g, " ")
    .trim();
}
