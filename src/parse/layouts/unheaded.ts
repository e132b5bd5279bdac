/**
 * No heading marks: the first words that are neither byline, date nor anything else telling are the headline.
 *
 *     HARBOUR
 *     Ferry Returns to Service
 *     By Jane Roe
 *     September 15, 2021
 *
 *     The ferry came back on Wednesday …
 *
 * May import: parse/layouts, parse/sheet.
 */
import { type Block, textOf } from "../block.ts";
import { isPublication } from "../marks/publication.ts";
import type { Sheet } from "../sheet.ts";
import type { Layout } from "./layout.ts";
import { readStory } from "./story.ts";

export const unheaded: Layout = {
  name: "unheaded",
  fit: (sheet) => (firstLine(sheet) === null ? 0 : 0.5),
  read: (sheet) => readStory(sheet, { rule: "unheaded", headlineAt: firstLine(sheet), bareHead: true }),
};

/** The first unmarked line before any prose; the one below it, where the first is a kicker in capitals. */
export function firstLine({ items }: Sheet): number | null {
  for (const [index, { mark, block }] of items.entries()) {
    if (mark.kind === "prose") return null;
    if (mark.kind !== "line") continue;
    const below = items.slice(index + 1, index + 4);
    // The paper's own name above the headline.
    if (isPublication(textOf(block)) && below.some((item) => item.mark.kind === "line")) continue;
    const [next] = below;
    const isKicker = next?.mark.kind === "line" && isCapitals(block) && !isCapitals(next.block) && textOf(block).split(" ").length <= 5;
    return isKicker ? index + 1 : index;
  }
  return null;
}

function isCapitals(block: Block): boolean {
  const text = textOf(block);
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
