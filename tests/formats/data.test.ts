/** The table of articles, read again by another parser, and its description. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articlesCsv, columns, csvRow } from "../../src/formats/csv.ts";
import { dataPackage } from "../../src/formats/data-package.ts";
import { cleanText } from "../../src/text/clean.ts";
import { archiveOf, cardOfAll, cardWith, everyCharacter, hostileCard, hostileText, site } from "../helpers/cards.ts";
import { textsOf } from "../helpers/planned.ts";

const runs = Number(process.env["TEARSHEET_RUNS"] ?? 400);
/** As a reader gets it: through bytes. Strict: a quotation mark out of place, or a row of another length, is an error. */
const read = (csv: string) => parse(Buffer.from(csv), { columns: true, recordDelimiter: "\r\n" }) as Record<string, string>[];
const rows = (csv: string) => parse(Buffer.from(csv), { recordDelimiter: "\r\n" }) as string[][];

test("the worked example", () => {
  const [row, ...others] = read([...articlesCsv([cardWith()])].join(""));
  expect(others).toEqual([]);
  expect(row).toEqual({
    id: "2021/09/15/ferry-returns",
    page: "2021/09/15/ferry-returns.html",
    date: "2021-09-15T12:30+03:00",
    dateAsPrinted: "September 15, 2021, 12:30",
    updated: "2021-09-16",
    headline: "Ferry Returns",
    kicker: "",
    deck: "A year without a boat is over",
    byline: "By Ada Finch and Coastal Press",
    authors: "Ada Finch; Coastal Press",
    dateline: "PORT AVERILL (Coastal Press) —",
    section: "Town",
    topics: "ferries; harbour",
    publication: "The Averill Courier",
    language: "en",
    sourceUrl: "https://courier.example.org/2021/09/15/ferry?id=5&x=1",
    beginning: "The ferry came back on Wednesday, and the harbour was full of people.",
    wordCount: "420",
    file: "courier/ferry.txt",
    sha256: "0".repeat(64),
  });
});

describe("cells", () => {
  /** A form feed can only be in the name of a file. */
  const kept = (text: string) => cleanText(text).replace(/[\v\f]/g, " ");
  const expected = (text: string) => (/^[=+\-@\t\r]/.test(kept(text)) ? `'${kept(text)}` : kept(text));

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("%j is no formula", (text) => {
    expect(rows(csvRow([text, "b"]))).toEqual([[`'${text}`, "b"]]);
  });

  test("every character comes back, and none begins a formula", () => {
    for (const text of everyCharacter) {
      expect(rows(csvRow([text, "b"]))).toEqual([[expected(text), "b"]]);
      expect(read([...articlesCsv([cardOfAll(text)])].join(""))[0]?.["headline"]).toBe(expected(text));
    }
  });

  test("anything comes back, in its own cell", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 2, maxLength: 5 }), (cells) => {
        expect(rows(csvRow(cells))).toEqual([cells.map(expected)]);
      }),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(fc.array(hostileCard, { maxLength: 5 }), (cards) => {
        const found = read([...articlesCsv(cards)].join(""));
        expect(found.map((row) => row["headline"])).toEqual(cards.map(({ headline }) => expected(headline ?? "")));
        for (const row of found) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: runs },
    );
  });
});

test("all articles are in it, in order, however many", () => {
  const cards = Array.from({ length: 1001 }, (_, index) => cardWith({ id: `2021/09/15/a${String(index).padStart(4, "0")}` }));
  const files = textsOf(archiveOf(cards), site);
  expect(read(files.get("data/articles.csv") ?? "").map((row) => row["id"])).toEqual(cards.map(({ id }) => id));
});

test("the description names what is there", () => {
  const files = textsOf(archiveOf([cardWith()]), site);
  const described = JSON.parse(files.get("data/datapackage.json") ?? "") as {
    name: string;
    resources: { name: string; path: string | string[]; schema?: { fields: { name: string }[] } }[];
  };
  for (const { name, path } of described.resources) {
    expect(name).toMatch(/^[-a-z0-9._/]+$/);
    for (const each of [path].flat()) expect(each === "article.schema.json" || files.has(`data/${each}`), each).toBe(true);
  }
  expect(described.resources[0]?.schema?.fields.map(({ name }) => name)).toEqual(Object.keys(read(files.get("data/articles.csv") ?? "")[0] ?? {}));
  expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  expect(dataPackage({ ...site, baseUrl: null }, [])).not.toContain("homepage");
});
