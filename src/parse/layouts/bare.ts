/** A text without a headline: everything but what is plainly marked is body. May import: parse/layouts. */
import type { Layout } from "./layout.ts";
import { readStory } from "./story.ts";

export const bare: Layout = {
  name: "bare",
  fit: () => 0.1,
  read: (sheet) => readStory(sheet, { rule: "bare", headlineAt: null, bareHead: false }),
};
