/** Civil dates as strings: ISO 8601 / EDTF levels 0 and 1. Nothing here makes a JavaScript `Date`. May import: the model only. */
import type { CivilDate } from "../model/article.ts";

/** The parts of a date, as far as it is known. Month and day count from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  /** `12:30`, `12:30+03:00`, `12:30:05Z`; null where the source has none. */
  readonly time: string | null;
}

const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?))?)?)?$/;

/** Days of a month in the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Whether such a day can stand on a printed page: a year of four digits from 1000, a month from 1 to 12, a day that the month has. */
export function isPossible({ year, month, day }: Omit<DateParts, "time">): boolean {
  if (year < 1000 || year > 9999) return false;
  if (month === null) return day === null;
  if (month < 1 || month > 12) return false;
  return day === null || (day >= 1 && day <= daysInMonth(year, month));
}

/** Prints the parts as a civil date. */
export function printDate({ year, month, day, time }: DateParts): CivilDate {
  const two = (part: number) => String(part).padStart(2, "0");
  if (month === null) return String(year);
  if (day === null) return `${year}-${two(month)}`;
  return `${year}-${two(month)}-${two(day)}${time === null ? "" : `T${time}`}`;
}

/** Reads a civil date back into its parts; null where the string is none, or names a day that never was. */
export function partsOf(date: CivilDate): DateParts | null {
  const match = iso.exec(date);
  if (match === null) return null;
  const [, year, month, day, time] = match;
  const parts = { year: Number(year), month: month === undefined ? null : Number(month), day: day === undefined ? null : Number(day), time: time ?? null };
  return isPossible(parts) ? parts : null;
}

/** The date without its time: `2021-09-15`. */
export function dayOf(date: CivilDate): CivilDate {
  return date.slice(0, 10);
}

/** `-1`, `0`, `1` in the order of time, as far as both are known; a less precise date stands before those it contains. Clock times compare as printed. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
