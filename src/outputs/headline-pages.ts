/** All headlines by their first letter. May import: model, text, outputs. */
import type { Archive, Card } from "../model/archive.ts";
import type { Output, Page, Site } from "../model/page.ts";
import { distinct } from "../text/distinct.ts";
import { foldForCompare, foldLatin } from "../text/fold.ts";
import { slug } from "../text/slug.ts";
import { relativeHref } from "../text/url.ts";
import { entries, longestList } from "./entry.ts";
import { headlinesPath, letterPath } from "./paths.ts";
import { shell } from "./shell.ts";

/** A letter, or the beginning of a headline where one letter has too many. */
interface Shelf {
  /** `A`, `AB`, `Б`, `1–9`, `漢`. */
  readonly name: string;
  readonly cards: readonly Card[];
}

export const headlinePages: Output = {
  name: "headlines",
  templates: ["headlines", "headline-letter"],
  *pages(archive, site) {
    if (archive.articles.length === 0) return;
    const shelves = shelve(archive.articles);
    const paths = pathsOf(shelves);
    yield indexPage(archive, site, shelves, paths);
    for (const [index, shelf] of shelves.entries()) yield letterPage(archive, site, shelves, paths, index, shelf);
  },
};

/** The key by which a headline is sorted, and the shelf it stands on. */
function keyOf(card: Card): string {
  return foldLatin(foldForCompare(card.title)) || "#";
}

function firstShelf(key: string): string {
  const [first = "#"] = key;
  if (/\p{N}/u.test(first)) return "0–9";
  if (/\p{Script=Han}/u.test(first)) return "漢";
  return /\p{L}/u.test(first) ? first.toUpperCase() : "#";
}

/** Shelves in order. One that holds too much is cut by the letters that follow, as long as there are letters. */
function shelve(articles: readonly Card[]): Shelf[] {
  const keyed = articles.map((card) => ({ card, key: keyOf(card) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.card.id < b.card.id ? -1 : 1));
  const shelves = new Map<string, { card: Card; key: string }[]>();
  for (const item of keyed) add(shelves, firstShelf(item.key), item);
  return [...shelves].flatMap(([name, items]) => split(name, items, 2));
}

function split(name: string, items: readonly { card: Card; key: string }[], length: number): Shelf[] {
  if (items.length <= longestList || length > 4) return [{ name, cards: items.map(({ card }) => card) }];
  const parts = new Map<string, { card: Card; key: string }[]>();
  for (const item of items) add(parts, [...item.key].slice(0, length).join("").trim().toUpperCase(), item);
  return [...parts].flatMap(([part, own]) => split(part, own, length + 1));
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}

/** A path for every shelf, none twice. */
function pathsOf(shelves: readonly Shelf[]): string[] {
  return distinct(shelves.map(({ name }) => ({ path: name === "0–9" ? "0-9" : slug(name, "other"), salt: name }))).map(letterPath);
}

function links(shelves: readonly Shelf[], paths: readonly string[], from: string) {
  return shelves.map(({ name, cards }, index) => ({ name, count: cards.length, href: relativeHref(from, paths[index] ?? "") }));
}

function indexPage(archive: Archive, site: Site, shelves: readonly Shelf[], paths: readonly string[]): Page {
  const isShort = archive.articles.length <= longestList;
  return {
    path: headlinesPath,
    template: "headlines",
    body: null,
    props: () => ({
      ...shell(archive, site, headlinesPath, "", ""),
      total: archive.articles.length,
      letters: links(shelves, paths, headlinesPath),
      chapters: isShort ? shelves.map(({ name, cards }) => ({ name, entries: entries(cards, headlinesPath) })) : [],
    }),
  };
}

function letterPage(archive: Archive, site: Site, shelves: readonly Shelf[], paths: readonly string[], index: number, shelf: Shelf): Page {
  const path = paths[index] ?? "";
  return {
    path,
    template: "headline-letter",
    body: null,
    props: () => ({
      ...shell(archive, site, path, "", ""),
      name: shelf.name,
      index: relativeHref(path, headlinesPath),
      letters: links(shelves, paths, path),
      entries: entries(shelf.cards, path),
    }),
  };
}
