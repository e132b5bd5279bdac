/** Markdown that would take its parser for ever is read as plain text, and says so; Markdown that articles have is not. */
import { expect, test } from "vitest";
import { readSeed } from "../src/parse/read-seed.ts";
import { tooMuchOf } from "../src/parse/readers/markdown-bounds.ts";

const house = { language: "en", folders: {}, publications: {} };
const head = "## Ferry Returns to Service\n\nBy Jane Roe\n\nSeptember 15, 2021\n\n";

const bombs: Readonly<Record<string, string>> = {
  "quotations within each other": `${"> ".repeat(5000)}x\n`,
  "lists within each other": `${"- ".repeat(5000)}x\n`,
  "lists within each other, by indent": Array.from({ length: 300 }, (_, at) => `${"  ".repeat(at)}- x\n`).join(""),
  "lists and quotations in turn": ">>-\n- a\n".repeat(2000),
  "underlined headings": "a\n==\n".repeat(20_000),
  "emphasis left open": "*a ".repeat(30_000),
  "emphasis within words": "x**a".repeat(16_000),
  "closing brackets": "a]".repeat(20_000),
  "addresses run together": "(www.a".repeat(5000),
  "definitions in quotations": "> [a]: /x\n".repeat(5000),
  "signs of every kind": "a\\`b` c@d.e ".repeat(20_000),
  "emphasis closed at last": `${"*a ".repeat(5000)}${"a* ".repeat(5000)}`,
  "tags left open": "<a ".repeat(30_000),
  "comments left open": "a <!-- ".repeat(10_000),
  "links left open": "[a](".repeat(30_000),
  "brackets within each other": `${"[".repeat(10_000)}a${"]".repeat(10_000)}`,
  "pictures within each other": `${"![a".repeat(5000)}${"](x)".repeat(5000)}`,
  "link definitions": Array.from({ length: 20_000 }, (_, at) => `[a${at}]: /x\n`).join(""),
  "one long definition, used often": `${"[a] ".repeat(5000)}\n\n[a]: /${"x".repeat(5000)}\n`,
  footnotes: Array.from({ length: 5000 }, (_, at) => `a[^${at}]\n\n[^${at}]: x\n\n`).join(""),
  "a table of many columns": `${"| a ".repeat(500)}|\n${"|---".repeat(500)}|\n${"| x |\n".repeat(500)}`,
  paragraphs: "Ferry\n\n".repeat(30_000),
  "one long paragraph with a tag": `<b>x</b> ${"The ferry came back on Wednesday, the company said. ".repeat(4000)}`,
  "words of a letter": `![< ${"w h ".repeat(10_000)}`,
};

test.each(Object.entries(bombs))("%s", (_name, bomb) => {
  const { outcome, articles } = readSeed("a.md", Buffer.from(head + bomb), house);
  expect(outcome).toBe("published");
  expect(articles[0]?.article.headline).toBe("Ferry Returns to Service");
  expect(articles[0]?.article.diagnostics.map(({ code }) => code)).toContain("markdown-as-text");
});

test("an article of every construct is read as Markdown", () => {
  const article = `${head}${"> A quotation, *with emphasis* and [a link](https://example.org/a).\n\n- an item\n  - below it\n\n| a | b |\n|---|---|\n| x | y |\n\nA footnote.[^1]\n\nHeading\n-------\n\n<b>x</b> <!-- more -->\n\n".repeat(100)}[^1]: Here.\n`;
  expect(tooMuchOf(article)).toBeNull();
});

test("a long paragraph is read as Markdown where the parser need not look at it, and in a book's length where it has to", () => {
  expect(tooMuchOf(`${head}${"The ferry came back on Wednesday, the company said. ".repeat(20_000)}x\n`)).toBeNull();
  expect(tooMuchOf(`${head}<b>x</b> ${"The ferry came back on Wednesday, the company said. ".repeat(330)}\n`)).toBeNull();
});

test("a byline of thousands of words is none, and is read in the time of its length", () => {
  const start = process.cpuUsage();
  const { articles } = readSeed("a.txt", Buffer.from(`${head}The ferry came back.\n\nBYLINE: ${"Document 1 of 2 ".repeat(20_000)}\n`), house);
  const { user } = process.cpuUsage(start);
  expect(articles[0]?.article.byline).toBe("By Jane Roe");
  expect(user / 1000).toBeLessThan(10_000);
});
