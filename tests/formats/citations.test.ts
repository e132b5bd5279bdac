/** Citations, read again by another program: the same title, names, date and address, whatever was in them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bibtexEntry, bibtexKey, escapeTex } from "../../src/formats/bibtex.ts";
import { citedUrl, oneLine } from "../../src/formats/citation.ts";
import { cslItem, cslItems } from "../../src/formats/csl-json.ts";
import { citedName } from "../../src/formats/name-parts.ts";
import { risReference } from "../../src/formats/ris.ts";
import type { Card } from "../../src/model/archive.ts";
import { cleanText } from "../../src/text/clean.ts";
import { archiveOf, cardOfAll, cardWith, everyCharacter, hostileCard, hostileText, site } from "../helpers/cards.ts";
import { readCitations } from "../helpers/citation-js.ts";
import { textsOf } from "../helpers/planned.ts";

const runs = Number(process.env["TEARSHEET_RUNS"] ?? 400);

test("the worked example as BibTeX", () => {
  expect(bibtexEntry(cardWith(), site)).toBe(`@article{2021/09/15/ferry-returns,
  title = {{Ferry Returns}},
  author = {Finch, Ada and {Coastal Press}},
  journal = {The Averill Courier},
  entrysubtype = {newspaper},
  date = {2021-09-15},
  year = {2021},
  url = {https://courier.example.org/2021/09/15/ferry?id=5&x=1},
  language = {en},
  keywords = {ferries, harbour},
  month = sep,
}

`);
});

test("the worked example as RIS", () => {
  expect(risReference(cardWith(), site).split("\r\n")).toEqual([
    "TY  - NEWS",
    "ID  - 2021/09/15/ferry-returns",
    "TI  - Ferry Returns",
    "AU  - Finch, Ada",
    "AU  - Coastal Press",
    "T2  - The Averill Courier",
    "SE  - Town",
    "PY  - 2021",
    "DA  - 2021/09/15/",
    "LA  - en",
    "KW  - ferries",
    "KW  - harbour",
    "UR  - https://courier.example.org/2021/09/15/ferry?id=5&x=1",
    "DB  - The Averill Courier",
    "AV  - https://archive.example.org/2021/09/15/ferry-returns.html",
    "ER  - ",
    "",
    "",
  ]);
});

test("the worked example as CSL-JSON", () => {
  expect(JSON.parse(cslItems([cardWith()], site))).toEqual([
    {
      id: "2021/09/15/ferry-returns",
      type: "article-newspaper",
      title: "Ferry Returns",
      author: [{ family: "Finch", given: "Ada" }, { literal: "Coastal Press" }],
      "container-title": "The Averill Courier",
      section: "Town",
      issued: { "date-parts": [[2021, 9, 15]] },
      language: "en",
      keyword: "ferries, harbour",
      URL: "https://courier.example.org/2021/09/15/ferry?id=5&x=1",
      archive: "The Averill Courier",
      archive_location: "https://archive.example.org/2021/09/15/ferry-returns.html",
    },
  ]);
});

describe("names", () => {
  const of = (name: string, kind: "person" | "agency" | "desk" = "person") => citedName({ name, kind, role: null, place: null, affiliation: null });

  test.each([
    ["Ada Finch", "Finch", "Ada", null],
    ["Jean de la Fontaine", "de la Fontaine", "Jean", null],
    ["Ursula von der Leyen", "von der Leyen", "Ursula", null],
    ["Jane A. Roe-O’Hara Jr.", "Roe-O’Hara", "Jane A.", "Jr."],
    ["Анна Петрова", "Петрова", "Анна", null],
    ["نور الهادي", "الهادي", "نور", null],
  ])("%s", (name, family, given, suffix) => expect(of(name)).toEqual({ family, given, suffix }));

  test.each(["AFP", "王小明", "김 민수", "Roe, Jane", "Jane and John", "Jane Roe / AP", "jane@example.org", "", "Staff {Reporter}", "- -"])(
    "%j stays in one piece",
    (name) => expect(of(name)).toEqual({ literal: name }),
  );

  test("agencies and desks stay in one piece", () => {
    expect(of("Coastal Press", "agency")).toEqual({ literal: "Coastal Press" });
    expect(of("Staff Reporter", "desk")).toEqual({ literal: "Staff Reporter" });
  });
});

describe("what is less known", () => {
  const entry = (values: Partial<Card>) => bibtexEntry(cardWith(values), site);

  test("the date is as precise as it is known", () => {
    expect(entry({ date: "2021-09" })).toMatch(/date = \{2021-09\},[\s\S]*month = sep,/);
    expect(entry({ date: "1923" })).toMatch(/date = \{1923\},\n {2}year = \{1923\}/);
    expect(entry({ date: "1923" })).not.toContain("month");
    expect(entry({ date: null })).not.toMatch(/date|year|month/);
    expect(entry({ date: "1905-01-09/1905-01-22" })).toContain("date = {1905-01-22}");
    expect(risReference(cardWith({ date: "2021-09" }), site)).toContain("DA  - 2021/09//\r\n");
    expect(cslItem(cardWith({ date: "2021-09" }), site)).toMatchObject({ issued: { "date-parts": [[2021, 9]] } });
  });

  test("without a paper it is no article of one; without the original, the archive's page is cited; without a base URL, none", () => {
    expect(entry({ publication: null })).toMatch(/^@misc\{(?![\s\S]*journal)/);
    expect(entry({ sourceUrl: "javascript:alert(1)" })).toContain("url = {https://archive.example.org/2021/09/15/ferry-returns.html}");
    expect(bibtexEntry(cardWith({ sourceUrl: null }), { ...site, baseUrl: null })).not.toContain("url");
  });

  test("a key is the permalink, or else made of it, one for each", () => {
    expect(bibtexKey("2021/09/15/мост")).toMatch(/^2021\/09\/15\/-[0-9a-f]{12}$/);
    expect(bibtexKey("2021/09/15/мост")).not.toBe(bibtexKey("2021/09/15/порт"));
    for (const text of everyCharacter) expect(bibtexKey(text)).toMatch(/^[A-Za-z0-9/_-]+$/);
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(bibtexKey(text)).toMatch(/^[A-Za-z0-9/_-]+$/);
      }),
    );
  });
});

/** As BibTeX itself reads: an entry ends where its braces close, and a backslash protects none. */
function balanced(entry: string): boolean {
  let depth = 0;
  for (const [at, character] of [...entry].entries()) {
    depth += character === "{" ? 1 : character === "}" ? -1 : 0;
    if (depth === 0 && at > 0 && character === "}") return /^\n\n$/.test([...entry].slice(at + 1).join(""));
  }
  return false;
}

describe("nothing breaks a citation", () => {
  const plain = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ").trim();

  function check(card: Card): void {
    const entry = bibtexEntry(card, site);
    expect(balanced(entry)).toBe(true);
    const [item, ...others] = readCitations(entry, "bibtex");
    expect(others).toEqual([]);
    expect(plain(item?.title)).toBe(plain(oneLine(card.title)));
    expect(item?.["URL"] ?? null).toBe(citedUrl(card, site));
    const named = card.authors.filter(({ name }) => oneLine(name) !== "");
    expect(item?.author?.length ?? 0).toBe(named.length);

    const ris = risReference(card, site);
    const lines = ris.split("\r\n");
    expect(lines.slice(-2)).toEqual(["", ""]);
    for (const line of lines.slice(0, -2)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\n\r\u0085\u2028\u2029\v\f]*$/);
    expect(lines.filter((line) => /^(?:TY|ER) {2}-/.test(line))).toEqual(["TY  - NEWS", "ER  - "]);
    const references = readCitations(ris, "ris");
    expect(references).toHaveLength(1);
    expect(plain(references[0]?.title)).toBe(plain(oneLine(card.title)));

    const [csl] = JSON.parse(cslItems([card], site)) as { title?: string; author?: object[] }[];
    expect(
      Object.keys(csl ?? {}).filter(
        (key) => !/^(?:id|type|title|author|container-title|section|issued|language|keyword|URL|archive|archive_location)$/.test(key),
      ),
    ).toEqual([]);
    expect(csl?.author?.length ?? 0).toBe(card.authors.length);
  }

  test("every character, in every field", () => {
    for (const text of everyCharacter) check(cardOfAll(text));
  });

  test("anything", () => {
    fc.assert(fc.property(hostileCard, check), { numRuns: runs });
  });

  test("every character that TeX knows, in a row of two and three", () => {
    for (const character of "\\{}~^$%&#_-`'\",<>?!@=+|[]()/*")
      for (const count of [1, 2, 3]) check(cardWith({ headline: `a${character.repeat(count)}b ${character.repeat(count)}` }));
    expect(escapeTex("100% & {a}_b--c")).toBe("100\\% \\& {\\textbraceleft}a{\\textbraceright}\\_b-{}-c");
  });
});

describe("the citations of an archive", () => {
  const cards = [
    ...Array.from({ length: 301 }, (_, index) => cardWith({ id: `2021/09/15/a${String(index).padStart(3, "0")}`, topics: [], section: "Town" })),
    cardWith({ id: "2021/09/b", date: "2021-09", topics: ["sea"], authors: [] }),
    cardWith({ id: "2019/05/01/c", date: "2019-05-01", topics: ["sea"], section: null, authors: [] }),
    cardWith({ id: "undated/d", date: null, topics: [], section: null, authors: [] }),
  ];
  const files = textsOf(archiveOf(cards), site);
  const keys = (path: string) => [...(files.get(path) ?? "").matchAll(/^@\w+\{([^,]+),/gm)].map((match) => match[1] ?? "");

  test("each list has those of the articles that it names", () => {
    expect(keys("citations/2021-09.bib")).toEqual(["2021/09/b"]);
    expect(keys("citations/2021-09-15.bib")).toHaveLength(301);
    expect(keys("citations/2019-05.bib")).toEqual(["2019/05/01/c"]);
    expect(keys("citations/undated.bib")).toEqual(["undated/d"]);
    expect(keys("citations/topics/sea.bib")).toEqual(["2019/05/01/c", "2021/09/b"]);
    expect(keys("citations/authors/ada-finch/2021.bib")).toHaveLength(301);
    expect(files.has("citations/authors/ada-finch.bib")).toBe(false);
    expect([...files.keys()].some((path) => path.startsWith("citations/publications"))).toBe(false);
  });

  test("the three forms hold the same articles", () => {
    for (const [path, text] of files) {
      if (!path.startsWith("citations/") || !path.endsWith(".bib")) continue;
      const stem = path.slice(0, -4);
      const ids = keys(path);
      expect(text.split("@").length - 1).toBe(ids.length);
      expect((JSON.parse(files.get(`${stem}.csl.json`) ?? "") as { id: string }[]).map(({ id }) => id)).toEqual(ids);
      expect([...(files.get(`${stem}.ris`) ?? "").matchAll(/^ID {2}- (.*)\r$/gm)].map((match) => match[1])).toEqual(ids);
    }
  });
});

test("a value is on one line, whichever way that was seen", () => {
  const unit = fc.oneof(
    fc.constantFrom(..."aé “”–…  \t\n\u0085\u00a0\u1680\u2003\u2028\u202f\u205f\u3000\ufeff\u0007\ufdd0\ud800漢"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 12 }).map((units) => units.join("")),
      (text) => {
        const expected = cleanText(text)
          .replace(/[\s\u0085]+/g, " ")
          .trim();
        expect(oneLine(text)).toBe(expected);
      },
    ),
    { numRuns: 5000 },
  );
});
