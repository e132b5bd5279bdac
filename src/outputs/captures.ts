/** Where the pages that an article leads to may still be found when their own addresses answer no more. May import: model, text. */
import type { Card } from "../model/archive.ts";
import { dayOf } from "../text/civil-date.ts";
import { hostOf, safeUrl } from "../text/url.ts";

export interface Capture {
  /** In the Wayback Machine: the copy nearest to the article's date, or the newest where that is unknown. Nothing is asked when the archive is built. */
  readonly href: string;
  /** The day that the copy is meant to be of (Robust Links 1.0, `data-versiondate`); null where the article's is not known to the day. */
  readonly day: string | null;
}

/** Of the original. Null for an address that no web archive keeps. */
export function captureOf({ sourceUrl, date }: Pick<Card, "sourceUrl" | "date">): Capture | null {
  const url = safeUrl(sourceUrl ?? "");
  if (url === null || hostOf(url) === null) return null;
  const day = date === null ? "" : dayOf(date);
  return { href: `https://web.archive.org/web/${day === "" ? "" : `${day.replaceAll("-", "")}/`}${url}`, day: day.length === 10 ? day : null };
}

/**
 * Copies of all that the article leads to outside of the archive, in its text and as related articles: from the address as it stands there.
 *
 * @param resolved addresses in the text that lead to an article of the archive
 */
export function copiesOf({ links, related, date }: Pick<Card, "links" | "related" | "date">, resolved: ReadonlySet<string>): Readonly<Record<string, Capture>> {
  const away = [...links.filter((url) => !resolved.has(url)), ...related.flatMap(({ url, article }) => (article === null && url !== null ? [url] : []))];
  const copies = away.flatMap((url) => {
    const copy = captureOf({ sourceUrl: url, date });
    return copy === null ? [] : [[url, copy] as const];
  });
  return Object.fromEntries(copies);
}
