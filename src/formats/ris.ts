/** Citations as RIS. May import: model, text, formats. */
import type { Card } from "../model/archive.ts";
import type { Site } from "../model/page.ts";
import { citedDate, citedUrl, oneLine, pageUrl } from "./citation.ts";
import { citedName } from "./name-parts.ts";

/** A reference of the type NEWS (RIS, Research Information Systems, as EndNote, Zotero and Mendeley read it). A value never has a line end. */
export function risReference(card: Card, site: Site): string {
  const date = citedDate(card);
  const two = (part: number | null) => (part === null ? "" : String(part).padStart(2, "0"));
  const line = (tag: string, value: string | null) => {
    const text = oneLine(value ?? "");
    return text === "" ? "" : `${tag}  - ${text}\r\n`;
  };
  return [
    "TY  - NEWS\r\n",
    line("ID", card.id),
    line("TI", card.title),
    ...card.authors.map((author) => line("AU", risName(author))),
    line("T2", card.publication),
    line("SE", card.section),
    date === null ? "" : line("PY", String(date.year)),
    date === null ? "" : line("DA", `${date.year}/${two(date.month)}/${two(date.day)}/`),
    line("LA", card.language),
    ...card.topics.map((topic) => line("KW", topic)),
    line("UR", citedUrl(card, site)),
    line("DB", site.title),
    line("AV", pageUrl(card, site)),
    "ER  - \r\n\r\n",
  ].join("");
}

/** `Finch, Ada`; a name in one piece has no comma, which would cut it. */
function risName(author: Card["authors"][number]): string {
  const name = citedName(author);
  if ("literal" in name) return name.literal.replaceAll(",", "");
  return [name.family, name.given, ...(name.suffix === null ? [] : [name.suffix])].join(", ");
}
