/** The days of the year, in all years together: what is counted of them, and how they are drawn. May import: model, text, outputs/calendar. */
import type { Archive, Period } from "../model/archive.ts";
import { daysInMonth } from "../text/civil-date.ts";
import { groupedBy } from "../text/grouped.ts";
import { dayStep, twoDigits } from "./calendar.ts";

/** A day of the year, in all years. */
export interface DayOfYear {
  /** `09-15` */
  readonly day: string;
  readonly count: number;
  /** In the order of time. */
  readonly years: readonly { readonly day: Period; readonly ofMonth: number }[];
}

/** Days of the year that have articles, January first. */
export function daysOf({ years }: Archive): DayOfYear[] {
  const all = years.flatMap((year) => year.parts.flatMap((month) => month.parts.map((day) => ({ day, ofMonth: month.articles.length }))));
  const sorted = [...groupedBy(all, ({ day }) => day.date.slice(5))].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([day, own]) => ({ day, count: own.reduce((sum, each) => sum + each.day.articles.length, 0), years: own }));
}

/** A day of the year, and how many articles all years have on it. */
export interface Counted {
  readonly day: string;
  readonly count: number;
}

/** All days that a month can have: `02-01` … `02-29`. */
export function daysOfMonth(month: number): string[] {
  return Array.from({ length: daysInMonth(2000, month) }, (_, place) => `${twoDigits(month)}-${twoDigits(place + 1)}`);
}

/** The year as a strip: a bar a day, the higher the darker it is in the calendars, and a tick where a month begins. SVG path data, and the size that it is made for. */
export function yearStrip(counted: readonly Counted[]): { readonly width: number; readonly height: number; readonly bars: string; readonly months: string } {
  const height = 7;
  const counts = new Map(counted.map(({ day, count }) => [day, count]));
  const months = Array.from({ length: 12 }, (_, month) => daysOfMonth(month + 1));
  const days = months.flat();
  const bars = days.flatMap((day, index) => {
    const step = dayStep(counts.get(day) ?? 0);
    return step === 0 ? [] : `M${index} ${height}v-${step + 2}h1v${step + 2}z`;
  });
  const firsts = months.map((_, month) => months.slice(0, month).flat().length);
  return { width: days.length, height, bars: bars.join(""), months: firsts.map((day) => `M${day} ${height}v1`).join("") };
}
