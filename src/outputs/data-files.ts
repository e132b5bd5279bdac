/** The archive as data: every record on a line of JSON, a table of them, and what says what is in both. May import: model, formats. */
import { articlesCsv } from "../formats/csv.ts";
import { dataPackage } from "../formats/data-package.ts";
import type { Archive, Card } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import type { Bodies, Output } from "../model/page.ts";

export const dataFiles: Output = {
  name: "data",
  templates: [],
  *pages(archive, site) {
    yield { path: "data/articles.jsonl", text: (bodies) => lines(archive, bodies) };
    yield { path: "data/articles.csv", text: () => articlesCsv(archive.articles) };
    yield { path: "data/datapackage.json", text: () => dataPackage(site) };
    yield { path: "data/article.schema.json", copyOf: { from: "program", path: "schema/article.schema.json" } };
  },
};

function* lines(archive: Archive, bodies: Bodies): Iterable<string> {
  for (const card of archive.articles) yield `${JSON.stringify(recordOf(card, bodies))}\n`;
}

/** The record again, from the card and what was put away, in the order of the contract. */
function recordOf(card: Card, bodies: Bodies): Article {
  const { paragraphs, body, lines: roles, provenance, boilerplate } = bodies.read(card.body);
  const { id, file, layout, sha256, language, headline, kicker, deck, byline, authors, date, dateAsPrinted, updated, dateline } = card;
  const { section, topics, publication, figures, related, sourceUrl, corrections, notes, diagnostics } = card;
  return {
    ...{ id, file, layout, sha256, language, headline, kicker, deck, byline, authors, date, dateAsPrinted, updated, dateline, section, topics, publication },
    ...{ figures, paragraphs, body, related, sourceUrl, corrections, notes, boilerplate, provenance, lines: roles, diagnostics },
  };
}
