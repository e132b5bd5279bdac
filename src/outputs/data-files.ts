/** The archive as data: every record on a line of JSON, a table of them, news items for newsrooms, and what says what is in all. May import: model, formats, outputs. */
import { articlesCsv } from "../formats/csv.ts";
import { dataPackage } from "../formats/data-package.ts";
import type { Card } from "../model/archive.ts";
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
    yield { ...records.file("data/articles.jsonl", () => archive.articles), isLarge: true };
    yield { ...table.file("data/articles.csv", () => archive.articles), isLarge: true };
    yield* items;
    yield description.file("data/datapackage.json", () => items.map(({ path }) => path.slice("data/".length)));
    yield { path: "data/article.schema.json", copyOf: { from: "program", path: "schema/article.schema.json" } };
  },
};

function printTable(articles: readonly Card[]): Iterable<string> {
  return articlesCsv(articles);
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
