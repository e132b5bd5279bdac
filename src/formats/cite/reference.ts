/**
 * What the styles of citation have in common: a newspaper article as their handbooks see it. We write three styles for one type ourselves: the CSL processor at
 * hand takes a hundred times as long and its licence (CPAL or AGPL) would bind our users. May import: model, text, formats.
 */
import type { Card } from "../../model/archive.ts";
import type { Site } from "../../model/page.ts";
import { hostOf } from "../../text/url.ts";
import { citedDate, citedUrl, oneLine } from "../citation.ts";
import { type CitedName, citedName } from "../name-parts.ts";

/** A part of a citation. The name of a paper is set in italics. */
export interface CitedPart {
  readonly text: string;
  readonly isPaper: boolean;
}

export interface Reference {
  readonly authors: readonly CitedName[];
  readonly title: string;
  /** The paper; where none is known the site, at whose address the article is cited. */
  readonly paper: string;
  readonly date: { readonly year: number; readonly month: number | null; readonly day: number | null } | null;
  readonly url: string | null;
}

/** Every value on one line; numbers and months as the handbooks have them, which are English whatever the language of the archive. */
export function referenceOf(card: Card, site: Site): Reference {
  return {
    authors: card.authors.map((author) => citedName({ ...author, name: oneLine(author.name) })).filter((name) => !("literal" in name) || name.literal !== ""),
    title: oneLine(card.title),
    paper: oneLine(card.publication ?? "") || (hostOf(card.sourceUrl ?? "") ?? oneLine(site.title)),
    date: citedDate(card),
    url: citedUrl(card, site),
  };
}

export const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;

/** A sentence's end, where it has none yet. */
export function ended(text: string): string {
  return /[.?!…。？！؟]["”’»)\]]*$/u.test(text) ? text : `${text}.`;
}

/** A title in quotation marks, with those in it turned to single ones. A full stop or comma stands within. */
export function quoted(title: string, end: "." | ","): string {
  const inner = title.replaceAll("“", "‘").replaceAll("”", "’").replaceAll('"', "'");
  return `“${/[.?!…。？！؟]['’»)\]]*$/u.test(inner) ? inner : `${inner}${end}`}”`;
}

/** `Ada Finch`. */
export function straight(name: CitedName): string {
  return "literal" in name ? name.literal : [name.given, name.family, ...suffixOf(name)].join(" ");
}

/** `Finch, Ada`. */
export function inverted(name: CitedName): string {
  return "literal" in name ? name.literal : [name.family, name.given, ...suffixOf(name)].join(", ");
}

export function suffixOf({ suffix }: Exclude<CitedName, { literal: string }>): string[] {
  return suffix === null ? [] : [suffix];
}

/** The parts joined by spaces, those that are empty left out. */
export function sentence(...parts: readonly (string | CitedPart | null)[]): CitedPart[] {
  const kept = parts.map((part) => (typeof part === "string" ? { text: part, isPaper: false } : part)).filter((part) => part !== null && part.text !== "");
  return (kept as CitedPart[]).flatMap((part, index) => (index === 0 ? [part] : [{ text: " ", isPaper: false }, part]));
}

/** A citation as plain text. */
export function plainCitation(parts: readonly CitedPart[]): string {
  return parts.map(({ text }) => text).join("");
}
