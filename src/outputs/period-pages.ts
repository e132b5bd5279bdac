/** Pages of years and months (and of days, where a month has more articles than a page should hold), and of the undated. May import: model, text, outputs. */
import type { Archive, Card, Period } from "../model/archive.ts";
import type { Output, Page, Site } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";
import { citationFiles, citationLinks } from "./citations.ts";
import { entries, type ListLink, longestList } from "./entry.ts";
import { periodPath, undatedPath } from "./paths.ts";
import { shell } from "./shell.ts";

export const periodPages: Output = {
  name: "period",
  templates: ["period"],
  *pages(archive, site) {
    yield* level(archive, site, archive.years, []);
    if (archive.undated.length > 0) yield* pages(archive, site, { date: "", articles: archive.undated, parts: [] }, [], null, null);
  },
};

/** Pages of periods of one length, and of their parts. A day has a page only where its month is too long for one. */
function* level(archive: Archive, site: Site, periods: readonly Period[], above: readonly Period[]): Iterable<Page> {
  for (const [index, period] of periods.entries()) {
    yield* pages(archive, site, period, above, periods[index - 1] ?? null, periods[index + 1] ?? null);
    if (period.date.length === 4 || period.articles.length > longestList)
      yield* level(archive, site, period.date.length === 10 ? [] : period.parts, [...above, period]);
  }
}

/** The page of a period, and the citations of what it lists. */
function* pages(archive: Archive, site: Site, period: Period, above: readonly Period[], before: Period | null, after: Period | null): Iterable<Page> {
  yield page(archive, site, period, above, before, after);
  yield* citationFiles(nameOf(period), listed(period), site);
}

function page(archive: Archive, site: Site, period: Period, above: readonly Period[], before: Period | null, after: Period | null): Page {
  const path = period.date === "" ? undatedPath : periodPath(period.date);
  const link = ({ date, articles }: Period): ListLink & { date: string } => ({
    date,
    name: date,
    href: relativeHref(path, periodPath(date)),
    count: articles.length,
  });
  const isWhole = isListedWhole(period);
  return {
    path,
    template: "period",
    body: null,
    props: () => ({
      ...shell(archive, site, path, "", ""),
      period: period.date === "" ? null : period.date,
      total: period.articles.length,
      trail: above.map(link),
      parts: period.date.length === 4 || !isWhole ? period.parts.map(link) : [],
      before: before === null ? null : link(before),
      after: after === null ? null : link(after),
      chapters: isWhole ? chapters(period, path) : chapters({ ...period, parts: [], articles: listed(period) }, path),
      citations: citationLinks(nameOf(period), listed(period), path),
    }),
  };
}

function nameOf({ date }: Period): string {
  return date === "" ? "undated" : date;
}

function isListedWhole({ date, articles }: Period): boolean {
  return articles.length <= longestList || date.length === 10 || date === "";
}

/** The articles that the period's own page names. */
function listed(period: Period): readonly Card[] {
  return isListedWhole(period) ? period.articles : lessPrecise(period);
}

/** Articles that are known to be of the period, but of no part of it. */
function lessPrecise({ date, articles }: Period): Card[] {
  return articles.filter((card) => (card.date?.length ?? 0) <= date.length);
}

/** The list under a heading for each part; what is less precisely dated first, under none. */
function chapters(period: Period, path: string) {
  const loose = period.parts.length === 0 ? period.articles : lessPrecise(period);
  const own = loose.length === 0 ? [] : [{ date: null, entries: entries(loose, path) }];
  return [...own, ...period.parts.map(({ date, articles }) => ({ date, entries: entries(articles, path) }))];
}
