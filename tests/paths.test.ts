/** Paths that every system can have, and none twice: from titles, names, letters and pictures. More of them: `tests/trust/paths.trust.test.ts`. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkArchive } from "../src/archive/link.ts";
import type { Card } from "../src/model/archive.ts";
import { headlinePages } from "../src/outputs/headline-pages.ts";
import { groupPath } from "../src/outputs/paths.ts";
import { pictureFiles } from "../src/outputs/pictures.ts";
import { distinct } from "../src/text/distinct.ts";
import { isPortableName, pathKey } from "../src/text/portable.ts";
import { slug } from "../src/text/slug.ts";
import { articlePaths, faultOf, faultsOfPaths, hostileTitle } from "./helpers/hostile-titles.ts";
import { bodies } from "./helpers/planned.ts";
import { folderWith, tearsheet } from "./helpers/run.ts";
import { filesOf } from "./helpers/site.ts";

const titles = fc.sample(hostileTitle, { numRuns: 4000, seed: 12 });

test("articles of hostile titles: every path portable, none the same as another", () => {
  expect(faultsOfPaths(articlePaths(titles))).toEqual([]);
});

function cardOf(index: number, name: string, picture: string): Card {
  const { 0: a = "", 1: b = "" } = [name, `${name}x`];
  return {
    id: `undated/a-${index}`,
    file: `${index}.txt`,
    title: name,
    sha256: String(index),
    headline: null,
    date: null,
    links: [],
    related: [],
    authors: [{ name: a, kind: "person", role: null, place: null, affiliation: null }],
    publication: a,
    section: b,
    topics: [a, b],
    dateline: { place: a, agency: null, asPrinted: a },
    figures: [{ src: encodeURIComponent(picture), alt: null, caption: null, credit: null }],
    language: b,
    credits: [{ name: b, kind: "person", role: "picture", isSure: true }],
    corrections: [],
  } as unknown as Card;
}

test("groups, letters and pictures likewise", () => {
  const names = titles.slice(0, 1500).filter((title) => title !== "");
  const pictures = names.map(
    (name) =>
      `${
        name
          .toWellFormed()
          .split("/")
          .filter((part) => !/^\.*$/.test(part))
          .join("/") || "x"
      }.png`,
  );
  const cards = names.map((name, index) => cardOf(index, name, pictures[index] ?? ""));
  // Every third name is put with the next by an authority of a third name.
  const entries = names.flatMap((name, index) => {
    const variants = [name, names[index + 1] ?? ""].map((each) => ({ name: each, language: null }));
    const own = { variants, wikidata: null, viaf: null, note: null, file: "", line: 1 };
    return index % 3 > 0 ? [] : [{ ...own, kind: "person", name: `${name} ${index}` } as const, { ...own, kind: "place", name } as const];
  });
  const authorities = { entries, diagnostics: [] };
  const archive = linkArchive(cards, { pictures: new Set(pictures), register: [], tombstones: [], authorities });
  const site = { title: "", description: "", language: "en", baseUrl: null, generator: "", formerHosts: [] };
  const paths = [
    ...(["author", "publication", "section", "topic", "place", "language"] as const).flatMap((kind) =>
      archive.groups[kind].flatMap((group) => [group, ...group.merged].map((each) => groupPath(kind, each.slug))),
    ),
    ...[...headlinePages.pages(archive, site, bodies, null)].map(({ path }) => path),
    ...pictureFiles(archive).values(),
  ];
  expect(paths.length).toBeGreaterThan(names.length);
  expect(archive.groups.author.flatMap(({ merged }) => merged).length).toBeGreaterThan(300);
  expect(pictureFiles(archive).size).toBeGreaterThan(500);
  expect(faultsOfPaths(paths)).toEqual([]);
});

describe("a slug", () => {
  test.each([
    ["CON", "con-article"],
    ["nul.", "nul-article"],
    ["com¹", "com1-article"],
    ["Index", "index-article"],
    ["../../etc/passwd", "etc-passwd"],
    ["a\u0000b", "a-b"],
    ["in\u00advis\u034fible", "invisible"],
    ["\u3164\u115f", "fallback"],
    ["й", "й"],
    ["и\u034f\u0306", "й"],
    ["\u202egnp.exe", "gnp-exe"],
    ["x\ufe0f", "x"],
  ])("of %j is %s", (title, expected) => {
    expect(slug(title, "fallback")).toBe(expected);
    expect(faultOf(slug(title, "fallback"))).toBeNull();
  });
});

describe("telling apart", () => {
  test.each([
    ["ΣΑΣ", "σασ"],
    ["straße", "STRASSE"],
    ["é", "E\u0301"],
    ["ﬁn", "FIN"],
    ["a\u200db", "ab"],
  ])("%j and %j are one path somewhere", (a, b) => {
    expect(pathKey(a)).toBe(pathKey(b));
  });

  test("a suffix never takes a plain path, and none is given twice", () => {
    const [first, second] = distinct([
      { path: "a", salt: "1" },
      { path: "a", salt: "2" },
    ]);
    const paths = distinct([
      { path: "a", salt: "1" },
      { path: "A", salt: "2" },
      { path: second ?? "", salt: "3" },
      { path: "a", salt: "4" },
    ]);
    expect(paths[0]).toBe(first);
    expect(paths[2]).toBe(second);
    expect(faultsOfPaths(paths)).toEqual([]);
  });

  test.each(["a", "é", "x-1.png", "漢"])("%s can be a name", (name) => expect(isPortableName(name)).toBe(true));
  test.each(["", ".", "..", "a.", "a ", " a", "CON", "nul.txt", "a:b", "a\\b", "a\nb", "a\u202eb", "a\u200bb", "é".repeat(128), "\ud800"])(
    "%j cannot",
    (name) => expect(isPortableName(name)).toBe(false),
  );
});

test("a name with a backslash is a name: nothing outside the seeds folder is read or published", () => {
  const folder = folderWith({
    "secret.txt": "## Secret\n\nNobody should see this.\n",
    "secret.png": "x",
    "seeds/x\\..\\..\\secret.txt": "## Ferry\n\nThe ferry came back.\n",
    "seeds/a.md": "![a](x%5C..%5C..%5Csecret.png)\n\nThe ferry came back.\n",
    "seeds/x\\..\\..\\secret.png": "picture",
  });
  const { status, err } = tearsheet(["build", "--quiet"], folder);
  expect(status, err).toBe(0);
  const files = filesOf(`${folder}/dist`);
  expect(files.filter((path) => path.startsWith("pictures/"))).toHaveLength(1);
  expect(faultsOfPaths(files.filter((path) => !/^(?:\.htaccess|_headers)$/.test(path)))).toEqual([]);
  expect(files.join("\n")).toContain("undated/ferry.html");
});
