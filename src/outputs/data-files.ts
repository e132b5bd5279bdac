/** The archive as data: every record on a line of JSON, a table of them, and what says what is in both. May import: model, formats, outputs/made. */
import { articlesCsv } from "../formats/csv.ts";
import { dataPackage } from "../formats/data-package.ts";
import type { Card } from "../model/archive.ts";
import type { Bodies, Frame, Output } from "../model/page.ts";
import { frameOf, madeFile } from "./made.ts";

export const dataFiles: Output = {
  name: "data",
  templates: [],
  *pages(archive, site) {
    const frame = frameOf(archive, site);
    yield madeFile(frame, "data/articles.jsonl", printRecords, () => archive.articles);
    yield madeFile(frame, "data/articles.csv", articlesCsv, () => archive.articles);
    yield madeFile(frame, "data/datapackage.json", printPackage, () => null);
    yield { path: "data/article.schema.json", copyOf: { from: "program", path: "schema/article.schema.json" } };
  },
};

function printPackage(_: null, { site }: Frame): string {
  return dataPackage(site);
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
