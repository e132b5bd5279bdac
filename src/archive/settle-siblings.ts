/**
 * `03/04/2019`, settled by its siblings: where at least three other files of the folder print their dates in the same shape, all of them say
 * by their own numbers (`15/09/2021`) which is the day, and all agree, the doubtful one is read likewise. May import: model, text.
 */
import type { Card } from "../model/archive.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic, DiagnosticRecord } from "../model/diagnostic.ts";
import { dayOf, isPossible, printDate } from "../text/civil-date.ts";
import { permalinkOf } from "../text/permalink.ts";

/** Other files that have to agree. */
const fewest = 3;

type Order = "day-month" | "month-day";

export interface Siblings {
  readonly cards: readonly Card[];
  readonly diagnostics: readonly Diagnostic[];
  /** Indexes of the cards whose date was settled here. */
  readonly settled: readonly number[];
}

/**
 * Settles what siblings can settle; everything else stays as it is.
 *
 * @param cards all articles, as they were read one by one
 * @param diagnostics all that was said of them
 */
export function settleSiblings(cards: readonly Card[], diagnostics: readonly Diagnostic[]): Siblings {
  const votes = votesOf(cards);
  const settled: number[] = [];
  const said = new Map<string, Diagnostic>();
  const result = cards.map((card, index) => {
    const printed = isDoubtful(card) ? numbersOf(card.dateAsPrinted) : null;
    if (printed === null) return card;
    const vote = verdict(votes.get(keyOf(card.file, printed.mark)), card.file);
    const date = vote === null ? null : dateBy(printed, vote.order);
    if (vote === null || date === null) return card;
    settled.push(index);
    const message = `“${card.dateAsPrinted}” was read as ${date}, as ${vote.files} other files of the folder print the ${vote.order === "day-month" ? "day" : "month"} first.`;
    return {
      ...card,
      key: `${card.key}~${date}`,
      date,
      id: card.id.startsWith("undated/") ? permalinkOf(date, card.id.slice("undated/".length)) : card.id,
      diagnostics: card.diagnostics.map((each): DiagnosticRecord => {
        if (!isAbout(each, card)) return each;
        const now = { ...each, code: "date-settled", severity: codes["date-settled"].severity, message, hint: codes["date-settled"].advice };
        said.set(placeOf(card.file, each), { code: "date-settled", file: card.file, message, hint: now.hint, line: each.line, column: each.column });
        return now;
      }),
    };
  });
  return { cards: result, diagnostics: diagnostics.map((each) => said.get(placeOf(each.file, each)) ?? each), settled };
}

interface Printed {
  readonly a: number;
  readonly b: number;
  readonly year: number;
  readonly mark: string;
}

/** The numbers of a date of which the year stands last. */
function numbersOf(printed: string | null): Printed | null {
  const match = /^\D*(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4})(?!\d)/.exec(printed ?? "");
  return match === null ? null : { a: Number(match[1]), b: Number(match[3]), year: Number(match[4]), mark: match[2] ?? "" };
}

function dateBy({ a, b, year }: Printed, order: Order): string | null {
  const parts = { year, month: order === "day-month" ? b : a, day: order === "day-month" ? a : b, time: null };
  return isPossible(parts) ? printDate(parts) : null;
}

/** A printed date that could be two, and that nothing else has settled. */
function isDoubtful(card: Card): boolean {
  return card.date === null && card.diagnostics.some((each) => isAbout(each, card));
}

function isAbout({ code, message }: DiagnosticRecord, card: Card): boolean {
  return code === "date-ambiguous" && message.includes(`“${card.dateAsPrinted}”`);
}

/** Folder and mark → order → the files that print it so. */
function votesOf(cards: readonly Card[]): ReadonlyMap<string, ReadonlyMap<Order, ReadonlySet<string>>> {
  const votes = new Map<string, Map<Order, Set<string>>>();
  for (const { file, date, dateAsPrinted } of cards) {
    const printed = date === null ? null : numbersOf(dateAsPrinted);
    if (printed === null || date === null || printed.a > 12 === printed.b > 12) continue;
    const order = printed.a > 12 ? "day-month" : "month-day";
    // A date that was corrected says nothing of how the paper prints.
    if (dateBy(printed, order) !== dayOf(date)) continue;
    const key = keyOf(file, printed.mark);
    const own = votes.get(key) ?? new Map<Order, Set<string>>();
    own.set(order, (own.get(order) ?? new Set()).add(file));
    votes.set(key, own);
  }
  return votes;
}

/** What enough other files say with one voice. */
function verdict(votes: ReadonlyMap<Order, ReadonlySet<string>> | undefined, file: string): { order: Order; files: number } | null {
  if (votes === undefined || votes.size !== 1) return null;
  for (const [order, voters] of votes) {
    const files = voters.size - (voters.has(file) ? 1 : 0);
    if (files >= fewest) return { order, files };
  }
  return null;
}

function keyOf(file: string, mark: string): string {
  return `${file.slice(0, file.lastIndexOf("/") + 1)}\n${mark}`;
}

function placeOf(file: string, { code, line, message }: { readonly code: string; readonly line: number | null; readonly message: string }): string {
  return `${file}\n${code}\n${line}\n${message}`;
}
