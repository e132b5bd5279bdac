/** A decoded front matter → claims. May import: model, text, languages, parse/marks, parse/front-matter. */
import type { Claim, LineRange } from "../../model/claim.ts";
import { codes } from "../../model/codes.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { didYouMean } from "../../text/did-you-mean.ts";
import type { DateOrder } from "../marks/date.ts";
import type { Words } from "../marks/words.ts";
import type { FrontValue } from "./decode.ts";
import { foldKey, frontFields, isKnownKey } from "./fields.ts";
import { shapes } from "./shapes.ts";
import { flatten, frontText } from "./values.ts";

export interface FrontClaims {
  readonly claims: readonly Claim[];
  readonly diagnostics: readonly Omit<Diagnostic, "file">[];
}

/** Whether the article says that it is not to be published: `draft: true`, `published: false`. */
export function isDraft(fields: ReadonlyMap<string, FrontValue>): boolean {
  return /^(?:true|yes)$/i.test(frontText(fields, "draft") ?? "") || /^(?:false|no)$/i.test(frontText(fields, "published") ?? "");
}

/**
 * @param source the front matter's text, to find the line of a key; its first line is line 2 of the file
 */
export function claimFront(fields: ReadonlyMap<string, FrontValue>, source: string, words: Words, order: DateOrder | null): FrontClaims {
  const all = flatten(fields);
  const lines = source.split("\n");
  // Folded once: the table has a hundred keys, each of which is looked for.
  const speaking = new Map<string, (typeof all)[number]>();
  for (const entry of all) {
    const folded = foldKey(entry[0]);
    if (!speaking.has(folded) && !isEmpty(entry[1])) speaking.set(folded, entry);
  }
  const claims: Claim[] = [];
  const diagnostics: Omit<Diagnostic, "file">[] = [];
  for (const row of frontFields) {
    for (const wanted of row.keys) {
      const found = speaking.get(wanted);
      if (found === undefined) continue;
      const [key, value] = found;
      const before = claims.length;
      shapes[row.shape](row.field, value, { words, order, lines: linesOfKey(lines, key), key, claims, diagnostics });
      // Topics gather from every key; of all other fields the first key that says something speaks.
      if (claims.length > before && row.shape !== "topics") break;
    }
  }
  const unknown = all.filter(([key]) => !isKnownKey(key)).slice(0, mostUnknown);
  for (const [key] of unknown) diagnostics.push(unknownKey(key, linesOfKey(lines, key)[0]));
  return { claims, diagnostics };
}

/** How many unknown keys of one front matter are spoken of. */
const mostUnknown = 20;

/** A key that nobody knows may be a misspelt one: what it says is on no page. */
function unknownKey(key: string, line: number): Omit<Diagnostic, "file"> {
  const meant = didYouMean(
    foldKey(key),
    frontFields.flatMap(({ keys }) => keys),
  );
  const hint = meant === null ? codes["front-matter-unknown"].advice : `Did you mean \`${meant}\`? ${codes["front-matter-unknown"].advice}`;
  return { code: "front-matter-unknown", message: `The front matter has \`${key}\`, which says nothing here.`, line, column: 1, hint };
}

function isEmpty(value: FrontValue): boolean {
  return typeof value === "string" ? value.trim() === "" : Array.isArray(value) ? value.length === 0 : (value as ReadonlyMap<string, FrontValue>).size === 0;
}

/** The lines of a key and its value, in the file; the whole front matter where the key cannot be found (a flow map). */
function linesOfKey(lines: readonly string[], key: string): LineRange {
  const start = lines.findIndex((line) => opensWith(line, key));
  if (start === -1) return [1, lines.length + 2];
  let end = start;
  while (
    end + 1 < lines.length &&
    /^(?:\s+\S|-\s|\s*$|\s*[\]}])/.test(lines[end + 1] ?? "") &&
    !/^\s*["']?[\w-]+["']?\s*=/.test(lines[end + 1] ?? "") &&
    !/^\[/.test(lines[end + 1] ?? "")
  )
    end += 1;
  while (end > start && (lines[end] ?? "").trim() === "") end -= 1;
  return [start + 2, end + 2];
}

/** Whether a line begins with a key, perhaps in quotation marks. */
function opensWith(line: string, key: string): boolean {
  const at = line.indexOf(key);
  if (at === -1) return false;
  // An expression for each key takes three times as long as all the rest: only a key that begins like a mark needs one.
  if (/^\w/.test(key)) return /^\s*["']?$/.test(line.slice(0, at)) && /^["']?\s*[:=]/.test(line.slice(at + key.length));
  return new RegExp(`^\\s*["']?${key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}["']?\\s*[:=]`).test(line);
}
