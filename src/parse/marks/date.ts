/** A date as a paper prints it. May import: model, text, parse/marks/words. */
import type { DateValue } from "../../model/claim.ts";
import { type DateParts, isPossible, printDate } from "../../text/civil-date.ts";
import { foldWord } from "../../text/fold.ts";
import { chineseDates } from "./chinese-date.ts";
import { clockAfter } from "./clock.ts";
import { asciiDigits, ordinals, type Token, tokenize } from "./date-tokens.ts";
import { oldStyleOf, twoCalendarDates } from "./old-style.ts";
import { mayNameMonth, type Words } from "./words.ts";

export type DateOrder = "day-month" | "month-day";

/** A date found in a text. `value` is null where the date is impossible (`Apr. 31, 2020`) or could be two (`03/04/2019`). */
export interface FoundDate {
  readonly value: DateValue | null;
  readonly problem: "impossible" | "ambiguous" | "no-year" | "other-calendar" | null;
  readonly asPrinted: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/** All dates of a text, in order, none overlapping. Digits may be European, Arabic, Persian or full width. */
export function findDates(printed: string, words: Words, order: DateOrder | null): FoundDate[] {
  const text = asciiDigits(printed);
  const chinese = (text.includes("年") ? chineseDates(text) : []).map(({ year, month, day, start, end }) =>
    rawDate({ year, month, day, time: null }, start, end, ""),
  );
  const single = [...numericDates(text, order ?? words.language.date.order), ...wordDates(text, words), ...chinese];
  const found = [...twoCalendarDates(text, words), ...single].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: FoundDate[] = [];
  for (const date of found) if (date.start >= (result.at(-1)?.end ?? 0)) result.push(finish(date, printed, text, words));
  return result;
}

/** `2021-09-15`, `2021/9/15`, `2021年9月15日`, `15.09.2021`, `09/15/2021`. */
function numericDates(text: string, order: DateOrder | null): FoundDate[] {
  if (!/\d[-/.]\s?\d|年/.test(text)) return [];
  const yearFirst = text.matchAll(/(?<![\d.,/-])(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?![\d/]|[.,-]\d)/g);
  const chinese = text.matchAll(/(?<!\d)(?<year>\d{4})\s?年\s?(?<month>\d{1,2})\s?月(?:\s?(?<day>\d{1,2})\s?[日号號])?/g);
  const yearLast = text.matchAll(/(?<![\d.,/-])(?<a>\d{1,2})(?<mark>[-/.])\s?(?<b>\d{1,2})\k<mark>\s?(?<year>\d{4})(?![\d/]|[.,-]\d)/g);
  return [
    ...[...yearFirst, ...chinese].map((match) => found(match, match.groups?.["month"], match.groups?.["day"])),
    ...[...yearLast].map((match) => yearBehind(match, order)),
  ];
}

/** A day and a month before their year, in the order that the mark, the numbers themselves or the owner tells. */
function yearBehind(match: RegExpExecArray, order: DateOrder | null): FoundDate {
  const { a = "", b = "", mark } = match.groups ?? {};
  const told = mark === "." || Number(a) > 12 || a === b ? "day-month" : Number(b) > 12 ? "month-day" : order;
  const date = told === "month-day" ? found(match, a, b) : found(match, b, a);
  return told === null ? { ...date, value: null, problem: "ambiguous" } : date;
}

function found(match: RegExpExecArray, month: string | undefined, day: string | undefined): FoundDate {
  const parts = { year: Number(match.groups?.["year"]), month: Number(month), day: day === undefined ? null : Number(day), time: null };
  return rawDate(parts, match.index, match.index + match[0].length, match[0]);
}

function wordDates(text: string, words: Words): FoundDate[] {
  if (!mayNameMonth(text, words)) return [];
  const tokens = tokenize(text);
  if (!tokens.some(({ kind }) => kind === "number")) return [];
  const found: FoundDate[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const month = monthAt(tokens, index, words);
    if (month === null) continue;
    const date = around(tokens, index, behindPair(tokens, index + month.length, month.number, words), month.number, words);
    if (date !== null) found.push(rawDate(date.parts, date.start, date.end, text.slice(date.start, date.end)));
  }
  return found;
}

/** Month names of one word, and of two (`كانون الثاني`). */
function monthAt(tokens: readonly Token[], index: number, words: Words): { number: number; length: number } | null {
  const first = tokens[index];
  const second = tokens[index + 1];
  if (first?.kind !== "word") return null;
  if (second?.kind === "word" && words.monthOpenings.has(foldWord(first.text))) {
    const two = words.months.get(foldWord(`${first.text} ${second.text}`));
    if (two !== undefined) return { number: two, length: 2 };
  }
  const one = words.months.get(foldWord(first.text));
  return one === undefined ? null : { number: one, length: 1 };
}

/** `كانون الثاني/يناير`, `يناير (كانون الثاني)`: the same month by its other name. Where the words behind it begin. */
function behindPair(tokens: readonly Token[], at: number, month: number, words: Words): number {
  const mark = tokens[at]?.text ?? "";
  if (!/^[/(-]$/.test(mark)) return at;
  const second = monthAt(tokens, at + 1, words);
  if (second?.number !== month) return at;
  const end = at + 1 + second.length;
  return mark === "(" && tokens[end]?.text === ")" ? end + 1 : end;
}

/** Looks for the day and the year around a month: `15 September 2021`, `September 15, 2021`, `le 1er mai 2017`, `3 de mayo de 2017`, `March 2014`. */
function around(tokens: readonly Token[], from: number, to: number, month: number, words: Words): { parts: DateParts; start: number; end: number } | null {
  const skip = (token: Token | undefined) =>
    token !== undefined &&
    ((token.kind === "mark" && /^[.,،/-]$/.test(token.text)) ||
      (token.kind === "word" && (ordinals.has(token.text.toLowerCase()) || words.dateFiller.has(foldWord(token.text)) || /^[dl]'$/.test(token.text))));
  let left = from - 1;
  while (skip(tokens[left])) left -= 1;
  let right = to;
  while (skip(tokens[right])) right += 1;
  const before = tokens[left];
  const after = tokens[right];
  const start = tokens[from]?.start ?? 0;
  const isDay = (token: Token | undefined) => token?.kind === "number" && token.text.length <= 2;
  const isYear = (token: Token | undefined) => token?.kind === "number" && token.text.length === 4;
  if (isDay(before) && isYear(after)) {
    return { parts: { year: Number(after?.text), month, day: Number(before?.text), time: null }, start: before?.start ?? 0, end: after?.end ?? 0 };
  }
  if (isDay(after)) {
    let next = right + 1;
    while (skip(tokens[next])) next += 1;
    const year = tokens[next];
    if (isYear(year)) return { parts: { year: Number(year?.text), month, day: Number(after?.text), time: null }, start, end: year?.end ?? 0 };
    return null;
  }
  if (isYear(after)) return { parts: { year: Number(after?.text), month, day: null, time: null }, start, end: after?.end ?? 0 };
  return null;
}

/** A date as found, before its time of day is looked for. */
export function rawDate(parts: DateParts, start: number, end: number, asPrinted: string): FoundDate {
  const possible = isPossible(parts);
  return { value: possible ? { date: printDate(parts), asPrinted } : null, problem: possible ? null : "impossible", asPrinted, start, end };
}

/** Takes the clock time beside a full date into it, and the printed words from the printed text. */
function finish(date: FoundDate, printed: string, text: string, words: Words): FoundDate {
  const asPrinted = printed.slice(date.start, date.end).trim();
  const old = oldStyleOf(date, text.slice(date.end, date.end + 40), words);
  if (old !== null) return withEnd(date, printed, date.end + old.end, old.date);
  if (date.value === null || date.value.date.length !== 10) return { ...date, asPrinted, value: date.value && { ...date.value, asPrinted } };
  const clock = clockAfter(text.slice(date.end, date.end + 40), words);
  if (clock === null) return { ...date, asPrinted, value: { ...date.value, asPrinted } };
  return withEnd(date, printed, date.end + clock.end, `${date.value.date}T${clock.time}`);
}

function withEnd(date: FoundDate, printed: string, end: number, civil: string): FoundDate {
  const asPrinted = printed.slice(date.start, end).trim();
  return { ...date, end, asPrinted, value: { date: civil, asPrinted } };
}
