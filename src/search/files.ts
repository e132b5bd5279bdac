/**
 * What the files of a search hold, and where they stand, all below `search/`. They are classic scripts, so that they can be loaded from a disk, where a browser lets
 * no page fetch anything: each calls `tearsheetSearch(NAME, CONTENT)`. `docs/search.md` says the same for those who want to read them with a program of their own.
 * For builds and for browsers. May import: search/dates.
 */
import type { DateCounts } from "./dates.ts";

/** Changes whenever a file means something else than before. */
export const searchFormat = 3;

/** Kinds of lists by which results can be narrowed. */
export const facetKinds = ["section", "author", "language", "publication"] as const;
export type FacetKind = (typeof facetKinds)[number];

/** `index.js`: what has to be known before anything is looked for. Articles are numbered from 0 in the order of the archive: by date, then by address; undated ones last. */
export interface SearchRoot {
  readonly format: number;
  readonly articles: number;
  readonly dates: DateCounts;
  /** Numbers of the articles with which the files of texts begin: coded, growing. */
  readonly texts: string;
  /** The words with which the drawers of words begin, in order, with spaces between. */
  readonly words: string;
  /** Of these drawers, the ones whose file has another name than the first word gives it (`drawers.ts`): first word and name. */
  readonly renamed: readonly (readonly [firstWord: string, name: string])[];
  /** How many files of pairs there are, and by what that was told: what all their lists take. */
  readonly pairs: number;
  readonly pairSigns: number;
  /** Those that there are, with how many values each has. */
  readonly facets: Readonly<Partial<Record<FacetKind, number>>>;
}

/** An article in a file of texts, in their order. */
export type SearchText = readonly [
  /** Address below the archive's folder, without `.html`. */
  id: string,
  /** Empty for none. */
  headline: string,
  /** As precise as it is known; empty for none. */
  date: string,
  byline: string,
  language: string,
  section: string,
  publication: string,
  /** The text: deck, captions and what else was read, then the paragraphs. */
  before: readonly string[],
  paragraphs: readonly string[],
  /** What stands in the place of a headline, where there is none. */
  title?: string,
];

/** `facets/KIND.js`: values, most frequent first, each with its articles (coded, growing). */
export type SearchFacet = readonly (readonly [value: string, articles: string])[];

export const searchFolder = "search";
export const rootName = "index";

export function wordsName(drawer: string): string {
  return `words/${drawer}`;
}

export function pairsName(file: string): string {
  return `pairs/${file}`;
}

export function textName(name: string): string {
  return `text/${name}`;
}

export function facetName(kind: FacetKind): string {
  return `facets/${kind}`;
}

/** What a file holds, from its text (`printFile`). @throws where it is no such file */
export function contentOf(text: string): unknown {
  const [, content] = JSON.parse(`[${text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"))}]`) as readonly unknown[];
  return content;
}

/** A file's text: a script in ASCII and UTF-8 that calls one function. */
export function printFile(name: string, content: unknown): string {
  return `tearsheetSearch(${JSON.stringify(name)},${JSON.stringify(content)});\n`;
}
