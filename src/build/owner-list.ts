/** A list of entries in YAML that the owner writes (`redactions.yml`, `authorities.yml`): read as plain texts, each entry with its lines. May import: nothing. */
import { FAILSAFE_SCHEMA, load } from "js-yaml";

/** An entry of a list as it stands in its file. */
export interface EntryLines {
  /** The first, counted from 1. */
  readonly line: number;
  readonly text: readonly string[];
}

/** YAML 1.2 by its failsafe schema: lists, maps and texts, and no aliases. Throws js-yaml's exception. */
export function loadPlainYaml(source: string): unknown {
  return load(source.replace(/^\ufeff/, ""), { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: 20 });
}

/** Whether a file holds nothing but comments and blank lines. */
export function isEmptyList(source: string): boolean {
  return source
    .replace(/^\ufeff/, "")
    .split(/[\n\r]/)
    .every((line) => /^\s*(?:#.*)?$/.test(line));
}

/** How many lines below its first an entry has a key; 0 where it is not to be found. */
export function lineOfKey(key: string | null, lines: readonly string[]): number {
  const at = key === null ? -1 : lines.findIndex((each) => each.replace(/^[\s-]*["']?/, "").startsWith(key));
  return Math.max(0, at);
}

/** Where each entry of a list stands: at the dashes of the first one's depth. All on line 1 where it is written in another way. */
export function linesOfEntries(source: string, count: number): readonly EntryLines[] {
  const entries = entriesIn(source);
  return entries.length === count ? entries : Array.from({ length: count }, () => ({ line: 1, text: source.split(/\r\n|[\n\r]/) }));
}

/** The lines between the dashes of the first one's depth. */
export function entriesIn(source: string): readonly EntryLines[] {
  const lines = source.split(/\r\n|[\n\r]/);
  const depth = /^( *)-(?:\s|$)/.exec(lines.find((line) => /^ *-(?:\s|$)/.test(line)) ?? "")?.[1]?.length ?? 0;
  const starts = lines.flatMap((line, index) => (/^ *-(?:\s|$)/.test(line) && line.indexOf("-") === depth ? [index] : []));
  return starts.map((start, index) => ({ line: start + 1, text: lines.slice(start, starts[index + 1] ?? lines.length) }));
}
