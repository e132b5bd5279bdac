/**
 * A front matter says what the article is; the body may repeat some of it.
 *
 *     ---
 *     title: Ferry Returns to Service
 *     date: 2021-09-15
 *     ---
 *     The ferry came back on Wednesday.
 *
 * May import: parse/layouts, text.
 */
import { foldForCompare } from "../../text/fold.ts";
import { textOf } from "../block.ts";
import { firstHeading } from "./headed.ts";
import type { Layout } from "./layout.ts";
import { readStory } from "./story.ts";
import { firstLine } from "./unheaded.ts";

export const frontMatter: Layout = {
  name: "front-matter",
  fit: ({ frontHeadline }) => (frontHeadline === undefined ? 0 : 1),
  read: (sheet) => {
    if (sheet.frontHeadline === null || sheet.frontHeadline === undefined)
      return readStory(sheet, { rule: "front-matter", headlineAt: firstHeading(sheet) ?? firstLine(sheet), bareHead: true });
    const heading = firstHeading(sheet);
    const block = heading === null ? undefined : sheet.items[heading]?.block;
    const repeats = block !== undefined && (block.depth === 1 || foldForCompare(textOf(block)) === foldForCompare(sheet.frontHeadline));
    return readStory(sheet, { rule: "front-matter", headlineAt: repeats ? heading : null, bareHead: false });
  },
};
