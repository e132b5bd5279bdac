/** Every string of a record has its address on the page: `#p3` holds the words of `paragraphs[2]`, and is in no page twice. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";
import { VFile } from "vfile";
import { describe, expect, test } from "vitest";
import type { House } from "../src/model/seed.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { passages, wordMaker } from "./helpers/lossy-markdown.ts";

const plainHouse: House = { language: "en", folders: {}, publications: {} };
const raw = rehypeRaw();

/** The pieces of an article as a browser's parser reads them. */
function treeOf(html: string): Nodes {
  return raw({ type: "root", children: [{ type: "raw", value: html }] } as unknown as Root, new VFile()) as Nodes;
}

function elementsWithId(node: Nodes): Element[] {
  const own = node.type === "element" && node.properties["id"] !== undefined ? [node] : [];
  return "children" in node ? [...own, ...node.children.flatMap((child) => elementsWithId(child as Nodes))] : own;
}

function wordsIn(node: Nodes): string {
  if (node.type === "text") return node.value;
  // The number of a note.
  if (node.type === "element" && node.tagName === "sup") return "";
  return "children" in node ? node.children.map((child) => wordsIn(child as Nodes)).join(" ") : "";
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, "");

/** What is wrong with the addresses of a seed's articles, in words. */
function faultsOf(path: string, bytes: Uint8Array, house: House): { readonly count: number; readonly faults: readonly string[] } {
  const faults: string[] = [];
  let count = 0;
  for (const { article, pieces } of readSeed(path, bytes, house).articles) {
    const elements = elementsWithId(treeOf(pieces.map((piece) => (piece.kind === "html" ? piece.html : "")).join("\n")));
    const byId = new Map(elements.map((element) => [String(element.properties["id"]), element]));
    if (byId.size < elements.length) faults.push(`${article.id}: an id is there twice`);
    for (const id of byId.keys()) if (!/^p\d+$|^text-/.test(id)) faults.push(`${article.id}: the id ${id}`);
    for (const [index, paragraph] of article.paragraphs.entries()) {
      if (letters(paragraph) === "") continue;
      count += 1;
      const element = byId.get(`p${index + 1}`);
      if (element === undefined) faults.push(`${article.id}: no #p${index + 1} for ${paragraph.slice(0, 60)}`);
      else if (!letters(wordsIn(element)).includes(letters(paragraph))) faults.push(`${article.id}: #p${index + 1} is not ${paragraph.slice(0, 60)}`);
    }
  }
  return { count, faults };
}

test("every paragraph of every worked example", () => {
  const root = join(import.meta.dirname, "fixtures", "reading");
  let count = 0;
  const faults = readdirSync(root).flatMap((name) => {
    const folder = join(root, name);
    const input = readdirSync(folder).find((file) => file.startsWith("input.")) ?? "";
    const house: House = existsSync(join(folder, "house.json"))
      ? { ...plainHouse, ...JSON.parse(readFileSync(join(folder, "house.json"), "utf8")) }
      : plainHouse;
    const found = faultsOf(name + input.slice("input".length), new Uint8Array(readFileSync(join(folder, input))), house);
    count += found.count;
    return found.faults;
  });
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(1000);
});

test("every kind of passage in which a word could be lost", () => {
  const { next } = wordMaker("q");
  for (const [kind, passage] of Object.entries(passages)) {
    // The page has no cell beyond the table's columns (GFM), and what stands between cells goes before the table; the record has both in their places.
    if (kind === "a table with cells too many and too few" || kind === "a table of HTML") continue;
    const text = `# Ferry Returns\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday.\n\n${passage(next)}\n\nThe ferry went.\n`;
    expect(faultsOf("a.md", Buffer.from(text), plainHouse).faults, kind).toEqual([]);
  }
});

describe("Markdown", () => {
  const head = "# Ferry Returns\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday.\n\n";
  test.each([
    ["a list", "- one\n- two\n\n  three\n- four\n\nAfter it.\n"],
    ["a quotation", "> one\n>\n> two\n>\n> - three\n> - four\n\nAfter it.\n"],
    ["a quotation with HTML", "> <div>one</div>\n>\n> two\n\nAfter it.\n"],
    ["a table", "| a | b |\n|---|--:|\n| c | d |\n\nAfter it.\n"],
    ["code", "```\none\ntwo\n```\n\nAfter it.\n"],
    ["notes", "One[^a] and two[^b].\n\n[^a]: First note.\n[^b]: Second note.\n\n    It goes on.\n\nAfter them.\n"],
    ["HTML", "<div>one</div>\n\n<p>two\n\n</p>\n\n<p id=p1>three</p>\n\nthree\n\n<b>four</b> five\n"],
    ["HTML of several elements", '<p>one</p>\n<p id="p3">two</p>\n\nthree\n'],
    ["what is no HTML", "<Reuters> one\n\n<!-- two -->\n\nthree\n"],
    ["an id of its own", '<div id="p3" data-paragraph="1">one</div>\n\n<span data-paragraph=2>two</span>\n'],
    ["headings and rules", "## One\n\n---\n\n### Two\n\n***\n\nAfter it.\n"],
  ])("%s", (_, text) => {
    const { faults, count } = faultsOf("a.md", Buffer.from(head + text), plainHouse);
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(1);
  });
});
