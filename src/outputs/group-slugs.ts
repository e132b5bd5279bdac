/** Where the lists stand in which an article is: from a name to a slug. May import: model, text. */
import type { Archive, GroupKind } from "../model/archive.ts";
import { foldForCompare } from "../text/fold.ts";

export type Slugs = Readonly<Record<GroupKind, (name: string) => string | null>>;

/** From a name as printed to its group's slug. There are few names, and many who ask for them. */
export function slugsOf({ groups }: Archive): Slugs {
  const lookup = (kind: GroupKind) => {
    const byFold = new Map(groups[kind].map(({ name, slug }) => [foldForCompare(name) || name, slug]));
    const byName = new Map<string, string | null>();
    return (name: string) => {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const slug = byFold.get(foldForCompare(name) || name) ?? null;
      byName.set(name, slug);
      return slug;
    };
  };
  return {
    author: lookup("author"),
    publication: lookup("publication"),
    section: lookup("section"),
    topic: lookup("topic"),
    place: lookup("place"),
    language: lookup("language"),
  };
}
