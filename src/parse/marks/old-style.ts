/** Dates of two calendars: `9 (22) January 1905`, Old Style beside New Style. May import: model, text, parse/marks. */
import { daysInMonth, isPossible, julianDay, partsOf, printDate } from "../../text/civil-date.ts";
import { foldWord } from "../../text/fold.ts";
import type { FoundDate } from "./date.ts";
import { mayNameMonth, type Words } from "./words.ts";

const month = String.raw`(?<MONTH>\p{L}{3,12})\.?`;
const named = (name: string) => month.replace("MONTH", name);
/** Day or month and day of both calendars, with brackets around the second or a stroke between them. */
const patterns = [
  // 9 (22) января 1905 · 9/22 de enero de 1905
  String.raw`(?<d1>\d{1,2})\s?[(/]\s?(?<d2>\d{1,2})\s?\)?\s(?:de\s)?${named("m2")},?\s(?:de\s)?(?<y2>\d{4})`,
  // 27 октября (9 ноября) 1917
  String.raw`(?<d1>\d{1,2})\s${named("m1")}\s?[(/]\s?(?<d2>\d{1,2})\s${named("m2")}\s?\)?,?\s(?<y2>\d{4})`,
  // 31 декабря 1904 г. (13 января 1905)
  String.raw`(?<d1>\d{1,2})\s${named("m1")}\s(?<y1>\d{4})(?:\s\p{L}{1,5}\.?)?\s?[(/]\s?(?<d2>\d{1,2})\s${named("m2")}\s(?<y2>\d{4})(?:\s\p{L}{1,5}\.?)?\s?\)?`,
  // January 9 (22), 1905
  String.raw`${named("m2")}\s(?<d1>\d{1,2})\s?[(/]\s?(?<d2>\d{1,2})\s?\)?,?\s(?<y2>\d{4})`,
  // October 27 (November 9), 1917
  String.raw`${named("m1")}\s(?<d1>\d{1,2})\s?[(/]\s?${named("m2")}\s(?<d2>\d{1,2})\s?\)?,?\s(?<y2>\d{4})`,
].map((source) => new RegExp(String.raw`(?<![\d\p{L}])${source}(?!\d)`, "gu"));

/** Finds such dates. Only where the two days are the same one by both calendars: `9 (10) January 1905` is none. */
export function twoCalendarDates(text: string, words: Words): FoundDate[] {
  if (!/[(/]/.test(text) || !mayNameMonth(text, words) || !/\d\s?(?:\p{L}{3,12}\.?\s?)?(?:\d{4}[^\d]{0,8})?[(/]/u.test(text)) return [];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => found(match, words) ?? []));
}

function found(match: RegExpExecArray, words: Words): FoundDate | null {
  const part = match.groups ?? {};
  const monthOf = (name: string | undefined) => (name === undefined ? undefined : words.months.get(foldWord(name)));
  const [oldDay, newDay, year] = [Number(part["d1"]), Number(part["d2"]), Number(part["y2"])];
  const printed = monthOf(part["m2"]);
  if (printed === undefined || (part["m1"] !== undefined && monthOf(part["m1"]) === undefined)) return null;
  // One month printed for both days may be that of either.
  const months = part["m1"] === undefined ? [printed, (printed % 12) + 1] : [printed];
  for (const newMonth of months) {
    const newYear = newMonth < printed ? year + 1 : year;
    if (!isPossible({ year: newYear, month: newMonth, day: newDay })) continue;
    const old = julianDay(newYear, newMonth, newDay);
    if (old === null || old.day !== oldDay || old.month !== (monthOf(part["m1"]) ?? old.month)) continue;
    if (part["m1"] === undefined && old.month !== printed && newMonth !== printed) continue;
    if (part["y1"] !== undefined && old.year !== Number(part["y1"])) continue;
    const date = `${printDate({ ...old, time: null })}/${printDate({ year: newYear, month: newMonth, day: newDay, time: null })}`;
    const [start, asPrinted] = [match.index, match[0]];
    return { value: { date, asPrinted }, problem: null, asPrinted, start, end: start + asPrinted.length };
  }
  return null;
}

/** A day that says of itself that it is Old Style (`14 января 1917 года (ст. ст.)`), with the same day by the New Style; null for any other. */
export function oldStyleOf({ value }: FoundDate, behind: string, words: Words): { date: string; end: number } | null {
  const match = /^(?:\s\p{L}{1,5}\.?)?\s?[,(]?\s?(?=\p{L})/u.exec(behind);
  if (match === null || value?.date.length !== 10) return null;
  const rest = behind.slice(match[0].length);
  const word = words.oldStyle.find((each) => rest.toLowerCase().startsWith(each));
  const parts = partsOf(value.date);
  if (word === undefined || parts?.month == null || parts.day === null) return null;
  const civil = civilDay(parts.year, parts.month, parts.day);
  const dot = rest[word.length] === "." ? 1 : 0;
  const end = match[0].length + word.length + dot + (rest[word.length + dot] === ")" ? 1 : 0);
  return civil === null ? null : { date: `${value.date}/${civil}`, end };
}

/** The New Style day of an Old Style one. */
function civilDay(year: number, month: number, day: number): string | null {
  let [y, m, d] = [year, month, day];
  for (let days = 1; days <= 13; days += 1) {
    d += 1;
    if (d > daysInMonth(y, m)) [y, m, d] = m === 12 ? [y + 1, 1, 1] : [y, m + 1, 1];
    const old = julianDay(y, m, d);
    if (old !== null && old.year === year && old.month === month && old.day === day) return printDate({ year: y, month: m, day: d, time: null });
  }
  return null;
}
