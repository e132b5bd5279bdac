/** Who wrote it and when: bylines and dates, each taken into the notebook. May import: model, text, parse/block, parse/marks, parse/sheet. */
import type { Author } from "../../model/article.ts";
import type { BylineValue } from "../../model/claim.ts";
import { foldWord } from "../../text/fold.ts";
import { type Block, textOf } from "../block.ts";
import type { Item } from "../item.ts";
import type { DateMark } from "../marks/date-line.ts";
import type { Sheet } from "../sheet.ts";
import type { Notebook } from "./notebook.ts";

export function takeByline(byline: BylineValue, block: Block, notebook: Notebook): void {
  notebook.claim("byline", byline, block.lines, "stated");
  notebook.role("byline", block.lines);
}

/**
 * Takes a byline with the lines below that go on with it: another `By …`, or the role alone.
 *
 * @returns how many items it used up
 */
export function takeBylines(sheet: Sheet, at: number, notebook: Notebook): number {
  const first = sheet.items[at] as Item;
  if (first.mark.kind !== "byline") return 0;
  let { byline, dates } = first.mark;
  let used = 1;
  for (const next of sheet.items.slice(at + 1)) {
    const more = dates.length > 0 ? null : continuation(next, byline, sheet);
    if (more === null) break;
    byline = more;
    if (next.mark.kind === "byline") dates = next.mark.dates;
    used += 1;
  }
  const last = sheet.items[at + used - 1] as Item;
  const block = { ...last.block, lines: [first.block.lines[0], last.block.lines[1]] as const };
  takeByline(byline, block, notebook);
  takeDates(dates, last.block, notebook, true);
  return used;
}

/** Two lists of authors as one; who stands in both is there once, with what the second says of them. */
function joinAuthors(first: readonly Author[], second: readonly Author[]): Author[] {
  const again = (author: Author) => second.find(({ name }) => name === author.name);
  return [...first.map((author) => again(author) ?? author), ...second.filter(({ name }) => first.every((author) => author.name !== name))];
}

/** The byline with what the next line adds to it; null where that line is none of it. */
function continuation({ mark, block }: Item, byline: BylineValue, sheet: Sheet): BylineValue | null {
  const text = textOf(block);
  const asPrinted = `${byline.asPrinted}\n${text}`;
  if (mark.kind === "byline") return { asPrinted: `${byline.asPrinted}\n${mark.byline.asPrinted}`, authors: joinAuthors(byline.authors, mark.byline.authors) };
  const author = byline.authors.at(-1);
  if (mark.kind !== "line" || author === undefined || author.role !== null || !sheet.words.roles.has(foldWord(text))) return null;
  return { asPrinted, authors: [...byline.authors.slice(0, -1), { ...author, role: text }] };
}

/** @param shared whether the line has a role already, as a byline with a date in it has */
export function takeDates(dates: readonly DateMark[], block: Block, notebook: Notebook, shared: boolean): void {
  for (const { role, found } of dates) {
    const [line] = block.lines;
    if (found.problem === "impossible") notebook.report("date-impossible", `There is no such day as “${found.asPrinted}”.`, line);
    if (found.problem === "no-year") notebook.report("date-unreadable", `“${found.asPrinted}” does not say its year.`, line);
    if (found.problem === "ambiguous") notebook.report("date-ambiguous", `“${found.asPrinted}” can be read in two ways.`, line);
    if (found.value === null && role === "updated") notebook.claim("notes", { text: textOf(block), lines: block.lines }, block.lines);
    else if (found.value === null) notebook.claim("dateAsPrinted", found.asPrinted, block.lines, "stated");
    else notebook.claim(role === "updated" ? "updated" : "date", found.value, block.lines, "stated");
  }
  if (!shared && dates[0] !== undefined) notebook.role(dates[0].role === "updated" ? "updated" : "date", block.lines);
}
