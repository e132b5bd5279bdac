/** Who signs a head without a byline word, and what is not to be taken for a part of the head. May import: model, text, parse/block, parse/marks, parse/sheet. */
import { textOf } from "../block.ts";
import type { Item } from "../item.ts";
import { readBareByline, readWireSignature } from "../marks/byline.ts";
import { isChineseName } from "../marks/byline-chinese.ts";
import { readDateline } from "../marks/dateline.ts";
import { tokensOf } from "../marks/name.ts";
import type { Sheet } from "../sheet.ts";
import type { Notebook } from "./notebook.ts";
import { isRoleLine, takeByline } from "./signature.ts";

/** Within so many items a line with a byline word is the byline, and a bare name is not. */
const bylineReach = 5;

/** A byline that names somebody in full, or an agency: below a date, only such a one makes a deck of a sentence. */
export function isFullByline(item: Item | undefined): boolean {
  return (
    item?.mark.kind === "byline" && item.mark.byline.authors.every(({ name, kind }) => kind !== "person" || tokensOf(name).length > 1 || isChineseName(name))
  );
}

/** Prose that opens with a dateline, or below which no other prose stands: the story itself, with its date at the end. */
export function isLede({ items, words }: Sheet, at: number): boolean {
  const item = items[at] as Item;
  if (item.mark.kind !== "prose") return false;
  return readDateline(textOf(item.block), words) !== null || items.slice(at + 1).every(({ mark }) => mark.kind !== "prose");
}

/** A name without `By`, with the line of roles that may stand below it. Returns how many items were used up; 0 where it is none. */
export function takeBareByline(sheet: Sheet, at: number, headlineAt: number | null, notebook: Notebook): number {
  const { mark, block } = sheet.items[at] as Item;
  if (mark.kind !== "line" || notebook.has("byline") || headlineAt === null) return 0;
  const text = textOf(block);
  const byline = readBareByline(text, sheet.words);
  const next = sheet.items[at + 1];
  const below = next?.mark.kind === "line" && isRoleLine(textOf(next.block), sheet) ? next.block : null;
  if (byline === null || hasBylineBelow(sheet, at) || (below === null && !isBesideSignature(sheet, at, headlineAt))) return 0;
  const lines = [block.lines[0], (below ?? block).lines[1]] as const;
  const role = below !== null && byline.authors.length === 1 ? textOf(below) : null;
  const authors = byline.authors.map((author) => ({ ...author, role: author.role ?? role }));
  notebook.claim("byline", { asPrinted: below === null ? text : `${text}\n${textOf(below)}`, authors }, lines);
  notebook.role("byline", lines);
  return below === null ? 1 : 2;
}

/** `APA/sda/dpa`, `Redacción / EFE` between headline and date: who signs, where no picture's caption stands above it. Returns 1 where it was taken. */
export function takeAgencySignature(sheet: Sheet, at: number, headlineAt: number | null, notebook: Notebook): number {
  const { mark, block } = sheet.items[at] as Item;
  if (mark.kind !== "cutline" || mark.cutline.caption !== null || notebook.has("byline")) return 0;
  const wire = readWireSignature(textOf(block)) ?? readBareByline(textOf(block), sheet.words);
  if (
    wire === null ||
    wire.authors.some(({ kind, place, affiliation }) => kind === "person" && (place === null || affiliation === null)) ||
    !isBesideSignature(sheet, at, headlineAt)
  )
    return 0;
  if (at - 1 !== headlineAt && sheet.items[at - 1]?.mark.kind === "line") return 0;
  takeByline(wire, block, notebook);
  return 1;
}

/** Whether a line with a byline word stands below in the same head. */
function hasBylineBelow({ items }: Sheet, at: number): boolean {
  const within = items.slice(at, at + bylineReach);
  const end = within.findIndex(({ mark }) => mark.kind === "prose");
  return within.slice(0, end === -1 ? within.length : end).some(({ mark }) => mark.kind === "byline");
}

/** A name without `By` is a byline directly beside the date, or between headline and date. */
function isBesideSignature({ items }: Sheet, at: number, headlineAt: number | null): boolean {
  const isDate = (item: Item | undefined) => item?.mark.kind === "dates" || (item?.mark.kind === "label" && item.mark.label.kind === "date");
  const isCredit = (item: Item | undefined) => item?.mark.kind === "cutline" && item.mark.cutline.caption === null;
  // A reading time or a share button may stand between.
  const isOfThePage = (index: number) => items[index]?.mark.kind === "boilerplate";
  let [before, after] = [at - 1, at + 1];
  while (isOfThePage(before)) before -= 1;
  while (isOfThePage(after)) after += 1;
  const isDateBelow = isDate(items[after]) || (isCredit(items[after]) && isDate(items[after + 1]));
  return headlineAt !== null && (isDateBelow || (isDate(items[before]) && before > headlineAt));
}
