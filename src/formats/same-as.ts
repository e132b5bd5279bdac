/** Where a person, an agency or a place is identified: addresses in authority files. May import: model. */
import type { Authority } from "../model/authority.ts";

/** A page elsewhere that says who or what is meant. */
export interface SameAs {
  readonly file: "wikidata" | "viaf";
  readonly id: string;
  readonly url: string;
}

/** The pages as these files want to be linked: Wikidata's of the item, VIAF's permalink of the cluster. The numbers were checked when they were read. */
export function sameAsOf({ wikidata, viaf }: Pick<Authority, "wikidata" | "viaf">): SameAs[] {
  return [
    ...(wikidata === null ? [] : [{ file: "wikidata", id: wikidata, url: `https://www.wikidata.org/wiki/${wikidata}` } as const]),
    ...(viaf === null ? [] : [{ file: "viaf", id: viaf, url: `https://viaf.org/viaf/${viaf}` } as const]),
  ];
}
