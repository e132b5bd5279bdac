/** Pages of years and months (and of days, where a month has more articles than a page should hold), and of the undated. May import: model, text, outputs. */
import type { LinkedCard, Listed, Period } from "../model/archive.ts";
import type { Frame, Output, Page, Site } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";
import { calendarMonth, dayAnchor, daySteps, type MonthCounts, monthCounts, monthsOf } from "./calendar.ts";
import { citationFiles, citationKinds, citationLinks } from "./citations.ts";
import { entries, type ListLink, listedOf, longestList } from "./entry.ts";
import { pageKind } from "./made.ts";
import { periodPath, undatedPath, yearsPath } from "./paths.ts";
import { shell } from "./shell.ts";

const period = pageKind("period", view);

export const periodPages: Output = {
  name: "period",
  kinds: [period, ...citationKinds],
  *pages(archive, site) {
    yield* level(archive.years, [], site);
    if (archive.undated.length > 0) yield* pages({ date: "", articles: archive.undated, parts: [] }, [], null, null, site);
  },
};

/** Pages of periods of one length, and of their parts. A day has a page only where its month is too long for one. */
function* level(periods: readonly Period[], above: readonly Period[], site: Site): Iterable<Page> {
  for (const [index, each] of periods.entries()) {
    yield* pages(each, above, periods[index - 1] ?? null, periods[index + 1] ?? null, site);
    if (each.date.length === 4 || each.articles.length > longestList) yield* level(each.date.length === 10 ? [] : each.parts, [...above, each], site);
  }
}

/** The page of a period, and the citations of what it lists. */
function* pages(span: Period, above: readonly Period[], before: Period | null, after: Period | null, site: Site): Iterable<Page> {
  const path = span.date === "" ? undatedPath : periodPath(span.date);
  yield period.page(path, () => usesOf(span, above, before, after));
  yield* citationFiles(nameOf(span), listed(span), site);
}

/** A period as others link to it. */
interface Counted {
  readonly date: string;
  readonly count: number;
}

interface Uses {
  readonly date: string;
  readonly total: number;
  readonly above: readonly Counted[];
  readonly before: Counted | null;
  readonly after: Counted | null;
  /** The months of a year; the month itself; none of a day. */
  readonly months: readonly MonthCounts[];
  /** What is listed, under a heading for each part; what is less precisely dated first, under none. */
  readonly chapters: readonly { readonly date: string | null; readonly listed: readonly Listed[] }[];
}

function usesOf(period: Period, above: readonly Period[], before: Period | null, after: Period | null): Uses {
  const counted = ({ date, articles }: Period): Counted => ({ date, count: articles.length });
  const isWhole = isListedWhole(period);
  return {
    ...{ date: period.date, total: period.articles.length, above: above.map(counted) },
    before: before === null ? null : counted(before),
    after: after === null ? null : counted(after),
    months: period.date.length === 4 ? monthsOf(period) : period.date.length === 7 ? [monthCounts(period)] : [],
    chapters: isWhole ? chapters(period) : chapters({ ...period, parts: [], articles: listed(period) }),
  };
}

function view({ date, total, above, before, after, months, chapters: listings }: Uses, frame: Frame, path: string) {
  const link = (each: Counted): ListLink & { date: string } => ({
    date: each.date,
    name: each.date,
    href: relativeHref(path, periodPath(each.date)),
    count: each.count,
  });
  return {
    ...shell(frame, path, "", ""),
    period: date === "" ? null : date,
    total,
    years: date === "" ? null : relativeHref(path, yearsPath),
    trail: above.map(link),
    calendar: months.map((month) => calendarMonth(month, path)),
    steps: daySteps,
    before: before === null ? null : link(before),
    after: after === null ? null : link(after),
    chapters: listings.map((each) => ({
      date: each.date,
      anchor: each.date?.length === 10 ? dayAnchor(each.date) : null,
      entries: entries(each.listed, path),
    })),
    citations: listings.length === 0 ? [] : citationLinks(nameOf({ date }), path, frame.site),
  };
}

function nameOf({ date }: { readonly date: string }): string {
  return date === "" ? "undated" : date;
}

function isListedWhole({ date, articles }: Period): boolean {
  return articles.length <= longestList || date.length === 10 || date === "";
}

/** The articles that the period's own page names. */
function listed(period: Period): readonly LinkedCard[] {
  return isListedWhole(period) ? period.articles : lessPrecise(period);
}

/** Articles that are known to be of the period, but of no part of it. */
function lessPrecise({ date, articles }: Period): LinkedCard[] {
  return articles.filter((card) => (card.date?.length ?? 0) <= date.length);
}

/** The list under a heading for each part. */
function chapters(period: Period): Uses["chapters"] {
  const loose = period.parts.length === 0 ? period.articles : lessPrecise(period);
  const own = loose.length === 0 ? [] : [{ date: null, listed: listedOf(loose) }];
  return [...own, ...period.parts.map(({ date, articles }) => ({ date, listed: listedOf(articles) }))];
}
