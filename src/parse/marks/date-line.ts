/** A line that is a date and nothing else. May import: text, parse/marks. */
import { foldWord } from "../../text/fold.ts";
import { zones } from "./clock.ts";
import { type DateOrder, type FoundDate, findDates, rawDate } from "./date.ts";
import { asciiDigits, ordinals, type Token, tokenize } from "./date-tokens.ts";
import type { Words } from "./words.ts";

export interface DateMark {
  readonly role: "published" | "updated";
  readonly found: FoundDate;
}

const longestDateLine = 120;

/**
 * Reads a line that holds a date, or a date of publication and one of change, and nothing else but words that belong to a date:
 * `Wednesday, September 15, 2021`, `Published: 15 Sept. 2021, 12:30 GMT | Updated: 16 Sept. 2021`. Null for any other line.
 */
export function readDateLine(line: string, words: Words, order: DateOrder | null): DateMark[] | null {
  if (line.length > longestDateLine || !/\p{Nd}/u.test(line)) return null;
  const dates = findDates(line, words, order);
  if (dates.length === 0) return readDayWithoutYear(line, words);
  if (dates.length > 2) return null;
  const marks: DateMark[] = [];
  let at = 0;
  for (const [index, date] of dates.entries()) {
    const role = roleBefore(line.slice(at, date.start), words, index);
    if (role === null) return null;
    const found = withNeighbours(date, line, at, words);
    marks.push({ role, found });
    at = found.end;
  }
  return onlyFiller(line.slice(at), words) ? marks : null;
}

/** `Tuesday, March 3`: a day that says its year nowhere. */
function readDayWithoutYear(line: string, words: Words): DateMark[] | null {
  const asPrinted = line.trim();
  const tokens = tokenize(asciiDigits(asPrinted)).filter((token) => token.kind !== "mark");
  if (asPrinted.length > 40 || tokens.length > 6) return null;
  const days = tokens.filter((token) => token.kind === "number");
  const months = tokens.filter((token) => token.kind === "word" && words.months.has(foldWord(token.text)));
  const others = tokens.filter(
    (token) =>
      token.kind === "word" &&
      !months.includes(token) &&
      !words.weekdays.has(foldWord(token.text)) &&
      !ordinals.has(token.text.toLowerCase()) &&
      !words.dateFiller.has(foldWord(token.text)),
  );
  const [day] = days;
  if (days.length !== 1 || months.length !== 1 || others.length > 0 || day === undefined || Number(day.text) < 1 || Number(day.text) > 31) return null;
  return [{ role: "published", found: { value: null, problem: "no-year", asPrinted, start: 0, end: line.length } }];
}

/** The date as printed, with the weekday before it and the time zone behind it. */
function withNeighbours(date: FoundDate, line: string, from: number, words: Words): FoundDate {
  const before = /(\p{L}[\p{L}\p{M}]*)\.?(?:[\s,،]+)$/u.exec(line.slice(from, date.start));
  const weekday = before !== null && words.weekdays.has(foldWord(before[1] ?? "")) ? before[0] : "";
  const behind = /^\s?\(?(\p{L}{1,6})\.?\)?(?![\p{L}\p{N}])/u.exec(line.slice(date.end));
  const word = foldWord(behind?.[1] ?? "");
  const isOfTheDate =
    date.value?.date.includes("T") === true
      ? zones.has(word) || words.dateFiller.has(word)
      : words.dateFiller.has(word) && line.slice(date.end).trim() === behind?.[0].trim();
  const zone = behind !== null && isOfTheDate ? behind[0] : "";
  const asPrinted = `${weekday}${line.slice(date.start, date.end + zone.length).trim()}`;
  return { ...date, asPrinted, end: date.end + zone.length, value: date.value && { ...date.value, asPrinted } };
}

/** Reads what stands behind a `Date:` label or in a front matter: a date, possibly of a year alone. */
export function readDateValue(text: string, words: Words, order: DateOrder | null): FoundDate | null {
  const line = readDateLine(text, words, order);
  if (line?.[0] !== undefined) return line[0].found;
  const year = /^\s*(\d{4})\s*$/.exec(asciiDigits(text));
  if (year === null) return null;
  return rawDate({ year: Number(year[1]), month: null, day: null, time: null }, 0, text.length, text);
}

/** What a date is there for, from the words before it; null when they are not words that stand before dates. */
function roleBefore(text: string, words: Words, index: number): "published" | "updated" | null {
  const left = strip(text, words, false);
  if (left === "") return index === 0 ? "published" : "updated";
  if (words.updated.has(left) || words.labels.get(left) === "updated") return "updated";
  return words.published.has(left) || words.labels.get(left) === "date" ? "published" : null;
}

function onlyFiller(text: string, words: Words): boolean {
  return strip(text, words, true) === "";
}

/** The words left when weekdays, filler, punctuation and (behind a date) time zones are taken away. */
function strip(text: string, words: Words, behind: boolean): string {
  const all = tokenize(asciiDigits(text)).filter((token) => token.kind !== "mark" || !/[\p{P}|~+]/u.test(token.text));
  const whole = foldWord(all.map((token) => token.text).join(" "));
  if (words.published.has(whole) || words.updated.has(whole)) return whole;
  const idle = (token: Token) => {
    const word = foldWord(token.text);
    return (
      words.weekdays.has(word) || words.dateFiller.has(word) || ordinals.has(word) || (behind && (zones.has(word) || words.am.has(word) || words.pm.has(word)))
    );
  };
  let from = 0;
  let to = all.length;
  while (from < to && idle(all[from] as Token)) from += 1;
  while (to > from && idle(all[to - 1] as Token)) to -= 1;
  return foldWord(
    all
      .slice(from, to)
      .map((token) => token.text)
      .join(" "),
  );
}
