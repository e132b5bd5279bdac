/** What a list needs to know of an article, and no more: a change that no list shows wakes no list. May import: model, text. */
import type { Archive, Card } from "../model/archive.ts";
import { newStyle } from "../text/civil-date.ts";
import { directionOf } from "../text/direction.ts";
import { relativeHref } from "../text/url.ts";
import { articlePath } from "./paths.ts";

export interface Entry {
  readonly href: string;
  readonly title: string;
  readonly kicker: string | null;
  readonly lede: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly date: string | null;
  readonly byline: string | null;
  readonly publication: string | null;
  readonly section: string | null;
}

/** @param from path of the page on which the list stands */
export function entry(card: Card, from: string): Entry {
  return {
    href: relativeHref(from, articlePath(card.id)),
    title: card.title,
    kicker: card.kicker,
    lede: card.deck ?? card.lede,
    language: card.language,
    direction: directionOf(card.language),
    date: card.date === null ? null : newStyle(card.date),
    byline: card.authors.length === 0 ? card.byline : card.authors.map((author) => author.name).join(", "),
    publication: card.publication,
    section: card.section,
  };
}

export function entries(cards: readonly Card[], from: string): Entry[] {
  return cards.map((card) => entry(card, from));
}

/** A link to another list: a year, a month, an author. */
export interface ListLink {
  readonly href: string;
  readonly name: string;
  readonly count: number;
}

/** Articles of an archive in the order in which a page names them, those that are missing left out. */
export function cardsOf(ids: readonly string[], archive: Archive): Card[] {
  return ids.flatMap((id) => archive.byId.get(id) ?? []);
}

/** Beyond this many articles, a list is cut by date into pages of its own. */
export const longestList = 300;
