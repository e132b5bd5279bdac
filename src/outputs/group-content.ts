/** What a group's page holds: what was written, what is credited; how much that is, and its years. May import: model, text, outputs/entry. */
import type { Card, Group, LinkedCard } from "../model/archive.ts";
import { newStyle } from "../text/civil-date.ts";
import { groupedBy } from "../text/grouped.ts";
import { longestList } from "./entry.ts";

export type Content = Pick<Group, "articles" | "credited">;

/** First and last year. */
export interface Span {
  readonly first: string | null;
  readonly last: string | null;
}

/** How many articles: each once, however much somebody did for it. */
export function sizeOf({ articles, credited }: Content): number {
  return credited.length === 0 ? articles.length : new Set([articles, ...credited.map((each) => each.articles)].flat()).size;
}

export function spanOf({ articles, credited }: Content): Span {
  const ends = [articles, ...credited.map((each) => each.articles)].flatMap((list) => {
    const last = list.findLast(({ date }) => date !== null);
    return last === undefined ? [] : [yearOf(list[0] ?? last), yearOf(last)];
  });
  const years = ends.sort();
  return { first: years[0] ?? null, last: years.at(-1) ?? null };
}

/** Whether one page cannot hold it. */
export function isTooLong({ articles, credited }: Content): boolean {
  return articles.length + credited.reduce((sum, each) => sum + each.articles.length, 0) > longestList;
}

/** By year, in order; `""` holds the undated. */
export function partsOf({ articles, credited }: Content): Map<string, Content> {
  const written = byYear(articles);
  const lists = credited.map(({ role, articles: own }) => ({ role, years: byYear(own) }));
  const years = [...new Set([written, ...lists.map((each) => each.years)].flatMap((map) => [...map.keys()]))].sort();
  const inYear = (year: string) =>
    lists.flatMap((each) => {
      const own = each.years.get(year);
      return own === undefined ? [] : [{ role: each.role, articles: own }];
    });
  return new Map(years.map((year) => [year, { articles: written.get(year) ?? [], credited: inYear(year) }]));
}

/** Years in order; `""` holds the undated. */
export function byYear(articles: readonly LinkedCard[]): Map<string, LinkedCard[]> {
  return groupedBy(articles, yearOf);
}

function yearOf({ date }: Pick<Card, "date">): string {
  return newStyle(date ?? "").slice(0, 4);
}
