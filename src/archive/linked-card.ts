/** A card as the archive holds it, made so that a hundred thousand of them are small. May import: model, text, archive/listed. */
import type { Card, LinkedCard } from "../model/archive.ts";
import type { Related } from "../model/article.ts";
import { digestKey } from "../text/digest.ts";
import { listedOf } from "./listed.ts";

/**
 * The card with its place in the archive. Field by field: V8 gives every `{ ...card, listed }` a hidden class of its own (with something new behind a spread), which took 800 bytes an article and
 * made each later look at a card slow.
 */
export function linkedCard(card: Card, related: readonly Related[]): LinkedCard {
  const { withheld } = card;
  const listed = listedOf(card);
  // Whatever a card gets besides has to stand here too, or this does not compile.
  const linked: Required<Omit<LinkedCard, "withheld">> = {
    id: card.id,
    file: card.file,
    layout: card.layout,
    sha256: card.sha256,
    language: card.language,
    headline: card.headline,
    kicker: card.kicker,
    deck: card.deck,
    byline: card.byline,
    authors: card.authors,
    date: card.date,
    dateAsPrinted: card.dateAsPrinted,
    updated: card.updated,
    dateline: card.dateline,
    section: card.section,
    topics: card.topics,
    publication: card.publication,
    figures: card.figures,
    related,
    sourceUrl: card.sourceUrl,
    corrections: card.corrections,
    notes: card.notes,
    diagnostics: card.diagnostics,
    title: listed.title,
    lede: card.lede,
    wordCount: card.wordCount,
    links: card.links,
    credits: card.credits,
    body: card.body,
    key: linkedKey(card, related),
    listed,
  };
  return withheld === undefined ? linked : { ...linked, withheld };
}

/** What stands for a card in its place: for all of the card, its address, and which articles it names. */
export function linkedKey({ key, id }: Card, related: readonly Related[]): string {
  return digestKey(`${key}@${id}>${related.map(({ article }) => article ?? "").join(">")}`);
}
