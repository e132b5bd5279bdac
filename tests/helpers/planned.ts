/** What the outputs make of an archive, without a disk: path → text of the files that are text. */
import type { Archive } from "../../src/model/archive.ts";
import type { Bodies, Site } from "../../src/model/page.ts";
import type { SearchWords } from "../../src/model/search.ts";
import { frameOf } from "../../src/outputs/made.ts";
import { plan } from "../../src/outputs/plan.ts";
import { fileKindOf } from "../../src/outputs/table.ts";

const noWords: SearchWords = { words: ["", "", "", ""], pairs: "" };

const text = { paragraphs: ["First paragraph.", "Second."], body: "" };

export const bodies: Bodies = {
  json: () => ({ text: '{"paragraphs":[],"body":""}', reading: '{"boilerplate":[],"provenance":{},"lines":[]}' }),
  text: () => text,
  page: () => ({ lines: [], provenance: {}, boilerplate: [], pieces: [], source: [] }),
  search: () => noWords,
};

export function textsOf(archive: Archive, site: Site): Map<string, string> {
  const texts = new Map<string, string>();
  const frame = frameOf(archive, site);
  for (const [path, page] of plan(archive, site, bodies)) {
    if (!("format" in page)) continue;
    const text = fileKindOf(page.format).print(page.uses(), frame, path, bodies);
    texts.set(path, typeof text === "string" ? text : [...text].join(""));
  }
  return texts;
}
