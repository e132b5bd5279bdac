/** All headlines by their first letter. May import: model, text, outputs. */
import type { Card, LinkedCard, Listed } from "../model/archive.ts";
import type { Frame, Output } from "../model/page.ts";
import { distinct } from "../text/distinct.ts";
import { foldForCompare, foldLatin } from "../text/fold.ts";
import { groupedBy } from "../text/grouped.ts";
import { slug } from "../text/slug.ts";
import { relativeHref } from "../text/url.ts";
import { entries, listedOf, longestList } from "./entry.ts";
import { pageKind } from "./made.ts";
import { headlinesPath, letterPath } from "./paths.ts";
import { shell } from "./shell.ts";

/** A letter, or the beginning of a headline where one letter has too many. */
interface Shelf {
  /** `A`, `AB`, `Б`, `1–9`, `漢`. */
  readonly name: string;
  readonly cards: readonly LinkedCard[];
}

const index = pageKind("headlines", indexView);
const letter = pageKind("headline-letter", letterView);

export const headlinePages: Output = {
  name: "headlines",
  kinds: [index, letter],
  *pages(archive) {
    if (archive.articles.length === 0) return;
    const shelves = shelvesOf(archive.articles);
    const paths = pathsOf(shelves);
    const letters = shelves.map(({ name, cards }, index): Letter => ({ name, count: cards.length, path: paths[index] ?? "" }));
    const total = archive.articles.length;
    yield index.page(headlinesPath, () => ({
      total,
      letters,
      chapters: total <= longestList ? shelves.map(({ name, cards }) => ({ name, listed: listedOf(cards) })) : [],
    }));
    for (const [place, { name, cards }] of shelves.entries()) yield letter.page(paths[place] ?? "", () => ({ name, letters, listed: listedOf(cards) }));
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

const known = new WeakMap<readonly LinkedCard[], Shelf[]>();

/** Sitemaps ask for the same once more. */
function shelvesOf(articles: readonly LinkedCard[]): Shelf[] {
  const shelves = known.get(articles) ?? shelve(articles);
  known.set(articles, shelves);
  return shelves;
}

/** Shelves in order. One that holds too much is cut by the letters that follow, as long as there are letters. */
function shelve(articles: readonly LinkedCard[]): Shelf[] {
  const keyed = articles.map((card) => ({ card, key: keyOf(card) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.card.id < b.card.id ? -1 : 1));
  return [...groupedBy(keyed, ({ key }) => firstShelf(key))].flatMap(([name, items]) => split(name, items, 2));
}

function split(name: string, items: readonly { card: LinkedCard; key: string }[], length: number): Shelf[] {
  if (items.length <= longestList || length > 4) return [{ name, cards: items.map(({ card }) => card) }];
  const parts = groupedBy(items, ({ key }) => [...key].slice(0, length).join("").trim().toUpperCase());
  return [...parts].flatMap(([part, own]) => split(part, own, length + 1));
}

/** A path for every shelf, none twice. */
function pathsOf(shelves: readonly Shelf[]): string[] {
  return distinct(shelves.map(({ name }) => ({ path: name === "0–9" ? "0-9" : slug(name, "other"), salt: name }))).map(letterPath);
}

/** A shelf as others link to it. */
interface Letter {
  readonly name: string;
  readonly count: number;
  readonly path: string;
}

function links(letters: readonly Letter[], from: string) {
  return letters.map(({ name, count, path }) => ({ name, count, href: relativeHref(from, path) }));
}

interface IndexUses {
  readonly total: number;
  readonly letters: readonly Letter[];
  /** Where they are few enough for one page. */
  readonly chapters: readonly { readonly name: string; readonly listed: readonly Listed[] }[];
}

function indexView({ total, letters, chapters }: IndexUses, frame: Frame, path: string) {
  return {
    ...shell(frame, path, "", ""),
    total,
    letters: links(letters, path),
    chapters: chapters.map(({ name, listed }) => ({ name, entries: entries(listed, path) })),
  };
}

interface LetterUses {
  readonly name: string;
  readonly letters: readonly Letter[];
  readonly listed: readonly Listed[];
}

function letterView({ name, letters, listed }: LetterUses, frame: Frame, path: string) {
  return { ...shell(frame, path, "", ""), name, index: relativeHref(path, headlinesPath), letters: links(letters, path), entries: entries(listed, path) };
}
