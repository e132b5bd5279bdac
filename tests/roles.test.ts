/** The law of roles: put together, the lines of all roles give the file back, to the byte. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { bodyOf } from "../src/build/card.ts";
import { lastLineOf, sourceLines } from "../src/build/source-lines.ts";
import type { House } from "../src/model/seed.ts";
import { readBytes } from "../src/parse/encoding/read-bytes.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { cellsOf, cutToCells, escapeUnseen } from "../src/text/terminal.ts";
import { projectFolder } from "./helpers/run.ts";

const house: House = { language: "en", folders: {}, publications: {} };
const runs = Number(process.env["TEARSHEET_RUNS"] ?? 400);

const encoders: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-8": (text) => Buffer.from(text),
  "UTF-8 with a byte order mark": (text) => Buffer.from(`\ufeff${text}`),
  "UTF-16, little end first": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "UTF-16, big end first": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
};

/** The decoded text as bytes again, in the encoding that was found. */
function encode(text: string, bytes: Uint8Array): Buffer {
  const decoded = readBytes(bytes, { language: "en" });
  if (!decoded.ok) throw new Error("The bytes are no text.");
  return iconv.encode(text, decoded.encoding, { addBOM: false });
}

/** The lines of each run of each article, in order, joined. */
function putTogether(path: string, bytes: Uint8Array): string | null {
  const reading = readSeed(path, bytes, house);
  if (reading.outcome !== "published") return null;
  const lines = sourceLines(path, bytes, house, lastLineOf(reading));
  return reading.articles
    .flatMap(({ article, pieces }) => {
      const { source } = bodyOf(article, pieces, lines);
      const before = (article.lines[0]?.lines[0] ?? 1) - 1;
      return article.lines.flatMap(({ lines: [first, last] }) => source.slice(first - 1 - before, last - before));
    })
    .join("");
}

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }).map((text) => text.toWellFormed()) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...["## Ferry Returns", "By Jane Roe", "September 15, 2021", "Photo: Jane Roe / AP", "Related:", "- The Ferry Leaves", "Source: https://example.org/x"],
      ...["---", "+++", "title: Ferry", "***", "====", "> quoted", "| a | b |", "| - | - |", "```", "    indented", "<!-- open", "\ufeff", "\u00ad", "\u202e"],
      ...["The ferry came back on Wednesday, and the harbour was full of people who had waited.", "Correction: It was Roe.", "Document 2 of 3", "[^1]: x"],
    ),
  },
);
const end = fc.constantFrom("\n", "\n", "\n\n", "\r\n", "\r", "\n\r", "\u0085", "\u2028", "\u2029", "\v", "\f", " \n\t\n");
const text = fc.tuple(fc.array(fc.tuple(piece, end), { maxLength: 20 }), fc.option(piece, { nil: "" })).map(([parts, last]) => parts.flat().join("") + last);

describe.each(Object.entries(encoders))("in %s", (_name, encoder) => {
  test.each(["a.txt", "a.md"])("the roles of %s give the file back to the byte", (path) => {
    fc.assert(
      fc.property(text, (input) => {
        const bytes = encoder(input);
        const together = putTogether(path, bytes);
        if (together !== null) expect(encode(together, bytes).equals(bytes)).toBe(true);
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});

test("every seed of the demonstration comes back to the byte", () => {
  const seeds = join(projectFolder, "seeds");
  const files = (readdirSync(seeds, { recursive: true }) as string[]).filter((path) => /\.(?:txt|md|markdown)$/.test(path));
  expect(files.length).toBeGreaterThan(20);
  for (const path of files) {
    const bytes = readFileSync(join(seeds, path));
    const together = putTogether(path, bytes);
    expect(together !== null && encode(together, bytes).equals(bytes), path).toBe(true);
  }
});

describe("a line on a terminal", () => {
  test("has nothing in it that commands", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (line) => {
        expect(escapeUnseen(line)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: runs },
    );
  });

  test("is never wider than it may be, and whole where it fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (line, most) => {
        const cut = cutToCells(line, most);
        expect(cellsOf(cut)).toBeLessThanOrEqual(most);
        if (cellsOf(line) <= most) expect(cut).toBe(line);
      }),
      { numRuns: runs },
    );
  });
});
