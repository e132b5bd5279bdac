/** Citations of the articles that a list names, in files for other programs. May import: model, text, formats. */
import { bibtexEntry } from "../formats/bibtex.ts";
import { cslItems } from "../formats/csl-json.ts";
import { risReference } from "../formats/ris.ts";
import type { Card } from "../model/archive.ts";
import type { Frame, Page, Site } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";
import { isWanted } from "./left-out.ts";
import { fileKind } from "./made.ts";

const endings = { bibtex: ".bib", ris: ".ris", csl: ".csl.json" } as const;

const bibtex = fileKind("bibtex", printBibtex);
const ris = fileKind("ris", printRis);
const csl = fileKind("csl", printCsl);

/** The kinds of files that `citationFiles` asks for. */
export const citationKinds = [bibtex, ris, csl];

/** A file of citations that a list links. */
export interface CitationLink {
  readonly format: keyof typeof endings;
  readonly href: string;
}

/** @param name of the list: `2021-09`, `authors/ada-finch` */
export function* citationFiles(name: string, articles: readonly Card[], site: Site): Iterable<Page> {
  if (articles.length === 0 || !isWanted(site, "citations")) return;
  yield bibtex.file(pathOf(name, "bibtex"), () => articles);
  yield ris.file(pathOf(name, "ris"), () => articles);
  yield csl.file(pathOf(name, "csl"), () => articles);
}

function printBibtex(articles: readonly Card[], { site }: Frame): string {
  return articles.map((card) => bibtexEntry(card, site)).join("");
}

function printRis(articles: readonly Card[], { site }: Frame): string {
  return articles.map((card) => risReference(card, site)).join("");
}

function printCsl(articles: readonly Card[], { site }: Frame): string {
  return cslItems(articles, site);
}

/** Links to the citations of a list that is not empty. */
export function citationLinks(name: string, from: string, site: Site): CitationLink[] {
  if (!isWanted(site, "citations")) return [];
  return (["bibtex", "ris", "csl"] as const).map((format) => ({ format, href: relativeHref(from, pathOf(name, format)) }));
}

function pathOf(name: string, format: CitationLink["format"]): string {
  return `citations/${name}${endings[format]}`;
}
