/**
 * Front matter → plain data: strings, lists and maps, nothing else. gray-matter cuts, js-yaml and smol-toml read; every engine that would
 * run code is shut. May import: text, parse/front-matter/find.
 */
import matter from "gray-matter";
import { FAILSAFE_SCHEMA, load, YAMLException } from "js-yaml";
import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { cleanValue } from "../../text/clean.ts";
import type { FrontMatterBlock } from "./find.ts";

/** All scalars are strings: `12:30` is no number, `2021-09-15` no point in time. */
export type FrontValue = string | readonly FrontValue[] | ReadonlyMap<string, FrontValue>;

export type DecodedFrontMatter =
  | { readonly ok: true; readonly fields: ReadonlyMap<string, FrontValue> }
  /** Line and column count from 1 and are those of the file. */
  | { readonly ok: false; readonly line: number; readonly column: number; readonly message: string };

const refuse = {
  parse: (): object => {
    throw new Error("This engine is shut.");
  },
};

/** gray-matter looks engines up by name, and takes some names for others: every name it knows of is given here. */
const shut = { js: refuse, javascript: refuse, json: refuse, coffee: refuse, coffeescript: refuse, cson: refuse };

/** Decodes the front matter that `findFrontMatter` found. Never throws: a broken one is a result, each time. */
export function decodeFrontMatter(block: Extract<FrontMatterBlock, { kind: "found" }>): DecodedFrontMatter {
  const mark = block.format === "yaml" ? "---" : "+++";
  let data: unknown;
  try {
    // gray-matter returns {} for a front matter of comments only: nothing is lost by that.
    data = matter(`${mark}\n${block.source}\n${mark}\n`, {
      language: block.format,
      delimiters: mark,
      engines: { ...shut, yaml: { parse: parseYaml }, toml: { parse: readToml } },
    }).data;
  } catch (error) {
    return { ok: false, ...placeOf(error), message: reasonOf(error) };
  }
  const fields = toFrontValue(data, 0);
  if (fields instanceof Map) return { ok: true, fields };
  return { ok: false, line: 1, column: 1, message: "The front matter is no list of fields." };
}

function parseYaml(source: string): object {
  const data = load(source, { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: 20 });
  if (data === undefined || data === null) return {};
  if (typeof data !== "object") throw new Error("The front matter is no list of fields.");
  return data;
}

function readToml(source: string): object {
  return parseToml(source, { maxDepth: 20, integersAsBigInt: true });
}

/** Maps instead of objects, so that a key named `__proto__` is a key. Escapes (`"\e"`) can say what the file itself may not hold: cleaned once more. */
function toFrontValue(value: unknown, depth: number): FrontValue {
  if (depth > 20) return "";
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
