/** Articles by year, month and day. May import: model, text. */
import type { LinkedCard, Period } from "../model/archive.ts";
import { dayOf } from "../text/civil-date.ts";
import { groupedBy } from "../text/grouped.ts";

/** Years with their months, months with their days, in the order of time; only those with articles. Undated articles are in none. */
export function periodsOf(articles: readonly LinkedCard[]): Period[] {
  return cut(articles, 4);
}

/** Cuts a list in order of time wherever the first characters of the date change: 4 for years, 7 for months, 10 for days. */
function cut(articles: readonly LinkedCard[], length: number): Period[] {
  const groups = groupedBy(articles, ({ date }) => {
    const day = date === null ? "" : dayOf(date);
    return day.length < length ? null : day.slice(0, length);
  });
  return [...groups].map(([date, own]) => ({ date, articles: own, parts: length < 10 ? cut(own, length + 3) : [] }));
}
