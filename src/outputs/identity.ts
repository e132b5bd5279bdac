/** What the owner's list of authorities says of a name, on its page: other forms, a note, where it is identified. May import: model, text, formats, outputs/captures. */
import { sameAsOf } from "../formats/same-as.ts";
import type { Group } from "../model/archive.ts";
import type { Authority } from "../model/authority.ts";
import { directionOf } from "../text/direction.ts";
import { captureOf } from "./captures.ts";

/** Of an authority, what pages show: where its entry stands is none of that. */
export type Identity = Pick<Authority, "kind" | "name" | "variants" | "wikidata" | "viaf" | "note">;

export function identityOf({ authority }: Pick<Group, "authority">): Identity | null {
  if (authority === null) return null;
  const { kind, name, variants, wikidata, viaf, note } = authority;
  return { kind, name, variants, wikidata, viaf, note };
}

/** Plain data for a template. */
export function identityView(identity: Identity) {
  return {
    note: identity.note,
    variants: identity.variants
      .filter(({ name }, index) => name !== identity.name && identity.variants.findIndex((each) => each.name === name) === index)
      .map(({ name, language }) => ({ name, language, direction: language === null ? null : directionOf(language) })),
    links: sameAsOf(identity).map((each) => ({ ...each, capture: captureOf({ sourceUrl: each.url, date: null })?.href ?? null })),
  };
}
