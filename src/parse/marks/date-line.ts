/** A line that is a date and nothing else. May import: text, parse/marks. */
import { foldWord } from "../../text/fold.ts";
import { zones } from "./clock.ts";
import { type DateOrder, type FoundDate, findDates, rawDate } from "./date.ts";
import { asciiDigits, ordinals, type Token, tokenize } from "./date-tokens.ts";
import { hijriSpan } from "./hijri.ts";
import { mayNameMonth, type Words } from "./words.ts";

export interface DateMark {
  /** `other`: the day on which somebody looked, or on which the event was. */
  readonly role: "published" | "updated" | "other";
  readonly found: FoundDate;
  /** Other words of its line, which are kept as a note. */
  readonly beside?: string;
}

const longestDateLine = 120;

/**
 * Reads a line that holds a date, or a date of publication and one of change, and nothing else but words that belong to a date:
 * `Wednesday, September 15, 2021`, `Published: 15 Sept. 2021, 12:30 GMT | Updated: 16 Sept. 2021`. Null for any other line.
 */
export function readDateLine(line: string, words: Words, order: DateOrder | null): DateMark[] | null {
  if (line.length > longestDateLine || !mayHoldDate(line, words)) return null;
  const hijri = hijriSpan(line);
  if (hijri !== null) return readWithHijri(line, hijri, words, order);
  const dates = findDates(line, words, order);
  if (dates.length === 0) return readDayWithoutYear(line, words);
  if (dates.length > 2) return null;
  const marks: DateMark[] = [];
  let at = 0;
  for (const [index, date] of dates.entries()) {
    const clock = date.value?.date.length === 10 ? clockBefore(line.slice(at, date.start), words) : null;
    const role = roleBefore(line.slice(at, clock === null ? date.start : at + clock.start), words, index);
    if (role === null) return null;
    const found = clock === null ? withNeighbours(date, line, at, words) : withClock(date, line, at + clock.start, clock.time);
    marks.push({ role, found });
    at = found.end;
  }
  const rest = line.slice(at);
  if (onlyFiller(rest, words)) return marks;
  const change = marks.length === 1 ? changeAt(rest, marks[0]?.found, words) : null;
  return change === null ? null : [...marks, change];
}

/**
 * Whether a line, or some part of it between spaces or marks, may be a date: it has a digit, and numbers set as in a date or the beginning of a month's
 * name. Of ten headlines with a number nine have not, and each of their words would be tried.
 */
export function mayHoldDate(line: string, words: Words): boolean {
  return /\d/.test(line) ? /\d[-/.]\s?\d|年/.test(line) || mayNameMonth(line, words) : /[^\0-\u065f]/.test(line) && /[\p{Nd}年]/u.test(line);
}

/** `Actualizado a las 20:10h`, `(обновлено в 18:00)`: the time of a change, on the day that stands before it. */
function changeAt(rest: string, first: FoundDate | undefined, words: Words): DateMark | null {
  const match = /^(.{3,40}?)\s(\d{1,2})\s?[:.h]\s?(\d{2})\s?(?:h|hs|uhr|ч)?[\s.)\]]*$/iu.exec(asciiDigits(rest));
  const day = first?.value?.date.slice(0, 10);
  if (match === null || day?.length !== 10 || Number(match[2]) > 23 || Number(match[3]) > 59) return null;
  if (roleBefore(match[1] ?? "", words, 1) !== "updated" || !/\p{L}/u.test(match[1] ?? "")) return null;
  const asPrinted = rest.replace(/^[\s.,;|(–—-]+|[\s.)]+$/g, "");
  const value = { date: `${day}T${(match[2] ?? "").padStart(2, "0")}:${match[3]}`, asPrinted };
  return { role: "updated", found: { value, problem: null, asPrinted, start: 0, end: 0 } };
}

/**
 * Reads a date that shares its line: behind a bar (`3. März 2020 | Lesedauer: 3 Minuten`), or behind a place where the time stands with it
 * (`Vellmar - 03 MAR 2020 - 18:45 CET`). For lines that are nothing surer.
 */
export function readSharedDateLine(line: string, words: Words, order: DateOrder | null): DateMark[] | null {
  if (line.length > longestDateLine || !mayHoldDate(line, words) || !/\d/.test(asciiDigits(line))) return null;
  const parts = line.split(/\s*[|｜•]\s*/);
  const dated = parts.length > 1 && parts.length < 5 ? parts.flatMap((part) => readDateLine(part, words, order) ?? []) : [];
  const beside = parts.filter((part) => readDateLine(part, words, order) === null).join(" | ");
  if (dated.length === 1 && beside.length <= 60 && !/[.!?…]\s/u.test(beside)) return dated.map((mark) => ({ ...mark, beside }));
  const placed = /^[\p{Lu}\p{Lo}][\p{L}\p{M}' -]{1,30}?\s?[–—,-]\s?(?=[^\p{L}]|\p{L}+[\s,])/u.exec(line);
  const behind = placed === null ? null : readDateLine(line.slice(placed[0].length), words, order);
  return behind?.length === 1 && behind[0]?.found.value?.date.includes("T") === true
    ? behind.map((mark) => ({ ...mark, beside: placed?.[0].replace(/[\s–—,-]+$/u, "") ?? "" }))
    : null;
}

/** `15:20, 3 марта 2020`: the time stands before the day. */
function clockBefore(text: string, words: Words): { start: number; time: string } | null {
  const match = /(?<![\d:.])(\d{1,2}):(\d{2})(?:\s?([ap])\.?m\.?)?((?:[\s,|–—-]+\p{L}{1,12}\.?)?)[\s,،|–—-]*$/iu.exec(asciiDigits(text));
  if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  const word = foldWord((match[4] ?? "").replace(/^[\s,|–—-]+/, ""));
  if (word !== "" && !zones.has(word) && !words.dateFiller.has(word) && !words.weekdays.has(word)) return null;
  const hour = match[3] === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (/p/i.test(match[3]) ? 12 : 0);
  return { start: match.index, time: `${String(hour).padStart(2, "0")}:${match[2]}` };
}

function withClock(date: FoundDate, line: string, start: number, time: string): FoundDate {
  const asPrinted = line.slice(start, date.end).trim();
  return { ...date, asPrinted, start, value: date.value && { date: `${date.value.date}T${time}`, asPrinted } };
}

/** A Hijri date, and the civil one beside it: the line stays as printed. Alone it is a day that nobody can tell for sure. */
function readWithHijri(line: string, { start, end }: { start: number; end: number }, words: Words, order: DateOrder | null): DateMark[] | null {
  const without = `${line.slice(0, start)} ${line.slice(end)}`.replace(/(?:الموافق|المصادف)\s?(?:لـ)?/u, " ");
  const whole = (found: FoundDate): FoundDate => {
    const asPrinted = line.trim();
    return { ...found, asPrinted, start: 0, end: line.length, value: found.value && { ...found.value, asPrinted } };
  };
  if (findDates(without, words, order).length > 0) {
    const marks = readDateLine(without.replace(/^[\s–—/ـ-]+|(?:[\s–—/-]|\sـ)+$/g, "").replace(/\sـ\s/g, " - "), words, order);
    return marks?.length === 1 ? marks.map(({ role, found }) => ({ role, found: whole(found) })) : null;
  }
  const role = roleBefore(without, words, 0);
  const found: FoundDate = { value: null, problem: "other-calendar", asPrinted: line.trim(), start: 0, end: line.length };
  return role === null ? null : [{ role, found }];
}

/** `Tuesday, March 3`: a day that says its year nowhere. */
function readDayWithoutYear(line: string, words: Words): DateMark[] | null {
  if (dayAndMonthOf(line, words) === null) return null;
  return [{ role: "published", found: { value: null, problem: "no-year", asPrinted: line.trim(), start: 0, end: line.length } }];
}

/** The day and the month of a line that is these and nothing else, perhaps with its weekday; null for any other. */
export function dayAndMonthOf(line: string, words: Words): { month: number; day: number } | null {
  const chinese = /^\s*(\d{1,2})月(\d{1,2})[日号號]\s*[（(]?(?:(?:星期|[周週])[一二三四五六日天])?[）)]?\s*$/u.exec(asciiDigits(line));
  if (chinese !== null) return { month: Number(chinese[1]), day: Number(chinese[2]) };
  const asPrinted = line.trim();
  if (asPrinted.length > 40 || !mayNameMonth(asPrinted, words)) return null;
  const tokens = tokenize(asciiDigits(asPrinted)).filter((token) => token.kind !== "mark");
  if (tokens.length > 6) return null;
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
  return { month: words.months.get(foldWord(months[0]?.text ?? "")) ?? 0, day: Number(day.text) };
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

/** Reads what stands behind a `Date:` label or in a front matter: a date, possibly of a year or a month alone (`1923`, `2021-09`, as records have them). */
export function readDateValue(text: string, words: Words, order: DateOrder | null): FoundDate | null {
  const line = readDateLine(text, words, order);
  if (line?.[0] !== undefined) return line[0].found;
  const match = /^\s*(\d{4})(?:-(\d\d))?\s*$/.exec(asciiDigits(text));
  if (match === null) return null;
  const [, year, month] = match;
  return rawDate({ year: Number(year), month: month === undefined ? null : Number(month), day: null, time: null }, 0, text.length, text);
}

/** What a date is there for, from the words before it; null when they are not words that stand before dates. */
function roleBefore(text: string, words: Words, index: number): DateMark["role"] | null {
  const left = strip(text, words, false);
  if (left === "") return index === 0 ? "published" : "updated";
  if (words.updated.has(left) || words.labels.get(left) === "updated") return "updated";
  if (words.otherDates.has(left)) return "other";
  return words.published.has(left) || words.labels.get(left) === "date" ? "published" : null;
}

function onlyFiller(text: string, words: Words): boolean {
  return strip(text, words, true) === "";
}

/** The words left when weekdays, filler, punctuation and (behind a date) time zones are taken away. */
function strip(text: string, words: Words, behind: boolean): string {
  const all = tokenize(asciiDigits(text)).filter((token) => token.kind !== "mark" || !/[\p{P}|~+]/u.test(token.text));
  const whole = foldWord(all.map((token) => token.text).join(" "));
  if (words.published.has(whole) || words.updated.has(whole) || words.otherDates.has(whole)) return whole;
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
