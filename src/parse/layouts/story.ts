/**
 * The order in which newspapers set a story: a head (kicker, headline, deck, byline, date, picture), the body, a tail (source, tags,
 * corrections). Layouts differ in how the headline shows; what surrounds it, in whatever order, is read here.
 * May import: parse/layouts, parse/sheet.
 */

import { paragraphCount } from "../readers/paragraphs.ts";
import type { Sheet } from "../sheet.ts";
import { readBody } from "./body.ts";
import { readHead } from "./head.ts";
import type { Reading, StoryOptions } from "./layout.ts";
import { openNotebook } from "./notebook.ts";

export function readStory(sheet: Sheet, options: StoryOptions): Reading {
  const notebook = openNotebook(options.rule, paragraphCount);
  const bodyStart = readHead(sheet, options, notebook);
  readBody(sheet, bodyStart, notebook);
  return notebook.close();
}
