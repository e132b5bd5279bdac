/** How what was found divides by year, section, author … For browsers. May import: search. */
import type { FacetKind } from "./files.ts";
import { marked } from "./find.ts";
import type { Library } from "./library.ts";

/** How many of some articles each year has, in order; those without a date are in none. */
export function countYears(articles: Uint32Array, library: Library): Map<string, number> {
  const marks = marked(articles, library);
  const counts = new Map<string, number>();
  for (const { date, first, count } of library.runs()) {
    let own = 0;
    for (let article = first; article < first + count; article += 1) own += marks[article] as number;
    const year = date.slice(0, 4);
    if (own > 0) counts.set(year, (counts.get(year) ?? 0) + own);
  }
  return counts;
}

/** How many of some articles each value has, most frequent first. */
export async function countValues(articles: Uint32Array, kind: FacetKind, library: Library): Promise<[value: string, count: number][]> {
  const marks = marked(articles, library);
  const counts = [...(await library.facet(kind))].map(([value, list]): [string, number] => [
    value,
    list.reduce((sum, article) => sum + (marks[article] as number), 0),
  ]);
  return counts.filter(([, count]) => count > 0).sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
}
