/** The archive for machines: every record on a line of JSON, and the schema that says what is in it. May import: model. */
import type { Archive, Card } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import type { Bodies, Output } from "../model/page.ts";

export const dataFiles: Output = {
  name: "data",
  templates: [],
  *pages(archive) {
    yield { path: "data/articles.jsonl", text: (bodies) => lines(archive, bodies) };
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
