/** The archive as data: every record on a line of JSON, a table of them, news items for newsrooms, and what says what is in all. May import: model, formats, outputs. */
import { articlesCsv } from "../formats/csv.ts";
import { dataPackage } from "../formats/data-package.ts";
import type { Card, LinkedCard } from "../model/archive.ts";
import type { Bodies, Frame, Output } from "../model/page.ts";
import { isWanted } from "./left-out.ts";
import { fileKind } from "./made.ts";
import { ninjs, ninjsFiles } from "./ninjs.ts";

const records = fileKind("records", printRecords);
const table = fileKind("table", printTable);
const description = fileKind("data-package", printPackage);

export const dataFiles: Output = {
  name: "data",
  kinds: [records, table, description, ninjs],
  *pages(archive, site) {
    const items = isWanted(site, "ninjs") ? ninjsFiles(archive) : [];
    yield { ...records.file("data/articles.jsonl", () => archive.articles), isLarge: true, parts: () => byMonth(archive.articles) };
    yield { ...table.file("data/articles.csv", () => ({ cards: archive.articles, hasHead: true })), isLarge: true, parts: () => tableParts(archive.articles) };
    yield* items;
    yield description.file("data/datapackage.json", () => items.map(({ path }) => path.slice("data/".length)));
    yield { path: "data/article.schema.json", copyOf: { from: "program", path: "schema/article.schema.json" } };
  },
};

/** In their order, cut wherever the month is another one: an edit is of concern to one of a few hundred parts. */
function* byMonth(articles: readonly LinkedCard[]): Iterable<readonly LinkedCard[]> {
  let [start, month] = [0, monthOf(articles[0])];
  for (const [index, card] of articles.entries()) {
    if (monthOf(card) === month) continue;
    yield articles.slice(start, index);
    [start, month] = [index, monthOf(card)];
  }
  yield articles.slice(start);
}

function monthOf(card: Card | undefined): string {
  return card?.date?.slice(0, 7) ?? "";
}

interface Rows {
  readonly cards: readonly Card[];
  readonly hasHead: boolean;
}

function* tableParts(articles: readonly LinkedCard[]): Iterable<Rows> {
  yield { cards: [], hasHead: true };
  for (const cards of byMonth(articles)) yield { cards, hasHead: false };
}

function printTable({ cards, hasHead }: Rows): Iterable<string> {
  return articlesCsv(cards, hasHead);
}

function printPackage(ninjsPaths: readonly string[], { site }: Frame): string {
  return dataPackage(site, ninjsPaths);
}

function* printRecords(articles: readonly Card[], _frame: Frame, _path: string, bodies: Bodies): Iterable<string> {
  for (const card of articles) yield `${recordOf(card, bodies)}\n`;
}

/** The record again, in the order of the contract: what was put away is copied as it stands there. */
function recordOf(card: Card, bodies: Bodies): string {
  const { text, reading } = bodies.json(card.body);
  const { id, file, layout, sha256, language, headline, kicker, deck, byline, authors, date, dateAsPrinted, updated, dateline } = card;
  const { section, topics, publication, figures, related, sourceUrl, corrections, notes, diagnostics } = card;
  const parts = [
    inner(JSON.stringify({ id, file, layout, sha256, language, headline, kicker, deck, byline, authors, date, dateAsPrinted, updated, dateline })),
    inner(JSON.stringify({ section, topics, publication, figures })),
    inner(text),
    inner(JSON.stringify({ related, sourceUrl, corrections, notes })),
    inner(reading),
    inner(JSON.stringify({ diagnostics })),
  ];
  return `{${parts.join(",")}}`;
}

/** What stands between the braces of an object of JSON. */
function inner(json: string): string {
  return json.slice(1, -1);
}
