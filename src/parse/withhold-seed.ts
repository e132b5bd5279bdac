/** The text of a seed or of its sidecar without what is withheld, before anything is read in it. May import: model, text, parse/front-matter, parse/readers. */
import type { Redaction } from "../model/redaction.ts";
import type { Settings, WithheldText } from "../text/withhold/withhold.ts";
import { soughtOf, withhold } from "../text/withhold/withhold.ts";
import { findFrontMatter } from "./front-matter/find.ts";
import { clipping, readerOf } from "./readers/table.ts";

/** @param path decides which reader the text is for */
export function withholdSeed(path: string, text: string, redactions: readonly Redaction[]): WithheldText {
  const sought = soughtOf(redactions);
  return sought.length === 0 ? { text, hits: [], isIncomplete: false } : withhold(text, sought, settingsOf(path));
}

/** A sidecar holds fields and nothing else. Its lines are none of the seed's. */
export function withholdSidecar(text: string, redactions: readonly Redaction[]): WithheldText {
  const { hits, ...rest } = withhold(text, soughtOf(redactions), () => () => "fields");
  return { ...rest, hits: hits.map((hit) => ({ ...hit, line: 0 })) };
}

const fence = /^(?:---|\+\+\+)[ \t]*$/gm;
const field = /^[ \t]*(?:-[ \t]|["']?[\p{L}_][\p{L}\p{N}_. -]{0,40}["']?[ \t]*[:=][ \t])/u;

/** Front matter is fields, also that of a later article in the file; the rest is what the reader makes of it. */
function settingsOf(path: string): Settings {
  const reader = readerOf(path) ?? clipping;
  const rest = reader === clipping ? "plain" : "markdown";
  return (text) => {
    const lines = reader.lines(text);
    const found = findFrontMatter(reader.lines(reader.prepare(text)));
    const frontEnd = found.kind === "found" ? lines.slice(0, found.lines).join("").length : 0;
    const fences = [...text.matchAll(fence)].map(({ index }) => index);
    const [first = Number.POSITIVE_INFINITY, last = -1] = [fences[0], fences.at(-1)];
    return (at) => {
      if (at < frontEnd) return "fields";
      const line = text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, at - 200), at + 2);
      return first < at && at < last && field.test(line) ? "fields" : rest;
    };
  };
}
