/** The index as a search reads it: which articles have which words. For builds and for browsers. May import: search. */
import { decodeGrowing } from "./coding.ts";
import { textFileName } from "./cut-texts.ts";
import { type DatedRun, openDates, runOf } from "./dates.ts";
import { drawerName } from "./drawers.ts";
import {
  type FacetKind,
  facetName,
  pairsName,
  rootName,
  type SearchFacet,
  type SearchRoot,
  type SearchText,
  searchFormat,
  textName,
  wordsName,
} from "./files.ts";
import { pairDrawers } from "./hash.ts";

/** Numbers of the articles that have a word, by level: in the headline; strong, middle, weak. */
export type Levels = readonly Uint32Array[];

export interface Library {
  readonly articles: number;
  /** Days with their articles, in order. */
  runs(): readonly DatedRun[];
  /** Works out what every search needs in the end, for whoever waits for files anyway. */
  prepare(): void;
  readonly facets: SearchRoot["facets"];
  levels(term: string): Promise<Levels>;
  /**
   * Words that begin so, with their levels. Null where they would be in more than `most` files.
   *
   * @param wants tells which of them are wanted
   */
  beginning(start: string, most: number, wants?: (term: string) => boolean): Promise<ReadonlyMap<string, Levels> | null>;
  /** Articles in a drawer of pairs. */
  pairs(drawer: number): Promise<Uint32Array>;
  text(article: number): Promise<SearchText>;
  facet(kind: FacetKind): Promise<ReadonlyMap<string, Uint32Array>>;
}

/** The index was made by another version than the one that reads it, or is not of one make. */
export class IndexUnfit extends Error {}

/**
 * Opens an index. What all of it takes is worked out when it is asked for, and not before the first files have been sent for: of 28,000 files, a search names ten.
 *
 * @param load the content of one of its files, by name; it is asked again for one that it gave before, and should keep it
 * @throws `IndexUnfit`; whatever `load` throws. So does every question to the library
 */
export async function openLibrary(load: (name: string) => Promise<unknown>): Promise<Library> {
  const root = (await load(rootName)) as SearchRoot;
  if (root.format !== searchFormat) throw new IndexUnfit(`The index has the format ${root.format}, and this script reads ${searchFormat}.`);
  const firstWords = root.words === "" ? [] : root.words.split(" ");
  const renamed = new Map(root.renamed);
  const runs = once(() => openDates(root.dates));
  const starts = once(() => decodeGrowing(root.texts));
  const drawer = async (place: number) => (await load(wordsName(drawerName(firstWords[place] as string, renamed)))) as string;
  return {
    articles: root.articles,
    runs,
    prepare: () => {
      runs();
      starts();
    },
    facets: root.facets,
    levels: async (term) => {
      const place = lastAtMost(firstWords, term);
      return place < 0 ? [] : (lineOf(await drawer(place), term) ?? []);
    },
    beginning: async (start, most, wants = () => true) => {
      const first = Math.max(0, lastAtMost(firstWords, start));
      const last = lastAtMost(firstWords, `${start}\uffff`);
      if (last - first >= most) return null;
      const places = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      const texts = await Promise.all(places.map(drawer));
      return new Map(texts.flatMap((text) => linesBeginning(text, start, wants)));
    },
    pairs: async (number) => {
      const each = pairDrawers / root.pairs;
      const file = Math.floor(number / each);
      const text = (await load(pairsName(file.toString(16)))) as string;
      const line = restOf(text, (number - file * each).toString(36));
      return decodeGrowing(line ?? "");
    },
    text: async (article) => {
      const place = lastAtMost(starts(), article);
      const texts = (await load(textName(nameOfTexts(place, starts(), runs())))) as readonly SearchText[];
      const text = texts[article - (starts()[place] as number)];
      if (text === undefined) throw new IndexUnfit("The files of the index are not of one make.");
      return text;
    },
    facet: async (kind) => {
      const values = root.facets[kind] === undefined ? [] : ((await load(facetName(kind))) as SearchFacet);
      return new Map(values.map(([value, articles]) => [value, decodeGrowing(articles)]));
    },
  };
}

/** A value that is worked out when it is asked for, and kept. */
function once<Value extends object>(work: () => Value): () => Value {
  let known: Value | null = null;
  return () => {
    known ??= work();
    return known;
  };
}

/** The name of a file of texts: the day on which it begins, and which of those that begin on that day it is. */
function nameOfTexts(place: number, starts: Uint32Array, runs: readonly DatedRun[]): string {
  const start = starts[place] as number;
  const run = runOf(start, runs);
  const last = runs.at(-1);
  const firstOfDay = run?.first ?? (last === undefined ? 0 : last.first + last.count);
  return textFileName(run?.date ?? "", place - lastAtMost(starts, firstOfDay - 1));
}

/** The place of the last of some sorted values that is not beyond another; -1 where all are. */
function lastAtMost<T extends string | number>(values: ArrayLike<T>, value: T): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as T) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What stands behind a line's first word; null where no line begins with it. */
function restOf(text: string, word: string): string | null {
  const isFirst = text.startsWith(`${word}\t`);
  const start = isFirst ? 0 : text.indexOf(`\n${word}\t`) + 1;
  if (start === 0 && !isFirst) return null;
  const end = text.indexOf("\n", start);
  return text.slice(start + word.length + 1, end < 0 ? text.length : end);
}

function lineOf(text: string, term: string): Levels | null {
  const rest = restOf(text, term);
  return rest === null ? null : levelsOf(rest);
}

function levelsOf(lists: string): Levels {
  return lists.split(" ").map(decodeGrowing);
}

/** Lines are in the order of their words, so those that begin alike stand together. */
function linesBeginning(text: string, start: string, wants: (term: string) => boolean): [string, Levels][] {
  const found: [string, Levels][] = [];
  let at = text.startsWith(start) ? 0 : text.indexOf(`\n${start}`) + 1;
  if (at === 0 && !text.startsWith(start)) return found;
  while (at < text.length && text.startsWith(start, at)) {
    const tab = text.indexOf("\t", at);
    const end = text.indexOf("\n", tab);
    const term = text.slice(at, tab);
    if (wants(term)) found.push([term, levelsOf(text.slice(tab + 1, end < 0 ? text.length : end))]);
    at = end < 0 ? text.length : end + 1;
  }
  return found;
}
