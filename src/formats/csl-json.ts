/** Citations as CSL-JSON. May import: model, text, formats. */
import type { Card } from "../model/archive.ts";
import type { Site } from "../model/page.ts";
import { cleanText } from "../text/clean.ts";
import { citedDate, citedUrl, pageUrl } from "./citation.ts";
import { citedName } from "./name-parts.ts";

/** A list of items of the type `article-newspaper` (Citation Style Language 1.0.2, csl-data.json), an item a line. Agencies and desks are literal names. */
export function cslItems(cards: readonly Card[], site: Site): string {
  return `[\n${cards.map((card) => JSON.stringify(cslItem(card, site))).join(",\n")}\n]\n`;
}

/** An item; what is not known is left out. */
export function cslItem(card: Card, site: Site): object {
  const date = citedDate(card);
  const text = (value: string | null) => (value === null || value === "" ? undefined : cleanText(value));
  return {
    id: card.id,
    type: "article-newspaper",
    title: text(card.title),
    author: card.authors.length === 0 ? undefined : card.authors.map(cslName),
    "container-title": text(card.publication),
    section: text(card.section),
    issued: date === null ? undefined : { "date-parts": [[date.year, date.month, date.day].filter((part) => part !== null)] },
    language: text(card.language),
    keyword: text(card.topics.join(", ")),
    URL: citedUrl(card, site) ?? undefined,
    archive: text(site.title),
    archive_location: pageUrl(card, site) ?? undefined,
  };
}

function cslName(author: Card["authors"][number]): object {
  const name = citedName(author);
  if ("literal" in name) return { literal: cleanText(name.literal) };
  return { family: name.family, given: name.given, ...(name.suffix === null ? {} : { suffix: name.suffix }) };
}
