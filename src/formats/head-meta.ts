/** What an article's page says in `<meta>`: for Zotero, and for whoever shows a link to it. May import: model, text. */
import type { Card } from "../model/archive.ts";
import type { Site } from "../model/page.ts";
import { newStyle } from "../text/civil-date.ts";

/** `<meta name=… content=…>`, or with `property` in the vocabularies of the Open Graph protocol. */
export interface Meta {
  readonly attribute: "name" | "property";
  readonly key: string;
  readonly content: string;
}

/**
 * The article in Dublin Core, PRISM and Open Graph terms, so that Zotero's translator "Embedded Metadata" saves a newspaper article with title, authors,
 * paper, date, section, language: it takes the type from `dc.type`, unless `og:type` is `website` or a `citation_journal_title` stands beside it;
 * the paper from `prism.publicationName`, else from `og:site_name`. (Dublin Core Metadata Element Set 1.1; PRISM 1.2; ogp.me.)
 *
 * @param url the page's own address; null where the archive has no base URL
 * @param picture absolute address of the first picture; Open Graph knows no relative ones
 */
export function articleMeta(card: Card, site: Site, url: string | null, picture: string | null): Meta[] {
  const named = (key: string, content: string | null): Meta[] => (content === null || content === "" ? [] : [{ attribute: "name", key, content }]);
  const graph = (key: string, content: string | null): Meta[] => (content === null || content === "" ? [] : [{ attribute: "property", key, content }]);
  const date = card.date === null ? null : newStyle(card.date);
  return [
    ...card.authors.flatMap(({ name }) => [...named("author", name), ...named("dc.creator", name)]),
    ...named("dc.type", "newspaperArticle"),
    ...named("dc.date", date),
    ...named("dc.language", card.language),
    ...named("prism.publicationName", card.publication),
    ...graph("og:type", "article"),
    ...graph("og:title", card.title),
    ...graph("og:description", card.deck ?? card.lede),
    ...graph("og:site_name", site.title),
    ...graph("og:url", url),
    ...graph("og:image", picture),
    ...graph("article:published_time", date),
    ...graph("article:modified_time", card.updated === null ? null : newStyle(card.updated)),
    ...graph("article:section", card.section),
    ...card.topics.flatMap((topic) => graph("article:tag", topic)),
  ];
}
