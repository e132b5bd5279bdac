/** In which lists an article stands, and whom it names: for its own page. May import: model, text, formats, outputs. */
import type { Identified } from "../formats/json-ld.ts";
import { sameAsOf } from "../formats/same-as.ts";
import type { Card, GroupKind } from "../model/archive.ts";
import { relativeHref } from "../text/url.ts";
import type { Groups } from "./group-slugs.ts";
import { groupPath } from "./paths.ts";

export interface ListUses {
  /** Slugs of the lists in which it stands; null for one that there is not. */
  readonly slugs: Readonly<Record<GroupKind, readonly (string | null)[]>>;
  /** From a name in its credits to the slug of its page. */
  readonly credited: readonly (readonly [name: string, slug: string])[];
  readonly identified: Identified;
}

export function listUses(card: Card, groups: Groups): ListUses {
  const place = typeof card.dateline?.place === "string" ? [card.dateline.place] : [];
  const authors = card.authors.map(({ name }) => name);
  const slugsIn = (kind: GroupKind, names: readonly string[]) => names.map((name) => groups[kind](name)?.slug ?? null);
  return {
    slugs: {
      author: slugsIn("author", authors),
      publication: slugsIn("publication", card.publication === null ? [] : [card.publication]),
      section: slugsIn("section", card.section === null ? [] : [card.section]),
      topic: slugsIn("topic", card.topics),
      place: slugsIn("place", place),
      language: slugsIn("language", [card.language]),
    },
    credited: card.credits.flatMap(({ name }) => {
      const slug = groups.author(name)?.slug;
      return slug === undefined ? [] : [[name, slug] as const];
    }),
    identified: identifiedIn(card, groups),
  };
}

/** Where its authors and the place of its dateline are identified, as far as the owner says. */
export function identifiedIn({ authors, dateline }: Pick<Card, "authors" | "dateline">, groups: Groups): Identified {
  const sameAs = (kind: GroupKind, name: string) => {
    const authority = groups[kind](name)?.authority ?? null;
    return authority === null ? [] : sameAsOf(authority).map(({ url }) => url);
  };
  const place = dateline?.place ?? null;
  return { authors: authors.map(({ name }) => sameAs("author", name)), place: place === null ? [] : sameAs("place", place) };
}

/** The pages of those whom its credits name. */
export function creditedLinks({ credited }: ListUses, path: string): { name: string; href: string }[] {
  return credited.map(([name, slug]) => ({ name, href: relativeHref(path, groupPath("author", slug)) }));
}

/** The lists that the article stands in, as links. */
export function listLinks(card: Card, { slugs }: ListUses, path: string) {
  const link = (kind: GroupKind, name: string, index: number) => {
    const slug = slugs[kind][index] ?? null;
    return { name, href: slug === null ? null : relativeHref(path, groupPath(kind, slug)) };
  };
  return {
    authors: card.authors.map((author, index) => ({
      ...link("author", author.name, index),
      kind: author.kind,
      role: author.role,
      place: author.place,
      affiliation: author.affiliation,
    })),
    section: card.section === null ? null : link("section", card.section, 0),
    publication: card.publication === null ? null : link("publication", card.publication, 0),
    topics: card.topics.map((topic, index) => link("topic", topic, index)),
    places: typeof card.dateline?.place === "string" ? [link("place", card.dateline.place, 0)] : [],
  };
}
