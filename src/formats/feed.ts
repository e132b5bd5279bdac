/** What the feed formats have in common: what a feed says, and how an article is named in it for ever. May import: model, text. */
import type { Card } from "../model/archive.ts";
import type { Site } from "../model/page.ts";
import { compareDates } from "../text/civil-date.ts";
import { sha256 } from "../text/digest.ts";
import { rfc3339 } from "../text/timestamps.ts";
import { siteUrl } from "../text/url.ts";

/** A document of a feed. Addresses are absolute where the archive has a base URL, else relative to the document. */
export interface Feed {
  /** The same for all documents of a feed: an IRI that never changes. */
  readonly id: string;
  readonly title: string;
  /** Empty where there is nothing to say. */
  readonly subtitle: string;
  /** Who stands behind the feed where an article names nobody. */
  readonly author: string;
  readonly language: string;
  readonly generator: string;
  readonly self: string;
  /** The page that lists the same articles. */
  readonly home: string;
  /** Dated ones only, newest first; at least one. */
  readonly articles: readonly Card[];
  readonly addressOf: (card: Card) => string;
  readonly idOf: (card: Card) => string;
}

/** Of a feed in several documents (RFC 5005, section 4): addresses of the others, null where there is none. */
export interface FeedHistory {
  /** Whether this document is one that does not change any more; then `current` is the one to subscribe to. */
  readonly isArchive: boolean;
  readonly current: string | null;
  readonly previous: string | null;
}

/** A name-based UUID (RFC 9562, version 8 by SHA-256) as a URN: an identifier for what has no address. */
export function uuidOf(name: string): string {
  const hex = sha256(name);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What has an address is named by it; without a base URL, by a UUID made of its path. */
export function idOf(path: string, site: Pick<Site, "baseUrl">): string {
  return siteUrl(site.baseUrl, path) ?? uuidOf(`tearsheet:${path}`);
}

/** When an article was changed last, as far as the article says: never later than the paper, never the time of a build. */
export function changedAt(card: Card): string {
  return rfc3339(card.updated ?? card.date ?? "") ?? rfc3339(card.date ?? "") ?? "1970-01-01T00:00:00Z";
}

/** When the last change of all its articles was. */
export function feedChangedAt({ articles }: Feed): string {
  return articles.map(changedAt).reduce((last, next) => (compareDates(next, last) > 0 ? next : last));
}

/** A language tag that any format takes (BCP 47 in form); null for anything else. */
export function languageTag(language: string): string | null {
  return /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(language) ? language : null;
}
