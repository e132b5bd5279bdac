/** An article as linked data: schema.org's NewsArticle in JSON-LD. May import: model, text. */
import type { Card } from "../model/archive.ts";
import type { Author } from "../model/article.ts";
import type { Authority } from "../model/authority.ts";
import type { Site } from "../model/page.ts";
import { newStyle } from "../text/civil-date.ts";
import { safeUrl } from "../text/url.ts";
import { sameAsOf } from "./same-as.ts";

/** A picture that is published with the article. */
export interface Picture {
  /** Absolute where the archive has a base URL, else relative to the page (JSON-LD 1.1, 7.1: the base is the page's own address). */
  readonly url: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Who and what is meant, as far as the owner says. */
export interface Identified {
  readonly authors: readonly (readonly string[])[];
  readonly place: readonly string[];
}

export const nobody: Identified = { authors: [], place: [] };

/**
 * The record as a schema.org `NewsArticle` (schema.org, JSON-LD 1.1). Dates are as precise as they are known; a value that is absent is left out. Plain
 * data: the theme writes it into the page.
 *
 * @param url the page's own address; null where the archive has no base URL
 * @param identified addresses that say who or what is meant, for each author in order, and for the place of the dateline
 */
export function newsArticle(card: Card, site: Site, url: string | null, pictures: readonly Picture[], identified: Identified = nobody): object {
  return present({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    url,
    headline: card.title,
    alternativeHeadline: card.deck,
    author: card.authors.map((author, index) => authorOf(author, identified.authors[index] ?? [])),
    datePublished: card.date === null ? null : newStyle(card.date),
    dateModified: card.updated === null ? null : newStyle(card.updated),
    dateline: card.dateline?.asPrinted ?? null,
    locationCreated: identified.place.length === 0 ? null : present({ "@type": "Place", name: card.dateline?.place ?? null, sameAs: identified.place }),
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

/** A person, an agency or a place as linked data: schema.org's `Person`, `Organization` or `Place` in JSON-LD. */
export function identifiedThing(authority: Pick<Authority, "kind" | "name" | "variants" | "wikidata" | "viaf" | "note">, url: string | null): object {
  const { kind, name, variants, note } = authority;
  return present({
    "@context": "https://schema.org",
    "@type": { person: "Person", agency: "Organization", place: "Place" }[kind],
    url,
    name,
    alternateName: [...new Set(variants.map((variant) => variant.name))].filter((variant) => variant !== name),
    description: note,
    sameAs: sameAsOf(authority).map((each) => each.url),
  });
}

/** Agencies and desks are organisations; `Staff Reporter` is a desk that nobody is named of. */
function authorOf({ name, kind, role, affiliation }: Author, sameAs: readonly string[]): object {
  if (kind !== "person") return present({ "@type": "Organization", name, sameAs });
  return present({
    "@type": "Person",
    name,
    sameAs,
    jobTitle: role,
    affiliation: affiliation === null ? null : { "@type": "Organization", name: affiliation },
  });
}

/** The object without what is null or an empty list. */
function present(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}
