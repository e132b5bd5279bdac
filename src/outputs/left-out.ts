/** TABLE of what an owner may do without (`without` in the settings). No page leads to what is left out. May import: the model only. */
import type { Site } from "../model/page.ts";

/** Outputs by the names of their rows in `table.ts`; citations, which belong to lists; ninjs, which belongs to the data; and the part of an article's page that says how it was read. */
export const optionalOutputs = [
  "by-url",
  "citations",
  "data",
  "feeds",
  "headlines",
  "host-files",
  "ninjs",
  "not-found",
  "plain-text",
  "provenance",
  "redirects",
  "search",
  "sitemaps",
] as const;

export type OptionalOutput = (typeof optionalOutputs)[number];

/** Whether the archive has an output, as far as its owner decides. */
export function isWanted(site: Site, output: OptionalOutput): boolean {
  return site.without?.includes(output) !== true;
}
