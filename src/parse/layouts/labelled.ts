/**
 * Every part has a label.
 *
 *     Headline: Ferry Returns to Service
 *     Byline: Jane Roe
 *     Date: September 15, 2021
 *
 *     The ferry came back on Wednesday …
 *
 * May import: parse/layouts, parse/sheet.
 */
import type { Sheet } from "../sheet.ts";
import type { Layout } from "./layout.ts";
import { readStory } from "./story.ts";

export const labelled: Layout = {
  name: "labelled",
  fit: (sheet) => (hasHeadlineLabel(sheet) ? 0.9 : 0),
  read: (sheet) => readStory(sheet, { rule: "labelled", headlineAt: null, bareHead: false }),
};

function hasHeadlineLabel({ items }: Sheet): boolean {
  for (const { mark } of items) {
    if (mark.kind === "label" && mark.label.kind === "headline" && mark.label.rest !== "") return true;
    if (mark.kind === "prose") return false;
  }
  return false;
}
