/** In which lists an article stands: from a name to its group. May import: model, text. */
import type { Archive, Group, GroupKind } from "../model/archive.ts";
import { foldForCompare } from "../text/fold.ts";

export type Groups = Readonly<Record<GroupKind, (name: string) => Group | null>>;

/** From a name as printed to its group. There are few names, and many who ask for them. */
export function groupsOf({ groups }: Archive): Groups {
  const lookup = (kind: GroupKind) => {
    const byFold = new Map(groups[kind].flatMap((group) => group.keys.map((key) => [key, group] as const)));
    const byName = new Map<string, Group | null>();
    return (name: string) => {
      const known = byName.get(name);
      if (known !== undefined) return known;
      const group = byFold.get(foldForCompare(name) || name) ?? null;
      byName.set(name, group);
      return group;
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
