/** An archive of articles that are made up here, its search index as it would be published, and the same question asked of the index and of the articles themselves. */
import type { Card } from "../../src/model/archive.ts";
import type { Article } from "../../src/model/article.ts";
import type { Bodies, Past, StoredBody } from "../../src/model/page.ts";
import { frameOf } from "../../src/outputs/made.ts";
import { searchIndex } from "../../src/outputs/search.ts";
import { fileKindOf } from "../../src/outputs/table.ts";
import { isWithin } from "../../src/search/dates.ts";
import type { SearchText } from "../../src/search/files.ts";
import { type Filters, find, type Order } from "../../src/search/find.ts";
import { endingsApart } from "../../src/search/forms.ts";
import { type Library, openLibrary } from "../../src/search/library.ts";
import { meets } from "../../src/search/passages.ts";
import { type Clause, parseQuery, type SoughtWord } from "../../src/search/query.ts";
import { weighWords } from "../../src/search/weigh.ts";
import { type Word, wordsOf } from "../../src/search/words.ts";
import { archiveOf, cardWith, site } from "./cards.ts";

export type Told = Partial<Card> & { readonly paragraphs: readonly string[] };

export const anything: Filters = { from: null, to: null, facets: {} };

const plain: Partial<Card> = {
  headline: null,
  deck: null,
  byline: null,
  authors: [],
  date: null,
  updated: null,
  dateline: null,
  section: null,
  topics: [],
  publication: null,
  figures: [],
  sourceUrl: null,
  corrections: [],
};

export interface Shelf {
  readonly library: Library;
  /** Articles in the order of their numbers. */
  readonly articles: readonly Article[];
  readonly files: ReadonlyMap<string, string>;
  /** Of them, those that were taken over from the archive before. */
  readonly kept: readonly string[];
  /** Of how many articles the words were asked for to make them. */
  readonly wordsRead: number;
  /** This archive as one that was published. */
  readonly past: Past;
  /** Ids of what the index finds, phrases held against the text, in order. */
  ask(query: string, filters?: Filters, order?: Order): Promise<string[]>;
}

/**
 * @param told what is special about each article; everything else is empty
 * @param past the archive that was published before
 */
export async function shelfOf(told: readonly Told[], past: Past | null = null): Promise<Shelf> {
  const bodies: StoredBody[] = [];
  const cards = told.map(({ paragraphs, ...values }, index): Card => {
    const card = cardWith({ ...plain, id: `undated/a${index}`, wordCount: 100, title: values.headline ?? paragraphs[0] ?? "", key: `${index}`, ...values });
    const article: Article = { ...card, paragraphs, body: "", boilerplate: [], provenance: {}, lines: [] };
    bodies.push({ paragraphs, body: "", boilerplate: [], provenance: {}, lines: [], pieces: [], source: [], search: weighWords(article) });
    return { ...card, body: { offset: index, lengths: [0, 0, 0, 0], sums: [0, 0, 0, 0] } };
  });
  let wordsRead = 0;
  const store: Bodies = {
    page: ({ offset }) => bodies[offset] as StoredBody,
    text: ({ offset }) => bodies[offset] as StoredBody,
    json: () => ({ text: "{}", reading: "{}" }),
    search: ({ offset }) => {
      wordsRead += 1;
      return (bodies[offset] as StoredBody).search;
    },
  };
  const archive = archiveOf(cards);
  const frame = frameOf(archive, site);
  const files = new Map<string, string>();
  const kept: string[] = [];
  for (const page of searchIndex.pages(archive, site, store, past)) {
    if (!("format" in page)) continue;
    if (page.isAsBefore === true) {
      kept.push(page.path);
      files.set(page.path, past?.text(page.path) ?? "");
      continue;
    }
    const text = fileKindOf(page.format).print(page.uses(), frame, page.path, store);
    files.set(page.path, typeof text === "string" ? text : [...text].join(""));
  }
  const library = await openLibrary(async (name) => contentOf(files, name));
  const articles = archive.articles.map((card): Article => ({ ...card, ...(bodies[card.body.offset] as StoredBody) }));
  return {
    library,
    articles,
    files,
    kept,
    wordsRead,
    past: {
      keys: archive.articles.map(({ key }) => key),
      search: (number) => (archive.articles[number] === undefined ? null : store.search(archive.articles[number].body)),
      text: (path) => files.get(path) ?? null,
    },
    ask: async (query, filters = anything, order = "relevance") => {
      const clauses = parseQuery(query);
      const { articles: found } = await find(library, clauses, filters, order);
      const texts = await Promise.all([...found].map((number) => library.text(number)));
      return texts.filter((text) => meets(text, clauses)).map(([id]) => id);
    },
  };
}

/** What a file says when it runs as a script. */
export function contentOf(files: ReadonlyMap<string, string>, name: string): unknown {
  const script = files.get(`search/${name}.js`);
  if (script === undefined) throw new Error(`There is no file search/${name}.js.`);
  let said: unknown;
  new Function("tearsheetSearch", script)((own: string, content: unknown) => {
    if (own === name) said = content;
  });
  return said;
}

/** Which articles meet a query, by looking at every word of each. */
export function bruteForce(articles: readonly Article[], query: string, { from, to, facets }: Filters = anything): string[] {
  const clauses = parseQuery(query);
  const asked = articles.filter((article) => {
    const day = article.date === null ? null : article.date.slice(article.date.indexOf("/") + 1).slice(0, 10);
    if ((from !== null || to !== null) && (day === null || !isWithin(day, from, to))) return false;
    if (facets.language !== undefined && !facets.language.includes(article.language)) return false;
    if (facets.author !== undefined && !article.authors.some(({ name }) => facets.author?.includes(name))) return false;
    return clauses.every((clause) => isMet(clause, article) !== clause.isNot);
  });
  return asked.map(({ id }) => id);
}

function isMet(clause: Clause, article: Article): boolean {
  return textsFor(clause, article).some((texts) => {
    const words = texts.map((text) => wordsOf(text));
    if (!clause.isPhrase) return words.flat().some((word) => is(word, clause.words[0] as SoughtWord, clause));
    if (clause.field !== null && clause.field !== "title") return clause.words.every((sought) => words.flat().some((word) => is(word, sought, clause)));
    return words.some((line) =>
      line.some((_, start) => clause.words.every((sought, step) => is(line[start + step], sought, clause) && isNext(line, start + step, step))),
    );
  });
}

function isNext(line: readonly Word[], at: number, step: number): boolean {
  const [before, word] = [line[at - 1], line[at]];
  return step === 0 || !before?.isRun || !word?.isRun || word.start < before.end;
}

function is(word: Word | undefined, sought: SoughtWord, { isExact, isPhrase, field }: Clause): boolean {
  if (word === undefined) return false;
  const { isForm } =
    isExact || isPhrase || sought.isRun || sought.isPrefix || field === "source" || sought.term.length < 4
      ? { isForm: () => false }
      : endingsApart(sought.term);
  return [word.term, ...word.others].some((term) => term === sought.term || (sought.isPrefix && term.startsWith(sought.term)) || isForm(term));
}

/** The texts of each field in which the clause looks. */
function textsFor({ field }: Clause, article: Article): string[][] {
  const texts = (some: readonly (string | null | undefined)[]) => some.filter((text): text is string => typeof text === "string");
  const { headline, authors, publication, section, topics, dateline, kicker, deck, figures, corrections, notes, paragraphs } = article;
  const names = authors.map(({ name }) => name);
  const fields: Readonly<Record<string, string[]>> = {
    title: texts([headline]),
    author: names,
    source: texts([publication, article.sourceUrl === null ? null : new URL(article.sourceUrl).hostname.replace(/^www\./, "")]),
    section: texts([section]),
    topic: [...topics],
    place: texts([dateline?.place, ...authors.map(({ place }) => place)]),
  };
  if (field !== null) return [fields[field] ?? []];
  const shown = [
    headline,
    kicker,
    deck,
    section,
    publication,
    dateline?.place,
    ...topics,
    ...names,
    ...figures.flatMap(({ caption, credit, alt }) => [caption, credit, alt]),
  ];
  return [texts([...shown, ...[...corrections, ...notes].map(({ text }) => text), ...paragraphs])];
}

/** A text of the index, as results show it. */
export function textWith(headline: string, paragraphs: readonly string[]): SearchText {
  return ["undated/a", headline, "", "", "en", "", "", [], paragraphs];
}
