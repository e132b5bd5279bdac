/** Citations in three styles: as their handbooks have them, and APA as a processor of CSL writes it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apaCitation } from "../../src/formats/cite/apa.ts";
import { chicagoCitation } from "../../src/formats/cite/chicago.ts";
import { mlaCitation } from "../../src/formats/cite/mla.ts";
import { plainCitation, referenceOf } from "../../src/formats/cite/reference.ts";
import { cslItem } from "../../src/formats/csl-json.ts";
import type { Card } from "../../src/model/archive.ts";
import { cardWith, hostileCard, site } from "../helpers/cards.ts";
import { processed, readCitations } from "../helpers/citation-js.ts";
import { folderWith, tearsheet } from "../helpers/run.ts";

const person = (name: string) => ({ name, kind: "person" as const, role: null, place: null, affiliation: null });
const agency = (name: string) => ({ name, kind: "agency" as const, role: null, place: null, affiliation: null });
const url = "https://courier.example.org/1";
const styles = { chicago: chicagoCitation, apa: apaCitation, mla: mlaCitation };
const cite = (values: Partial<Card>, style: keyof typeof styles) => plainCitation(styles[style](referenceOf(cardWith({ sourceUrl: url, ...values }), site)));

describe("worked examples", () => {
  test.each<[string, Partial<Card>, { chicago: string; apa: string; mla: string }]>([
    [
      "a person and an agency",
      { date: "2021-09-15T12:30+03:00" },
      {
        chicago: `Finch, Ada, and Coastal Press. “Ferry Returns.” The Averill Courier, September 15, 2021. ${url}.`,
        apa: `Finch, A. & Coastal Press. (2021, September 15). Ferry Returns. The Averill Courier. ${url}`,
        mla: `Finch, Ada, and Coastal Press. “Ferry Returns.” The Averill Courier, 15 Sept. 2021, ${url}.`,
      },
    ],
    [
      "nobody, a month alone, a question with a quotation",
      { authors: [], date: "2021-05", headline: "Who Said “Never”?" },
      {
        chicago: `The Averill Courier. “Who Said ‘Never’?” May 2021. ${url}.`,
        apa: `Who Said “Never”? (2021, May). The Averill Courier. ${url}`,
        mla: `“Who Said ‘Never’?” The Averill Courier, May 2021, ${url}.`,
      },
    ],
    [
      "no date, three people, one with a suffix",
      { authors: ["Jean-Paul de la Tour", "Ada Finch", "Martin L. King Jr."].map(person), date: null },
      {
        chicago: `de la Tour, Jean-Paul, Ada Finch, and Martin L. King Jr. “Ferry Returns.” The Averill Courier. ${url}.`,
        apa: `de la Tour, J.-P., Finch, A., & King, M. L., Jr. (n.d.). Ferry Returns. The Averill Courier. ${url}`,
        mla: `de la Tour, Jean-Paul, et al. “Ferry Returns.” The Averill Courier, ${url}.`,
      },
    ],
    [
      "a year alone, no paper and no address but the archive's",
      { authors: [agency("AFP")], date: "1923", publication: null, sourceUrl: null },
      {
        chicago: "AFP. “Ferry Returns.” The Averill Courier, 1923. https://archive.example.org/2021/09/15/ferry-returns.html.",
        apa: "AFP. (1923). Ferry Returns. The Averill Courier. https://archive.example.org/2021/09/15/ferry-returns.html",
        mla: "AFP. “Ferry Returns.” The Averill Courier, 1923, https://archive.example.org/2021/09/15/ferry-returns.html.",
      },
    ],
    [
      "other scripts",
      { authors: [person("Иван Петров"), person("王小明"), person("ليلى حداد")], date: "2021-07-01", headline: "Паром вернулся" },
      {
        chicago: `Петров, Иван, 王小明, and ليلى حداد. “Паром вернулся.” The Averill Courier, July 1, 2021. ${url}.`,
        apa: `Петров, И., 王小明, & ليلى حداد. (2021, July 1). Паром вернулся. The Averill Courier. ${url}`,
        mla: `Петров, Иван, et al. “Паром вернулся.” The Averill Courier, 1 July 2021, ${url}.`,
      },
    ],
  ])("%s", (_, values, expected) => {
    for (const style of ["chicago", "apa", "mla"] as const) expect(cite(values, style)).toBe(expected[style]);
  });

  test("the name of the paper alone is set in italics", () => {
    for (const style of Object.values(styles)) {
      const parts = style(referenceOf(cardWith(), site)).filter(({ isPaper }) => isPaper);
      expect(parts.map(({ text }) => text.replace(/\.$/, ""))).toEqual(["The Averill Courier"]);
    }
  });
});

test("APA is what a processor of CSL writes, with any number of authors, any precision of dates, in any script", { timeout: 60_000 }, () => {
  const names = ["Ada Finch", "Jean-Paul de la Tour", "J. R. Roe", "Иван Петров", "Łucja Żak", "Martin L. King Jr.", "Éloïse Dumas"];
  const authors = fc.array(fc.oneof(fc.constantFrom(...names).map(person), fc.constantFrom("Coastal Press", "AFP", "Staff Reporter").map(agency)), {
    maxLength: 23,
  });
  const cards = fc.sample(
    fc.record({
      authors,
      date: fc.constantFrom(null, "1923", "2021-09", "2021-05-01", "2021-09-15T12:30+03:00"),
      headline: fc.constantFrom("Ferry Returns", "Паром вернулся", "Where is the ferry?", "“Never,” she said", "渡輪回來了"),
      publication: fc.constantFrom("The Averill Courier", "Вестник", "Le Matin"),
    }),
    { numRuns: 120, seed: 7 },
  );
  const all = cards.map((values, index) => cardWith({ ...values, id: `2021/09/15/${index}`, sourceUrl: url, section: null }));
  // One by one: of several together, it tells apart those of the same year. The archive is not part of a citation of the original.
  const theirs = all.flatMap((card) => processed([{ ...cslItem(card, site), archive: undefined }], "apa"));
  expect(all.map((card) => plainCitation(apaCitation(referenceOf(card, site))))).toEqual(theirs);
});

test("whatever an article holds, a citation is one line that ends once", () => {
  fc.assert(
    fc.property(hostileCard, (card) => {
      for (const style of Object.values(styles)) {
        const text = plainCitation(style(referenceOf(card, site)));
        expect(text).not.toMatch(/[\r\n\u2028\u2029\0]| {2}|^ | $/);
        expect(text.isWellFormed()).toBe(true);
        expect(text.length).toBeGreaterThan(5);
      }
    }),
    { numRuns: 300, seed: 11 },
  );
});

describe("on the article's page", () => {
  const seed =
    "## Ferry “Returns” & <More>\n\nBy Jane Roe and AFP\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n\nJane Roe waved.\n\n## Original url:\n\nhttps://courier.example.org/x\n";
  const build = (extra: Readonly<Record<string, string>> = {}) => {
    const config = JSON.stringify({ title: "Archive", publications: { "courier.example.org": "The Courier" } });
    const root = folderWith({ "seeds/a.txt": seed, "tearsheet.config.json": config, ...extra });
    expect(tearsheet(["build"], root).status).toBe(0);
    const folder = join(root, "dist/2021/09/15");
    return readdirSync(folder)
      .filter((name) => name.startsWith("ferry"))
      .map((name) => readFileSync(join(folder, name), "utf8"));
  };
  const plain = (html: string) =>
    html.replace(/<[^>]*>/g, "").replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ({ lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" })[name] ?? "");

  test("other programs read what stands there, and the text lies beside it", () => {
    const [html = "", text] = build();
    const formats = new Map(
      [...html.matchAll(/<pre dir="ltr" data-file="[^".]+\.([^"]+)">([^<]*)<\/pre>/g)].map(([, name = "", body = ""]) => [name, plain(body)]),
    );
    const item = { title: "Ferry “Returns” & <More>", "container-title": "The Courier" };
    // BibTeX has one kind of article.
    expect(readCitations(formats.get("bib") ?? "", "bibtex")).toMatchObject([{ type: "article-journal", ...item }]);
    expect(readCitations((formats.get("ris") ?? "").replaceAll("\n", "\r\n"), "ris")).toMatchObject([{ type: "article-newspaper", ...item }]);
    expect(JSON.parse(formats.get("csl.json") ?? "")).toMatchObject([{ ...item, author: [{ family: "Roe", given: "Jane" }, { literal: "AFP" }] }]);
    expect(plain(html)).toContain("Roe, J. & AFP. (2021, September 15). Ferry “Returns” & <More>. The Courier. https://courier.example.org/x");
    expect(text).toBe(
      [
        "Ferry “Returns” & <More>",
        "",
        "By Jane Roe and AFP",
        "2021-09-15",
        "The Courier",
        "",
        "The ferry came back on Wednesday, and the harbour was full of people.",
        "",
        "Jane Roe waved.",
        "",
        "-- ",
        "Source: https://courier.example.org/x",
        "Archive: Archive, 2021/09/15/ferry-returns-more",
        "",
      ].join("\n"),
    );
  });

  test("what is withheld is in neither", () => {
    const files = build({ "redactions.yml": "- remove: Jane Roe\n" });
    expect(files).toHaveLength(2);
    for (const file of files) expect(file).not.toMatch(/Jane|Roe/);
  });
});
