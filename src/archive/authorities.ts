/** Which authority a name belongs to. May import: model, text. */
import type { GroupKind } from "../model/archive.ts";
import type { Authorities, Authority } from "../model/authority.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { foldForCompare } from "../text/fold.ts";

/** From a folded name to its authority; null where there is none. */
export type AuthorityOf = (key: string) => Authority | null;

/** A name as names are compared. */
export function nameKey(name: string): string {
  return foldForCompare(name) || name;
}

/** For names of one kind of list: a look-up each, however many entries there are. */
export function authoritiesFor(kind: GroupKind, { entries }: Authorities): AuthorityOf {
  if (kind !== "author" && kind !== "place") return () => null;
  const own = entries.filter((each) => (each.kind === "place") === (kind === "place"));
  const byKey = new Map(own.flatMap((each) => [each.name, ...each.variants.map(({ name }) => name)].map((name) => [nameKey(name), each] as const)));
  return (key) => byKey.get(key) ?? null;
}

/** Entries of which no article prints a name. */
export function unusedAuthorities({ entries }: Authorities, used: ReadonlySet<Authority>): Diagnostic[] {
  return entries
    .filter((each) => !used.has(each))
    .map(({ name, file, line }) => ({
      code: "authority-unused",
      file,
      message: `No article prints “${name}”, nor another name of the entry.`,
      hint: codes["authority-unused"].advice,
      line,
      column: 1,
    }));
}
