/** What the outputs make of an archive, without a disk: path → text of the files that are text. */
import type { Archive } from "../../src/model/archive.ts";
import type { Bodies, Site } from "../../src/model/page.ts";
import { plan } from "../../src/outputs/plan.ts";

const bodies: Bodies = {
  json: () => ({ text: '{"paragraphs":[],"body":""}', reading: '{"boilerplate":[],"provenance":{},"lines":[]}' }),
  read: () => ({ paragraphs: ["First paragraph.", "Second."], body: "", lines: [], provenance: {}, boilerplate: [], pieces: [], source: [] }),
};

export function textsOf(archive: Archive, site: Site): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [path, page] of plan(archive, site)) {
    if (!("text" in page)) continue;
    const text = page.text(page.uses(), bodies);
    texts.set(path, typeof text === "string" ? text : [...text].join(""));
  }
  return texts;
}
