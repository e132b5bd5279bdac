/** What stands before and after an article in the lists of its author and its section. May import: model, text, outputs. */
import type { Archive, Group, LinkedCard, Listed } from "../model/archive.ts";
import { relativeHref } from "../text/url.ts";
import { entry } from "./entry.ts";
import { groupPath } from "./paths.ts";

/** The place of an article in one list. */
export interface Beside {
  readonly group: Pick<Group, "kind" | "slug" | "name">;
  readonly previous: Listed | null;
  readonly next: Listed | null;
}

type Kind = "author" | "section";

/** From an article and the slug of a list to its place there, each list counted once; null where it stands there alone. */
export function besidesIn({ groups }: Archive): (card: LinkedCard, kind: Kind, slug: string) => Beside | null {
  const bySlug = { author: new Map(groups.author.map((group) => [group.slug, group])), section: new Map(groups.section.map((group) => [group.slug, group])) };
  const places = new Map<Group, ReadonlyMap<string, number>>();
  return (card, kind, slug) => {
    const group = bySlug[kind].get(slug);
    if (group === undefined || group.articles.length < 2) return null;
    const known = places.get(group) ?? new Map(group.articles.map(({ id }, place) => [id, place]));
    places.set(group, known);
    const place = known.get(card.id) ?? 0;
    return {
      group: { kind, slug, name: group.name },
      previous: group.articles[place - 1]?.listed ?? null,
      next: group.articles[place + 1]?.listed ?? null,
    };
  };
}

export function besideLinks({ group: { kind, slug, name }, previous, next }: Beside, path: string) {
  return {
    ...{ kind, name },
    href: relativeHref(path, groupPath(kind, slug)),
    previous: previous === null ? null : entry(previous, path),
    next: next === null ? null : entry(next, path),
  };
}
