/** What an article's page says to machines: linked data, and what Zotero and link previews read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleMeta } from "../../src/formats/head-meta.ts";
import { newsArticle } from "../../src/formats/json-ld.ts";
import { scriptJson } from "../../src/text/json.ts";
import { cardOfAll, cardWith, everyCharacter, hostileCard, site } from "../helpers/cards.ts";
import { folderWith, tearsheet } from "../helpers/run.ts";

const url = "https://archive.example.org/2021/09/15/ferry-returns.html";
const runs = Number(process.env["TEARSHEET_RUNS"] ?? 400);

test("the worked example as a NewsArticle", () => {
  expect(newsArticle(cardWith(), site, url, [{ url: "https://archive.example.org/pictures/p.jpg", caption: "The Perpetua", credit: null }])).toEqual({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    url,
    headline: "Ferry Returns",
    alternativeHeadline: "A year without a boat is over",
    author: [
      { "@type": "Person", name: "Ada Finch", jobTitle: "Special Correspondent", affiliation: { "@type": "Organization", name: "The Averill Courier" } },
      { "@type": "Organization", name: "Coastal Press" },
    ],
    datePublished: "2021-09-15T12:30+03:00",
    dateModified: "2021-09-16",
    dateline: "PORT AVERILL (Coastal Press) —",
    inLanguage: "en",
    articleSection: "Town",
    keywords: ["ferries", "harbour"],
    wordCount: 420,
    image: [{ "@type": "ImageObject", contentUrl: "https://archive.example.org/pictures/p.jpg", caption: "The Perpetua" }],
    isBasedOn: "https://courier.example.org/2021/09/15/ferry?id=5&x=1",
    isPartOf: [
      { "@type": "Newspaper", name: "The Averill Courier" },
      { "@type": "WebSite", name: "The Averill Courier", url: "https://archive.example.org/" },
    ],
    correction: [{ "@type": "CorrectionComment", text: "The name was Finch." }],
  });
});

test("of two calendars the New Style is told", () => {
  const data = newsArticle(cardWith({ date: "1905-01-09/1905-01-22", updated: null }), site, url, []);
  expect(data).toMatchObject({ datePublished: "1905-01-22" });
});

test("what is not known is not said, and an address that runs code is none", () => {
  const bare = cardWith({ authors: [], date: null, updated: null, dateline: null, section: null, topics: [], publication: null, corrections: [], deck: null });
  const data = newsArticle({ ...bare, sourceUrl: "javascript:alert(1)" }, { ...site, baseUrl: null }, null, []);
  expect(Object.keys(data)).toEqual(["@context", "@type", "headline", "inLanguage", "wordCount", "isPartOf"]);
});

describe("JSON in a script", () => {
  const fits = (value: unknown) => {
    const json = scriptJson(value);
    expect(json).not.toMatch(/[<>&\u2028\u2029\u007f-\u009f\p{Noncharacter_Code_Point}]/u);
    expect(json.isWellFormed()).toBe(true);
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
  };

  test("every character, in every field", () => {
    for (const text of everyCharacter) fits(newsArticle(cardOfAll(text), site, url, [{ url: text, caption: text, credit: text }]));
  });

  test("anything", () => {
    fc.assert(
      fc.property(hostileCard, (card) => fits(newsArticle(card, site, url, []))),
      { numRuns: runs },
    );
    fc.assert(fc.property(fc.jsonValue(), fits), { numRuns: runs });
  });
});

/** The rules by which Zotero's translators "Embedded Metadata" and "RDF" read a page, as far as a newspaper article goes. */
function zotero(meta: ReadonlyMap<string, readonly string[]>) {
  const first = (...keys: string[]) => keys.flatMap((key) => meta.get(key) ?? [])[0];
  const byHighwire = [...meta.keys()].some((key) => key.startsWith("citation_"));
  const byGraph = first("og:type") === "website" ? "webpage" : first("og:type") === "book" ? "book" : undefined;
  return {
    itemType: byHighwire ? "journalArticle" : (byGraph ?? first("dc.type") ?? "webpage"),
    title: first("dc.title", "og:title"),
    creators: meta.get("dc.creator"),
    publicationTitle: first("prism.publicationName", "dc.source", "og:site_name"),
    section: first("article:section"),
    date: first("article:published_time", "dc.date"),
    language: first("dc.language"),
    tags: meta.get("article:tag"),
  };
}

test("Zotero saves a newspaper article", () => {
  const root = folderWith({
    "seeds/a.txt":
      "## Ferry “Returns” & <More>\n\nBy Jane Roe and AFP\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n\nSection: Town\n\nTags: ferry, sea\n\n## Original url:\n\nhttps://courier.example.org/x\n",
    "tearsheet.config.json": JSON.stringify({ title: "Archive", publications: { "courier.example.org": "The Courier" } }),
  });
  expect(tearsheet(["build"], root).status).toBe(0);
  const html = readFileSync(join(root, "dist/2021/09/15/ferry-returns-more.html"), "utf8");
  const meta = new Map<string, string[]>();
  for (const [, key = "", content = ""] of html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)) {
    const plain = content.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => ({ lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" })[name] ?? "");
    meta.set(key, [...(meta.get(key) ?? []), plain]);
  }
  expect(zotero(meta)).toEqual({
    itemType: "newspaperArticle",
    title: "Ferry “Returns” & <More>",
    creators: ["Jane Roe", "AFP"],
    publicationTitle: "The Courier",
    section: "Town",
    date: "2021-09-15",
    language: "en",
    tags: ["ferry", "sea"],
  });
  const [, json = ""] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(json)).toMatchObject({ "@type": "NewsArticle", headline: "Ferry “Returns” & <More>", datePublished: "2021-09-15" });
});

test("Open Graph names no address where there is none", () => {
  const keys = articleMeta(cardWith(), { ...site, baseUrl: null }, null, null).map(({ key }) => key);
  expect(keys).not.toContain("og:url");
  expect(keys).not.toContain("og:image");
  expect(keys.some((key) => key.startsWith("citation_"))).toBe(false);
});
