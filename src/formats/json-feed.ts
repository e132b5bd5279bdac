/** Feeds as JSON. May import: model, text, formats/feed. */
import type { Card } from "../model/archive.ts";
import { rfc3339 } from "../text/timestamps.ts";
import { hostOf } from "../text/url.ts";
import { type Feed, languageTag } from "./feed.ts";

/**
 * A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1), with the whole text of each article. The format knows absolute addresses only.
 *
 * @param isPlaced whether the feed's addresses are absolute; if not, they are left out
 * @param paragraphsOf the body of an article
 */
export function jsonFeed(feed: Feed, isPlaced: boolean, paragraphsOf: (card: Card) => readonly string[]): string {
  const items = feed.articles.map((card) => ({
    id: feed.idOf(card),
    url: isPlaced ? feed.addressOf(card) : undefined,
    external_url: hostOf(card.sourceUrl ?? "") === null ? undefined : (card.sourceUrl ?? undefined),
    title: card.title,
    summary: card.deck ?? card.lede,
    content_text: paragraphsOf(card).join("\n\n") || card.lede,
    date_published: rfc3339(card.date ?? "") ?? undefined,
    date_modified: rfc3339(card.updated ?? "") ?? undefined,
    authors: card.authors.length === 0 ? undefined : card.authors.map(({ name }) => ({ name })),
    tags: card.topics.length === 0 ? undefined : card.topics,
    language: languageTag(card.language) ?? undefined,
  }));
  const head = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: isPlaced ? feed.home : undefined,
    feed_url: isPlaced ? feed.self : undefined,
    description: feed.subtitle === "" ? undefined : feed.subtitle,
    authors: [{ name: feed.author }],
    language: languageTag(feed.language) ?? undefined,
    items,
  };
  return `${JSON.stringify(head, null, 1)}\n`;
}
