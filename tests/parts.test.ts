/** Large files are made of parts, and those that are as before are copied from the published file. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copiedOrPrinted, type Part, printMade } from "../src/io/parts.ts";
import { dataFiles } from "../src/outputs/data-files.ts";
import { frameOf } from "../src/outputs/made.ts";
import { plan } from "../src/outputs/plan.ts";
import { fileKindOf } from "../src/outputs/table.ts";
import { archiveOf, cardWith, site } from "./helpers/cards.ts";
import { folderWith, tearsheet } from "./helpers/run.ts";

const cards = ["2020-12-30", "2021", "2021-01-02", "2021-01-31", "2021-02-01T09:00", "2021-02-02/2021-02-15", null, null].map((date, index) =>
  cardWith({ date, id: `${date ?? "undated"}-${index}`, file: `${index}.txt`, key: `key ${index}` }),
);
const bodies = { json: () => ({ text: '{"paragraphs":[]}', reading: '{"lines":[]}' }) } as never;
const textOf = (printed: string | Iterable<string>) => [...printed].join("");

test.each([[[]], [cards.slice(0, 1)], [cards]])("one after the other, they are the file", (some) => {
  const archive = archiveOf(some);
  const inParts = [...plan(archive, site, bodies, [dataFiles]).values()].filter((page) => "parts" in page && page.parts !== undefined);
  expect(inParts.map(({ path }) => path)).toEqual(["data/articles.jsonl", "data/articles.csv"]);
  for (const page of inParts) {
    if (!("parts" in page) || page.parts === undefined) continue;
    const print = (uses: unknown) => textOf(fileKindOf(page.format).print(uses, frameOf(archive, site), page.path, bodies));
    const parts = [...page.parts()].map(print);
    expect(parts.join("")).toBe(print(page.uses()));
    if (some.length > 1) expect(parts.length).toBeGreaterThan(4);
  }
});

test("a part is copied where its key and its bytes are those of before, and printed otherwise", () => {
  const printed: string[] = [];
  const print = (key: string) => {
    printed.push(key);
    return `<${key}>`;
  };
  const wanted = (keys: readonly string[]) => keys.map((key) => ({ key, print: () => print(key) }));
  const make = (keys: readonly string[], before: string | undefined, published: string) => {
    const parts: Part[] = [];
    const at = (offset: number, length: number) => (offset + length > published.length ? null : Buffer.from(published.slice(offset, offset + length)));
    printed.length = 0;
    const text = [...copiedOrPrinted(wanted(keys), before, at, (part) => parts.push(part))].map(String).join("");
    return { text, made: printMade({ key: "all", parts }), printed: printed.join("") };
  };
  const first = make(["a", "b", "c"], undefined, "");
  expect([first.text, first.printed]).toEqual(["<a><b><c>", "abc"]);
  const second = make(["a", "d", "c"], first.made, first.text);
  expect([second.text, second.printed]).toEqual(["<a><d><c>", "d"]);
  expect(make(["c", "x", "a"], first.made, first.text)).toMatchObject({ text: "<c><x><a>", printed: "x" });
  expect(make(["a", "b", "c"], first.made, "<a><B><c>")).toMatchObject({ text: "<a><b><c>", printed: "b" });
  expect(make(["a", "b", "c"], first.made, "<a><b>")).toMatchObject({ text: "<a><b><c>", printed: "c" });
  expect(make(["a", "b", "c"], first.made, first.text).made).toBe(first.made);
});

test("after an edit the records of other months are those of the published file, as far as they are whole", () => {
  const seed = (month: string, said: string) => `---\nheadline: Ferry ${month}\ndate: 2021-${month}-03\n---\n\nThe ferry came back, ${said}.\n`;
  const root = folderWith({ "seeds/a.md": seed("01", "late"), "seeds/b.md": seed("02", "late"), "seeds/c.md": seed("03", "late") });
  expect(tearsheet(["build"], root).status).toBe(0);
  const file = join(root, "dist/data/articles.jsonl");
  const whole = readFileSync(file, "utf8");
  writeFileSync(file, whole.replace("Ferry 02", "Fairy 02"));
  writeFileSync(join(root, "seeds/c.md"), seed("03", "early"));
  expect(tearsheet(["build"], root).status).toBe(0);
  const lines = readFileSync(file, "utf8").split("\n");
  expect(lines.slice(0, 2)).toEqual(whole.split("\n").slice(0, 2));
  expect(lines[2]).toContain("came back, early");
});
