/** Several articles in one file: every line is somebody's, one article is never cut, and a part reads as it would by itself. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { House } from "../src/model/seed.ts";
import { readBytes } from "../src/parse/encoding/read-bytes.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { readerOf } from "../src/parse/readers/table.ts";
import { splitSeed } from "../src/parse/split-seed.ts";
import { cleanText } from "../src/text/clean.ts";
import { splitLines } from "../src/text/lines.ts";
import { projectFolder } from "./helpers/run.ts";

const house: House = { language: "en", folders: {}, publications: {} };
const runs = Number(process.env["TEARSHEET_RUNS"] ?? 400);
const read = (text: string, path = "a.txt") => readSeed(path, Buffer.from(text), house);
const headlines = (text: string, path = "a.txt") => read(text, path).articles.map(({ article }) => article.headline);

const ferry =
  "Ferry Returns to Service\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday, and the harbour was full of people who had waited.\n";
const pilots =
  "Pilots Refuse the Night Watch\n\nBy John Doe\n\nSeptember 17, 2021\n\nThe pilots of the harbour will not go out after midnight, their union said on Friday.\n";
const lamp = "Library Loses Its Lamp\n\nSeptember 18, 2021\n\nA lamp of green glass was taken from the reading room of the town library on Saturday.\n";

const line = fc.oneof(
  fc.constantFrom(
    ..."Document 1 of 3|Document 2 of 3|Document 3 of 3|1 of 3 DOCUMENTS|2 of 3 DOCUMENTS|Документ 1 из 2|Документ 2 из 2|End of Document|Document AVCO000020210915eh9f00001|=====|-----|----------------|***|* * *|---|+++|title: Ferry|date: 2021-09-15|draft: true|Title: Ferry|Author: Jane Roe|Date: September 15, 2021|BODY:|LENGTH: 5 words|From a@example.org Wed Sep 15 10:00:00 2021|Subject: Ferry|From: a@example.org|By Jane Roe|September 15, 2021|Ferry Returns to Service|# Ferry|```||| |The ferry came back on Wednesday, and the harbour was full of people who had waited.".split(
      "|",
    ),
  ),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);
const text = fc.array(fc.tuple(line, fc.constantFrom("\n", "\n", "\n\n", "\r\n", "\f")), { maxLength: 40 }).map((parts) => parts.flat().join(""));

test("the parts of any text are its lines, each once", () => {
  fc.assert(
    fc.property(text, fc.constantFrom("all" as const, "ascii" as const), fc.nat(3), (input, breaks, front) => {
      const lines = splitLines(input, breaks);
      if (lines.length === 0) return;
      let next = 1;
      for (const { first, last, start, end } of splitSeed(lines, Math.min(front, lines.length)).parts) {
        expect(first).toBe(next);
        expect([first <= start, start <= end, end <= last]).toEqual([true, true, true]);
        next = last + 1;
      }
      expect(next - 1).toBe(lines.length);
    }),
    { numRuns: runs * 5 },
  );
});

test("the records of any text have each line of it once, and ids, dates and lines that fit", () => {
  fc.assert(
    fc.property(text, fc.constantFrom("a.txt", "a.md"), (input, path) => {
      const { articles, outcome, diagnostics } = read(input, path);
      if (outcome !== "published") {
        expect(diagnostics.length).toBeGreaterThan(0);
        return;
      }
      const lines = splitLines(input, path === "a.txt" ? "all" : "ascii").length;
      const own = articles.flatMap(({ article }) =>
        article.lines.flatMap(({ lines: [first, last] }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
      );
      // A draft among several is held back with its lines, and that is said.
      const hasDraft = diagnostics.some(({ code }) => code === "draft-ignored");
      expect(new Set(own).size).toBe(own.length);
      if (!hasDraft) expect(own).toEqual(Array.from({ length: lines }, (_, at) => at + 1));
      if (articles.length < 2) return;
      for (const { article } of articles) {
        const [from, to] = [article.lines[0]?.lines[0] ?? 0, article.lines.at(-1)?.lines[1] ?? 0];
        for (const { lines: range } of Object.values(article.provenance)) if (range[0] !== 0) expect(range[0] >= from && range[1] <= to).toBe(true);
      }
    }),
    { numRuns: runs },
  );
});

describe("a file that is one article is never split", () => {
  const folder = join(projectFolder, "tests", "fixtures", "reading");
  const fixtures = readdirSync(folder)
    .filter((name) => !name.startsWith("several-"))
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.startsWith("input.") && readerOf(file) !== null)
        .map((file) => join(folder, name, file)),
    );
  const seeds = (readdirSync(join(projectFolder, "seeds"), { recursive: true }) as string[])
    .filter((path) => readerOf(path) !== null)
    .map((path) => join(projectFolder, "seeds", path));

  test("all examples and the demonstration archive", () => {
    const split = [...fixtures, ...seeds].filter(
      (path) => readSeed("a.txt", readFileSync(path), house).articles.length > 1 || readSeed(path, readFileSync(path), house).articles.length > 1,
    );
    expect(fixtures.length).toBeGreaterThan(300);
    expect(split).toEqual([]);
  });

  test("with one report of another paper's below a row", () => {
    const own =
      "What the Harbour Said\n\nFor a week the town has read one report, and has asked us what we make of it. Here it is once more, as it was printed.\n\n";
    for (const row of ["====================", "--------------------", "* * *", "\f"])
      expect(headlines(`${own}${row}\n\n${ferry}`), row).toEqual(["What the Harbour Said"]);
    // Two of them are articles.
    expect(headlines(`${own}====================\n\n${ferry}\n====================\n\n${pilots}`).length).toBeGreaterThan(1);
  });

  test("even with rows of asterisks and dashes between all its paragraphs", () => {
    for (const path of [...fixtures, ...seeds].filter((each) => each.endsWith(".txt"))) {
      const decoded = readBytes(readFileSync(path), { language: "en" });
      if (!decoded.ok) continue;
      for (const row of ["* * *", "-----", "=====", "\f"]) {
        // Below the head: a row between headline and byline is a rule of the head.
        const [head = "", ...body] = cleanText(decoded.text).split(/\n\n(?=[^\n]{90})/);
        const broken = [head, ...body].join(`\n\n${row}\n\n`);
        const { articles } = readSeed("a.txt", Buffer.from(broken), house);
        if (articles.length > 1) expect.fail(`${path} is split at ${row}`);
      }
    }
  });
});

describe("what separates articles", () => {
  test.each(["=====", "-----", "* * *", "__________", "~~~~~"])("%s between whole heads", (row) => {
    expect(headlines(`${ferry}\n${row}\n\n${pilots}`)).toEqual(["Ferry Returns to Service", "Pilots Refuse the Night Watch"]);
  });

  test("a row below a head that lacks the byline, when the others are whole", () => {
    expect(headlines(`${ferry}\n=====\n\n${pilots}\n=====\n\n${lamp}`)).toHaveLength(3);
  });

  test("heavy rows below three heads that all have a date and no byline", () => {
    const brief = (n: number) => lamp.replace("Lamp", `Lamp ${n}`);
    expect(headlines([1, 2, 3].map(brief).join("\n====================\n\n"))).toHaveLength(3);
    expect(headlines([1, 2, 3].map(brief).join("\n* * *\n\n"))).toHaveLength(1);
  });

  test("a search's own head belongs to the first article and is folded away", () => {
    const [first] = read(`Results for ferry\n\nDocument 1 of 2\n\n${ferry}\nDocument 2 of 2\n\n${pilots}`).articles;
    expect(first?.article.boilerplate.map(({ text: words }) => words)).toEqual(["Results for ferry", "Document 1 of 2"]);
    expect(first?.article.lines[0]).toEqual({ role: "boilerplate", lines: [1, 1] });
  });

  test.each([
    ["Document 1 of 2", "Document 2 of 2"],
    ["1 of 2 DOCUMENTS", "2 of 2 DOCUMENTS"],
    ["Документ 7 из 90", "Документ 8 из 90"],
    ["Документ 1 з 2", "Документ 2 з 2"],
    ["Article 1 sur 2", "Article 2 sur 2"],
    ["Dokument 1 von 2", "Dokument 2 von 2"],
    ["Documento 1 de 2", "Documento 2 de 2"],
    ["الوثيقة 1 من 2", "الوثيقة 2 من 2"],
    ["第1篇，共2篇", "第2篇，共2篇"],
  ])("the counter %s", (one, two) => {
    expect(headlines(`${one}\n\n${ferry}\n${two}\n\n${pilots}`)).toEqual(["Ferry Returns to Service", "Pilots Refuse the Night Watch"]);
  });

  test("counters below their articles", () => {
    expect(headlines(`${ferry}\nDocument 1 of 2\n\n${pilots}\nDocument 2 of 2\n`)).toEqual(["Ferry Returns to Service", "Pilots Refuse the Night Watch"]);
  });

  test("numbers that do not count articles", () => {
    for (const [one, two] of [
      ["Page 1 of 2", "Page 2 of 2"],
      ["Document 1 of 2", "Document 2 of 9"],
      ["Document 2 of 5", "Document 5 of 5"],
    ])
      expect(
        headlines(`${ferry}\n${one}\n\nThe harbour was full of people who had waited since the beginning of spring.\n\n${two}\n\nAnd so on.\n`),
      ).toHaveLength(1);
  });

  test("two ends of documents", () => {
    expect(headlines(`${ferry}\nEnd of Document\n\n${pilots}\nEnd of Document\n`)).toEqual(["Ferry Returns to Service", "Pilots Refuse the Night Watch"]);
  });

  test("a front matter again; not in a fence, not as a scene break", () => {
    const front = (title: string) => `---\ntitle: ${title}\n---\n\nThe ferry came back on Wednesday.\n\n`;
    expect(headlines(front("One") + front("Two"), "a.md")).toEqual(["One", "Two"]);
    expect(headlines(`${front("One")}\`\`\`\n\n${front("Two")}\`\`\`\n`, "a.md")).toEqual(["One"]);
    expect(headlines(`${front("One")}---\n\nSaid: nothing.\n\n---\n\nMore.\n`, "a.md")).toEqual(["One"]);
  });

  test("a draft among several is held back, and that is said", () => {
    const { articles, diagnostics } = read("---\ntitle: One\ndraft: true\n---\n\nText.\n\n---\ntitle: Two\n---\n\nText.\n", "a.md");
    expect(articles.map(({ article }) => article.headline)).toEqual(["Two"]);
    expect(diagnostics.map(({ code, line: at }) => [code, at])).toContainEqual(["draft-ignored", 1]);
  });

  test("a broken front matter in the midst refuses the file, with the file's own line", () => {
    const { outcome, diagnostics } = read("---\ntitle: One\n---\n\nText.\n\n---\ntitle: He said: no\n---\n\nText.\n", "a.md");
    expect([outcome, diagnostics[0]?.code, diagnostics[0]?.line]).toEqual(["refused", "front-matter-invalid", 8]);
  });
});

test("an article in a file of several reads as it would by itself", () => {
  for (const [index, alone] of [ferry, pilots].entries()) {
    const together = read(`${ferry}\n=====\n${pilots}`).articles[index]?.article;
    const single = read(alone).articles[0]?.article;
    const plain = (article: typeof single) => ({ ...article, sha256: "", provenance: {}, lines: [], diagnostics: [] });
    expect(plain(together)).toEqual(plain(single));
  }
});

test("what may be an article and lacks a head stays with the one above, and that is said", () => {
  const box = "From the Archive\n\nThe ferry of 1905 had a band on board, and the band had a conductor who could not swim.\n";
  const { articles, diagnostics } = read(`${ferry}\n=====\n\n${pilots}\n=====\n\n${box}`);
  expect(articles).toHaveLength(2);
  expect(diagnostics.map(({ code, line: at }) => [code, at])).toContainEqual(["article-unsure", 20]);
});

test("splitting takes time in proportion", () => {
  const rows = `${"***\n\nThe ferry\n\n".repeat(20_000)}${"---\na: b\n\n".repeat(20_000)}${"Document 1 of 2\n".repeat(20_000)}`;
  const lines = splitLines(rows, "all");
  const begin = process.cpuUsage().user;
  splitSeed(lines, 0);
  splitSeed(lines, 1);
  expect((process.cpuUsage().user - begin) / 1e6).toBeLessThan(20);
});
