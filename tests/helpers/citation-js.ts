/** Bibliographies read by Citation.js, which has no types of its own. */
// @ts-expect-error: no types
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";

export interface Item {
  readonly id: string;
  readonly title?: string;
  readonly author?: readonly Readonly<Record<string, string>>[];
  readonly reporter?: readonly string[];
  readonly [key: string]: unknown;
}

/** The references in a text, as CSL-JSON. Throws where the text is not of the format. */
export function readCitations(text: string, format: "bibtex" | "ris"): Item[] {
  const forceType = format === "bibtex" ? "@biblatex/text" : "@ris/file";
  return (new Cite(text, { forceType }) as { data: Item[] }).data;
}

/** The bibliography of CSL items by a processor of CSL (citeproc), as plain text, one entry an item. */
export function processed(items: readonly object[], style: "apa"): string[] {
  const entries = (new Cite(items) as { format(kind: string, options: object): [string, string][] }).format("bibliography", {
    format: "text",
    template: style,
    lang: "en-US",
    nosort: true,
    asEntryArray: true,
  });
  return entries.map(([, text]) => text.trim());
}
