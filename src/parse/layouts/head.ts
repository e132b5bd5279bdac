/** The head of a story, in whatever order its parts stand. May import: model, text, parse/layouts, parse/marks, parse/sheet. */
import { type Block, textOf } from "../block.ts";
import type { Item } from "../item.ts";
import { isKnownPaper, saysPaper } from "../marks/paper.ts";
import { followedBySignature } from "../opening.ts";
import type { Sheet } from "../sheet.ts";
import { isFullByline, isLede, takeAgencySignature, takeBareByline } from "./head-signature.ts";
import type { StoryOptions } from "./layout.ts";
import type { Notebook } from "./notebook.ts";
import { takeBoilerplate, takeEndMark, takeLabel, takeLegalNotice, takeMailHead, takeUrl } from "./parts.ts";
import { takeCutline, takePictures, takePicturesWithin } from "./pictures.ts";
import { takeAside, takeBylines, takeDates } from "./signature.ts";

const longestDeck = 400;

/**
 * Reads the head into the notebook.
 *
 * @returns index of the item with which the body begins
 */
export function readHead(sheet: Sheet, { headlineAt, bareHead }: StoryOptions, notebook: Notebook): number {
  const { items } = sheet;
  let at = 0;
  while (at < items.length) {
    const item = items[at] as Item;
    const { mark } = item;
    if (at === headlineAt) {
      takeHeadline(sheet, at, notebook);
      at += 1;
    } else if (mark.kind === "prose" || mark.kind === "line" || mark.kind === "heading" || mark.kind === "signature") {
      const taken = takeByPlace(sheet, at, headlineAt, bareHead, notebook);
      if (taken === 0) return at;
      takePicturesWithin(sheet, at, at + taken, notebook);
      at += taken;
    } else {
      const taken = takeAgencySignature(sheet, at, headlineAt, notebook) || takeTelling(sheet, at, notebook);
      takePicturesWithin(sheet, at, at + taken, notebook);
      at += taken;
    }
  }
  return at;
}

function takeHeadline(sheet: Sheet, at: number, notebook: Notebook): void {
  const { mark, block } = sheet.items[at] as Item;
  notebook.claim("headline", withoutEmphasis(textOf(block)), block.lines, mark.kind === "heading" ? "stated" : "inferred");
  notebook.role("headline", block.lines);
  if (block.pictures.length > 0) takePictures(sheet, at, notebook, "headline");
  // A headline that is a link leads to where the article came from.
  const [link] = block.rows.flatMap((row) => row.links);
  if (link !== undefined && /^https?:/i.test(link.url)) notebook.claim("sourceUrl", link.url, block.lines, "assumed");
}

/** `**Headline**` of a clipping: asterisks or underscores around the whole line mark it and are no part of it. */
function withoutEmphasis(text: string): string {
  return text.replace(/^(\*{1,3}|_{1,3})(?=\S)(.*\S)\1$/u, "$2");
}

/** Takes an item that says itself what it is. Returns how many items were used up. */
function takeTelling(sheet: Sheet, at: number, notebook: Notebook): number {
  const { mark, block } = sheet.items[at] as Item;
  switch (mark.kind) {
    case "byline":
      return takeBylines(sheet, at, notebook);
    case "dates":
      takeDates(mark.dates, block, notebook, false);
      return 1;
    case "label":
      return takeLabel(sheet, at, mark.label, notebook, "head");
    case "cutline":
      takeCutline(mark.cutline, block, notebook);
      return 1;
    case "figure":
      return takePictures(sheet, at, notebook);
    case "url":
      return takeUrl(sheet, at, mark.link, notebook);
    case "definition":
      notebook.definition(block);
      return 1;
    case "mail-head":
      takeMailHead(block, notebook);
      return 1;
    case "helper":
      takeAside(block, notebook);
      return 1;
    case "boilerplate":
      takeBoilerplate(block, notebook);
      return 1;
    case "legal-notice":
      takeLegalNotice(block, notebook);
      return 1;
    case "end-mark":
      takeEndMark(mark.signed, block, notebook);
      return 1;
    default:
      notebook.role("separator", block.lines);
      return 1;
  }
}

/** Takes an unmarked item by its place in the head. Returns 0 where it is the first of the body. */
function takeByPlace(sheet: Sheet, at: number, headlineAt: number | null, bareHead: boolean, notebook: Notebook): number {
  const { mark, block } = sheet.items[at] as Item;
  const text = textOf(block);
  if (headlineAt !== null && at < headlineAt) return takeAboveHeadline(sheet, at, notebook);
  if (!bareHead) return 0;
  const signatureFollows = followedBySignature(sheet.items, at);
  const signed = takeBareByline(sheet, at, headlineAt, notebook);
  if (signed > 0) return signed;
  const isBelowDate = mark.kind === "prose" && notebook.has("date") && !isFullByline(sheet.items[at + 1]);
  if (
    signatureFollows &&
    !isBelowDate &&
    !notebook.has("deck") &&
    headlineAt !== null &&
    !notebook.has("byline") &&
    text.length <= longestDeck &&
    !isLede(sheet, at) &&
    sheet.items.slice(at + 1).some((item) => item.mark.kind === "prose")
  ) {
    notebook.claim("deck", text, block.lines);
    notebook.role("deck", block.lines);
    return 1;
  }
  if (mark.kind !== "line") return 0;
  if (signatureFollows && !notebook.has("date")) return takeNote(block, notebook);
  return takeCaptionByPlace(sheet, at, notebook);
}

/** Above the headline stand the paper's name, a kicker, and what else a page has there. */
function takeAboveHeadline(sheet: Sheet, at: number, notebook: Notebook): number {
  const { block, mark } = sheet.items[at] as Item;
  const text = textOf(block);
  if (mark.kind === "line" && (isKnownPaper(text) || saysPaper(text))) {
    notebook.claim("publication", text, block.lines);
    notebook.role("publication", block.lines);
  } else if (mark.kind === "line" && !notebook.has("kicker") && text.length <= 80) {
    notebook.claim("kicker", text, block.lines);
    notebook.role("kicker", block.lines);
  } else takeNote(block, notebook);
  return 1;
}

/** Words of the head that mean nothing we know are kept as a note. */
function takeNote(block: Block, notebook: Notebook): number {
  notebook.claim("notes", { text: textOf(block), lines: block.lines }, block.lines);
  notebook.role("note", block.lines);
  return 1;
}

/** A few words between date or byline and the story, that are no sentence: the caption of a picture that is gone, perhaps with its credit below. */
function takeCaptionByPlace(sheet: Sheet, at: number, notebook: Notebook): number {
  const { block } = sheet.items[at] as Item;
  const text = textOf(block);
  const next = sheet.items[at + 1];
  const credit = next?.mark.kind === "cutline" && next.mark.cutline.caption === null ? next.mark.cutline.credit : creditLabel(next);
  if (credit !== null && next !== undefined) {
    notebook.figure({ caption: text, credit, src: null, alt: null }, [block.lines[0], next.block.lines[1]], "caption");
    return 2;
  }
  const opens = notebook.has("byline") || notebook.has("date");
  const followed = next?.mark.kind === "prose" || next?.mark.kind === "cutline";
  const spoken = /^[-–—«“„"'‘]|[.!?:…؟。！？]["”»]?$/u.test(text);
  if (!opens || !followed || spoken || text.split(" ").length < 2) return 0;
  notebook.figure({ caption: text, credit: null, src: null, alt: null }, block.lines, "caption", "assumed");
  notebook.report("caption-assumed", `“${text.slice(0, 60)}” was taken for the caption of a picture, from its place alone.`, block.lines[0]);
  return 1;
}

function creditLabel(item: Item | undefined): string | null {
  return item?.mark.kind === "label" && item.mark.label.kind === "credit" && item.mark.label.rest !== "" ? item.mark.label.rest : null;
}
