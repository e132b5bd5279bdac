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

/** Reads a civil date back into its parts, of two calendars those of the New Style; null where the string is none, or names a day that never was. */
export function partsOf(date: CivilDate): DateParts | null {
  const match = iso.exec(newStyle(date));
  if (match === null) return null;
  const [, year, month, day, time] = match;
  const parts = { year: Number(year), month: month === undefined ? null : Number(month), day: day === undefined ? null : Number(day), time: time ?? null };
  return isPossible(parts) ? parts : null;
}

/** The date without its time: `2021-09-15`. */
export function dayOf(date: CivilDate): CivilDate {
  return newStyle(date).slice(0, 10);
}

/** `-1`, `0`, `1` in the order of time, as far as both are known; a less precise date stands before those it contains. Clock times compare as printed. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  const [first, second] = [newStyle(a), newStyle(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The day by which an article is sorted and found: of `OLD STYLE/NEW STYLE` the second, of anything else itself. */
export function newStyle(date: CivilDate): CivilDate {
  return date.slice(date.indexOf("/") + 1);
}

/** Counts days of the proleptic Gregorian calendar, so that two can be compared (after the civil calendar of Fliegel and Van Flandern, 1968). */
export function dayNumber(year: number, month: number, day: number): number {
  const a = Math.trunc((month - 14) / 12);
  return (
    day -
    32075 +
    Math.trunc((1461 * (year + 4800 + a)) / 4) +
    Math.trunc((367 * (month - 2 - a * 12)) / 12) -
    Math.trunc((3 * Math.trunc((year + 4900 + a) / 100)) / 4)
  );
}

/** The same day by the Julian calendar, in which Old Style dates are given. Null before 1582 and where a month or day is missing. */
export function julianDay(year: number, month: number, day: number): { year: number; month: number; day: number } | null {
  if (year < 1582) return null;
  const c = dayNumber(year, month, day) + 32082;
  const d = Math.trunc((4 * c + 3) / 1461);
  const e = c - Math.trunc((1461 * d) / 4);
  const m = Math.trunc((5 * e + 2) / 153);
  return { year: d - 4800 + Math.trunc(m / 10), month: m + 3 - 12 * Math.trunc(m / 10), day: e - Math.trunc((153 * m + 2) / 5) + 1 };
}
