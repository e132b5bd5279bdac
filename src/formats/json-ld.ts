/** An article as linked data: schema.org's NewsArticle in JSON-LD. May import: model, text. */
import type { Card } from "../model/archive.ts";
import type { Author } from "../model/article.ts";
import type { Site } from "../model/page.ts";
import { newStyle } from "../text/civil-date.ts";
import { safeUrl } from "../text/url.ts";

/** A picture that is published with the article. */
export interface Picture {
  /** Absolute where the archive has a base URL, else relative to the page (JSON-LD 1.1, 7.1: the base is the page's own address). */
  readonly url: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/**
 * The record as a schema.org `NewsArticle` (schema.org, JSON-LD 1.1). Dates are as precise as they are known; a value that is absent is left out. Plain
 * data: the theme writes it into the page.
 *
 * @param url the page's own address; null where the archive has no base URL
 */
export function newsArticle(card: Card, site: Site, url: string | null, pictures: readonly Picture[]): object {
  return present({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    url,
    headline: card.title,
    alternativeHeadline: card.deck,
    author: card.authors.map(authorOf),
    datePublished: card.date === null ? null : newStyle(card.date),
    dateModified: card.updated === null ? null : newStyle(card.updated),
    dateline: card.dateline?.asPrinted ?? null,
    inLanguage: card.language,
    articleSection: card.section,
    keywords: card.topics,
    wordCount: card.wordCount,
    image: pictures.map(({ url: contentUrl, caption, credit }) => present({ "@type": "ImageObject", contentUrl, caption, creditText: credit })),
    isBasedOn: safeUrl(card.sourceUrl ?? ""),
    isPartOf: [
      ...(card.publication === null ? [] : [{ "@type": "Newspaper", name: card.publication }]),
      present({ "@type": "WebSite", name: site.title, url: site.baseUrl === null ? null : `${site.baseUrl}/` }),
    ],
    correction: card.corrections.map(({ text }) => ({ "@type": "CorrectionComment", text })),
  });
}

/** Agencies and desks are organisations; `Staff Reporter` is a desk that nobody is named of. */
function authorOf({ name, kind, role, affiliation }: Author): object {
  if (kind !== "person") return { "@type": "Organization", name };
  return present({ "@type": "Person", name, jobTitle: role, affiliation: affiliation === null ? null : { "@type": "Organization", name: affiliation } });
}

/** The object without what is null or an empty list. */
function present(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}
