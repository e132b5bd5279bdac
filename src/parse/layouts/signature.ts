/** Who wrote it and when: bylines and dates, each taken into the notebook. May import: model, text, parse/block, parse/marks, parse/sheet. */
import type { Author } from "../../model/article.ts";
import type { BylineValue } from "../../model/claim.ts";
import { foldWord } from "../../text/fold.ts";
import { type Block, textOf } from "../block.ts";
import type { Item } from "../item.ts";
import type { FoundDate } from "../marks/date.ts";
import type { DateMark } from "../marks/date-line.ts";
import { looksLikeName } from "../marks/name.ts";
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

/** `Special Correspondent`; `Специальные корреспонденты, Авериль — Орсунд`: a role, and perhaps places behind a comma. */
export function isRoleLine(text: string, { words }: Sheet): boolean {
  const [role = "", ...places] = text.replace(/^[*_]+|[*_]+$/g, "").split(/\s?[,|–—]\s?/);
  return text.length <= 80 && words.roles.has(foldWord(role)) && places.every((place) => looksLikeName(place, words));
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
  if (mark.kind !== "line" || author === undefined || author.role !== null || !isRoleLine(text, sheet)) return null;
  return { asPrinted, authors: [...byline.authors.slice(0, -1), { ...author, role: text }] };
}

/** @param shared whether the line has a role already, as a byline with a date in it has */
export function takeDates(dates: readonly DateMark[], block: Block, notebook: Notebook, shared: boolean): void {
  for (const { role, found, beside = "" } of dates) {
    const [line] = block.lines;
    if (beside !== "") notebook.claim("notes", { text: beside, lines: block.lines }, block.lines);
    if (role === "other") {
      if (!shared) takeAside(block, notebook);
      continue;
    }
    reportProblem(found, line, notebook);
    claimDate(role, found, block, notebook);
  }
  if (!shared && dates[0] !== undefined && dates[0].role !== "other") notebook.role(dates[0].role === "updated" ? "updated" : "date", block.lines);
}

/** A date of publication that cannot be read keeps its words as the printed date; one of a change keeps them as a note. */
function claimDate(role: "published" | "updated", { value, asPrinted }: FoundDate, block: Block, notebook: Notebook): void {
  if (value !== null) notebook.claim(role === "updated" ? "updated" : "date", value, block.lines, "stated");
  else if (role === "updated") notebook.claim("notes", { text: textOf(block), lines: block.lines }, block.lines);
  else notebook.claim("dateAsPrinted", asPrinted, block.lines, "stated");
}

function reportProblem({ problem, asPrinted }: FoundDate, line: number, notebook: Notebook): void {
  if (problem === "impossible") notebook.report("date-impossible", `There is no such day as “${asPrinted}”.`, line);
  if (problem === "no-year") notebook.report("date-unreadable", `“${asPrinted}” does not say its year.`, line);
  if (problem === "other-calendar") notebook.report("date-unreadable", `“${asPrinted}” is a day of the Hijri calendar, with no civil date beside it.`, line);
  if (problem === "ambiguous") notebook.report("date-ambiguous", `“${asPrinted}” can be read in two ways.`, line);
}

/** What is printed beside the article and says nothing of it that we keep apart: an editor's name, the day on which somebody looked. */
export function takeAside(block: Block, notebook: Notebook): void {
  notebook.claim("notes", { text: textOf(block), lines: block.lines }, block.lines, "stated");
  notebook.role("note", block.lines);
}
