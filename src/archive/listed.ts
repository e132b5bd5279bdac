/** What lists show of an article. May import: model, text. */
import type { Card, Listed } from "../model/archive.ts";
import { newStyle } from "../text/civil-date.ts";
import { digestKey } from "../text/digest.ts";

export function listedOf({ id, headline, title, kicker, deck, lede, language, date, byline, authors, publication, section }: Card): Listed {
  // Field by field, and the key with its place beforehand: see `linkedCard`.
  const shown = {
    id,
    // Mostly one text, and it came twice.
    title: title === headline ? headline : title,
    kicker,
    lede: deck ?? lede,
    language,
    publication,
    section,
    date: date === null ? null : newStyle(date),
    byline: authors.length === 0 ? byline : authors.map((author) => author.name).join(", "),
    key: "",
  };
  shown.key = digestKey(JSON.stringify(shown));
  return shown;
}
