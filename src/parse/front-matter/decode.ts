/**
 * Front matter → plain data: strings, lists and maps, nothing else. gray-matter cuts, js-yaml and smol-toml read; every engine that would
 * run code is shut. May import: text, parse/front-matter/find.
 */
import matter from "gray-matter";
import { FAILSAFE_SCHEMA, load, YAMLException } from "js-yaml";
import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { isPossible } from "../../text/civil-date.ts";
import { cleanValue } from "../../text/clean.ts";
import type { FrontMatterBlock } from "./find.ts";
import { plainFields } from "./plain-fields.ts";

/** All scalars are strings: `12:30` is no number, `2021-09-15` no point in time. */
export type FrontValue = string | readonly FrontValue[] | ReadonlyMap<string, FrontValue>;

export type DecodedFrontMatter =
  | { readonly ok: true; readonly fields: ReadonlyMap<string, FrontValue> }
  /** Line and column count from 1 and are those of the file. */
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string };

/** Lists and maps within each other. */
const deepest = 20;

const refuse = {
  parse: (): object => {
    throw new Error("This engine is shut.");
  },
};

/** gray-matter looks engines up by name, and takes some names for others: every name it knows of is given here. */
const shut = { js: refuse, javascript: refuse, json: refuse, coffee: refuse, coffeescript: refuse, cson: refuse };

/** Decodes the front matter that `findFrontMatter` found. Never throws: a broken one is a result, each time. What may stand in no page becomes U+FFFD. */
export function decodeFrontMatter(block: FoundBlock): DecodedFrontMatter {
  const plain = block.format === "yaml" ? plainFields(block.source) : null;
  return plain === null ? decodeByLibrary(block) : { ok: true, fields: plain };
}

type FoundBlock = Extract<FrontMatterBlock, { kind: "found" }>;

/** The same, whatever is in it. */
export function decodeByLibrary(block: FoundBlock): DecodedFrontMatter {
  // gray-matter takes any line that begins with its mark for the end, `----` too: it gets a mark that the source does not have.
  let mark = "\ufffe";
  while (block.source.includes(mark)) mark += "\ufffe";
  let fields: FrontValue;
  try {
    // gray-matter returns {} for a front matter of comments only: nothing is lost by that.
    const { data } = matter(`${mark}\n${block.source}\n${mark}\n`, {
      language: block.format,
      delimiters: mark,
      engines: { ...shut, yaml: { parse: parseYaml }, toml: { parse: readToml } },
    });
    fields = toFrontValue(data, 0);
  } catch (error) {
    return { ok: false, ...placeOf(error), message: reasonOf(error) };
  }
  if (fields instanceof Map) return { ok: true, fields };
  return { ok: false, line: 1, column: 1, message: "The front matter is no list of fields." };
}

function parseYaml(source: string): object {
  const data = load(source, { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: deepest });
  if (data === undefined || data === null) return {};
  if (typeof data !== "object") throw new Error("The front matter is no list of fields.");
  return data;
}

/** A day that is not in the calendar is refused: the parser would take 30 February for 2 March. */
function readToml(source: string): object {
  for (const [index, line] of source.split("\n").entries()) {
    const bare = line.replace(/"(?:\\.|[^"\\])*"|'[^']*'/g, '""').replace(/#.*/, "");
    for (const [date, year, month, day] of bare.matchAll(/(?<=[=[,]\s*)(\d{4})-(\d{2})-(\d{2})/g))
      if (!isPossible({ year: Math.max(1000, Number(year)), month: Number(month), day: Number(day) }))
        throw new TomlError(`there is no such day as ${date}`, { toml: source, ptr: lineStart(source, index) });
  }
  return parseToml(source, { maxDepth: deepest, integersAsBigInt: true });
}

/** Where the `index`th line of a text begins, counted from 0. */
function lineStart(source: string, index: number): number {
  return source.split("\n").slice(0, index).join("\n").length + (index === 0 ? 0 : 1);
}

/**
 * Maps instead of objects, so that a key named `__proto__` is a key. Escapes (`"\e"`) can say what the file itself may not hold: cleaned once more.
 * Throws where maps lie within each other without end (`a.a.a…` in TOML).
 */
function toFrontValue(value: unknown, depth: number): FrontValue {
  if (depth > deepest) throw new Error("The front matter has lists of fields within each other, more than 20 deep.");
  if (typeof value === "string") return cleanValue(value);
  if (value instanceof TomlDate) return value.toISOString().replace(/\.000(?=Z|[+-]|$)/, "");
  if (Array.isArray(value)) return value.map((item) => toFrontValue(item, depth + 1));
  if (value !== null && typeof value === "object") return new Map(Object.entries(value).map(([key, item]) => [cleanValue(key), toFrontValue(item, depth + 1)]));
  return value === null || value === undefined ? "" : String(value);
}

/** gray-matter hands over the line end behind the opening mark as well: line 0 of what the parsers see is line 1 of the file. */
const linesBefore = 1;

/** Where in the file: the parsers count from the line below the opening mark. */
function placeOf(error: unknown): { line: number; column: number } {
  if (error instanceof YAMLException && error.mark !== undefined) return { line: error.mark.line + linesBefore, column: error.mark.column + 1 };
  if (error instanceof TomlError) return { line: error.line + linesBefore - 1, column: error.column };
  return { line: 1, column: 1 };
}

function reasonOf(error: unknown): string {
  if (error instanceof YAMLException) return `The front matter is no YAML: ${error.reason}.`;
  if (error instanceof TomlError) return `The front matter is no TOML: ${error.message.split("\n", 1)[0]?.replace(/^Invalid TOML document: /, "")}.`;
  return error instanceof Error ? error.message : "The front matter cannot be read.";
}
