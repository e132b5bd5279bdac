/** Citations of the articles that a list names, in files for other programs. May import: model, text, formats. */
import { bibtexEntry } from "../formats/bibtex.ts";
import { cslItems } from "../formats/csl-json.ts";
import { risReference } from "../formats/ris.ts";
import type { Card } from "../model/archive.ts";
import type { Page, Site } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";

const endings = { bibtex: ".bib", ris: ".ris", csl: ".csl.json" } as const;

/** A file of citations that a list links. */
export interface CitationLink {
  readonly format: keyof typeof endings;
  readonly href: string;
}

/** @param name of the list: `2021-09`, `authors/ada-finch` */
export function* citationFiles(name: string, articles: readonly Card[], site: Site): Iterable<Page> {
  if (articles.length === 0) return;
  yield { path: pathOf(name, "bibtex"), text: () => articles.map((card) => bibtexEntry(card, site)).join("") };
  yield { path: pathOf(name, "ris"), text: () => articles.map((card) => risReference(card, site)).join("") };
  yield { path: pathOf(name, "csl"), text: () => cslItems(articles, site) };
}

export function citationLinks(name: string, articles: readonly Card[], from: string): CitationLink[] {
  if (articles.length === 0) return [];
  return (["bibtex", "ris", "csl"] as const).map((format) => ({ format, href: relativeHref(from, pathOf(name, format)) }));
}

function pathOf(name: string, format: CitationLink["format"]): string {
  return `citations/${name}${endings[format]}`;
}
