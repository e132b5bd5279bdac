/** The pages of an archive that no body belongs to, rendered in memory: path → HTML. */
import { loadTheme } from "../../src/build/load-theme.ts";
import { shippedTemplates } from "../../src/io/program.ts";
import { readTheme } from "../../src/io/theme-folder.ts";
import type { Archive } from "../../src/model/archive.ts";
import type { Output } from "../../src/model/page.ts";
import { frameOf } from "../../src/outputs/made.ts";
import { pageKindOf } from "../../src/outputs/table.ts";
import { site } from "./cards.ts";
import { bodies } from "./planned.ts";

const theme = loadTheme(readTheme(shippedTemplates, shippedTemplates), "en");

/** What one output makes of an archive. */
export function listPagesOf(output: Output, archive: Archive): Map<string, string> {
  const frame = frameOf(archive, site);
  const pages = new Map<string, string>();
  for (const page of output.pages(archive, site, bodies, null)) {
    if (!("template" in page) || page.body !== null) continue;
    pages.set(page.path, theme.render(page.template, pageKindOf(page.template).props(page.uses(), frame, page.path), []));
  }
  return pages;
}

/** The text of an element's inside, as it is read aloud: without tags. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
