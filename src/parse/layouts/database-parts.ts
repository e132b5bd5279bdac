/** The labels and lines around an article out of a database, each taken into the notebook. May import: text, parse/block, parse/layouts, parse/marks, parse/sheet. */
import type { Author } from "../../model/article.ts";
import { squeeze } from "../../text/lines.ts";
import { safeUrl } from "../../text/url.ts";
import { type Block, type Row, textOf } from "../block.ts";
import { readAuthors, readByline } from "../marks/byline.ts";
import { findDates } from "../marks/date.ts";
import { readDateLine, readDateValue } from "../marks/date-line.ts";
import { isEdition, isIdle } from "../marks/export-line.ts";
import { isTitle } from "../marks/name.ts";
import type { Words } from "../marks/words.ts";
import type { Sheet } from "../sheet.ts";
import type { Entry } from "./database-entry.ts";
import type { Notebook } from "./notebook.ts";
import { takeBoilerplate } from "./parts.ts";
import { takeByline, takeDates } from "./signature.ts";

/** @param below the lines that are the value, where the label has none on its own */
export function takeExportLabel(sheet: Sheet, { block, label }: Entry, below: Entry | null, notebook: Notebook): void {
  if (label === null) return;
  const own = [label.rest, ...block.rows.slice(1).map((row) => row.text)].join(" ");
  const value = squeeze(below === null ? own : textOf(below.block));
  const lines = [block.lines[0], (below ?? { block }).block.lines[1]] as const;
  const whole: Block = { ...block, lines, rows: below === null ? block.rows : [...block.rows, ...below.block.rows] };
  if (!takeField(sheet, label.field, value, whole, notebook)) takeBoilerplate(whole, notebook);
}

/** Returns whether the value was one of that field. */
function takeField(sheet: Sheet, field: NonNullable<Entry["label"]>["field"], value: string, block: Block, notebook: Notebook): boolean {
  if (value === "") return false;
  switch (field) {
    case "headline":
      return takeText("headline", value, value, block, notebook);
    case "publication":
      return value.length <= 120 && takeText("publication", withoutTown(value), value, block, notebook);
    case "section": {
      // `LOCAL; Pg. A3`: the page is the database's word, not the paper's section.
      const name = squeeze(value.replace(/[;,]\s*(?:pg?\.?|page|с\.|стр\.|s\.)\s.*$/iu, ""));
      return name !== "" && name.length <= 80 && takeText("section", name, value, block, notebook);
    }
    case "byline": {
      const byline = readSigned(value, sheet.words);
      if (byline !== null) takeByline({ asPrinted: value, authors: byline }, block, notebook);
      return byline !== null;
    }
    case "date": {
      const found = readDateValue(value, sheet.words, sheet.order);
      if (found !== null) takeDates([{ role: "published", found }], block, notebook, false);
      return found !== null || takeOpeningDate(sheet, value, block, notebook);
    }
    case "dateline":
      notebook.claim("dateline", { place: value.replace(/[\s,;—–-]+$/, ""), agency: null, asPrinted: value }, block.lines, "stated");
      notebook.role("dateline", block.lines);
      return true;
    case "sourceUrl":
      return takeSourceUrl(value, block, notebook);
    default:
      return false;
  }
}

/** @param printed where it has more words than the value, they are kept beside it */
function takeText(field: "headline" | "publication" | "section", value: string, printed: string, block: Block, notebook: Notebook): boolean {
  notebook.claim(field, value, block.lines, "stated");
  notebook.role(field, block.lines);
  if (value !== printed) keepWords(printed, block, notebook);
  return true;
}

function takeSourceUrl(value: string, block: Block, notebook: Notebook): boolean {
  const url = /^https?:\/\//i.test(value) ? safeUrl(value) : null;
  if (url === null || notebook.has("sourceUrl")) return false;
  notebook.claim("sourceUrl", url, block.lines, "stated");
  notebook.role("source", block.lines);
  return true;
}

/** Where a line without a label stands. */
export interface LinePlace {
  readonly entries: readonly Entry[];
  readonly at: number;
  /** Which line of its entry it is. */
  readonly index: number;
}

/** A line without a label: date, byline, words of the database, the paper beside the date, the headline. */
export function takeExportLine(sheet: Sheet, block: Block, place: LinePlace, notebook: Notebook): void {
  const text = textOf(block);
  const raw = block.rows[0]?.raw ?? "";
  const dates = readDateLine(text, sheet.words, sheet.order);
  const byline = dates === null ? readByline(text, sheet.words) : null;
  if (isIdle(raw) || (isEdition(raw) && isBelowDate(sheet, block, place))) takeBoilerplate(block, notebook);
  else if (dates !== null) takeDates(dates, block, notebook, false);
  else if (byline !== null && notebook.has("headline")) takeByline(byline, block, notebook);
  else if (!notebook.has("publication") && isPaper(sheet, text, block, place, notebook)) {
    notebook.claim("publication", withoutTown(text), block.lines);
    notebook.role("publication", block.lines);
    if (withoutTown(text) !== text) keepWords(text, block, notebook);
  } else if (takeOpeningDate(sheet, text, block, notebook)) return;
  else if (!notebook.has("headline") && text.length <= 300) {
    notebook.claim("headline", text, block.lines);
    notebook.role("headline", block.lines);
  } else takeBoilerplate(block, notebook);
}

/** Whether the line right above is a date. */
function isBelowDate({ words, order }: Sheet, block: Block, { entries }: LinePlace): boolean {
  const above = entries.flatMap((entry) => entry.block.rows).find((row) => row.lines[1] === block.lines[0] - 1);
  return above !== undefined && findDates(above.text.slice(0, 120), words, order).length > 0;
}

/** The paper's name stands directly above or below the date; where it is above, another line is the headline. */
function isPaper({ words, order }: Sheet, text: string, block: Block, { entries, at, index }: LinePlace, notebook: Notebook): boolean {
  if (!isTitle(withoutTown(text))) return false;
  const rows = entries.flatMap((entry): (Row | null)[] => (entry.label === null ? [...entry.block.rows] : [null]));
  const own = rows.findIndex((row) => row !== null && row.lines[0] === block.lines[0]);
  const isDate = (row: Row | null | undefined) => row !== undefined && row !== null && findDates(row.text.slice(0, 120), words, order)[0]?.start === 0;
  if (notebook.has("headline")) return isDate(rows[own - 1]) || isDate(rows[own + 1]);
  if (isDate(rows[own - 1])) return false;
  if (!isDate(rows[own + 1]) || (at > 0 && index > 0)) return false;
  const isOther = (row: Row | null) => row !== null && !isDate(row) && !isIdle(row.raw) && !isEdition(row.raw) && readByline(row.text, words) === null;
  return entries.some(({ label }) => label?.field === "headline") || rows.slice(own + 2).some(isOther);
}

/** `September 15, 2021 Wednesday, Late Edition`: a date, and words of the paper behind it. */
function takeOpeningDate(sheet: Sheet, text: string, block: Block, notebook: Notebook): boolean {
  const [found, ...others] = text.length <= 120 ? findDates(text, sheet.words, sheet.order) : [];
  if (found?.start !== 0 || others.length > 0 || notebook.has("date")) return false;
  takeDates([{ role: "published", found }], block, notebook, false);
  keepWords(text, block, notebook);
  return true;
}

/** `Roe, Jane; Doe, John` of a library's catalogue is Jane Roe and John Doe. */
function readSigned(value: string, words: Words): readonly Author[] | null {
  const names = value.split(/\s*;\s*/).filter((name) => name !== "");
  const turned = names.map((name) =>
    /^(\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)?), (\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*)?)\.?$/u.exec(name),
  );
  const isRole = turned.some((name) => words.roles.has((name?.[2] ?? "").toLowerCase()));
  if (turned.every((name) => name !== null) && !isRole)
    return turned.map((name) => ({ name: `${name?.[2]} ${name?.[1]}`, kind: "person" as const, role: null, place: null, affiliation: null }));
  return readByline(value, words)?.authors ?? readAuthors(value, words);
}

/** `The Averill Courier (Port Averill)` without the town. */
function withoutTown(text: string): string {
  return text.replace(/\s*[([][^()[\]]{1,60}[)\]]$/, "");
}

/** Words beside a value that no field holds stay in the record. */
function keepWords(text: string, block: Block, notebook: Notebook): void {
  notebook.claim("boilerplate", { text, lines: block.lines }, block.lines);
}
