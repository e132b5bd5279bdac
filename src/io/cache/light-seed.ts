/** A seed as it stays in memory, a hundred thousand times: what is equal in it is there once. May import: model. */
import type { SeedEntry } from "../../model/catalogue.ts";

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

const none: readonly never[] = Object.freeze([]);

/** A list that is hardly that of two articles, unless it is empty. */
function own<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list;
}

/**
 * Makes seeds small, each in place: it has just come out of JSON, which gives every one a copy of its own of the name of its paper, its authors and topics, and
 * of each empty list, and of its path three. Together that is a kilobyte an article.
 *
 * @param path of the seed
 * @param digest of what it was read from
 */
export function lightener(): (entry: SeedEntry, path: string, digest: string | null) => void {
  const values = new Map<string, unknown>();
  const once = <T extends string | readonly unknown[] | null>(value: T): T => {
    if (value === null) return value;
    // A list begins with a bracket, and so may a string: they are told apart.
    const key = typeof value === "string" ? `'${value}` : JSON.stringify(value);
    const known = values.get(key);
    if (known !== undefined) return known as T;
    values.set(key, value);
    return value;
  };
  return (entry, path, digest) => {
    const seed: Writable<SeedEntry> = entry;
    if (seed.file === path) seed.file = path;
    seed.idsBefore = own(seed.idsBefore);
    seed.used = own(seed.used);
    seed.inForce = own(seed.inForce);
    seed.diagnostics = own(seed.diagnostics);
    for (const each of seed.cards) {
      const card: Writable<typeof each> = each;
      if (card.file === path) card.file = path;
      if (card.sha256 === digest) card.sha256 = digest;
      if (card.title === card.headline) card.title = card.headline;
      card.layout = once(card.layout);
      card.language = once(card.language);
      card.section = once(card.section);
      card.publication = once(card.publication);
      card.authors = once(card.authors);
      card.topics = once(card.topics);
      card.figures = own(card.figures);
      card.related = own(card.related);
      card.corrections = own(card.corrections);
      card.notes = own(card.notes);
      card.diagnostics = own(card.diagnostics);
      card.links = own(card.links);
      card.credits = own(card.credits);
    }
  };
}
