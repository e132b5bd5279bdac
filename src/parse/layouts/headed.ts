/**
 * The headline is marked as a heading; so may be the labels.
 *
 *     ## Russia Says No Talks With Mali
 *
 *     By AFP
 *
 *     September 15, 2021
 *
 *     A spokesman Jane Roe / TASS
 *
 *     The Kremlin said …
 *
 *     ## Related article: Mali Junta in Talks
 *
 *     ## Original url:
 *
 *     https://example.org/2021/09/15/russia-says
 *
 * May import: parse/layouts, parse/sheet.
 */
import type { Sheet } from "../sheet.ts";
import type { Layout } from "./layout.ts";
import { readStory } from "./story.ts";

export const headed: Layout = {
  name: "headed",
  fit: (sheet) => (firstHeading(sheet) === null ? 0 : 0.8),
  read: (sheet) => readStory(sheet, { rule: "headed", headlineAt: firstHeading(sheet), bareHead: true }),
};

/** The first heading that is no label, if no more than one paragraph (a deck, say) stands before it. */
export function firstHeading({ items }: Sheet): number | null {
  let prose = 0;
  for (const [index, { mark }] of items.entries()) {
    if (mark.kind === "heading") return index;
    if (mark.kind === "prose") prose += 1;
    if (prose > 1) return null;
  }
  return null;
}
