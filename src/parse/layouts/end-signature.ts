/** Who signs below the last paragraph, without a word that says so. May import: model, text, parse/block, parse/marks, parse/sheet. */
import type { BylineValue } from "../../model/claim.ts";
import { foldWord } from "../../text/fold.ts";
import { textOf } from "../block.ts";
import type { Item } from "../item.ts";
import { readAuthors } from "../marks/authors.ts";
import { readBareByline, readEndName, readWireSignature } from "../marks/byline.ts";
import { type DateMark, readDateLine } from "../marks/date-line.ts";
import type { Sheet } from "../sheet.ts";
import type { Notebook } from "./notebook.ts";
import { takeAside, takeByline, takeDates } from "./signature.ts";

/** Takes `abc/dpa`, `(Anna Schmidt, 3.3.2020)`, or a name alone. Returns whether the item was one of these. */
export function takeEndSignature(sheet: Sheet, at: number, notebook: Notebook): boolean {
  const { mark, block } = sheet.items[at] as Item;
  const text = textOf(block);
  const isSigned = notebook.has("byline");
  const isDesk = sheet.words.desks.has(foldWord(text.replace(/^[([]|[)\]]$/g, "")));
  const desk = isDesk ? { asPrinted: text, authors: readAuthors(text.replace(/^[([]|[)\]]$/g, ""), sheet.words) ?? [] } : null;
  const wire = isSigned
    ? null
    : (readWireSignature(text) ??
      desk ??
      readTwoRows(
        block.rows.map((row) => row.text),
        sheet,
      ));
  if (wire !== null) {
    takeByline(wire, block, notebook);
    return true;
  }
  const dated = readNameAndDate(text, sheet);
  if (dated !== null) {
    if (isSigned) takeAside(block, notebook);
    else takeByline(dated.byline, block, notebook);
    if (!notebook.has("date")) takeDates(dated.dates, block, notebook, true);
    return true;
  }
  const name = mark.kind === "line" && !isSigned && notebook.paragraphs() > 0 ? readEndName(text, sheet.words) : null;
  if (name === null) return false;
  notebook.report("byline-assumed", `“${text}” was taken for who signs, since it stands alone below the text.`, block.lines[0]);
  notebook.claim("byline", name, block.lines, "assumed");
  notebook.role("byline", block.lines);
  return true;
}

/** A name, and below it what she is: `Jeanne Morel` / `Correspondante à Orsund`. */
function readTwoRows([name = "", role = "", ...others]: readonly string[], { words }: Sheet): BylineValue | null {
  const byline = role === "" || others.length > 0 ? null : readBareByline(`${name}, ${role}`, words);
  const [author] = byline?.authors ?? [];
  return byline?.authors.length === 1 && author?.name === name && author.role !== null ? { asPrinted: `${name}\n${role}`, authors: byline.authors } : null;
}

/** `(Anna Schmidt, 3.3.2020)` below a story. */
function readNameAndDate(text: string, { words, order }: Sheet): { byline: BylineValue; dates: readonly DateMark[] } | null {
  const match = /^[([]([^()[\],]{3,60}),\s?([^()[\]]{6,40})[)\]]$/u.exec(text);
  const byline = match === null ? null : (readWireSignature(match[1] ?? "") ?? readBareByline(match[1] ?? "", words));
  const dates = byline === null ? null : readDateLine(match?.[2] ?? "", words, order);
  return byline === null || dates === null ? null : { byline: { ...byline, asPrinted: text }, dates };
}
