/** The parts of a story that say themselves what they are, each taken into the notebook. May import: model, text, parse/block, parse/marks, parse/sheet. */
import { languageByTag, languages } from "../../languages/table.ts";
import type { FieldName, LineRange } from "../../model/claim.ts";
import type { Role } from "../../model/role.ts";
import { foldWord } from "../../text/fold.ts";
import { type Block, type Link, textOf } from "../block.ts";
import type { Item } from "../item.ts";
import { readAuthors } from "../marks/byline.ts";
import { isCredit, readCutline } from "../marks/cutline.ts";
import { readDateValue } from "../marks/date-line.ts";
import { type LabelMark, readLabel } from "../marks/label.ts";
import type { Sheet } from "../sheet.ts";
import type { Notebook } from "./notebook.ts";
import { captionAndCredit } from "./pictures.ts";
import { takeRelated } from "./related.ts";
import { takeByline, takeDates } from "./signature.ts";
import { sourceOf, takeSource } from "./source.ts";

export type Zone = "head" | "body" | "tail";

/** Words that belong to the page and not to the article: kept, and folded away. */
export function takeBoilerplate(block: Block, notebook: Notebook): void {
  notebook.claim("boilerplate", { text: textOf(block), lines: block.lines }, block.lines);
  notebook.role("boilerplate", block.lines);
}

/** The head of a mail that brought the text is kept as a note. */
export function takeMailHead(block: Block, notebook: Notebook): void {
  notebook.claim("notes", { text: textOf(block), lines: block.lines }, block.lines);
  notebook.role("note", block.lines);
}

/** An address by itself. Behind a link's words `Original article`, or at an end of the text, it is the source. */
export function takeUrl(sheet: Sheet, at: number, link: Link, notebook: Notebook): number {
  const { block } = sheet.items[at] as Item;
  const kind = link.text === link.url ? "source" : readLabel(link.text, sheet.words, true)?.kind;
  if (kind === "source" && /^(?:https?|ftp):/i.test(link.url) && !notebook.has("sourceUrl")) {
    notebook.claim("sourceUrl", link.url, block.lines, link.text === link.url ? "inferred" : "stated");
    notebook.role("source", block.lines);
  } else if (kind === "related") notebook.related(null, link.url, block.lines, "related-headline");
  else notebook.body("body", block);
  return 1;
}

/** Labels that mean the same wherever they stand. The others (`Date:`, `Section:`) are the article's own only above or below the body. */
export function isBodyLabel(sheet: Sheet, at: number, label: LabelMark): boolean {
  if (label.kind === "related" || label.kind === "correction" || label.kind === "note") return true;
  if (label.kind === "credit" || label.kind === "caption") return isCredit(label.rest, sheet.words) || readCutline(label.rest, sheet.words) !== null;
  return label.kind === "source" && sourceOf(sheet, at, label) !== null;
}

/**
 * Takes a labelled part.
 *
 * @returns how many items it used up: the label's own, and those below that it stands for
 */
export function takeLabel(sheet: Sheet, at: number, label: LabelMark, notebook: Notebook, zone: Zone): number {
  const { block } = sheet.items[at] as Item;
  switch (label.kind) {
    case "related":
      return takeRelated(sheet, at, label, notebook);
    case "source":
      return takeSource(sheet, at, label, notebook);
    case "byline":
      return takeLabelledByline(sheet, block, label, notebook);
    case "date":
    case "updated":
      return takeLabelledDate(sheet, block, label, notebook, zone);
    case "caption":
    case "credit":
      return label.rest === "" ? keepAsBody(block, notebook) : takePictureLabel(sheet, block, label, notebook);
    case "correction":
      return takeRemark(sheet, at, label, "corrections", "correction", notebook);
    case "note":
      return takeRemark(sheet, at, label, "notes", "note", notebook);
    case "tags":
      for (const topic of label.rest.split(/\s*[,;،、；，|]\s*|\s+#/))
        if (topic !== "") notebook.claim("topics", topic.replace(/^#/, ""), block.lines, "stated");
      return label.rest === "" ? keepAsBody(block, notebook) : keepRole("tags", block, notebook);
    case "dateline":
      if (label.rest === "") return keepAsBody(block, notebook);
      notebook.claim("dateline", { place: label.rest, agency: null, asPrinted: label.rest }, block.lines, "stated");
      return keepRole("dateline", block, notebook);
    case "language":
      return takeLanguage(block, label, notebook);
    default:
      // An article has one headline: a second one is words of the text.
      if (label.rest === "" || notebook.has(label.kind)) return keepAsBody(block, notebook);
      notebook.claim(label.kind, label.rest, block.lines, "stated");
      return keepRole(label.kind, block, notebook);
  }
}

/** `Language: English`, `Язык: ru`. */
function takeLanguage(block: Block, { rest }: LabelMark, notebook: Notebook): number {
  const language = languages.find(({ tag, name }) => tag === rest.toLowerCase() || foldWord(name) === foldWord(rest)) ?? languageByTag(rest);
  if (language === null) return keepAsBody(block, notebook);
  notebook.claim("language", language.tag, block.lines, "stated");
  return keepRole("language", block, notebook);
}

/** `Photo: Jane Roe / AFP`, `Photo: The bridge by night. Jane Roe / AFP`, `Caption: …`. */
function takePictureLabel(sheet: Sheet, block: Block, { kind, rest }: LabelMark, notebook: Notebook): number {
  const both = captionAndCredit(rest, sheet);
  const isPlainCredit = kind === "credit" && (isCredit(rest, sheet.words) || both.credit === null);
  notebook.figure(
    { ...(isPlainCredit ? { caption: null, credit: rest } : both), src: null, alt: null },
    block.lines,
    kind === "credit" ? "credit" : "caption",
    "stated",
  );
  return 1;
}

function keepRole(role: Role, block: Block, notebook: Notebook): number {
  notebook.role(role, block.lines);
  return 1;
}

/** A label with nothing behind it was no label. */
function keepAsBody(block: Block, notebook: Notebook): number {
  notebook.body(block.kind === "heading" ? "subheading" : "body", block);
  return 1;
}

function takeLabelledByline(sheet: Sheet, block: Block, label: LabelMark, notebook: Notebook): number {
  const authors = readAuthors(label.rest, sheet.words);
  if (authors === null) return keepAsBody(block, notebook);
  takeByline({ asPrinted: textOf(block), authors }, block, notebook);
  return 1;
}

function takeLabelledDate(sheet: Sheet, block: Block, label: LabelMark, notebook: Notebook, zone: Zone): number {
  const found = readDateValue(label.rest, sheet.words, sheet.order);
  if (found === null && zone !== "head") return keepAsBody(block, notebook);
  if (found === null) {
    notebook.report("date-unreadable", `“${label.rest.slice(0, 60)}” is no date that could be read.`, block.lines[0]);
    notebook.claim("notes", { text: textOf(block), lines: block.lines }, block.lines);
    return keepRole("date", block, notebook);
  }
  takeDates([{ role: label.kind === "updated" ? "updated" : "published", found }], block, notebook, false);
  return 1;
}

/** A correction or an editor's note: the words behind the label, or the paragraph below it. */
function takeRemark(sheet: Sheet, at: number, label: LabelMark, field: FieldName & ("corrections" | "notes"), role: Role, notebook: Notebook): number {
  const { block } = sheet.items[at] as Item;
  const below = sheet.items[at + 1];
  const alone = label.rest === "";
  if (alone && (below === undefined || (below.mark.kind !== "prose" && below.mark.kind !== "line"))) return keepAsBody(block, notebook);
  const lines: LineRange = alone && below !== undefined ? [block.lines[0], below.block.lines[1]] : block.lines;
  notebook.claim(field, { text: alone && below !== undefined ? textOf(below.block) : label.rest, lines }, lines, "stated");
  notebook.role(role, lines);
  return alone ? 2 : 1;
}
