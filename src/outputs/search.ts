/** Search on a host that computes nothing: the page, and the index that its script loads from. May import: model, text, formats, search, outputs. */
import { openSearchDescription } from "../formats/opensearch.ts";
import type { Archive, LinkedCard } from "../model/archive.ts";
import type { Bodies, Frame, Output, Page, Past } from "../model/page.ts";
import { encodeGrowing } from "../search/coding.ts";
import { cutTexts, textFileNames } from "../search/cut-texts.ts";
import { countDates } from "../search/dates.ts";
import {
  contentOf,
  type FacetKind,
  facetKinds,
  facetName,
  pairsName,
  printFile,
  rootName,
  type SearchFacet,
  type SearchRoot,
  type SearchText,
  searchFolder,
  searchFormat,
  textName,
  wordsName,
} from "../search/files.ts";
import { mendIndex } from "../search/mend-index.ts";
import { renumber } from "../search/renumber.ts";
import { type IndexFile, openIndexWriter, type WordIndex } from "../search/write-index.ts";
import { dayOf } from "../text/civil-date.ts";
import { siteUrl } from "../text/url.ts";
import { hasByUrl } from "./by-url.ts";
import { type Groups, groupsOf } from "./group-slugs.ts";
import { isWanted } from "./left-out.ts";
import { fileKind } from "./made.ts";
import { openSearchPath, searchPath, searchScriptPath } from "./paths.ts";
import { searchPage } from "./search-page.ts";

const part = fileKind("search-part", printPart);
const description = fileKind("opensearch", printDescription);
const texts = fileKind("search-texts", printTexts);

export const search: Output = {
  name: "search",
  kinds: [searchPage, description],
  *pages(archive, site) {
    if (archive.articles.length === 0) return;
    // It knows absolute addresses only.
    if (site.baseUrl !== null) yield description.file(openSearchPath, () => null);
    yield searchPage.page(searchPath, () => ({
      hasByUrl: hasByUrl(archive, site),
      years: archive.years.map(({ date, parts }) => ({ date, months: parts.map((part) => part.date) })),
    }));
    yield { path: searchScriptPath, copyOf: { from: "program", path: "lib/bin/search.js" } };
  },
};

export const searchIndex: Output = {
  name: "search-index",
  kinds: [part, texts],
  isHeavy: true,
  *pages(archive, site, bodies, past) {
    if (archive.articles.length > 0 && isWanted(site, "search")) yield* indexFiles(archive, bodies, past);
  },
};

/** A file of the index that is whole already. */
interface Part {
  readonly name: string;
  readonly content: unknown;
}

function* indexFiles(archive: Archive, bodies: Bodies, past: Past | null): Iterable<Page> {
  const { articles } = archive;
  const mended = past === null ? null : mendedIndex(articles, bodies, past);
  const index = mended ?? wholeIndex(articles, bodies);
  // A file that was to stay as it is may be gone: then its text is wanted after all.
  let anew: WordIndex | null = null;
  const textAnew = (kind: "words" | "pairs", name: string) => {
    anew ??= wholeIndex(articles, bodies);
    return anew[kind].find((file) => file.name === name)?.text?.();
  };
  const files = (kind: "words" | "pairs", nameOf: (name: string) => string) =>
    index[kind].map(({ name, text }: IndexFile) =>
      text === null ? { ...partFile(nameOf(name), () => textAnew(kind, name)), isAsBefore: true as const } : partFile(nameOf(name), text),
    );
  yield* files("words", wordsName);
  yield* files("pairs", pairsName);
  const starts = cutTexts(articles);
  const names = textFileNames(starts, (number) => dayFor(articles[number]));
  for (const [place, start] of starts.entries()) {
    const name = textName(names[place] as string);
    yield texts.file(fileOf(name), (): Texts => ({ name, cards: articles.slice(start, starts[place + 1]) }));
  }
  const authors = groupsOf(archive).author;
  const facets = facetKinds.map((kind) => ({ kind, values: facetOf(kind, articles, authors) })).filter(({ values }) => values.length > 0);
  for (const { kind, values } of facets) yield partFile(facetName(kind), () => values);
  const root: SearchRoot = {
    format: searchFormat,
    articles: articles.length,
    dates: countDates(articles.flatMap((card) => dayFor(card) || [])),
    texts: encodeGrowing(starts),
    words: index.firstWords.join(" "),
    renamed: [...index.renamed],
    pairs: index.pairs.length,
    pairSigns: index.pairSigns,
    facets: Object.fromEntries(facets.map(({ kind, values }) => [kind, values.length])),
  };
  yield partFile(rootName, () => root);
}

function wholeIndex(articles: readonly LinkedCard[], bodies: Bodies): WordIndex {
  const writer = openIndexWriter();
  for (const { body } of articles) writer.add(bodies.search(body));
  return writer.finish();
}

/** The published index with what has changed since; null where it has to be made anew. */
function mendedIndex(articles: readonly LinkedCard[], bodies: Bodies, past: Past): WordIndex | null {
  const content = (name: string) => {
    const text = past.text(fileOf(name));
    return text === null ? null : contentOf(text);
  };
  const root = content(rootName) as SearchRoot | null;
  if (root?.format !== searchFormat || root.articles !== past.keys.length) return null;
  const before = { root, content: (name: string) => content(name) as string | null, words: (article: number) => past.search(article) };
  const moved = renumber(
    past.keys,
    articles.map(({ key }) => key),
  );
  return mendIndex(before, moved, (article) => bodies.search((articles[article] as LinkedCard).body));
}

function printDescription(_: null, { site }: Frame): string {
  return openSearchDescription(site, siteUrl(site.baseUrl, searchPath) ?? "");
}

function fileOf(name: string): string {
  return `${searchFolder}/${name}.js`;
}

function partFile(name: string, content: () => unknown): Page {
  return part.file(fileOf(name), (): Part => ({ name, content: content() }));
}

function printPart({ name, content }: Part): string {
  return printFile(name, content);
}

function dayFor(card: LinkedCard | undefined): string {
  return card === undefined || card.date === null ? "" : dayOf(card.date);
}

interface Texts {
  readonly name: string;
  readonly cards: readonly LinkedCard[];
}

function printTexts({ name, cards }: Texts, _frame: Frame, _path: string, bodies: Bodies): string {
  return printFile(
    name,
    cards.map((card) => textOf(card, bodies)),
  );
}

/** What a result shows of an article. What stands outside its paragraphs comes first, since a word may have been found there. */
function textOf(card: LinkedCard, bodies: Bodies): SearchText {
  const { id, title, byline, language, section, publication } = { ...card, ...card.listed };
  const { paragraphs } = bodies.text(card.body);
  const { kicker, deck, topics, dateline, figures, corrections, notes } = card;
  const captions = figures.flatMap(({ caption, credit, alt }) => [caption, credit, alt]);
  const before = [kicker, deck, ...topics, dateline?.asPrinted, ...captions, ...[...corrections, ...notes].map(({ text }) => text)];
  const said = before.filter((text): text is string => typeof text === "string" && text !== "");
  const text = [id, card.headline ?? "", dayFor(card), byline ?? "", language, section ?? "", publication ?? "", said, paragraphs] as const;
  return card.headline === null ? [...text, title] : text;
}

/** Values with their articles, most frequent first, then in the order of their letters. */
function facetOf(kind: FacetKind, articles: readonly LinkedCard[], authors: Groups["author"]): SearchFacet {
  const found = new Map<string, number[]>();
  for (const [number, card] of articles.entries())
    for (const value of valuesOf(kind, card, authors)) {
      const own = found.get(value);
      if (own === undefined) found.set(value, [number]);
      else if (own.at(-1) !== number) own.push(number);
    }
  return [...found]
    .sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
    .map(([value, numbers]) => [value, encodeGrowing(numbers)] as const);
}

/** Names that the owner puts together are one author; all others stand as they are printed. */
function valuesOf(kind: FacetKind, card: LinkedCard, authors: Groups["author"]): readonly string[] {
  if (kind === "author") return card.authors.map(({ name }) => authors(name)?.authority?.name ?? name);
  const value = card[kind];
  return value === null || value === "" ? [] : [value];
}
