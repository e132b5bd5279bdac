/** Where an article's original may still be found when its own address answers no more. May import: model, text. */
import type { Card } from "../model/archive.ts";
import { dayOf } from "../text/civil-date.ts";
import { hostOf, safeUrl } from "../text/url.ts";

export interface Capture {
  /** In the Wayback Machine: the copy nearest to the article's date, or the newest where that is unknown. Nothing is asked when the archive is built. */
  readonly href: string;
  /** The day that the copy is meant to be of (Robust Links 1.0, `data-versiondate`); null where the article's is not known to the day. */
  readonly day: string | null;
}

/** Null for an address that no web archive keeps. */
export function captureOf({ sourceUrl, date }: Pick<Card, "sourceUrl" | "date">): Capture | null {
  const url = safeUrl(sourceUrl ?? "");
  if (url === null || hostOf(url) === null) return null;
  const day = date === null ? "" : dayOf(date);
  return { href: `https://web.archive.org/web/${day === "" ? "" : `${day.replaceAll("-", "")}/`}${url}`, day: day.length === 10 ? day : null };
}
