/** Records as a table: comma-separated values that a spreadsheet opens without harm. May import: model, text. */
import type { Card } from "../model/archive.ts";
import { cleanText } from "../text/clean.ts";

/** A column of `articles.csv`. */
export interface Column {
  readonly name: string;
  /** As the Table Schema of Frictionless Data names it. */
  readonly type: "string" | "integer";
  readonly description: string;
  readonly cell: (card: Card) => string;
}

/** TABLE of columns, in order. Names and values are those of the record; lists are joined by `; `. */
export const columns: readonly Column[] = [
  { name: "id", type: "string", description: "Permalink without extension; unique.", cell: (card) => card.id },
  { name: "page", type: "string", description: "The article's page, relative to the top of the archive.", cell: (card) => `${card.id}.html` },
  { name: "date", type: "string", description: "ISO 8601 / EDTF level 1, as precise as the source.", cell: (card) => card.date ?? "" },
  { name: "dateAsPrinted", type: "string", description: "The date as printed.", cell: (card) => card.dateAsPrinted ?? "" },
  { name: "updated", type: "string", description: "Date of the last change that the article tells of.", cell: (card) => card.updated ?? "" },
  { name: "headline", type: "string", description: "As printed.", cell: (card) => card.headline ?? "" },
  { name: "kicker", type: "string", description: "The line above the headline.", cell: (card) => card.kicker ?? "" },
  { name: "deck", type: "string", description: "The line below the headline.", cell: (card) => card.deck ?? "" },
  { name: "byline", type: "string", description: "As printed.", cell: (card) => card.byline ?? "" },
  {
    name: "authors",
    type: "string",
    description: "Names of people, agencies and desks, joined by “; ”.",
    cell: (card) => card.authors.map(({ name }) => name).join("; "),
  },
  { name: "dateline", type: "string", description: "As printed.", cell: (card) => card.dateline?.asPrinted ?? "" },
  { name: "section", type: "string", description: "", cell: (card) => card.section ?? "" },
  { name: "topics", type: "string", description: "Joined by “; ”.", cell: (card) => card.topics.join("; ") },
  { name: "publication", type: "string", description: "", cell: (card) => card.publication ?? "" },
  { name: "language", type: "string", description: "BCP 47.", cell: (card) => card.language },
  { name: "sourceUrl", type: "string", description: "The article's original address, as printed.", cell: (card) => card.sourceUrl ?? "" },
  { name: "beginning", type: "string", description: "The beginning of the text.", cell: (card) => card.lede },
  { name: "wordCount", type: "integer", description: "Words of the text; in Chinese and Japanese, characters.", cell: (card) => String(card.wordCount) },
  { name: "file", type: "string", description: "Path of the file that it was read from.", cell: (card) => card.file },
  { name: "sha256", type: "string", description: "Digest of that file.", cell: (card) => card.sha256 },
];

/** Rows that are put together before they are handed on. */
const batch = 200;

/**
 * All articles as CSV (RFC 4180): a header, then a row an article, in parts.
 *
 * @param hasHead false for what follows other rows
 */
export function* articlesCsv(cards: readonly Card[], hasHead = true): Iterable<string> {
  if (hasHead) yield csvRow(columns.map(({ name }) => name));
  for (let start = 0; start < cards.length; start += batch)
    yield cards
      .slice(start, start + batch)
      .map((card) => csvRow(columns.map(({ cell }) => cell(card))))
      .join("");
}

/**
 * A row of CSV with its line end. What a spreadsheet would take for a formula (a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets
 * an apostrophe before it; what no text can hold becomes U+FFFD, and a form feed (in the name of a file) a space.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(value: string): string {
  const text = cleanText(value).replace(/[\v\f]/g, " ");
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  // Semicolons and tabs part cells in the spreadsheets of some countries.
  return /[",;\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
