/** Months as a calendar shows them: every day, those without articles too, in weeks that begin on Monday. May import: model, text, outputs. */
import type { Period } from "../model/archive.ts";
import { dayNumber, daysInMonth } from "../text/civil-date.ts";
import { relativeHref } from "../text/url.ts";
import { longestList } from "./entry.ts";
import { periodPath } from "./paths.ts";

/** How many articles a month has, and each of its days: what a calendar is made of, and no more. */
export interface MonthCounts {
  /** `2021-09` */
  readonly date: string;
  /** Of the month: those of its days, and those of which no day is known. */
  readonly count: number;
  /** The first day first; empty where the month has no article. */
  readonly days: readonly number[];
}

export interface CalendarDay {
  readonly day: number;
  readonly count: number;
  /** Where the day's articles are listed; null where it has none. */
  readonly href: string | null;
  readonly step: Step;
}

export interface CalendarMonth {
  readonly date: string;
  readonly count: number;
  /** The month's page; null where it has none, or is the page itself. */
  readonly href: string | null;
  /** Weeks from Monday to Sunday; null for days of other months. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

/** How dense: 0 is none. */
export type Step = 0 | 1 | 2 | 3 | 4 | 5;

/** TABLE: the fewest articles of a day for each step, the same on every page, so that years can be held against each other. */
export const daySteps = [1, 2, 5, 10, 25] as const;

export function dayStep(count: number): Step {
  return daySteps.filter((least) => count >= least).length as Step;
}

/** The step of a number held against the largest of its kind, for numbers that have no usual size. */
export function stepOf(count: number, most: number): Step {
  return (most === 0 ? 0 : Math.ceil((5 * count) / most)) as Step;
}

/** All twelve months of a year. */
export function monthsOf(year: Period): MonthCounts[] {
  const months = new Map(year.parts.map((month) => [month.date, month]));
  return Array.from({ length: 12 }, (_, index) => {
    const date = `${year.date}-${twoDigits(index + 1)}`;
    const month = months.get(date);
    return month === undefined ? { date, count: 0, days: [] } : monthCounts(month);
  });
}

export function monthCounts({ date, articles, parts }: Period): MonthCounts {
  const days = Array.from({ length: daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) }, () => 0);
  for (const part of parts) days[Number(part.date.slice(8, 10)) - 1] = part.articles.length;
  return { date, count: articles.length, days };
}

/** @param path of the page on which the calendar stands */
export function calendarMonth({ date, count, days }: MonthCounts, path: string): CalendarMonth {
  const [year = 0, month = 0] = date.split("-").map(Number);
  const own = periodPath(date);
  const cells: (CalendarDay | null)[] = Array.from({ length: dayNumber(year, month, 1) % 7 }, () => null);
  for (let day = 1; day <= daysInMonth(year, month); day += 1) {
    const number = days[day - 1] ?? 0;
    cells.push({ day, count: number, href: number === 0 ? null : dayHref(`${date}-${twoDigits(day)}`, count, path), step: dayStep(number) });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(7 * week, 7 * week + 7));
  return { date, count, href: count === 0 || own === path ? null : relativeHref(path, own), weeks };
}

/**
 * Where a day's articles are listed: on the month's page, or on a page of its own where the month has more than a page should hold.
 *
 * @param date `2021-09-15`
 * @param ofMonth how many articles the month has
 */
export function dayHref(date: string, ofMonth: number, path: string): string {
  if (ofMonth > longestList) return relativeHref(path, periodPath(date));
  const month = periodPath(date.slice(0, 7));
  return `${month === path ? "" : relativeHref(path, month)}#${dayAnchor(date)}`;
}

/** The fragment at which a day's articles begin on the page of their month. */
export function dayAnchor(date: string): string {
  return `d${Number(date.slice(8, 10))}`;
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
