/** Citations as BibTeX. May import: model, text, formats. */
import type { Card } from "../model/archive.ts";
import type { Site } from "../model/page.ts";
import { sha256 } from "../text/digest.ts";
import { citedDate, citedUrl, oneLine } from "./citation.ts";
import { citedName } from "./name-parts.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** No braces but in pairs: BibTeX counts them without regard to backslashes. */
const commands: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
  $: "\\$",
  "%": "\\%",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
};

/**
 * An entry for BibTeX and biblatex, in UTF-8 (T. Oetiker and O. Patashnik, "BibTeXing"; biblatex manual 2.2): `@article` of a newspaper, `@misc` where the paper is not
 * known. The title is braced so that no style changes its case; agencies and desks are names in one piece. `date` is biblatex's, `year` and `month` are BibTeX's.
 */
export function bibtexEntry(card: Card, site: Site): string {
  const date = citedDate(card);
  const url = citedUrl(card, site);
  const day = date === null ? null : [date.year, date.month, date.day].flatMap((part) => (part === null ? [] : [String(part).padStart(2, "0")])).join("-");
  const fields: readonly (readonly [string, string | null])[] = [
    ["title", `{${escapeTex(card.title)}}`],
    [
      "author",
      card.authors
        .map(bibtexName)
        .filter((name) => name !== "{}")
        .join(" and ") || null,
    ],
    ["journal", card.publication === null ? null : escapeTex(card.publication)],
    ["entrysubtype", card.publication === null ? null : "newspaper"],
    ["date", day],
    ["year", date === null ? null : String(date.year)],
    ["url", url],
    ["language", /^[A-Za-z0-9-]+$/.test(card.language) ? card.language : null],
    ["keywords", card.topics.map(escapeTex).join(", ") || null],
  ];
  const month = date?.month === null || date?.month === undefined ? "" : `  month = ${months[date.month - 1]},\n`;
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}},\n`])).join("");
  return `@${card.publication === null ? "misc" : "article"}{${bibtexKey(card.id)},\n${lines}${month}}\n\n`;
}

/** The permalink, which is unique and stays; letters that a key may not have are left out, and a digest tells such keys apart. */
export function bibtexKey(id: string): string {
  const plain = id.replace(/[^A-Za-z0-9/_-]/g, "");
  return plain === id && plain !== "" ? plain : `${plain}-${sha256(id).slice(0, 12)}`;
}

/** A text that TeX prints as it stands: specials become commands, and letters that TeX would run together (`--`, `''`) are kept apart. */
export function escapeTex(text: string): string {
  return oneLine(text).replace(/([-`',<>])(?=\1)|[?!](?=`)|[\\{}~^$%&#_]/g, (found) => commands[found] ?? `${found}{}`);
}

function bibtexName(author: Card["authors"][number]): string {
  const name = citedName(author);
  if ("literal" in name) return `{${escapeTex(name.literal)}}`;
  return [name.family, ...(name.suffix === null ? [] : [name.suffix]), name.given].map(escapeTex).join(", ");
}
