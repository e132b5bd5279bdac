/** The archive cut by time, for files that hold all of it. May import: model, text, outputs/entry. */
import type { LinkedCard } from "../model/archive.ts";
import { dayOf } from "../text/civil-date.ts";
import { groupedBy } from "../text/grouped.ts";
import { longestList } from "./entry.ts";

/** All that was published in a stretch of time. */
export interface Stretch {
  /** `2021-09`, `2021-09-15`, or `2021` for what is known no better. */
  readonly date: string;
  readonly articles: readonly LinkedCard[];
}

/** Months; days, where a month is too long for a list. What is known by the year or month alone stands before what is in it. */
export function stretchesOf(dated: readonly LinkedCard[]): Stretch[] {
  return groupByDate(dated, 7).flatMap((month) => (month.articles.length > longestList ? groupByDate(month.articles, 10) : [month]));
}

/** In the order of the archive the undated ones are the last. */
export function datedOf<Each extends { readonly date: string | null }>(articles: readonly Each[]): readonly Each[] {
  const first = articles.findIndex((card) => card.date === null);
  return first === -1 ? articles : articles.slice(0, first);
}

function groupByDate(articles: readonly LinkedCard[], length: number): Stretch[] {
  return [...groupedBy(articles, ({ date }) => dayOf(date ?? "").slice(0, length))].map(([date, own]) => ({ date, articles: own }));
}
