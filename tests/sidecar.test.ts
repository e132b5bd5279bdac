/** A sidecar corrects what is read, each correction shows, and none gets lost. */
import { describe, expect, test } from "vitest";
import { pairSidecars } from "../src/build/sidecars.ts";
import type { House } from "../src/model/seed.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { folderWith, tearsheet } from "./helpers/run.ts";

const house: House = { language: "en", folders: { "": { section: "Harbour" } }, publications: {} };
const ferry =
  "## Ferry Returns to Service\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n\nTags: ferries, harbours\n";
const pilots =
  "## Pilots Refuse the Watch\n\nBy John Doe\n\nSeptember 17, 2021\n\nThe pilots of the harbour will not go out after midnight, their union said.\n";
const read = (sidecar: string, text = ferry) => readSeed("a.txt", Buffer.from(text), house, { path: "a.meta.yml", bytes: Buffer.from(sidecar) });
const article = (sidecar: string, text = ferry) => {
  const { articles, diagnostics } = read(sidecar, text);
  const [first] = articles;
  if (first === undefined) throw new Error(JSON.stringify(diagnostics));
  return first.article;
};
const reasons = (sidecar: string, text = ferry) => read(sidecar, text).diagnostics.map(({ code, file, line }) => [code, file, line]);

describe("what a sidecar says outranks everything", () => {
  test("a field, with its provenance; what is printed is passed over and that is said", () => {
    const { headline, provenance, diagnostics, byline } = article("headline: The Ferry Is Back\n");
    expect([headline, byline]).toEqual(["The Ferry Is Back", "By Jane Roe"]);
    expect(provenance["headline"]).toEqual({ lines: [0, 0], rule: "sidecar", confidence: "stated" });
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([["claim-passed-over", 1]]);
  });

  test("front matter and folder too", () => {
    const fronted = "---\ntitle: Ferry\nsection: Town\n---\n\nThe ferry came back on Wednesday.\n";
    const { section, headline, diagnostics } = article("section: Sea\ntitle: Ferry Returns\n", fronted);
    expect([section, headline]).toEqual(["Sea", "Ferry Returns"]);
    expect(diagnostics.map(({ code }) => code)).toContain("claim-passed-over");
    expect(diagnostics.map(({ code }) => code)).not.toContain("claims-differ");
  });

  test("a date: what is printed stays as printed, and a doubt is settled", () => {
    expect(article("date: 2021-09-14\n")).toMatchObject({ date: "2021-09-14", dateAsPrinted: "September 15, 2021", id: "2021/09/14/ferry-returns-to-service" });
    const doubtful = article("date: 2019-04-03\n", ferry.replace("September 15, 2021", "03/04/2019"));
    expect(doubtful).toMatchObject({ date: "2019-04-03", dateAsPrinted: "03/04/2019" });
    expect(doubtful.diagnostics.map(({ code }) => code)).toEqual(["date-settled"]);
  });

  test("the language decides by whose words the text is read", () => {
    expect(article("lang: fr\n", "## Le bac\n\nPar Jeanne Roe\n\n15/09/2021\n\nLa mer.\n")).toMatchObject({ language: "fr", byline: "Par Jeanne Roe" });
  });

  test("topics are those of the sidecar alone", () => {
    expect(article("topics: [sea]\n").topics).toEqual(["sea"]);
    expect(article("headline: A\n").topics).toEqual(["ferries", "harbours"]);
  });

  test("a related headline keeps those of the text in their places", () => {
    const { articles } = read("related: The Ferry Leaves\n", `${ferry}\n## Related article: Winter Timetable\n`);
    expect(articles[0]?.article.related.map(({ headline }) => headline)).toEqual(["Winter Timetable", "The Ferry Leaves"]);
  });

  test("document marks, comments and a byte order mark are no fields", () => {
    expect(article("\ufeff---\n# checked 2024\nbyline: Ada Finch\n...\n").byline).toBe("Ada Finch");
  });
});

describe("an empty value clears a field", () => {
  test.each(['byline: ""', "byline:", "byline: ~", "byline: null", "byline: []", "author: ''"])("%s", (line) => {
    const { byline, authors, diagnostics } = article(`${line}\n`);
    expect([byline, authors]).toEqual([null, []]);
    expect(diagnostics.map(({ code, line: at }) => [code, at])).toEqual([["claim-passed-over", 3]]);
  });

  test("a date, a section from the folder, and nothing is missed", () => {
    const { date, dateAsPrinted, section, id, diagnostics } = article("date:\nsection:\n");
    expect([date, dateAsPrinted, section, id]).toEqual([null, null, null, "undated/ferry-returns-to-service"]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["claim-passed-over"]);
  });

  test("not what has its place in the text", () => {
    expect(reasons("related: []\n")).toEqual([
      ["sidecar-invalid", "a.meta.yml", 1],
      ["sidecar-invalid", "a.txt", null],
    ]);
  });
});

describe("a sidecar that cannot be followed refuses its article, with its own line", () => {
  test.each([
    ["a misspelt key", "section: Sea\nhedline: A\n", 2],
    ["a date that is none", "section: Sea\n\ndate: 2021-02-30\n", 3],
    ["a date of two meanings", "date: 03/04/2019\n", 1],
    ["a language that is no tag", "section: Sea\nlanguage: English, I think\n", 2],
    ["broken YAML", "section: Sea\nheadline: He said: no\n", 2],
    ["a tag", "headline: !!js/function 'function () {}'\n", 1],
    ["two documents", "headline: A\n---\nheadline: B\n", 2],
    ["two keys for one field", "byline: A Roe\nauthor: B Doe\n", 2],
    ["more articles than there are", "articles:\n  - headline: A\n  - headline: B\n", 1],
    ["no list of articles", "section: Sea\narticles: A\n", 2],
    ["a bomb of aliases", "a: &a [x]\nheadline: *a\n", 2],
  ])("%s", (_name, sidecar, line) => {
    const { outcome } = read(sidecar);
    expect(outcome).toBe("refused");
    expect(reasons(sidecar)).toEqual([
      ["sidecar-invalid", "a.meta.yml", line],
      ["sidecar-invalid", "a.txt", null],
    ]);
  });

  test("and says what was meant", () => {
    expect(read("hedline: A\n").diagnostics[0]?.hint).toBe("Did you mean `headline`?");
  });

  test("too large, or no text", () => {
    for (const bytes of [Buffer.from(`headline: ${"x".repeat(70_000)}`), Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe])])
      expect(readSeed("a.txt", Buffer.from(ferry), house, { path: "a.meta.yml", bytes }).outcome).toBe("refused");
  });
});

test("a draft is held back", () => {
  expect(read("draft: true\n")).toMatchObject({ outcome: "ignored", diagnostics: [{ code: "draft-ignored" }] });
});

test("of several articles in one file, a sidecar corrects all, and each by its place", () => {
  const { articles } = read(
    "publication: The Courier\nauthor: Nobody Known\narticles:\n  -\n  - byline: Ada Finch\n    headline: No Watch at Night\n",
    `${ferry}\n=====\n\n${pilots}`,
  );
  expect(articles.map(({ article: { headline, byline, publication } }) => [headline, byline, publication])).toEqual([
    ["Ferry Returns to Service", "Nobody Known", "The Courier"],
    ["No Watch at Night", "Ada Finch", "The Courier"],
  ]);
});

describe("whose a sidecar is", () => {
  test("by its name, whichever ending", () => {
    const { bySeed, refused, alone } = pairSidecars(
      ["a.txt", "x/b.md", "c.txt", "c.md"],
      ["a.meta.yml", "x/b.META.YAML", "c.txt.meta.yml", "d.meta.yml", "meta.yml"],
    );
    expect([...bySeed]).toEqual([
      ["a.txt", "a.meta.yml"],
      ["x/b.md", "x/b.META.YAML"],
      ["c.txt", "c.txt.meta.yml"],
    ]);
    expect([refused, alone.map(({ file, code }) => [file, code])]).toEqual([[], [["d.meta.yml", "sidecar-alone"]]]);
  });

  test("of two nobody can say", () => {
    const { refused } = pairSidecars(["a.txt", "b.txt", "b.md"], ["a.meta.yml", "a.meta.yaml", "b.meta.yml"]);
    expect(refused.map(({ file, code }) => [file, code])).toEqual([
      ["a.txt", "sidecar-invalid"],
      ["b.txt", "sidecar-invalid"],
      ["b.md", "sidecar-invalid"],
    ]);
  });
});

test("build, check and inspect read sidecars, and the sums come out", () => {
  const root = folderWith({
    "seeds/good.txt": ferry,
    "seeds/good.meta.yml": "byline: Ada Finch\n",
    "seeds/bad.txt": pilots,
    "seeds/bad.meta.yml": "byline: Ada Finch\nhedline: A\n",
    "seeds/lost.meta.yml": "byline: Ada Finch\n",
    "seeds/many.txt": `${ferry.replace("Ferry", "Boat")}\n=====\n\n${pilots}`,
  });
  const { out, err, status } = tearsheet(["build", "--json"], root);
  const { read: all, published, refused, ignored, diagnostics } = JSON.parse(out) as Record<string, number> & { diagnostics: { code: string; file: string }[] };
  expect({ all, published, refused, ignored, status }).toEqual({ all: 6, published: 2, refused: 1, ignored: 3, status: 1 });
  expect(diagnostics.filter(({ code }) => code.startsWith("sidecar")).map(({ code, file }) => [code, file])).toEqual([
    ["sidecar-alone", "lost.meta.yml"],
    ["sidecar-invalid", "bad.meta.yml"],
    ["sidecar-invalid", "bad.txt"],
  ]);
  expect(err).toContain("> 2 | hedline: A");
  const lines = tearsheet(["inspect", "--json", "seeds/good.txt", "seeds/many.txt"], root).out.trim().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { byline: string }).byline)).toEqual(["Ada Finch", "By Jane Roe", "By John Doe"]);
});
