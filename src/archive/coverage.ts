/** How much the archive holds, of what, and how completely. May import: model, text. */
import type { Coverage, Gap, LinkedCard, Period, Shares } from "../model/archive.ts";
import { dayOf, newStyle } from "../text/civil-date.ts";

/** Counts everything in one pass, the gaps in one over the months. @param articles in the order of the archive */
export function coverageOf(articles: readonly LinkedCard[], years: readonly Period[]): Coverage {
  const all = nothing();
  const undated = nothing();
  const byYear = new Map(years.map(({ date }) => [date, nothing()]));
  const byLanguage = new Map<string, Kept>();
  const byPublication = new Map<string, Kept>();
  for (const card of articles) {
    const year = card.date === null ? undated : byYear.get(newStyle(card.date).slice(0, 4));
    for (const shares of [
      all,
      year,
      keep(byLanguage, card.language, card),
      card.publication === null ? undefined : keep(byPublication, card.publication, card),
    ])
      if (shares !== undefined) add(shares, card);
  }
  const dated = articles.filter(({ date }) => date !== null);
  return {
    first: dayAt(dated[0]),
    last: dayAt(dated.at(-1)),
    all,
    years: [...byYear].map(([date, shares]) => ({ date, ...shares })),
    undated,
    languages: largestFirst(byLanguage),
    publications: largestFirst(byPublication),
    gaps: gapsIn(years.flatMap(({ parts }) => parts.map(({ date }) => date))),
  };
}

type Counts = { -readonly [Name in keyof Shares]: Shares[Name] };

interface Kept extends Counts {
  first: string | null;
  last: string | null;
}

function nothing(): Counts {
  return { count: 0, byline: 0, day: 0, source: 0 };
}

function add(shares: Counts, { byline, authors, date, sourceUrl }: LinkedCard): void {
  shares.count += 1;
  if (byline !== null || authors.length > 0) shares.byline += 1;
  if (date !== null && dayOf(date).length === 10) shares.day += 1;
  if (sourceUrl !== null) shares.source += 1;
}

/** Articles come in the order of time, so the first year is that of the first dated one. */
function keep(groups: Map<string, Kept>, name: string, { date }: LinkedCard): Kept {
  const known = groups.get(name) ?? { ...nothing(), first: null, last: null };
  groups.set(name, known);
  if (date !== null) {
    known.last = newStyle(date).slice(0, 4);
    known.first ??= known.last;
  }
  return known;
}

function largestFirst(groups: ReadonlyMap<string, Kept>): Coverage["languages"] {
  return [...groups].map(([name, kept]) => ({ name, ...kept })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

function dayAt(card: LinkedCard | undefined): string | null {
  return card === undefined || card.date === null ? null : dayOf(card.date);
}

/** @param months with articles, in the order of time: `2021-09` */
function gapsIn(months: readonly string[]): Gap[] {
  return months.flatMap((month, index) => {
    const from = numberOf(months[index - 1] ?? month) + 1;
    const length = numberOf(month) - from;
    return length <= 0 ? [] : [{ first: monthAt(from), last: monthAt(from + length - 1), months: length }];
  });
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function monthAt(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}
