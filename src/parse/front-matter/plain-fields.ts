/**
 * Front matter in its plainest form, which nearly every program writes: `key: words`, `key: "words"`, lists of such. js-yaml takes a seventh of the time of
 * reading a Markdown article for it. What is here is a small part of YAML, and anything beyond it is the library's: `tests/plain-fields.test.ts` holds the one
 * against the other. May import: text, parse/front-matter.
 */
import { cleanValue } from "../../text/clean.ts";

/** What YAML lets stand in a line, but for tabs, and for halves of characters beyond the first plane. */
const printing = /^[ -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/;
const field = /^([A-Za-z][\w-]*):(?: +(\S.*))?$/;
const item = /^( {0,4})- +(\S.*)$/;
/** Words that begin with a letter or number; a colon within a word, a `#` behind one, mean nothing. */
const plain = /^[\p{L}\p{N}](?:[^:#]|:(?=[^\s])|(?<=[^\s])#)*$/u;
const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/;
const flow = /^\[ ?(.*?) ?\]$/;
/** An entry of a list on one line, and the comma behind it. */
const entry = /(?:"([^"\\]*)"|'([^']*)'|([\p{L}\p{N}](?:[\p{L}\p{N} _-]*[\p{L}\p{N}])?))(?:, ?(?=["'\p{L}\p{N}])|$)/uy;

/** The fields; null where anything but the library has to read them. */
export function plainFields(source: string): Map<string, string | string[]> | null {
  const fields = new Map<string, string | string[]>();
  const lines = source.split("\n");
  if (!lines.every((line) => printing.test(line) && !line.endsWith(" "))) return null;
  for (let at = 0; at < lines.length; ) {
    const [whole, key = "", printed] = field.exec(lines[at] ?? "") ?? [];
    const value = printed === undefined ? itemsBelow(lines, at + 1) : printed.startsWith("[") ? flowOf(printed) : scalarOf(printed);
    if (whole === undefined || value === null || fields.has(key)) return null;
    fields.set(key, value);
    at += printed === undefined ? value.length + 1 : 1;
  }
  return fields;
}

/** The entries of a list below its key, all set in alike; null where there is none, or where one is not plain. */
function itemsBelow(lines: readonly string[], from: number): string[] | null {
  const items: string[] = [];
  const indent = item.exec(lines[from] ?? "")?.[1];
  for (let at = from; at < lines.length; at += 1) {
    const match = item.exec(lines[at] ?? "");
    if (match === null) break;
    const value = match[1] === indent ? scalarOf(match[2] ?? "") : null;
    if (value === null) return null;
    items.push(value);
  }
  return items.length === 0 ? null : items;
}

function scalarOf(printed: string): string | null {
  const match = quoted.exec(printed);
  if (match !== null) return cleanValue(match[1] ?? match[2] ?? "");
  return plain.test(printed) ? cleanValue(printed) : null;
}

/** The entries of `["a", "b"]`, `[a, b]`. */
function flowOf(printed: string): string[] | null {
  const inside = flow.exec(printed)?.[1];
  if (inside === undefined) return null;
  const entries: string[] = [];
  entry.lastIndex = 0;
  while (entry.lastIndex < inside.length) {
    const match = entry.exec(inside);
    if (match === null) return null;
    entries.push(cleanValue(match[1] ?? match[2] ?? match[3] ?? ""));
  }
  return entries;
}
