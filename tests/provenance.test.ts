/** "How this was read" on the page of an article: what it says, what it escapes, and how much of a long file it shows. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { bodyOf, cardOf } from "../src/build/card.ts";
import { lastLineOf, sourceLines } from "../src/build/source-lines.ts";
import { longestSource, type ReadingProps, readingOf } from "../src/outputs/reading.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { escapeHtml } from "../src/text/html.ts";
import { folderWith, tearsheet } from "./helpers/run.ts";
import { demonstrationSite } from "./helpers/site.ts";

const head = "## Ferry Returns\n\nBy Jane Roe\n\nSeptember 15, 2021\n\n";
const prose = "The ferry came back on Wednesday, and the harbour was full of people who had waited.";

/** The props of the part, as an article's page gets them. */
function reading(text: string, path = "town/a.txt"): ReadingProps {
  const bytes = Buffer.from(text);
  const house = { language: "en", folders: {}, publications: {} };
  const read = readSeed(path, bytes, house);
  const [first] = read.articles;
  if (first === undefined) throw new Error("No article.");
  const body = bodyOf(first.article, first.pieces, sourceLines(path, bytes, house, lastLineOf(read)));
  return readingOf(cardOf(first.article, first.pieces, { offset: 0, lengths: [0, 0, 0, 0], sums: [0, 0, 0, 0] }, "key"), body);
}

/** The page of the only article of an archive. */
function page(text: string, name = "a.txt"): string {
  const root = folderWith({ [`seeds/${name}`]: text });
  const { status, err } = tearsheet(["build"], root);
  expect(status, err).toBe(0);
  const path = (readdirSync(join(root, "dist"), { recursive: true }) as string[]).find((each) => /(?:\d{2}|undated)[/\\][^/\\]*(?<!index)\.html$/.test(each));
  return readFileSync(join(root, "dist", path ?? ""), "utf8");
}

describe("the props", () => {
  test("name the file, the lines of each field, and the role of each line that prints", () => {
    const { file, sha256, layout, origins, source, total } = reading(`${head}${prose}\n`);
    expect({ file, layout, total }).toEqual({ file: "town/a.txt", layout: "headed", total: 7 });
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(origins.map(({ field, lines }) => [field, lines])).toEqual([
      ["headline", [1, 1]],
      ["byline", [3, 3]],
      ["date", [5, 5]],
      ["paragraphs", [7, 7]],
      ["language", null],
    ]);
    expect(source.map(({ number, role, text }) => [number, role, text])).toEqual([
      [1, "headline", "## Ferry Returns"],
      [3, "byline", "By Jane Roe"],
      [5, "date", "September 15, 2021"],
      [7, "body", prose],
    ]);
  });

  test("a front matter is part of the file; what stands below it was read from the text", () => {
    const { origins, source } = reading(`---\ntitle: Ferry\ndate: 2021-09-15\n---\n\n${prose}\n`, "a.md");
    expect(source.slice(0, 4).map(({ role }) => role)).toEqual(["front-matter", "front-matter", "front-matter", "front-matter"]);
    expect(origins.find(({ field }) => field === "headline")).toMatchObject({ lines: [2, 2], rule: "front-matter", anchor: 2 });
    expect(origins.find(({ field }) => field === "paragraphs")).toMatchObject({ lines: [6, 6], rule: "below-front-matter", anchor: 6 });
  });

  test.each([
    ["many lines", `${prose}\n\n`.repeat(4000)],
    ["short lines", "a\n".repeat(20_000)],
    ["one line", prose.repeat(4000)],
  ])("a long file is cut, and that is said: %s", (_name, text) => {
    const { isCut, source, shown, total } = reading(head + text);
    expect(isCut).toBe(true);
    expect(shown).toBeLessThanOrEqual(total);
    expect(source.reduce((sum, line) => sum + line.text.length, 0)).toBeLessThanOrEqual(longestSource + 1);
    expect(source.length).toBeLessThanOrEqual(5000);
    expect(reading(`${head}${prose}`).isCut).toBe(false);
  });
});

describe("the page", () => {
  test("escapes every line, and holds what HTML can hold", async () => {
    const nasty = `</span><script>alert(1)</script> & "quotes" \u0001\u000b\u202e${prose}`;
    const html = page(`---\ntitle: "<b>Ferry</b>"\ndate: 2021-09-15\n---\n\n${nasty}\n`, "a.md");
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;/span&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot; \ufffd \u202e");
    expect(html).toContain(escapeHtml('title: "<b>Ferry</b>"'));
    expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000e-\u001f]/);
    const { results } = new HtmlValidate({ extends: ["html-validate:recommended"] }).validateStringSync(html);
    expect(results.flatMap(({ messages }) => messages.map(({ message, ruleId }) => `${message} (${ruleId})`))).toEqual([]);
  });

  test("folds boilerplate away, and leaves corrections where they are seen", () => {
    const html = page(`${head}${prose}\n\n© 2021 The Averill Courier. All rights reserved.\n\n${prose}\n\nCorrection: The name was Roe.\n`);
    const folded = /<details class="boilerplate">[\s\S]*?<\/details>/.exec(html)?.[0] ?? "";
    expect(folded).toContain("All rights reserved.");
    expect(folded).not.toContain("The name was Roe.");
    expect(html.slice(0, html.indexOf("<details"))).toContain("The name was Roe.");
  });
});

test("an article and the style of the archive are at most 14 KB on the wire", () => {
  const site = demonstrationSite();
  const style = gzipSync(readFileSync(join(site, "assets/style.css"))).length;
  const records = readFileSync(join(site, "data/articles.jsonl"), "utf8").trimEnd().split("\n");
  for (const record of records) {
    const { id } = JSON.parse(record) as { id: string };
    expect(gzipSync(readFileSync(join(site, `${id}.html`))).length + style, id).toBeLessThanOrEqual(14 * 1024);
  }
});
