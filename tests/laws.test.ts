/** Laws of reading, for any input at all: a record or a reason, never an exception, and no word lost. */
import fc from "fast-check";
import { toString as plainText } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import type { Article } from "../src/model/article.ts";
import type { House } from "../src/model/seed.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { escapeMarkdown } from "../src/parse/readers/markdown-escape.ts";
import { splitLines } from "../src/text/lines.ts";

const house: House = { language: "en", folders: {}, publications: {} };
const runs = Number(process.env["TEARSHEET_RUNS"] ?? 400);

/** Lines that clippings are made of, and lines that look like them and are not. */
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "## Ferry Returns to Harbour",
      "# Ferry",
      "Ferry Returns to Harbour",
      "By Jane Roe",
      "By Jane Roe and John Doe, Staff Writers",
      "BY AFP",
      "By signing up, you agree to our terms.",
      "September 15, 2021",
      "15.09.2021",
      "03/04/2019",
      "Apr. 31, 2020",
      "Updated: 16 September 2021",
      "Published: 15 Sept 2021, 12:30 | Updated: 16 Sept 2021",
      "The keeper Anna Petrova Sergei Ivanov / TASS",
      "Sergei Ivanov / TASS",
      "Photo: Jane Roe / AP",
      "(AP Photo/Jane Roe)",
      "The ferry came back on Wednesday, and the harbour was full of people who had waited.",
      "HARBOUR TOWN (Coastal Press) — The ferry came back on Wednesday, the company said.",
      "## Related article: The Ferry Leaves",
      "Related:",
      "- The Ferry Leaves",
      "- he said, “no”.",
      "Read more: [The Ferry](https://example.org/f)",
      "## Original url:",
      "https://example.org/2021/09/15/ferry",
      "Source: https://example.org/x",
      "Source: a man close to the ferry",
      "www.example.org/a/b",
      "Tags: ferry, harbour",
      "Section: Town",
      "Correction: The name was Roe.",
      "Editor's note: This is a note.",
      "***",
      "-----",
      "=====",
      "---",
      "+++",
      "1905. The year began badly.",
      "    indented text here",
      "<Reuters> reported",
      "C:\\*dir",
      "a<b and c>d",
      "> quoted",
      "| a | b |",
      "",
      " ",
      "\t",
      "title: Ferry",
      "date: 2021-09-15",
      "Headline: Ferry",
      "Date: someday",
      "Автор: Анна Ро",
      "15 сентября 2021 г.",
      "Источник: https://example.org/ru",
      "بقلم سلمى",
      "记者 张三",
      "2021年9月15日",
      "来源：https://example.org/zh",
      "Document 1 of 2",
      "Document 2 of 2",
      "BODY:",
      "LENGTH: 543 words",
      "BYLINE: Jane Roe",
      "SECTION: LOCAL; Pg. A3",
      "Full text: The ferry came back on Wednesday, the company said.",
      "LOAD-DATE: September 16, 2021",
      "Copyright 2021 The Averill Courier",
      "Subject: Ferries",
      "From: desk@courier.example.org",
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 30 }) },
);
const lineEnd = fc.constantFrom("\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r", "\u2028", "\f");
const text = fc.array(fc.tuple(line, lineEnd), { maxLength: 24 }).map((parts) => parts.flat().join(""));
const path = fc.constantFrom("a.txt", "a.md", "2021-09-15-a.markdown");

function read(name: string, input: string) {
  return readSeed(name, Buffer.from(input), house);
}

/** Every string of a record, but for the parts that are about the file and not from it. */
function wordsOf(article: Article): string {
  const {
    headline,
    kicker,
    deck,
    byline,
    dateAsPrinted,
    dateline,
    section,
    topics,
    publication,
    figures,
    paragraphs,
    related,
    sourceUrl,
    corrections,
    notes,
    boilerplate,
    body,
    authors,
  } = article;
  const texts: unknown = [
    headline,
    kicker,
    deck,
    byline,
    dateAsPrinted,
    dateline,
    section,
    topics,
    publication,
    figures,
    paragraphs,
    related,
    sourceUrl,
    corrections,
    notes,
    boilerplate,
    body,
    authors,
  ];
  return stringsIn(texts);
}

/** Every string inside a value, with spaces between. */
function stringsIn(value: unknown): string {
  if (typeof value === "string") return value;
  return value !== null && typeof value === "object" ? Object.values(value).map(stringsIn).join(" ") : "";
}

/** Words but for numbers and what goes with them in a date: a date that two lines give alike is in the record once. */
const words = (value: string) => (value.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !/^[\p{Nd}年月日]+$/u.test(word));

/** A line without the addresses behind linked words: a link in a caption or a deck is text there. */
const withoutTargets = (each: string) => each.replace(/\]\([^)]*\)/g, "]");

/** Words that stand for the field itself: labels, and those around a date. */
const carried = new Set(
  words(
    "BYLINE SECTION BODY LENGTH Full text Subject Copyright By Related article Read more Original url Source Tags Section Correction Editor s note Photo Updated Published Headline Date title date Автор г Источник 来源 日 月 年 记者 https Sept 2021 15 16 12 30 September Staff Writers",
  ),
);

function linesBelowFrontMatter(input: string, article: Article | undefined, breaks: "all" | "ascii"): string[] {
  const [first] = article?.lines ?? [];
  return splitLines(input, breaks).slice(first?.role === "front-matter" ? first.lines[1] : 0);
}

/** The words of a line as a reader sees them. Lines with entities are passed over: their names are no words. */
function printedWords(each: string): string[] {
  const printing = withoutTargets(each).replace(/[\ufeff\u00ad\u200b\u2060\u180e]/g, "");
  return /&#?\w+;/.test(each) ? [] : words(printing.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff\0]/g, "\ufffd"));
}

describe("reading", () => {
  test("any bytes give a record or a reason", () => {
    fc.assert(
      fc.property(path, fc.uint8Array({ maxLength: 400 }), (name, bytes) => {
        const { outcome, articles, diagnostics } = readSeed(name, bytes, house);
        expect(outcome === "published" ? articles.length : diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: runs },
    );
  });

  test("any text gives a record or a reason, and every line of it has one role", () => {
    fc.assert(
      fc.property(path, text, (name, input) => {
        const { outcome, articles, diagnostics } = read(name, input);
        if (outcome !== "published") expect(diagnostics.length).toBeGreaterThan(0);
        let next = 1;
        // Of several articles in one file, each has the lines that are its own.
        for (const {
          lines: [first, last],
        } of articles.flatMap(({ article }) => article.lines)) {
          expect(first).toBe(next);
          expect(last).toBeGreaterThanOrEqual(first);
          next = last + 1;
        }
        if (outcome === "published") expect(next - 1).toBe(splitLines(input, name.endsWith(".txt") ? "all" : "ascii").length);
        for (const { article } of articles) for (const { after } of article.related) expect(after).toBeLessThanOrEqual(article.paragraphs.length);
      }),
      { numRuns: runs },
    );
  });

  test.each([
    ["a clipping", "a.txt", "all"],
    ["a Markdown article", "a.md", "ascii"],
  ] as const)("no word of %s is lost", (_name, path, breaks) => {
    fc.assert(
      fc.property(text, (input) => {
        const { outcome, articles, diagnostics } = read(path, input);
        if (outcome !== "published") return;
        const kept = new Set(words([...articles.map(({ article, pieces }) => `${wordsOf(article)} ${stringsIn(pieces)}`), stringsIn(diagnostics)].join(" ")));
        const lost = linesBelowFrontMatter(input, articles[0]?.article, breaks).flatMap((each) =>
          printedWords(each).filter((word) => !kept.has(word) && !carried.has(word)),
        );
        expect(lost).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("reading is the same each time", () => {
    fc.assert(
      fc.property(path, text, (name, input) => {
        expect(read(name, input)).toEqual(read(name, input));
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});

describe("Markdown of a clipping", () => {
  const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const nasty = fc.oneof(
    fc.string({ unit: "grapheme-ascii", maxLength: 60 }),
    fc.constantFrom(
      "- a",
      "1. a",
      "# a",
      "a_b_c",
      "**a**",
      "<b>x</b>",
      "&amp;",
      "[a](b)",
      "![a](b)",
      "~~x~~",
      "a\\*b",
      "www.example.org",
      "a@example.org",
      "    x",
      "```",
      "| a |",
      "===",
      "http://a.b/c_d_e",
      "[^1]: x",
      "+ x",
      "> y",
      "12) z",
    ),
  );

  test("means the plain words", () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (parts) => {
        const plain = parts
          .map((part) => part.replace(/\s+/g, " ").trim())
          .filter((part) => part !== "")
          .join("\n");
        if (plain === "") return;
        const tree = parse(escapeMarkdown(plain));
        expect(tree.children.map((node) => node.type)).toEqual(["paragraph"]);
        const read = (tree.children[0] as { children: { type: string }[] }).children
          .map((node) => (node.type === "break" ? "\n" : plainText(node as never)))
          .join("");
        expect(read).toBe(plain);
      }),
      { numRuns: runs * 2 },
    );
  });
});
