/** The body and the tail of a story. May import: model, parse/layouts, parse/marks, parse/sheet. */

import type { Role } from "../../model/role.ts";
import { type Block, textOf } from "../block.ts";
import type { Item } from "../item.ts";
import { readWireSignature } from "../marks/byline.ts";
import type { Cutline } from "../marks/cutline.ts";
import { findDates } from "../marks/date.ts";
import { readDateline } from "../marks/dateline.ts";
import { isAgency } from "../marks/words.ts";
import type { Sheet } from "../sheet.ts";
import { takeEndSignature } from "./end-signature.ts";
import type { Notebook } from "./notebook.ts";
import { isBodyLabel, takeBoilerplate, takeEndMark, takeLabel, takeLegalNotice, takeMailHead, takeUrl } from "./parts.ts";
import { takeCutline, takePictures, takePicturesWithin } from "./pictures.ts";
import { takeBareRelated } from "./related.ts";
import { takeAside, takeByline, takeBylines, takeDates } from "./signature.ts";

const roleOfKind: Readonly<Record<Block["kind"], Role>> = {
  heading: "subheading",
  paragraph: "body",
  list: "list",
  quotation: "quotation",
  rule: "separator",
  figure: "caption",
  definition: "body",
  "mail-head": "note",
  other: "body",
};

/** Reads all items from the first of the body to the end. What has no other meaning is body: nothing is dropped. */
export function readBody(sheet: Sheet, bodyStart: number, notebook: Notebook): void {
  const { items } = sheet;
  const tailStart = items.findLastIndex(({ mark }) => mark.kind === "prose") + 1;
  let first = true;
  let at = bodyStart;
  while (at < items.length) {
    const { mark, block } = items[at] as Item;
    const isSigned = at >= tailStart && !notebook.has("byline") && readWireSignature(textOf(block)) !== null;
    const used = (isSigned ? 0 : takeAnywhere(sheet, at, at < tailStart, notebook)) || (at >= tailStart ? takeInTail(sheet, at, notebook) : 0);
    if (used === 0) {
      takeBody(sheet, block, first, notebook);
      // Pictures in the midst of a sentence, a list or a table stand behind it.
      if (block.pictures.length > 0) takePictures(sheet, at, notebook, roleOfKind[block.kind]);
    } else takePicturesWithin(sheet, at, at + used, notebook);
    if (mark.kind === "prose") first = false;
    at += Math.max(used, 1);
  }
}

/** What means the same wherever in a body it stands. Returns how many items were used up; 0 where it is body. `isBetween`: prose stands below. */
function takeAnywhere(sheet: Sheet, at: number, isBetween: boolean, notebook: Notebook): number {
  const { mark, block } = sheet.items[at] as Item;
  switch (mark.kind) {
    case "label":
      return isBodyLabel(sheet, at, mark.label) ? takeLabel(sheet, at, mark.label, notebook, "body") : 0;
    case "end-mark":
      takeEndMark(mark.signed, block, notebook);
      return 1;
    case "legal-notice":
      takeLegalNotice(block, notebook);
      return 1;
    case "rule":
      notebook.role("separator", block.lines);
      return 1;
    case "definition":
      notebook.definition(block);
      return 1;
    case "boilerplate":
      takeBoilerplate(block, notebook);
      return 1;
    case "mail-head":
      takeMailHead(block, notebook);
      return 1;
    case "figure":
      return takePictures(sheet, at, notebook);
    case "url":
    case "line":
      return isBetween ? takeBareRelated(sheet, at, notebook) : 0;
    case "cutline":
      if (!isPictureLine(block, mark.cutline)) return 0;
      takeCutline(mark.cutline, block, notebook);
      return 1;
    default:
      return 0;
  }
}

/** Below the last paragraph stands what the head did not say: byline, date, source, section, tags. */
function takeInTail(sheet: Sheet, at: number, notebook: Notebook): number {
  const { mark, block } = sheet.items[at] as Item;
  if (takeEndSignature(sheet, at, notebook)) return 1;
  if (mark.kind === "label") return takeLabel(sheet, at, mark.label, notebook, "tail");
  if (mark.kind === "url") return takeUrl(sheet, at, mark.link, notebook);
  if (mark.kind === "byline" && !notebook.has("byline")) return takeBylines(sheet, at, notebook);
  // A second signature says who else had a hand in it: `(Reporting by …; editing by …)`.
  const isOtherDate = mark.kind === "dates" && mark.dates.every(({ role }) => role === "other");
  if (mark.kind === "helper" || mark.kind === "byline" || isOtherDate) takeAside(block, notebook);
  else if (mark.kind === "signature" && !notebook.has("byline")) takeByline(mark.byline, block, notebook);
  else if (mark.kind === "dates" && !notebook.has("date")) takeDates(mark.dates, block, notebook, false);
  else return 0;
  return 1;
}

/** A paragraph, subheading, list or quotation; the first paragraph gives up its dateline. */
function takeBody(sheet: Sheet, block: Block, first: boolean, notebook: Notebook): void {
  const opening = first && block.kind === "paragraph" ? readDateline(textOf(block), sheet.words) : null;
  if (opening === null || !block.source.trimStart().startsWith(opening.dateline.asPrinted)) {
    notebook.body(roleOfKind[block.kind], block);
    return;
  }
  const [line] = block.lines;
  notebook.claim("dateline", opening.dateline, [line, line]);
  const { byline } = opening;
  if (byline !== null && !notebook.has("byline")) notebook.claim("byline", byline, [line, line]);
  else if (byline !== null && !opening.dateline.asPrinted.includes(byline.asPrinted))
    notebook.claim("notes", { text: byline.asPrinted, lines: [line, line] }, [line, line]);
  const [day] = notebook.has("date") ? [] : findDates(opening.dateline.asPrinted, sheet.words, sheet.order);
  if (day?.value !== null && day !== undefined) notebook.claim("date", day.value, [line, line]);
  notebook.body("body", block, opening.end);
}

/** In the body a line is a picture's only when the credit says so plainly: `(AFP)` behind a sentence is an agency's mark. */
function isPictureLine(block: Block, { caption, credit }: Cutline): boolean {
  const text = textOf(block);
  const isKnown =
    /[:©]|courtesy|^▲|[摄攝]\)?$/i.test(text) ||
    /[摄攝]$/u.test(credit ?? "") ||
    (credit ?? "").split(/\s?[/,]\s?|\svia\s/).some((part) => isAgency(part) || /^\S+\.\p{Ll}{2,}$/u.test(part));
  const isAgencyMark = /[.!?…]["”»]?$/u.test(caption ?? "") && !/[/:]/.test(credit ?? "");
  return isKnown && !isAgencyMark && text.length <= 300;
}
