/** Sentences that say what a label says: `This article first appeared in …`, `An earlier version of this article misstated …`. May import: parse/marks, text. */
import { findDates } from "./date.ts";
import type { LabelMark } from "./label.ts";
import type { Words } from "./words.ts";

const longestSource = 200;
const longestCorrection = 800;

/** Reads such a sentence as the label that it stands for; a correction keeps all its words. Null for any other. */
export function readSentence(text: string, words: Words): LabelMark | null {
  // Longer ones are no sentences of this kind, and trimming them would take long.
  if (text.length > longestCorrection + 40) return null;
  const opened = text.replace(/^[\s*_([（【]+/u, "");
  // Of the beginning alone, as most paragraphs begin with nothing of the kind; a few letters more, as what follows a sigma decides on its form.
  const folded = opened
    .slice(0, words.longestSentenceOpening + 8)
    .toLowerCase()
    .replace(/[’‘]/g, "'");
  const opens = (openings: readonly string[]) =>
    openings.find((opening) => folded.startsWith(opening) && !/^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(folded.slice(opening.length)));
  if (opens(words.corrections) === undefined && opens(words.sources) === undefined) return null;
  const printed = opened.replace(/[\s*_)\]）】]+$/u, "");
  if (printed.length <= longestCorrection && opens(words.corrections) !== undefined) return { kind: "correction", label: "", rest: printed };
  const source = printed.length <= longestSource ? opens(words.sources) : undefined;
  if (source === undefined) return null;
  const rest = printed.slice(source.length).replace(/^[\s:：]+/u, "");
  const [date] = findDates(rest, words, null);
  const named = date === undefined ? rest : rest.slice(0, date.start).replace(/[\s,，]+(?:on|in|am|vom|le|du|el|от|від|в|у)?\s*$/u, "");
  return { kind: "source", label: printed.slice(0, source.length), rest: named.replace(/[.。]$/u, "").replace(/^[«“„"《](.*)[»”“"》]$/u, "$1") };
}
