/** Feeds as Atom. May import: model, text, formats/feed. */
import type { Card } from "../model/archive.ts";
import { rfc3339 } from "../text/timestamps.ts";
import { safeUrl } from "../text/url.ts";
import { escapeXml } from "../text/xml.ts";
import { changedAt, type Feed, type FeedHistory, feedChangedAt, languageTag } from "./feed.ts";

/**
 * A feed document as Atom (RFC 4287); of a feed in several documents, with the links of RFC 5005. An entry has the beginning of the article as its
 * summary, and leads to the article's page, and to where it was published first (`via`).
 */
export function atomFeed(feed: Feed, history: FeedHistory | null): string {
  const links = [
    link("self", "application/atom+xml", feed.self),
    link("alternate", "text/html", feed.home),
    ...(history?.isArchive === true && history.current !== null ? [link("current", "application/atom+xml", history.current)] : []),
    ...(history !== null && history.previous !== null ? [link("prev-archive", "application/atom+xml", history.previous)] : []),
  ];
  const language = languageTag(feed.language);
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"`,
    history === null ? "" : ` xmlns:fh="http://purl.org/syndication/history/1.0"`,
    language === null ? "" : ` xml:lang="${language}"`,
    `>\n<id>${escapeXml(feed.id)}</id>\n<title>${escapeXml(feed.title)}</title>\n`,
    feed.subtitle === "" ? "" : `<subtitle>${escapeXml(feed.subtitle)}</subtitle>\n`,
    `<updated>${feedChangedAt(feed)}</updated>\n<author><name>${escapeXml(feed.author)}</name></author>\n`,
    // A feed that never changes does not say by which version of the program it was made.
    history?.isArchive === true ? "" : `<generator>${escapeXml(feed.generator)}</generator>\n`,
    ...links,
    history?.isArchive === true ? "<fh:archive/>\n" : "",
    ...feed.articles.map((card) => entry(card, feed)),
    "</feed>\n",
  ].join("");
}

function entry(card: Card, feed: Feed): string {
  const published = rfc3339(card.date ?? "");
  const source = safeUrl(card.sourceUrl ?? "");
  const language = languageTag(card.language);
  return [
    `<entry${language === null ? "" : ` xml:lang="${language}"`}>\n<id>${escapeXml(feed.idOf(card))}</id>\n<title>${escapeXml(card.title)}</title>\n`,
    `<updated>${changedAt(card)}</updated>\n`,
    published === null ? "" : `<published>${published}</published>\n`,
    link("alternate", "text/html", feed.addressOf(card)),
    source === null ? "" : link("via", null, source),
    ...card.authors.map(({ name }) => `<author><name>${escapeXml(name)}</name></author>\n`),
    ...[...new Set([...(card.section === null ? [] : [card.section]), ...card.topics])].map((term) => `<category term="${escapeXml(term)}"/>\n`),
    `<summary>${escapeXml(card.deck ?? card.lede)}</summary>\n</entry>\n`,
  ].join("");
}

function link(rel: string, type: string | null, href: string): string {
  return `<link rel="${rel}"${type === null ? "" : ` type="${type}"`} href="${escapeXml(href)}"/>\n`;
}
