/** How an article is cited: in three styles for people, in three formats for their programs, all on its own page. May import: model, formats. */
import { bibtexEntry } from "../formats/bibtex.ts";
import { apaCitation } from "../formats/cite/apa.ts";
import { chicagoCitation } from "../formats/cite/chicago.ts";
import { mlaCitation } from "../formats/cite/mla.ts";
import { type CitedPart, referenceOf } from "../formats/cite/reference.ts";
import { cslItems } from "../formats/csl-json.ts";
import { risReference } from "../formats/ris.ts";
import type { Card } from "../model/archive.ts";
import type { Site } from "../model/page.ts";

export interface Cite {
  readonly styles: readonly { readonly name: "chicago" | "apa" | "mla"; readonly parts: readonly CitedPart[] }[];
  /** To be copied, or kept as a file of the name: three files for each article would be most files of an archive. */
  readonly formats: readonly { readonly name: "bibtex" | "ris" | "csl"; readonly file: string; readonly text: string }[];
}

/** The same for the same card and site: nothing of other articles is in it. */
export function citeOf(card: Card, site: Site): Cite {
  const reference = referenceOf(card, site);
  const file = card.id.slice(card.id.lastIndexOf("/") + 1);
  return {
    styles: [
      { name: "chicago", parts: chicagoCitation(reference) },
      { name: "apa", parts: apaCitation(reference) },
      { name: "mla", parts: mlaCitation(reference) },
    ],
    formats: [
      { name: "bibtex", file: `${file}.bib`, text: bibtexEntry(card, site).trim() },
      { name: "ris", file: `${file}.ris`, text: risReference(card, site).replaceAll("\r\n", "\n").replace(/\n+$/, "") },
      { name: "csl", file: `${file}.csl.json`, text: cslItems([card], site).trim() },
    ],
  };
}
