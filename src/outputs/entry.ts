/** What a list needs to know of an article, and no more: a change that no list shows wakes no list. May import: model, text. */
import type { Archive, LinkedCard, Listed } from "../model/archive.ts";
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
export function entry({ key: _, id, ...shown }: Listed, from: string): Entry {
  return { href: relativeHref(from, articlePath(id)), ...shown, direction: directionOf(shown.language) };
}

export function entries(listed: readonly Listed[], from: string): Entry[] {
  return listed.map((each) => entry(each, from));
}

/** What lists show of some articles. */
export function listedOf(cards: readonly LinkedCard[]): Listed[] {
  return cards.map(({ listed }) => listed);
}

/** A link to another list: a year, a month, an author. */
export interface ListLink {
  readonly href: string;
  readonly name: string;
  readonly count: number;
}

/** Articles of an archive in the order in which a page names them, those that are missing left out. */
export function cardsOf(ids: readonly string[], archive: Archive): LinkedCard[] {
  return ids.flatMap((id) => archive.byId.get(id) ?? []);
}

/** Beyond this many articles, a list is cut by date into pages of its own. */
export const longestList = 300;
