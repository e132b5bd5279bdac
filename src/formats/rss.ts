/** Feeds as RSS. May import: model, text, formats/feed. */
import type { Card } from "../model/archive.ts";
import { rfc822 } from "../text/timestamps.ts";
import { escapeXml } from "../text/xml.ts";
import { type Feed, feedChangedAt, languageTag } from "./feed.ts";

/**
 * A feed as RSS 2.0 (RSS Advisory Board, 2.0.11), authors in Dublin Core, since RSS's own wants their e-mail addresses. RSS knows absolute
 * addresses only: those of the feed have to be so.
 */
export function rssFeed(feed: Feed): string {
  const language = languageTag(feed.language);
  const built = rfc822(feedChangedAt(feed));
  return [
    `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n`,
    `<title>${escapeXml(feed.title)}</title>\n<link>${escapeXml(feed.home)}</link>\n<description>${escapeXml(feed.subtitle)}</description>\n`,
    language === null ? "" : `<language>${language}</language>\n`,
    built === null ? "" : `<lastBuildDate>${built}</lastBuildDate>\n`,
    `<generator>${escapeXml(feed.generator)}</generator>\n<atom:link rel="self" type="application/rss+xml" href="${escapeXml(feed.self)}"/>\n`,
    ...feed.articles.map((card) => item(card, feed)),
    "</channel>\n</rss>\n",
  ].join("");
}

function item(card: Card, feed: Feed): string {
  const address = escapeXml(feed.addressOf(card));
  const published = rfc822(card.date ?? "");
  return [
    `<item>\n<title>${escapeXml(card.title)}</title>\n<link>${address}</link>\n<guid isPermaLink="true">${address}</guid>\n`,
    published === null ? "" : `<pubDate>${published}</pubDate>\n`,
    ...card.authors.map(({ name }) => `<dc:creator>${escapeXml(name)}</dc:creator>\n`),
    ...[...new Set([...(card.section === null ? [] : [card.section]), ...card.topics])].map((term) => `<category>${escapeXml(term)}</category>\n`),
    `<description>${escapeXml(card.deck ?? card.lede)}</description>\n</item>\n`,
  ].join("");
}
