/** Captions and credits, each taken into the notebook. May import: model, parse/block, parse/marks, parse/sheet. */
import type { Role } from "../../model/role.ts";
import { type Block, textOf } from "../block.ts";
import type { Item } from "../item.ts";
import { type Cutline, readCutline } from "../marks/cutline.ts";
import type { Sheet } from "../sheet.ts";
import type { Notebook } from "./notebook.ts";

export function takeCutline(cutline: Cutline, block: Block, notebook: Notebook): void {
  const { caption, credit, sure } = cutline;
  notebook.figure({ caption, credit, src: null, alt: null }, block.lines, caption === null ? "credit" : "caption", sure ? "inferred" : "assumed");
  if (!sure)
    notebook.report(
      "credit-unsure",
      `“${textOf(block).slice(0, 80)}” could be cut into caption and credit in more than one way; the credit was read as “${credit ?? ""}”.`,
      block.lines[0],
    );
}

/**
 * Pictures of a Markdown text: the title is the caption, perhaps with its credit; where there is none, the line directly below is.
 *
 * @param role of the lines: a picture within a paragraph leaves them what they are
 * @returns how many items were used up
 */
export function takePictures(sheet: Sheet, at: number, notebook: Notebook, role: Role = "caption"): number {
  const { block } = sheet.items[at] as Item;
  const [first, ...others] = block.pictures;
  const next = sheet.items[at + 1];
  for (const { link, src } of block.pictures)
    if (link !== null && link !== src) notebook.report("picture-link", `The picture “${src}” leads to ${link}; on the page it leads nowhere.`, block.lines[0]);
  if (role === "caption" && first !== undefined && others.length === 0 && first.title === null && next !== undefined) {
    const isBelow = next.mark.kind === "line" && next.block.lines[0] === block.lines[1] + 1;
    const own = next.mark.kind === "cutline" ? next.mark.cutline : isBelow ? { caption: textOf(next.block), credit: null } : null;
    if (own !== null) {
      notebook.figure({ caption: own.caption, credit: own.credit, src: first.src, alt: first.alt }, [block.lines[0], next.block.lines[1]], "caption", "stated");
      return 2;
    }
  }
  for (const { src, alt, title } of block.pictures) {
    notebook.figure({ ...captionAndCredit(title, sheet), src, alt }, block.lines, role, "stated");
  }
  return 1;
}

/** Pictures within lines that were read as something else (`By ![](jane.jpg) Jane Roe`) stand behind what those say. */
export function takePicturesWithin(sheet: Sheet, from: number, to: number, notebook: Notebook): void {
  for (let at = from; at < to; at += 1) {
    const { block } = sheet.items[at] as Item;
    if (block.pictures.some(({ src, alt }) => !notebook.shows(src, alt))) takePictures(sheet, at, notebook, notebook.roleOf(block.lines) ?? "caption");
  }
}

/** A caption, and the credit that may stand at its end. */
export function captionAndCredit(text: string | null, sheet: Sheet): { caption: string | null; credit: string | null } {
  if (text === null || text === "") return { caption: null, credit: null };
  const cutline = readCutline(text, sheet.words);
  return cutline === null ? { caption: text, credit: null } : { caption: cutline.caption, credit: cutline.credit };
}
