/** News items for newsrooms: valid by the standard whatever is in them, in files by time, and made again only where something changed. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NinjsContent, ninjsItem } from "../../src/formats/ninjs.ts";
import { strictUri } from "../../src/text/strict-uri.ts";
import { archiveOf, cardOfAll, cardWith, everyCharacter, hostileCard, hostileText, site } from "../helpers/cards.ts";
import { ninjsFaults } from "../helpers/ninjs.ts";
import { textsOf } from "../helpers/planned.ts";
import { folderWith, tearsheet } from "../helpers/run.ts";

const runs = Number(process.env["TEARSHEET_RUNS"] ?? 400);
const content: NinjsContent = { paragraphs: ["First paragraph.", "Second."], body: "First *paragraph.*\n\nSecond.", boilerplate: [] };

test("the worked example", () => {
  const card = cardWith({
    related: [
      { headline: "The Quay", url: null, article: "2021/09/14/the-quay", after: 1 },
      { headline: "Elsewhere", url: "https://other.example.org/мост?a=[1]#b", article: null, after: 1 },
      { headline: "Lost", url: null, article: null, after: 2 },
    ],
    credits: [{ name: "Omar Haddad", kind: "person", role: "translation", isSure: true }],
  });
  const boilerplate = ["Share this", "© 2021 The Averill Courier"];
  const identified = { authors: [["https://www.wikidata.org/wiki/Q42"], []], place: ["https://www.wikidata.org/wiki/Q43"] };
  const item = ninjsItem(card, { ...content, boilerplate, pictures: ["pictures/courier/p.jpg"], identified }, site);
  expect(ninjsFaults(item)).toEqual([]);
  expect(item).toEqual({
    uri: "https://archive.example.org/2021/09/15/ferry-returns.html",
    standard: { name: "ninjs", version: "3.1", schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#" },
    type: "text",
    representationType: "full",
    profile: "text-photo",
    versionCreated: "2021-09-16T00:00:00Z",
    contentCreated: "2021-09-15T12:30:00+03:00",
    language: "en",
    title: "Ferry Returns",
    headlines: [
      { role: "main", value: "Ferry Returns" },
      { role: "subhead", value: "A year without a boat is over" },
    ],
    by: "By Ada Finch and Coastal Press",
    infoSources: [
      { name: "Ada Finch", role: "author", uri: "https://www.wikidata.org/wiki/Q42" },
      { name: "Coastal Press", role: "author" },
      { name: "Omar Haddad", role: "translation" },
      { name: "The Averill Courier", role: "publication" },
    ],
    located: "PORT AVERILL",
    places: [{ name: "PORT AVERILL", rel: "dateline", uri: "https://www.wikidata.org/wiki/Q43" }],
    subjects: [
      { name: "Town", rel: "section" },
      { name: "ferries", rel: "about" },
      { name: "harbour", rel: "about" },
    ],
    copyrightNotice: "© 2021 The Averill Courier",
    descriptions: [
      { role: "date", value: "2021-09-15T12:30+03:00" },
      { role: "date-as-printed", value: "September 15, 2021, 12:30" },
      { role: "correction", value: "The name was Finch." },
    ],
    bodies: [
      { role: "main", contentType: "text/plain", charCount: 25, wordCount: 420, value: "First paragraph.\n\nSecond." },
      { role: "markdown", contentType: "text/markdown", value: "First *paragraph.*\n\nSecond." },
    ],
    associations: [
      {
        name: "figure-1",
        uri: "https://archive.example.org/2021/09/15/ferry-returns.html#figure-1",
        rel: "figure",
        type: "picture",
        representationType: "full",
        by: "Noor Castellan",
        descriptions: [{ role: "caption", value: "The Perpetua" }],
        renditions: [{ name: "web", href: "https://archive.example.org/pictures/courier/p.jpg", contentType: "image/jpeg" }],
      },
      {
        name: "The Quay",
        uri: "https://archive.example.org/2021/09/14/the-quay.html",
        rel: "related",
        type: "text",
        representationType: "partial",
        headlines: [{ role: "main", value: "The Quay" }],
      },
      {
        name: "Elsewhere",
        uri: "https://other.example.org/%D0%BC%D0%BE%D1%81%D1%82?a=%5B1%5D#b",
        rel: "related",
        type: "text",
        representationType: "partial",
        headlines: [{ role: "main", value: "Elsewhere" }],
      },
    ],
    renditions: [{ name: "web", href: "https://archive.example.org/2021/09/15/ferry-returns.html", contentType: "text/html" }],
    altIds: [
      { role: "record", value: "2021/09/15/ferry-returns" },
      { role: "source", value: "https://courier.example.org/2021/09/15/ferry?id=5&x=1" },
    ],
  });
});

test("what is not known is not said; without an address the item has a name all the same", () => {
  const bare = {
    kicker: null,
    deck: null,
    byline: null,
    authors: [],
    date: null,
    dateAsPrinted: null,
    updated: null,
    dateline: null,
    section: null,
    topics: [],
  };
  const card = cardWith({ ...bare, publication: null, figures: [], sourceUrl: null, corrections: [], headline: null, title: "clipping" });
  const item = ninjsItem(card, { paragraphs: ["Words."], body: "Words.\n", boilerplate: [] }, { ...site, baseUrl: null });
  expect(ninjsFaults(item)).toEqual([]);
  expect(Object.keys(item)).toEqual(["uri", "standard", "type", "representationType", "profile", "language", "title", "bodies", "altIds"]);
  expect(item).toMatchObject({ uri: expect.stringMatching(/^urn:uuid:/), bodies: [{ contentType: "text/plain", value: "Words." }] });
});

test("an article from which something was taken out is there in part", () => {
  expect(ninjsItem(cardWith({ withheld: [{ kind: "replace", reason: null }] }), content, site)).toMatchObject({ representationType: "partial" });
});

test("the schema tells what is wrong", () => {
  expect(ninjsFaults({ uri: "not a uri", headline: "x", versionCreated: "2021-09-15" })).toHaveLength(3);
});

describe("any item is valid", () => {
  const check = (item: object) => {
    const line = JSON.stringify(item);
    expect(line).not.toMatch(/[\n\r]/);
    expect(line.isWellFormed()).toBe(true);
    expect(ninjsFaults(JSON.parse(line))).toEqual([]);
  };

  test("every character, in every field", () => {
    for (const text of everyCharacter) {
      const related = [{ headline: text, url: `https://a.example/${text}`, article: null, after: 0 }];
      check(ninjsItem({ ...cardOfAll(text), related }, { paragraphs: [text], body: text, boilerplate: [`© ${text}`] }, site));
    }
  });

  test("anything", () => {
    fc.assert(
      fc.property(hostileCard, hostileText, (card, text) => check(ninjsItem(card, { paragraphs: [text], body: text, boilerplate: [text] }, site))),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(strictUri(strictUri(url) ?? "")).toBe(strictUri(url));
        expect(ninjsFaults({ uri: strictUri(url) })).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

test.each([
  ["https://user:secret@a.example/x", "https://a.example/x"],
  ["http://мост.example/я|б?в=[г]#д#е", "http://xn--l1aeje.example/%D1%8F%7C%D0%B1?%D0%B2=%5B%D0%B3%5D#%D0%B4%23%D0%B5"],
  ["https://a.example/100%", "https://a.example/100%25"],
  ["mailto:a@b.example", null],
  ["javascript:alert(1)", null],
  ["ferry", null],
])("%s as a strict URI", (url, expected) => expect(strictUri(url)).toBe(expected));

test("a file for each month, a day where a month is long, the undated by themselves; every article once, and the data package names them", () => {
  const day = (number: number) => `2021-10-${String(number).padStart(2, "0")}`;
  const dates = [null, "1923", "2021-09", "2021-09-15", "1905-01-09/1905-01-22", ...Array.from({ length: 310 }, (_, index) => day((index % 31) + 1))];
  const cards = dates.map((date, index) => cardWith({ date, updated: null, id: `${date === null ? "undated" : "dated"}/a${index}` }));
  const files = textsOf(archiveOf(cards), site);
  const paths = [...files.keys()].filter((path) => path.startsWith("data/ninjs/"));
  const days = Array.from({ length: 31 }, (_, index) => `data/ninjs/${day(index + 1)}.jsonl`);
  expect(paths).toEqual(["data/ninjs/1905-01.jsonl", "data/ninjs/1923.jsonl", "data/ninjs/2021-09.jsonl", ...days, "data/ninjs/undated.jsonl"]);
  const ids = paths.flatMap((path) => {
    const lines = (files.get(path) ?? "").trimEnd().split("\n");
    return lines.map((line) => (JSON.parse(line) as { altIds: { value: string }[] }).altIds[0]?.value);
  });
  expect(ids.sort()).toEqual(cards.map(({ id }) => id).sort());
  const { resources } = JSON.parse(files.get("data/datapackage.json") ?? "") as { resources: { name: string; path: unknown }[] };
  expect(resources.find(({ name }) => name === "ninjs")?.path).toEqual(paths.map((path) => path.slice("data/".length)));
  const without = textsOf(archiveOf(cards), { ...site, without: ["ninjs"] });
  expect([...without.keys()].filter((path) => path.includes("ninjs"))).toEqual([]);
  expect(without.get("data/datapackage.json")).not.toContain("ninjs");
});

test("a built archive: items are valid, name whom the owner identifies, and an edit writes its month alone", () => {
  const clipping = (name: string, day: string, text: string) => `## ${name}\n\nBy Ada Finch\n\n${day}\n\n${text}\n\n© 2021 The Courier. All rights reserved.\n`;
  const root = folderWith({
    "seeds/a.txt": clipping("The Weir", "September 15, 2021", "The weir was opened, and the water ran clear over the stones."),
    "seeds/b.txt": clipping("The Orchard", "October 3, 2021", "The orchard was sold, and its pears went to the school."),
    "authorities.yml": "- person: Ada Finch\n  wikidata: Q4242424\n",
  });
  const build = () => {
    const { status, err } = tearsheet(["build"], root);
    expect(status, err).toBe(0);
    return (month: string) => readFileSync(join(root, `dist/data/ninjs/${month}.jsonl`), "utf8");
  };
  const before = build();
  const [september, october] = [before("2021-09"), before("2021-10")];
  const item = JSON.parse(september) as object;
  expect(ninjsFaults(item)).toEqual([]);
  expect(item).toMatchObject({
    infoSources: [{ name: "Ada Finch", role: "author", uri: "https://www.wikidata.org/wiki/Q4242424" }],
    bodies: [{ contentType: "text/plain", value: "The weir was opened, and the water ran clear over the stones." }],
    copyrightNotice: "© 2021 The Courier. All rights reserved.",
  });
  writeFileSync(join(root, "seeds/a.txt"), clipping("The Weir", "September 15, 2021", "The weir was shut, and the water stood still behind the stones."));
  const written = statSync(join(root, "dist/data/ninjs/2021-10.jsonl")).mtimeMs;
  const after = build();
  expect(after("2021-09")).toContain("The weir was shut");
  expect(statSync(join(root, "dist/data/ninjs/2021-10.jsonl")).mtimeMs).toBe(written);
  writeFileSync(join(root, "redactions.yml"), '- replace: "pears"\n  with: "fruit"\n');
  build();
  expect(after("2021-10")).toBe(october.replace("pears", "fruit").replace('"full"', '"partial"'));
});
