/** All years on one page: articles a month as a timeline, and the numbers behind it. May import: model, text, outputs. */
import type { Archive } from "../model/archive.ts";
import type { Frame, Output } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";
import { monthsOf, stepOf, twoDigits } from "./calendar.ts";
import { pageKind } from "./made.ts";
import { periodPath, undatedPath, yearsPath } from "./paths.ts";
import { shell } from "./shell.ts";

const years = pageKind("years", view);

export const yearsPage: Output = {
  name: "years",
  kinds: [years],
  *pages(archive) {
    if (archive.years.length > 0) yield years.page(yearsPath, () => usesOf(archive));
  },
};

interface YearCounts {
  /** `2021` */
  readonly date: string;
  readonly count: number;
  /** January first. */
  readonly months: readonly number[];
}

interface Uses {
  readonly years: readonly YearCounts[];
  readonly undated: number;
}

function usesOf({ years: periods, undated }: Archive): Uses {
  return {
    years: periods.map((year) => ({ date: year.date, count: year.articles.length, months: monthsOf(year).map(({ count }) => count) })),
    undated: undated.length,
  };
}

/** Months of a strip are this wide, the strip this high; the page stretches it. */
const width = 10;
const height = 40;

/** Years that one strip holds; a longer archive has a strip a decade, so that a month stays as wide on a phone. */
const longestStrip = 10;

function view({ years: counted, undated }: Uses, frame: Frame, path: string) {
  const most = counted.reduce((highest, { months }) => Math.max(highest, ...months), 0);
  const link = (date: string, count: number) => (count === 0 ? null : relativeHref(path, periodPath(date)));
  return {
    ...shell(frame, path, "", ""),
    total: counted.reduce((sum, { count }) => sum + count, undated),
    first: counted[0]?.date ?? null,
    last: counted.at(-1)?.date ?? null,
    most,
    undated: undated === 0 ? null : { count: undated, href: relativeHref(path, undatedPath) },
    strips: stripsOf(counted).map((strip) => ({
      ...stripView(strip, most),
      years: strip.map(({ date, count }) => ({ date, count, href: link(date, count) })),
    })),
    rows: counted.map(({ date, count, months }) => ({
      date,
      count,
      href: link(date, count),
      months: months.map((number, index) => ({
        count: number,
        href: link(`${date}-${twoDigits(index + 1)}`, number),
        step: stepOf(number, most),
      })),
    })),
  };
}

/** The years with articles and those between, in strips: one, or one for each decade that has articles. */
function stripsOf(counted: readonly YearCounts[]): YearCounts[][] {
  const byDate = new Map(counted.map((year) => [Number(year.date), year]));
  const first = Number(counted[0]?.date);
  const last = Number(counted.at(-1)?.date);
  const strip = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => byDate.get(from + index) ?? { date: String(from + index), count: 0, months: [] });
  if (last - first < longestStrip) return [strip(first, last)];
  const decades = [...new Set([...byDate.keys()].map((year) => year - (year % 10)))];
  return decades.map((decade) => strip(decade, decade + 9));
}

/** A strip as its template draws it. @param most articles of a month: the highest bar */
export function stripView(strip: readonly YearCounts[], most: number) {
  const months = strip.flatMap(({ date, months: counts }) =>
    Array.from({ length: 12 }, (_, index) => ({ date: `${date}-${twoDigits(index + 1)}`, count: counts[index] ?? 0 })),
  );
  const peak = months.reduce((best, month) => (month.count > best.count ? month : best), { date: "", count: 0 });
  return {
    first: strip[0]?.date ?? "",
    last: strip.at(-1)?.date ?? "",
    count: strip.reduce((sum, { count }) => sum + count, 0),
    peak: peak.count === 0 ? null : peak,
    width: width * months.length,
    height,
    /** SVG path data: a bar for each month that has articles, at least one unit high. */
    bars: months
      .flatMap(({ count }, index) =>
        count === 0 ? [] : `M${width * index + 1} ${height}v-${Math.max(1, Math.round((height * count) / most))}h${width - 2}V${height}z`,
      )
      .join(""),
  };
}
