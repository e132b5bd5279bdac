/** Sitemaps: every page in one, none too long, whatever the addresses are. */
import { expect, test } from "vitest";
import { cutForSitemaps, type SitemapPage, sitemap } from "../../src/formats/sitemap.ts";
import { plan } from "../../src/outputs/plan.ts";
import { archiveOf, cardOfAll, cardWith, everyCharacter, site, someCharacters } from "../helpers/cards.ts";
import { bodies, textsOf } from "../helpers/planned.ts";
import { all, readXml, textOf } from "../helpers/xml.ts";
import { hasXmllint, schemaFaults } from "../helpers/xmllint.ts";

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
const locations = (xml: string) => {
  const root = readXml(xml);
  expect(root.namespace).toBe(namespace);
  return root.children.map((child) => textOf(child, "loc") ?? "");
};

test("every page but 404 is in one sitemap, once, and the index names them all", () => {
  const dates = ["2021-09-15", "2021-09", "2019", null, "1905-01-09/1905-01-22"];
  const archive = archiveOf(
    dates.map((date, index) => cardWith({ date, updated: null, id: `${date?.slice(-10).replaceAll("-", "/") ?? "undated"}/мост-${index}` })),
  );
  const files = textsOf(archive, site);
  const index = locations(files.get("sitemap.xml") ?? "");
  expect(index.map((url) => url.replace("https://archive.example.org/", ""))).toEqual([
    "sitemap-lists.xml",
    "sitemap-1905.xml",
    "sitemap-2019.xml",
    "sitemap-2021.xml",
    "sitemap-undated.xml",
  ]);
  const listed = index.flatMap((url) => locations(files.get(url.replace("https://archive.example.org/", "")) ?? ""));
  // These three ask not to be found: what they show is typed by a reader, or is not there.
  const unlisted = ["404.html", "search/index.html", "by-url/index.html"];
  const pages = [...plan(archive, site, bodies).keys()].filter((path) => path.endsWith(".html") && !unlisted.includes(path));
  const expected = pages.map(
    (path) =>
      `https://archive.example.org/${path
        .split("/")
        .map(encodeURIComponent)
        .join("/")
        .replace(/(^|\/)index\.html$/, "$1")}`,
  );
  expect(listed.sort()).toEqual(expected.sort());
  expect(files.get("robots.txt")).toBe("User-agent: *\nAllow: /\n\nSitemap: https://archive.example.org/sitemap.xml\n");
});

test("an article's page was changed when the article says so, and else on its own day", () => {
  const archive = archiveOf([
    cardWith({ id: "2021/09/15/a", date: "2021-09-15", updated: "2021-10-02" }),
    cardWith({ id: "2021/09/15/b", date: "2021-09-15", updated: null }),
  ]);
  const root = readXml(textsOf(archive, site).get("sitemap-2021.xml") ?? "");
  expect(all(root, "url").map((url) => textOf(url, "lastmod"))).toEqual(["2021-10-02", "2021-09-15"]);
});

test("without a base URL there are none", () => {
  const paths = [...textsOf(archiveOf([cardWith()]), { ...site, baseUrl: null }).keys()];
  expect(paths.filter((path) => /sitemap|robots/.test(path))).toEqual([]);
});

test("a change is told where it is known to the day, as the schema has it", () => {
  const changed = ["2021", "2021-09", "2021-09-15", "2021-09-15T12:30", "2021-09-15T12:30:05+03:00", "1905-01-09/1905-01-22", "x", null];
  const root = readXml(sitemap(changed.map((each) => ({ url: "https://a.example/", changed: each }))));
  expect(all(root, "url").map((url) => textOf(url, "lastmod"))).toEqual([
    undefined,
    undefined,
    "2021-09-15",
    "2021-09-15T12:30:00Z",
    "2021-09-15T12:30:05+03:00",
    "1905-01-22",
    undefined,
    undefined,
  ]);
});

test("120,001 addresses are three files, in order", () => {
  const urls = Array.from({ length: 120_001 }, (_, index) => `https://a.example/${index}`);
  const files = cutForSitemaps(urls, (url) => ({ url, changed: null }));
  expect(files.map(({ length }) => length)).toEqual([50_000, 50_000, 20_001]);
  expect(files.flat()).toEqual(urls);
});

test("60,000 addresses of 1,000 bytes pass neither limit", () => {
  const tail = "a".repeat(1000);
  const pages = Array.from({ length: 60_000 }, (_, index): SitemapPage => ({ url: `https://a.example/${index}/${tail}`, changed: "2021-09-15" }));
  const files = cutForSitemaps(pages, (page) => page);
  expect(files.flat()).toHaveLength(60_000);
  for (const file of files) expect(Buffer.byteLength(sitemap(file))).toBeLessThanOrEqual(50_000_000);
});

test("characters that grow when escaped are counted as they are written", () => {
  for (const letter of ["a", "&", "ж", "\ud800"]) {
    const pages = Array.from({ length: 600 }, (_, index): SitemapPage => ({ url: `https://a.example/${index}/${letter.repeat(1000)}`, changed: null }));
    const files = cutForSitemaps(pages, (page) => page, { pages: 500, bytes: 100_000 });
    expect(files.flat()).toHaveLength(600);
    for (const file of files) expect(Buffer.byteLength(sitemap(file))).toBeLessThanOrEqual(100_000);
  }
});

test("every character in an address leaves the file well formed", () => {
  for (const text of everyCharacter) expect(locations(sitemap([{ url: text, changed: text }]))).toHaveLength(1);
});

test("one more article than fits opens a second file of its year", () => {
  const archive = archiveOf([cardWith({ id: "2021/09/15/a" }), cardWith({ id: "2021/09/15/b" }), cardWith({ id: "2021/09/15/c" })]);
  const files = cutForSitemaps(archive.articles, ({ id }) => ({ url: id, changed: null }), { pages: 2, bytes: 1e9 });
  expect(files.map((file) => file.map(({ id }) => id))).toEqual([["2021/09/15/a", "2021/09/15/b"], ["2021/09/15/c"]]);
});

test.skipIf(!hasXmllint)("each file is valid by the protocol's schema, whatever its addresses and dates are", () => {
  const dates = ["2021-09-15T12:30+03:00", "2021-09-15T12:30", "2021-09", "2019", null, "1905-01-09/1905-01-22"];
  const cards = someCharacters.map((text, index) => ({
    ...cardOfAll(text),
    id: `2021/09/15/a${index}`,
    date: dates[index % dates.length] ?? null,
    updated: null,
  }));
  const long = cardWith({ id: `${"漢".repeat(70)}/index`, headline: "漢" });
  const files = [...textsOf(archiveOf([...cards, long]), site)].filter(([path]) => path.startsWith("sitemap"));
  expect(files.length).toBeGreaterThan(4);
  for (const [path, xml] of files) expect(schemaFaults("sitemap", xml), path).toBe("");
  expect(schemaFaults("sitemap", sitemap([{ url: "https://a.example/", changed: "2021-09-15" }]).replace("2021-09-15", "2021-09"))).toContain("lastmod");
});
