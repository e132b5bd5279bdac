/** A card as the archive holds it, made so that a hundred thousand of them are small. May import: model, text, archive/listed. */
import type { Card, LinkedCard } from "../model/archive.ts";
import type { Related } from "../model/article.ts";
import { digestKey } from "../text/digest.ts";
import { listedOf } from "./listed.ts";

/** Gives back a value that is equal to the given one, and the same for all that are equal. */
export type Share = <T>(value: T) => T;

/** Longer than this, a value is hardly that of two articles. */
const longest = 200;

const none: readonly never[] = [];

/** A list that is hardly that of two articles, unless it is empty. */
function own<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list;
}

/** Every card has its own copy of the name of its paper, its author, its topics, and of each empty list: together a sixth of all. */
export function sharing(): Share {
  const values = new Map<string, unknown>();
  return <T>(value: T): T => {
    if (value === null || value === undefined) return value;
    if (Array.isArray(value) && value.length === 0) return none as T;
    // A list begins with a bracket, and so may a string: they are told apart.
    const key = typeof value === "string" ? `'${value}` : JSON.stringify(value);
    if (key.length > longest) return value;
    const known = values.get(key);
    if (known !== undefined) return known as T;
    values.set(key, value);
    return value;
  };
}

/**
 * The card with its place in the archive. Field by field: V8 gives every `{ ...card, listed }` a hidden class of its own (with something new behind a spread), which took 800 bytes an article and
 * made each later look at a card slow.
 */
export function linkedCard(card: Card, related: readonly Related[], share: Share): LinkedCard {
  const { withheld } = card;
  const listed = listedOf(card);
  // Whatever a card gets besides has to stand here too, or this does not compile.
  const linked: Required<Omit<LinkedCard, "withheld">> = {
    id: card.id,
    file: card.file,
    layout: share(card.layout),
    sha256: card.sha256,
    language: share(card.language),
    headline: card.headline,
    kicker: card.kicker,
    deck: card.deck,
    byline: card.byline,
    authors: share(card.authors),
    date: card.date,
    dateAsPrinted: card.dateAsPrinted,
    updated: card.updated,
    dateline: card.dateline,
    section: share(card.section),
    topics: share(card.topics),
    publication: share(card.publication),
    figures: own(card.figures),
    related: own(related),
    sourceUrl: card.sourceUrl,
    corrections: own(card.corrections),
    notes: share(card.notes),
    diagnostics: share(card.diagnostics),
    title: listed.title,
    lede: card.lede,
    wordCount: card.wordCount,
    links: own(card.links),
    credits: own(card.credits),
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
