/**
 * Worked examples of reading: `fixtures/reading/NAME/` holds a clipping (`input.txt`, `.md` or `.markdown`) and, in `expected.json`, what a
 * person reads in it. Only the fields that `expected.json` has are compared; of diagnostics, the codes. `house.json` overrides the house.
 * A file of several articles has `{"articles": [ … ]}`, one such object for each.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import type { Article } from "../src/model/article.ts";
import type { House } from "../src/model/seed.ts";
import { readBytes } from "../src/parse/encoding/read-bytes.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { readerOf } from "../src/parse/readers/table.ts";
import { cleanText } from "../src/text/clean.ts";
import { isBlank } from "../src/text/lines.ts";

const root = join(import.meta.dirname, "fixtures", "reading");
const plainHouse: House = { language: "en", folders: {}, publications: {} };

type Fields = Readonly<Record<string, unknown>>;
type Expected = Fields & { readonly outcome?: string; readonly articles?: readonly Fields[] };

function open(name: string) {
  const folder = join(root, name);
  const input = readdirSync(folder).find((file) => /^input\.(?:txt|md|markdown)$/.test(file));
  if (input === undefined) throw new Error(`${folder} holds no input.txt, input.md or input.markdown.`);
  const house: House = existsSync(join(folder, "house.json")) ? { ...plainHouse, ...JSON.parse(readFileSync(join(folder, "house.json"), "utf8")) } : plainHouse;
  const path = name + input.slice("input".length);
  const bytes = new Uint8Array(readFileSync(join(folder, input)));
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")) as Expected;
  return { path, bytes, house, expected, reading: readSeed(path, bytes, house) };
}

/** The values of an article that a fixture can state, with diagnostics as sorted codes. */
function shown(article: Article, field: string): unknown {
  return field === "diagnostics" ? article.diagnostics.map(({ code }) => code).sort() : (article as unknown as Record<string, unknown>)[field];
}

/** The roles of all articles cover the input: every line once, in order, and no line that prints is called blank. */
function roleFaults(articles: readonly Article[], path: string, bytes: Uint8Array): string[] {
  const decoded = readBytes(bytes, { language: "en" });
  const text = cleanText(decoded.ok ? decoded.text : "");
  const lines = readerOf(path)?.lines(text) ?? [];
  const faults: string[] = [];
  let next = 1;
  for (const {
    role,
    lines: [first, last],
  } of articles.flatMap((article) => article.lines)) {
    if (first !== next || last < first) faults.push(`a run is [${first}, ${last}], where line ${next} is due`);
    for (let line = first; line <= last; line += 1) {
      const blank = isBlank(lines[line - 1] ?? "");
      if (role === "blank" && !blank) faults.push(`line ${line} prints and is called blank: ${lines[line - 1]}`);
      if (role !== "blank" && role !== "front-matter" && blank) faults.push(`line ${line} is blank and is called ${role}`);
    }
    next = last + 1;
  }
  if (next !== lines.length + 1) faults.push(`the runs end at line ${next - 1} of ${lines.length}`);
  return faults;
}

/** Of two lists, only the items that differ. */
function difference(field: string, read: unknown, wanted: unknown): string {
  const show = (value: unknown) => (value === undefined ? "nothing" : JSON.stringify(value));
  if (!Array.isArray(read) || !Array.isArray(wanted)) return `${field}: read ${show(read)}\n${" ".repeat(field.length)}  want ${show(wanted)}`;
  const rows = Array.from({ length: Math.max(read.length, wanted.length) }, (_, index) => [read[index], wanted[index]] as const);
  return rows.flatMap(([a, b], index) => (isDeepStrictEqual(a, b) ? [] : [difference(`${field}[${index}]`, a, b)])).join("\n");
}

/** The fields of an article that are not as they should be. */
function faultsOf(article: Article, expected: Fields): string[] {
  return Object.keys(expected).flatMap((field) => {
    const wanted = field === "diagnostics" ? [...(expected[field] as string[])].sort() : expected[field];
    return field === "outcome" || isDeepStrictEqual(shown(article, field), wanted) ? [] : [difference(field, shown(article, field), wanted)];
  });
}

const names = readdirSync(root).sort();

describe("reading", () => {
  it.each(names)("%s", (name) => {
    const { path, bytes, expected, reading } = open(name);
    const codes = [...((expected["diagnostics"] as string[] | undefined) ?? [])].sort();
    expect(reading.outcome, `${name}: outcome`).toBe(expected.outcome ?? "published");
    if (reading.outcome !== "published") {
      expect(reading.diagnostics.map(({ code }) => code).sort(), `${name}: diagnostics`).toEqual(codes);
      return;
    }
    const wanted = expected.articles ?? [expected];
    const articles = reading.articles.map(({ article }) => article);
    expect(articles, `${name}: number of articles`).toHaveLength(wanted.length);
    const faults = [...roleFaults(articles, path, bytes), ...wanted.flatMap((fields, index) => faultsOf(articles[index] as Article, fields))];
    if (faults.length > 0) expect.fail(`${name} is read wrong.\n${faults.join("\n")}`);
  });

  it("reads each fixture the same way twice", () => {
    for (const name of names) {
      const { path, bytes, house, reading } = open(name);
      expect(readSeed(path, bytes, house), name).toEqual(reading);
    }
  });
});
