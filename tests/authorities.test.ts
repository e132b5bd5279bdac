/** `authorities.yml`: all names of one person, agency or place on one page, no address lost, and nothing guessed. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkArchive } from "../src/archive/link.ts";
import { readAuthorities } from "../src/build/authorities.ts";
import type { Archive, Card } from "../src/model/archive.ts";
import type { Authorities, Authority } from "../src/model/authority.ts";
import { groupPages } from "../src/outputs/group-pages.ts";
import { variantPages } from "../src/outputs/variant-pages.ts";
import { needleOf } from "../src/text/withhold/find.ts";
import { bagProblems } from "./helpers/bagit.ts";
import { cardWith, site } from "./helpers/cards.ts";
import { listPagesOf, plainText } from "./helpers/list-pages.ts";
import { textsOf } from "./helpers/planned.ts";
import { folderWith, tearsheet } from "./helpers/run.ts";
import { filesOf } from "./helpers/site.ts";

const read = (source: string) => readAuthorities(source, "authorities.yml", []);
const saidOf = ({ diagnostics }: Authorities) => diagnostics.map(({ code, line, message, hint }) => `${line} ${code}: ${message} ${hint}`);

describe("the file", () => {
  test("names in several languages, numbers with or without their addresses, a note", () => {
    const source = `\ufeff# Our people
- person: Noor  Castellan
  variants:
    ru: Нур Кастеллан
    zh-Hant: [努爾, "努爾·卡斯特蘭"]
  wikidata: Q42
  viaf: 113230702
  note: "She said: yes"

- agency: Coastal Press
  variants: [CP, Приморское агентство]
  wikidata: https://www.wikidata.org/wiki/Q7
- place: Port Averill
  viaf: https://viaf.org/viaf/99/
`;
    const { entries, diagnostics } = read(source);
    expect(diagnostics).toEqual([]);
    expect(entries).toEqual([
      {
        kind: "person",
        name: "Noor Castellan",
        variants: [
          { name: "Нур Кастеллан", language: "ru" },
          { name: "努爾", language: "zh-Hant" },
          { name: "努爾·卡斯特蘭", language: "zh-Hant" },
        ],
        wikidata: "Q42",
        viaf: "113230702",
        note: "She said: yes",
        file: "authorities.yml",
        line: 2,
      },
      {
        kind: "agency",
        name: "Coastal Press",
        variants: [
          { name: "CP", language: null },
          { name: "Приморское агентство", language: null },
        ],
        wikidata: "Q7",
        viaf: null,
        note: null,
        file: "authorities.yml",
        line: 10,
      },
      { kind: "place", name: "Port Averill", variants: [], wikidata: null, viaf: "99", note: null, file: "authorities.yml", line: 13 },
    ]);
  });

  test.each([
    ["persom: Ada Finch", 3, "authority-invalid", "Did you mean `person`?"],
    ["person: Ada Finch\n  wikidat: Q1", 4, "authority-invalid", "Did you mean `wikidata`?"],
    ["person: Ada Finch\n  colour: red", 4, "authority-invalid", "The keys are `person`,"],
    ["person: Ada Finch\n  wikidata: 42", 4, "authority-invalid", "`wikidata` has to be an item of Wikidata, like `Q42`."],
    ["person: Ada Finch\n  wikidata: https://evil.example/wiki/Q42", 4, "authority-invalid", "an item of Wikidata"],
    ["person: Ada Finch\n  viaf: javascript:alert(1)", 4, "authority-invalid", "the number of an entry in VIAF"],
    ["person: Ada Finch\n  variants: Finch", 4, "authority-invalid", "`variants` has to be a list of names"],
    ["person: Ada Finch\n  variants: { russian language: Ада }", 4, "authority-invalid", "tags of languages"],
    ["person: Ada Finch\n  variants: { ru: { a: b } }", 4, "authority-invalid", "`variants` has to be a list of names"],
    ["person: Ada Finch\n  variants: [[a]]", 4, "authority-invalid", "`variants` has to be a"],
    ["person: Ada Finch\n  place: Paris", 3, "authority-invalid", "this one has several"],
    ["note: Nobody", 3, "authority-invalid", "this one has none"],
    ["person:", 3, "authority-invalid", "`person` may not be empty."],
    ["person: [Ada]", 3, "authority-invalid", "`person` has to be a text."],
    ["Ada Finch", 3, "authority-invalid", "The entry is no list of fields."],
    ['person: "Ada', 5, "authority-invalid", "no YAML"],
    ["person: Ada: Finch", 3, "authority-invalid", "no YAML"],
    ["person: &a Ada\n  note: *a", 4, "authority-invalid", "no YAML"],
    ["person: Ada Finch\n  variants: [BO  MARSH]", 3, "authority-twice", "the entry in line 2"],
    ["agency: Bo Marsh", 3, "authority-twice", "the entry in line 2"],
  ])("what is wrong with “%s” is said with its line, and the others count", (entry, line, code, words) => {
    const all = read(`# ours\n- person: Bo Marsh\n- ${entry}\n- place: Bo Marsh\n`);
    expect(all.entries.map(({ name }) => name)).toEqual(["Bo Marsh", "Bo Marsh"]);
    expect(saidOf(all)).toEqual([expect.stringContaining(words)]);
    expect(all.diagnostics[0]).toMatchObject({ code, file: "authorities.yml" });
    expect(Math.abs((all.diagnostics[0]?.line ?? 0) - line)).toBeLessThanOrEqual(code === "authority-invalid" && words === "no YAML" ? 2 : 0);
  });

  test.each([
    ["person: Ada Finch\n", "The file holds no list."],
    ['- "', "no YAML"],
    ["- a: [\n", "no YAML"],
  ])("%j is no list: said, and nothing of it counts", (source, words) => {
    expect(read(source)).toMatchObject({ entries: [], diagnostics: [{ code: "authorities-invalid", message: expect.stringContaining(words) }] });
  });

  test("an empty one says nothing", () => {
    for (const source of ["", "# later\n", "[]\n"]) expect(read(source)).toEqual({ entries: [], diagnostics: [] });
  });

  test("whatever is in it, reading ends, and each entry that counts is whole", () => {
    const junk = fc.array(
      fc.constantFrom(
        "- ",
        "person",
        ": ",
        "\n",
        "  ",
        "variants",
        "[",
        "]",
        "{",
        "}",
        '"',
        "'",
        "Ada",
        "*a",
        "&a",
        "!!js",
        "|",
        ">",
        "---",
        "...",
        "wikidata",
        "Q1",
        "\t",
        "\u0000",
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(junk, (parts) => {
        for (const entry of read(parts.join("")).entries) expect(entry).toMatchObject({ name: expect.stringMatching(/\S/), line: expect.any(Number) });
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  test("an entry that holds what is withheld is left out whole, and what is said of it does not say it", () => {
    const redaction = { kind: "replace", target: "Noor Castellan", mark: "[x]", within: null, reason: null, file: "r", line: 1 } as const;
    const needle = needleOf("Noor Castellan");
    const sought = needle === null ? [] : [{ ...needle, redaction }];
    for (const entry of [
      "person: NOOR CASTELLAN",
      "person: Xq\n  variants: [Noor-Castellan]",
      "person: Xq\n  variants: { en: [Yq, Noor Castellan] }",
      "person: Xq\n  note: That is Noor Castellan",
      "persom: Noor Castellan",
    ]) {
      const all = readAuthorities(`- person: Bo Marsh\n- ${entry}\n`, "authorities.yml", sought);
      expect(all.entries.map(({ name }) => name)).toEqual(["Bo Marsh"]);
      expect(all.diagnostics.map(({ code, line }) => [code, line])).toEqual([["authority-withheld", 2]]);
      expect(JSON.stringify(all.diagnostics)).not.toMatch(/castellan|Xq|Yq/i);
    }
  });
});

const person = (name: string) => ({ name, kind: "person", role: null, place: null, affiliation: null }) as const;
const picture = (name: string, isSure = true) => ({ name, kind: "person", role: "picture", isSure }) as const;

function cardOf(index: number, values: Partial<Card>): Card {
  const day = String((index % 28) + 1).padStart(2, "0");
  return cardWith({
    id: `2021/09/${day}/article-${index}`,
    date: `2021-09-${day}`,
    authors: [],
    dateline: null,
    key: `key ${index}`,
    file: `${index}.txt`,
    ...values,
  });
}

function archiveWith(cards: readonly Card[], authorities: Authorities = { entries: [], diagnostics: [] }): Archive {
  return linkArchive(cards, { pictures: new Set(), register: [], tombstones: [], authorities });
}

const castellan = read(`- person: Noor Castellan
  variants: { ru: Нур Кастеллан, ar: نور كاستيلان }
  wikidata: Q42
  viaf: 7
  note: Photographer.
- place: Port Averill
  variants: [Порт-Аверил]
  wikidata: Q8
`);

describe("a page", () => {
  const cards = [
    cardOf(1, { authors: [person("Noor Castellan")], dateline: { place: "PORT AVERILL", agency: null, asPrinted: "PORT AVERILL —" } }),
    cardOf(2, { authors: [person("НУР КАСТЕЛЛАН"), person("Ada Finch")], dateline: { place: "Порт-Аверил", agency: null, asPrinted: "Порт-Аверил —" } }),
    cardOf(3, { authors: [person("Ada Finch")], credits: [picture("نور كاستيلان")] }),
    cardOf(4, { credits: [picture("Ada Finch", false), picture("City Museum", false)] }),
  ];
  const archive = archiveWith(cards, castellan);
  const pages = listPagesOf(groupPages, archive);
  const noor = pages.get("authors/noor-castellan.html") ?? "";

  test("has what was written under all names, and apart what is credited", () => {
    const [written = "", credited = ""] = noor.split("<h2>Pictures</h2>");
    expect([...written.matchAll(/article-\d/g)].map(String)).toEqual(["article-1", "article-2"]);
    expect([...credited.matchAll(/article-\d/g)].map(String)).toEqual(["article-3"]);
    expect(plainText(/<p class="figures">.*/.exec(noor)?.[0] ?? "")).toBe("2 articles credited in 1 article 2021");
  });

  test("has the other forms of the name, the note, and where it is identified, for people and for machines", () => {
    expect(noor).toContain('<bdi lang="ru" dir="ltr">Нур Кастеллан</bdi>');
    expect(noor).toContain('<bdi lang="ar" dir="rtl">نور كاستيلان</bdi>');
    expect(noor).toContain("Photographer.");
    expect(noor).toContain(
      '<a href="https://www.wikidata.org/wiki/Q42" rel="external noopener noreferrer" data-originalurl="https://www.wikidata.org/wiki/Q42" data-versionurl="https://web.archive.org/web/https://www.wikidata.org/wiki/Q42">',
    );
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(noor)?.[1] ?? "") as object;
    expect(data).toEqual({
      "@context": "https://schema.org",
      "@type": "Person",
      url: "https://archive.example.org/authors/noor-castellan.html",
      name: "Noor Castellan",
      alternateName: ["Нур Кастеллан", "نور كاستيلان"],
      description: "Photographer.",
      sameAs: ["https://www.wikidata.org/wiki/Q42", "https://viaf.org/viaf/7"],
    });
    expect(pages.get("places/port-averill.html")).toContain('"@type":"Place"');
    expect(pages.get("authors/ada-finch.html")).not.toContain("ld+json");
  });

  test("is in the index once, with all its articles", () => {
    const rows = [...(pages.get("authors/index.html") ?? "").matchAll(/<bdi>(.*?)<\/bdi>[\s\S]*?class="count">(\d+)/g)].map(([, name, count]) => [name, count]);
    // The bare credit `City Museum` may be a house; Ada Finch is known from a byline.
    expect(rows).toEqual([
      ["Ada Finch", "3"],
      ["Noor Castellan", "3"],
    ]);
  });

  test("stands at no address of another name: each of these leads to it", () => {
    const variants = listPagesOf(variantPages, archive);
    expect([...variants.keys()]).toEqual(["authors/نور-كاستيلان.html", "authors/нур-кастеллан.html", "places/порт-аверил.html"].sort());
    const russian = variants.get("authors/нур-кастеллан.html") ?? "";
    expect(russian).toContain("<h1><bdi>НУР КАСТЕЛЛАН</bdi></h1>");
    expect(russian).toContain('<a href="noor-castellan.html"><bdi>Noor Castellan</bdi></a>');
    expect(russian).toContain('<meta name="robots" content="noindex">');
    expect(russian).toContain('<link rel="canonical" href="https://archive.example.org/authors/noor-castellan.html">');
    expect([...pages.keys()].filter((path) => variants.has(path))).toEqual([]);
  });

  test("its feed and its citations hold all of it; the feed of another name goes on, and no sitemap has that", () => {
    const texts = textsOf(archive, site);
    for (const path of ["citations/authors/noor-castellan.bib", "feeds/authors/noor-castellan.atom", "feeds/authors/нур-кастеллан.atom"])
      expect(
        texts
          .get(path)
          ?.match(/article-\d/g)
          ?.filter((each, at, all) => all.indexOf(each) === at).length,
        path,
      ).toBe(2);
    expect(texts.has("feeds/authors/نور-كاستيلان.atom")).toBe(false);
    const maps = [...texts].filter(([path]) => path.startsWith("sitemap")).map(([, text]) => text);
    expect(maps.join("")).toContain("authors/noor-castellan.html");
    expect(maps.join("")).not.toContain(encodeURIComponent("нур"));
  });

  test("beyond 300 articles it is cut by year, what is credited as well, and so were the pages of other names", () => {
    const many = Array.from({ length: 700 }, (_, index) =>
      cardOf(index, {
        id: `20${10 + (index % 2)}/article-${index}`,
        date: `20${10 + (index % 2)}-01-01`,
        ...(index % 4 < 2 ? { authors: [person("Нур Кастеллан")] } : { credits: [picture("Noor Castellan")] }),
      }),
    );
    const long = archiveWith(many, castellan);
    const cut = listPagesOf(groupPages, long);
    expect([...cut.keys()].filter((path) => path.startsWith("authors/noor"))).toEqual([
      "authors/noor-castellan.html",
      "authors/noor-castellan/2010.html",
      "authors/noor-castellan/2011.html",
    ]);
    expect(cut.get("authors/noor-castellan/2011.html")?.match(/<p class="title"><a href="..\/..\/2011/g)).toHaveLength(350);
    const variants = listPagesOf(variantPages, long);
    expect([...variants.keys()]).toEqual(["authors/нур-кастеллан.html", "authors/нур-кастеллан/2010.html", "authors/нур-кастеллан/2011.html"]);
    expect(variants.get("authors/нур-кастеллан/2011.html")).toContain('href="../noor-castellan/2011.html"');
  });

  test("stands at the plain address of its name, also where one of its other forms has that; of two that want it, the first by name", () => {
    const slugs = (cards: readonly Card[], source: string) =>
      Object.fromEntries(archiveWith(cards, read(source)).groups.author.map(({ name, slug }) => [name, slug]));
    const by = (...names: string[]) => names.map((name, index) => cardOf(index, { authors: [person(name)] }));
    expect(slugs(by("Capek"), "- person: Čapek\n  variants: [Capek]\n")).toEqual({ Čapek: "capek" });
    const two = "- person: Čapek\n  variants: [One]\n- person: Capek\n  variants: [Two]\n";
    const [first, second] = [slugs(by("One", "Two"), two), slugs(by("Two", "One"), two)];
    expect([first, first["Capek"]]).toEqual([second, "capek"]);
    // What has an address keeps it, whoever wants it now.
    expect(slugs(by("Capek", "One"), "- person: Čapek\n  variants: [One]\n")).toMatchObject({
      Capek: "capek",
      Čapek: expect.stringMatching(/^capek-[0-9a-f]{6}$/),
    });
  });

  test("an entry of which no article prints a name has no page, and is remarked", () => {
    const alone = archiveWith([cardOf(1, {})], castellan);
    expect(alone.groups.author).toEqual([]);
    expect(alone.diagnostics.filter(({ code }) => code === "authority-unused").map(({ line }) => line)).toEqual([1, 6]);
  });
});

describe("laws, for any names", () => {
  const syllables = ["Ada", "ADA", "Čapek", "Capek", "Анна", "Рейтер", "نور", "李四", "A.", "-", "x"];
  const name = fc.array(fc.constantFrom(...syllables), { minLength: 1, maxLength: 2 }).map((parts) => parts.join(" "));
  const cards = fc
    .array(
      fc.record({ written: fc.array(name, { maxLength: 3 }), credited: fc.array(fc.tuple(name, fc.boolean()), { maxLength: 2 }), place: fc.option(name) }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ written, credited, place }, index) =>
        cardOf(index, {
          authors: written.map(person),
          credits: credited.map(([each, isSure]) => picture(each, isSure)),
          dateline: place === null ? null : { place, agency: null, asPrinted: place },
        }),
      ),
    );
  const entries = fc.array(fc.record({ kind: fc.constantFrom("person", "agency", "place"), name, variants: fc.array(name, { maxLength: 3 }) }), {
    maxLength: 4,
  });
  const fileOf = (list: readonly { kind: string; name: string; variants: readonly string[] }[]) =>
    read(list.map(({ kind, name: own, variants }) => `- ${kind}: ${JSON.stringify(own)}\n  variants: ${JSON.stringify(variants)}\n`).join(""));
  const pathsOf = (archive: Archive) =>
    [...groupPages.pages(archive, site, {} as never, null), ...variantPages.pages(archive, site, {} as never, null)].flatMap((page) =>
      "template" in page ? [page.path] : [],
    );

  test("no address goes, no two pages want the same one, and no article leaves a list", () => {
    fc.assert(
      fc.property(cards, entries, (some, list) => {
        const authorities = fileOf(list);
        const [without, within] = [archiveWith(some), archiveWith(some, authorities)];
        const paths = pathsOf(within);
        expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
        expect(pathsOf(without).filter((path) => !paths.includes(path))).toEqual([]);
        for (const kind of ["author", "place"] as const) {
          const idsOf = (archive: Archive) =>
            new Set(archive.groups[kind].flatMap(({ articles, credited }) => [articles, ...credited.map((each) => each.articles)].flat().map(({ id }) => id)));
          // A bare credit may be known by its authority alone.
          expect([...idsOf(without)].filter((id) => !idsOf(within).has(id))).toEqual([]);
          for (const { articles, keys } of within.groups[kind]) {
            expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
            expect([...articles].sort((a, b) => within.articles.indexOf(a) - within.articles.indexOf(b))).toEqual(articles);
            expect(new Set(keys).size).toBe(keys.length);
          }
          const held = within.groups[kind].map(({ authority }) => authority).filter((each): each is Authority => each !== null);
          expect(new Set(held).size).toBe(held.length);
        }
      }),
      { numRuns: 1500, seed: 11 },
    );
  });

  test("the order of the entries does not matter", () => {
    fc.assert(
      fc.property(cards, entries, (some, list) => {
        const authorities = fileOf(list);
        const shown = (given: Authorities) => [
          ...listPagesOf(variantPages, archiveWith(some, given)),
          ...archiveWith(some, given).groups.author.map(({ slug, name: own, articles }) => [slug, own, articles.length]),
        ];
        expect(shown({ ...authorities, entries: authorities.entries.toReversed() })).toEqual(shown(authorities));
      }),
      { numRuns: 200, seed: 13 },
    );
  });
});

describe("the program", () => {
  const article = (headline: string, byline: string, day: number, more = "") =>
    `${headline}\n\nBy ${byline}\n\n${day} March 2021\n\nPARIS (AFP) — The harbour was full of people on that day, and nobody knew why they had come.\n${more}`;
  const files = {
    "seeds/one.txt": article("Harbour Lights Burn All Night", "Noor Castellan", 1, "\nEdited by Ada Finch\n"),
    "seeds/two.txt": article("Ferry Returns to the Quay", "N. R. Castellan", 2),
    "seeds/three.txt": article("Council Votes on the Bridge", "Ada Finch", 3),
    "seeds/four.txt": article("Museum Opens Its Doors Again", "Bo Marsh", 4),
  };
  const list = "- person: Noor Castellan\n  variants: [N. R. Castellan]\n  wikidata: Q42\n";
  const build = (root: string, ...words: string[]) => {
    const { status, err, out } = tearsheet(["build", "--json", ...words], root);
    return { status, err, report: JSON.parse(out) as { written: number; unchanged: number; diagnostics: { code: string }[] } };
  };
  const page = (root: string, path: string) => readFileSync(join(root, "dist", path), "utf8");

  test("prints bylines as they are, leads them to the one page, and identifies their authors in linked data", () => {
    const root = folderWith({ ...files, "authorities.yml": `${list}- place: Paris\n  wikidata: Q90\n` });
    expect(build(root).status).toBe(0);
    const two = page(root, "2021/03/02/ferry-returns-to-the-quay.html");
    expect(two).toContain('<p class="byline">By <a href="../../../authors/noor-castellan.html" rel="author">N. R. Castellan</a></p>');
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(two)?.[1] ?? "") as Record<string, unknown>;
    expect(data["author"]).toEqual([{ "@type": "Person", name: "N. R. Castellan", sameAs: ["https://www.wikidata.org/wiki/Q42"] }]);
    expect(data["locationCreated"]).toEqual({ "@type": "Place", name: "PARIS", sameAs: ["https://www.wikidata.org/wiki/Q90"] });
    expect(page(root, "authors/n-r-castellan.html")).toContain('href="noor-castellan.html"');
    expect(page(root, "2021/03/01/harbour-lights-burn-all-night.html")).toContain('Edited by <a href="../../../authors/ada-finch.html">Ada Finch</a>');
    const facets = filesOf(join(root, "dist/search")).filter((path) => page(root, `search/${path}`).includes('"Noor Castellan"'));
    expect(facets.length).toBeGreaterThan(0);
    // The record says what is printed.
    expect(page(root, "data/articles.jsonl")).toContain('"name":"N. R. Castellan"');
  });

  test("an edit of the list makes those pages anew that show it, and a build without an edit none", () => {
    const root = folderWith({ ...files, "authorities.yml": list });
    build(root);
    const wrote = () => build(root).report.written;
    expect(wrote()).toBe(0);
    writeFileSync(join(root, "authorities.yml"), `# where it stands does not matter\n${list}`);
    // Of each build, the front page alone is made anew, and is the same.
    expect(wrote()).toBe(0);
    writeFileSync(join(root, "authorities.yml"), list.replace("Q42", "Q43"));
    // The person's page, the two articles, the front page's fingerprint and the manifest.
    expect(wrote()).toBeLessThanOrEqual(5);
    expect(page(root, "authors/noor-castellan.html")).toContain("Q43");
    rmSync(join(root, "authorities.yml"));
    wrote();
    expect(page(root, "authors/n-r-castellan.html")).toContain("Ferry Returns to the Quay");
    expect(existsSync(join(root, "dist/authors/noor-castellan.html"))).toBe(true);
  });

  test("a list that cannot be read, and one of another name, are said; the archive is built", () => {
    const root = folderWith({ ...files, "authorities.yml": `${list}- person: "Ada\n` });
    const broken = build(root);
    expect([broken.status, broken.report.diagnostics.map(({ code }) => code)]).toEqual([0, ["authority-invalid"]]);
    expect(broken.err).toContain("authorities.yml");
    expect(page(root, "authors/noor-castellan.html")).toContain("Q42");
    writeFileSync(join(root, "authorities.yml"), "person: Ada\n");
    expect(build(root)).toMatchObject({ status: 1, report: { diagnostics: [{ code: "authorities-invalid" }] } });
    rmSync(join(root, "authorities.yml"));
    writeFileSync(join(root, "authorities.yaml"), list);
    const stray = build(root);
    expect(stray.report.diagnostics.map(({ code }) => code)).toEqual(["authorities-invalid"]);
    expect(stray.err).toContain("Call it authorities.yml");
    // Beside the settings, where there is none beside the seeds.
    rmSync(join(root, "authorities.yaml"));
    for (const [path, content] of [
      ["own/tearsheet.config.json", "{}"],
      ["own/authorities.yml", list],
    ] as const) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    expect(build(root, "--config", "own/tearsheet.config.json").status).toBe(0);
    expect(page(root, "authors/noor-castellan.html")).toContain("Q42");
  });

  test("nothing of an entry that holds a withheld name is published, and the report does not show it", () => {
    const secret = {
      "authorities.yml": "- person: Zorya Vell\n  variants: [Noor Castellan, Zed Velvet]\n  note: A secret note.\n- person: Bo Marsh\n  wikidata: Q5\n",
      "redactions.yml": "- replace: Zorya Vell\n",
    };
    const root = folderWith({ ...files, ...secret });
    const { status, err, report } = build(root);
    expect([status, report.diagnostics.map(({ code }) => code)]).toEqual([0, ["authority-withheld", "redaction-unused"]]);
    expect(err).not.toMatch(/zorya|velvet|secret note/i);
    const all = filesOf(join(root, "dist")).map((path) => `${path}\n${readFileSync(join(root, "dist", path), "latin1")}`);
    for (const words of ["Zorya", "Velvet", "secret note"]) expect(all.filter((text) => text.includes(words))).toEqual([]);
    expect(page(root, "authors/bo-marsh.html")).toContain("Q5");
    expect(page(root, "authors/noor-castellan.html")).not.toContain("Also written");
  });

  test("a bag has the list, and builds the same archive again", () => {
    const root = folderWith({ ...files, "authorities.yml": list });
    build(root);
    expect(tearsheet(["bag", "keep", "--quiet"], root)).toMatchObject({ status: 0 });
    expect(bagProblems(join(root, "keep"))).toEqual([]);
    expect(readFileSync(join(root, "keep/data/authorities.yml"), "utf8")).toBe(list);
    expect(tearsheet(["build", "--quiet", "--out", "../again"], join(root, "keep/data")).status).toBe(0);
    expect(readFileSync(join(root, "keep/again/manifest-sha256.txt"), "utf8")).toBe(page(root, "manifest-sha256.txt"));
    // Another list than that of the published archive is noticed.
    writeFileSync(join(root, "authorities.yml"), list.replace("Q42", "Q43"));
    expect(tearsheet(["bag", "other", "--quiet"], root)).toMatchObject({ status: 2, err: expect.stringContaining("would differ") });
  });

  test("whatever stands in the list is text to every page", () => {
    const name = `"><script>alert(1)</script>&amp;`;
    const entry = JSON.stringify(name);
    const root = folderWith({
      ...files,
      "authorities.yml": `- person: ${entry}\n  variants: { en: [Noor Castellan, ${entry}], ar: [N. R. Castellan, ${JSON.stringify("x</script><!--")}] }\n  note: ${entry}\n`,
    });
    expect(build(root).status).toBe(0);
    const htmls = filesOf(join(root, "dist")).filter((path) => path.endsWith(".html"));
    for (const path of htmls) expect(page(root, path), path).not.toMatch(/<script>|<\/script><!--|&amp;amp;amp;/);
    expect(htmls.some((path) => page(root, path).includes("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"))).toBe(true);
  });
});
