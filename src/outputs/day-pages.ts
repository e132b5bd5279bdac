/** On this day: what each day of the year brought, in all years. The pages are the same whatever day it is. May import: model, text, outputs. */
import type { Listed } from "../model/archive.ts";
import type { Frame, Output } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";
import { dayHref, dayStep } from "./calendar.ts";
import { type Counted, type DayOfYear, daysOf, daysOfMonth } from "./days.ts";
import { entries, listedOf, longestList } from "./entry.ts";
import { pageKind } from "./made.ts";
import { dayOfYearPath, daysPath } from "./paths.ts";
import { shell } from "./shell.ts";

const index = pageKind("days", indexView);
const one = pageKind("day", view);

export const dayPages: Output = {
  name: "on-this-day",
  kinds: [index, one],
  *pages(archive) {
    const days = daysOf(archive);
    if (days.length === 0) return;
    yield index.page(daysPath, () => days.map(({ day, count }) => ({ day, count })));
    for (const [place, day] of days.entries()) yield one.page(dayOfYearPath(day.day), () => usesOf(day, days[place - 1] ?? null, days[place + 1] ?? null));
  },
};

/** Every day that a year can have, those without articles too. */
function indexView(counted: readonly Counted[], frame: Frame, path: string) {
  const counts = new Map(counted.map(({ day, count }) => [day, count]));
  return {
    ...shell(frame, path, "", ""),
    total: counted.length,
    months: Array.from({ length: 12 }, (_, month) => ({
      month: month + 1,
      days: daysOfMonth(month + 1).map((day, place) => {
        const count = counts.get(day) ?? 0;
        return { day: place + 1, count, step: dayStep(count), href: count === 0 ? null : relativeHref(path, dayOfYearPath(day)) };
      }),
    })),
  };
}

interface Uses {
  readonly day: string;
  readonly count: number;
  readonly before: Counted | null;
  readonly after: Counted | null;
  readonly years: readonly { readonly date: string; readonly count: number; readonly ofMonth: number; readonly listed: readonly Listed[] }[];
}

/** Where a day has more than a page should hold, each year shows its first ones and leads to the others. */
function usesOf({ day, count, years }: DayOfYear, before: DayOfYear | null, after: DayOfYear | null): Uses {
  const most = count <= longestList ? longestList : Math.max(1, Math.floor(longestList / years.length));
  const counted = (each: DayOfYear | null) => (each === null ? null : { day: each.day, count: each.count });
  return {
    ...{ day, count, before: counted(before), after: counted(after) },
    years: years.map(({ day: { date, articles }, ofMonth }) => ({ date, count: articles.length, ofMonth, listed: listedOf(articles.slice(0, most)) })),
  };
}

function view({ day, count, before, after, years }: Uses, frame: Frame, path: string) {
  const link = (each: Counted | null) =>
    each === null ? null : { ...partsOf(each.day), count: each.count, href: relativeHref(path, dayOfYearPath(each.day)) };
  return {
    ...shell(frame, path, "", ""),
    ...partsOf(day),
    total: count,
    index: relativeHref(path, daysPath),
    before: link(before),
    after: link(after),
    chapters: years.map(({ date, count: ofDay, ofMonth, listed }) => ({
      date,
      count: ofDay,
      href: dayHref(date, ofMonth, path),
      others: ofDay - listed.length,
      entries: entries(listed, path),
    })),
  };
}

function partsOf(day: string): { month: number; day: number } {
  return { month: Number(day.slice(0, 2)), day: Number(day.slice(3)) };
}
