/** What a seed smuggled in, or made the program take for its own, before it was mended: an example of each. */
import { describe, expect, test } from "vitest";
import { readConfig } from "../src/build/config.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { faultsOfPage, pagesOf } from "./helpers/one-page.ts";

const house = { language: "en", folders: {}, publications: {} };
const head = "## Ferry Returns to Service\n\nBy Jane Roe\n\nSeptember 15, 2021\n\n";
const articleOf = (path: string, text: string) => readSeed(path, Buffer.from(text), house).articles[0]?.article;
const htmlOf = (markdown: string) =>
  readSeed("a.md", Buffer.from(head + markdown), house)
    .articles[0]?.pieces.map((piece) => (piece.kind === "html" ? piece.html : ""))
    .join("\n")
    // What every paragraph has (tests/anchors.test.ts).
    .replace(/ id="p\d+"/g, "");

describe("escapes of a front matter", () => {
  test.each([
    ['---\ntitle: "a\\e[2J\\0\\x9b b\\uFFFE\\f"\n---\n\nText.\n', "a\ufffd[2J\ufffd\ufffd b\ufffd"],
    ['+++\ntitle = "a\\u001b[2J\\u0000 b"\n+++\n\nText.\n', "a\ufffd[2J\ufffd b"],
  ])("%j", (text, headline) => {
    expect(articleOf("a.md", text)?.headline).toBe(headline);
  });
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("a host called %s is no paper", (host) => {
  expect(articleOf("a.txt", `${head}The ferry came back.\n\nSource: https://${host}/2021/09/15/a\n`)).toMatchObject({
    sourceUrl: `https://${host}/2021/09/15/a`,
    publication: null,
  });
});

describe("links of a Markdown text", () => {
  test.each([
    ["[a](javascript:x)", "<p>a</p>"],
    ["[a](java&#9;script:x)", "<p>a</p>"],
    ["[a](data:text/html,x)", "<p>a</p>"],
    ["[a](//evil.example/)", "<p>a</p>"],
    ["[a](</\\evil.example>)", "<p>a</p>"],
    ["[a](../b.md)", "<p>a</p>"],
    ['<a href="vbscript:x">a</a>', "<p>a</p>"],
    ['<a href="https:evil.example">a</a>', "<p>a</p>"],
    ["[a](#b)", '<p><a href="#text-b">a</a></p>'],
    ["[a](https://courier.example.org/)", '<p><a href="https://courier.example.org/">a</a></p>'],
    ['<a href=" https://courier.example.org/a b ">a</a>', '<p><a href="https://courier.example.org/a%20b">a</a></p>'],
    ["<b>&#x1b;[2J&#xfffe;</b>", "<p><b>\ufffd[2J\ufffd</b></p>"],
  ])("%s", (markdown, html) => {
    expect(htmlOf(`The ferry came back on Wednesday.\n\n${markdown}\n`)).toContain(html);
  });
});

test("an address in a word of code is no link, and stays as it is", () => {
  const { pages } = pagesOf("a.md", Buffer.from(`${head}Write \`<a href="https://courier.example.org/">\` there.\n`));
  expect(pages[0]).toContain('&#x3C;a href="https://courier.example.org/">');
});

test("a file may be called what no page can hold", () => {
  const { pages } = pagesOf("b\u001b[2J/a\n\u0001\ufffe.txt", Buffer.from("The ferry came back.\n"));
  expect(pages.flatMap(faultsOfPage)).toEqual([]);
  expect(pages).toHaveLength(1);
});

test("settings are cleaned like the text", () => {
  const { config } = readConfig('{"title": "a\\u001b[2J\\ud800", "folders": {"x": {"section": "b\\u0000\\f"}}}', "c.json", "g", undefined);
  expect(config?.site.title).toBe("a\ufffd[2J\ufffd");
  expect(config?.house.folders["x"]?.section).toBe("b\ufffd");
});
