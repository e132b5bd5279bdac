/** Dates as evidence: what the address and the path of an article say of the day that it prints. May import: model, text, parse/context, parse/marks, parse/settle. */
import type { Claim } from "../model/claim.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { dayNumber, isPossible, partsOf, printDate } from "../text/civil-date.ts";
import { dayAndMonthOf } from "./marks/date-line.ts";
import type { Words } from "./marks/words.ts";
import type { Settled } from "./settle.ts";

type Found = Omit<Diagnostic, "file">;

const far = 7;

/**
 * The claim of a printed day without a year (`Tuesday, March 3`), where the address or the path gives the year. At the turn of a year the
 * nearest such day counts: an address of January 2 and a printed December 31 are two years.
 *
 * @param evidence what the path and the address claim, as `context.ts` has it; a year alone (`/2020/`) is enough
 */
export function inferYear(claims: readonly Claim[], evidence: readonly Claim[], address: string | null, words: Words): Claim | null {
  const printed = claims.find((claim) => claim.field === "dateAsPrinted");
  if (printed === undefined || claims.some(({ field }) => field === "date")) return null;
  const asPrinted = String(printed.value);
  const day = dayAndMonthOf(asPrinted, words);
  if (day === null) return null;
  const witness = evidence.find((claim) => claim.field === "date");
  const parts = witness?.field === "date" ? partsOf(witness.value.date) : null;
  const year = parts === null ? yearIn(address) : nearest(day, parts);
  if (year === null || !isPossible({ year, ...day })) return null;
  return {
    field: "date",
    value: { date: printDate({ year, ...day, time: null }), asPrinted },
    rule: witness?.rule ?? "source-address",
    confidence: "inferred",
    lines: printed.lines,
  };
}

/** The year in which the day stands nearest to the other; null where it is more than a month off in every one. */
function nearest(day: { month: number; day: number }, to: { year: number; month: number | null; day: number | null }): number | null {
  if (to.month === null || to.day === null) return to.year;
  const other = dayNumber(to.year, to.month, to.day);
  const off = (year: number) => Math.abs(dayNumber(year, day.month, day.day) - other);
  const year = [to.year, to.year - 1, to.year + 1].reduce((best, next) => (off(next) < off(best) ? next : best));
  return off(year) <= 31 ? year : null;
}

/** `/2020/` in an address that tells no day. */
function yearIn(address: string | null): number | null {
  const match = /\/(1[6-9]\d{2}|20\d{2})(?:\/|-\d{2}\/)/.exec(address ?? "");
  return match === null ? null : Number(match[1]);
}

/** What to say of the year that was inferred, instead of the complaint that it is missing. */
export function sayYear(found: readonly Found[], inferred: Claim | null): Found[] {
  if (inferred?.field !== "date") return [...found];
  const { date, asPrinted } = inferred.value;
  const from = inferred.rule === "path" ? "path of the file" : "address of the original";
  const message = `“${asPrinted}” was read as ${date}: the year is that of the ${from}.`;
  return found.map((each) =>
    each.code === "date-unreadable" && each.message.includes(asPrinted)
      ? { ...each, code: "date-year-inferred", message, hint: codes["date-year-inferred"].advice }
      : each,
  );
}

/** What to say where the printed day and that of the address are not the same. Nothing where one of them is no full day, or where nothing is printed. */
export function compareWithAddress({ single, provenance }: Settled, evidence: readonly Claim[]): Found[] {
  const address = evidence.find((claim) => claim.field === "date" && claim.rule === "source-address");
  const rule = provenance["date"]?.rule;
  if (address?.field !== "date" || single.date === null || rule === "source-address" || rule === "path") return [];
  const [printed, told] = [partsOf(single.date.date), partsOf(address.value.date)];
  if (printed?.month == null || printed.day === null || told?.month == null || told.day === null) return [];
  const days = Math.abs(dayNumber(printed.year, printed.month, printed.day) - dayNumber(told.year, told.month, told.day));
  if (days === 0) return [];
  const code = days >= far ? "date-far-from-address" : "date-differs-from-address";
  const [line] = provenance["date"]?.lines ?? [0];
  const message = `The text says ${single.date.date}, the address of the original says ${address.value.date}: ${days === 1 ? "a day" : `${days} days`} apart. The first was taken.`;
  return [{ code, message, line: line === 0 ? null : line, column: line === 0 ? null : 1, hint: codes[code].advice }];
}
