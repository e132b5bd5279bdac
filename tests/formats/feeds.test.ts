/** Feeds, read again by a strict parser: what they say, that nothing breaks them, and that the whole history is in them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atomFeed } from "../../src/formats/atom.ts";
import { type Feed, uuidOf } from "../../src/formats/feed.ts";
import { jsonFeed } from "../../src/formats/json-feed.ts";
import { rssFeed } from "../../src/formats/rss.ts";
import type { Card } from "../../src/model/archive.ts";
import { rfc822, rfc3339 } from "../../src/text/timestamps.ts";
import { escapeXml } from "../../src/text/xml.ts";
import { archiveOf, cardOfAll, cardWith, everyCharacter, hostileCard, hostileText, site, someCharacters } from "../helpers/cards.ts";
import { textsOf } from "../helpers/planned.ts";
import { all, type Element, readXml, textOf } from "../helpers/xml.ts";
import { hasXmllint, schemaFaults } from "../helpers/xmllint.ts";

const runs = Number(process.env["TEARSHEET_RUNS"] ?? 400);
const atom = "http://www.w3.org/2005/Atom";

const feed: Feed = {
  id: "https://archive.example.org/feeds/newest.atom",
  title: "The Averill Courier",
  subtitle: "A demonstration archive.",
  author: "The Averill Courier",
  language: "en",
  generator: "Tearsheet",
  self: "https://archive.example.org/feeds/newest.atom",
  home: "https://archive.example.org/",
  articles: [cardWith()],
  addressOf: (card) => `https://archive.example.org/${card.id}.html`,
  idOf: (card) => `https://archive.example.org/${card.id}.html`,
};

/** What RFC 4287 (4.1) asks of a feed and its entries. */
function checkAtom(xml: string): Element {
  const root = readXml(xml);
  expect([root.name, root.namespace]).toEqual(["feed", atom]);
  for (const element of [root, ...all(root, "entry")]) {
    for (const name of ["id", "title", "updated"]) expect(all(element, name), name).toHaveLength(1);
    expect(textOf(element, "updated")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/);
    expect(textOf(element, "id")).toMatch(/^(?:https:\/\/|urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$)/);
    expect(all(element, "link").filter((link) => link.attributes["rel"] === "alternate")).toHaveLength(1);
  }
  expect(all(root, "author")).toHaveLength(1);
  const ids = all(root, "entry").map((entry) => textOf(entry, "id"));
  expect(new Set(ids).size).toBe(ids.length);
  return root;
}

const absolute = /^https?:\/\/[^\s/]+\/\S*$/;

/** What the specification of RSS 2.0 asks of a channel and its items. */
function checkRss(xml: string): Element {
  const root = readXml(xml);
  expect([root.name, root.namespace, root.attributes["version"], root.children.length]).toEqual(["rss", "", "2.0", 1]);
  const [channel] = root.children;
  if (channel === undefined) throw new Error("no channel");
  for (const element of [channel, ...all(channel, "item")]) {
    for (const name of ["title", "description"]) expect(all(element, name), name).toHaveLength(1);
    // The channel has one of Atom's besides.
    const links = all(element, "link").filter(({ namespace }) => namespace === "");
    expect(links.map(({ text }) => absolute.test(text))).toEqual([true]);
    for (const name of ["pubDate", "lastBuildDate"])
      for (const { text } of all(element, name))
        expect(text).toMatch(
          /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/,
        );
  }
  const guids = all(channel, "item").map((item) => textOf(item, "guid"));
  expect(guids.every((guid) => absolute.test(guid ?? "")) && new Set(guids).size === guids.length).toBe(true);
  return channel;
}

/** What the specification of JSON Feed 1.1 asks of a feed and its items. */
function checkJsonFeed(json: string): { items: { title: string }[] } {
  const read = JSON.parse(json) as Record<string, unknown> & { items: (Record<string, unknown> & { title: string })[] };
  const strings = (value: Record<string, unknown>, names: string) => {
    for (const name of names.split(" ")) if (name in value) expect(typeof value[name], name).toBe("string");
  };
  const urls = (value: Record<string, unknown>, names: string) => {
    for (const name of names.split(" ")) if (name in value) expect(URL.canParse(String(value[name])), name).toBe(true);
  };
  const people = (value: Record<string, unknown>) => {
    for (const author of (value["authors"] ?? []) as Record<string, unknown>[])
      expect(typeof (author["name"] ?? author["url"] ?? author["avatar"])).toBe("string");
  };
  expect(read["version"]).toBe("https://jsonfeed.org/version/1.1");
  expect(typeof read["title"]).toBe("string");
  strings(read, "home_page_url feed_url description language");
  urls(read, "home_page_url feed_url");
  people(read);
  for (const item of read.items) {
    expect(typeof item["id"]).toBe("string");
    expect(typeof (item["content_text"] ?? item["content_html"])).toBe("string");
    strings(item, "url external_url title summary content_text date_published date_modified language");
    urls(item, "url external_url");
    for (const name of ["date_published", "date_modified"]) if (name in item) expect(item[name]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/);
    for (const tag of (item["tags"] ?? []) as unknown[]) expect(typeof tag).toBe("string");
    people(item);
  }
  expect(new Set(read.items.map((item) => item["id"])).size).toBe(read.items.length);
  return read;
}

const linkOf = (element: Element, rel: string) => all(element, "link").find((link) => link.attributes["rel"] === rel)?.attributes["href"];

test("the worked example as Atom", () => {
  const [entry] = all(checkAtom(atomFeed(feed, null)), "entry");
  if (entry === undefined) throw new Error("no entry");
  expect(textOf(entry, "title")).toBe("Ferry Returns");
  expect(textOf(entry, "published")).toBe("2021-09-15T12:30:00+03:00");
  expect(textOf(entry, "updated")).toBe("2021-09-16T00:00:00Z");
  expect(textOf(entry, "summary")).toBe("A year without a boat is over");
  expect(all(entry, "author").map(({ text }) => text)).toEqual(["Ada Finch", "Coastal Press"]);
  expect(all(entry, "category").map(({ attributes }) => attributes["term"])).toEqual(["Town", "ferries", "harbour"]);
  expect(linkOf(entry, "alternate")).toBe("https://archive.example.org/2021/09/15/ferry-returns.html");
  expect(linkOf(entry, "via")).toBe("https://courier.example.org/2021/09/15/ferry?id=5&x=1");
});

test("the worked example as RSS", () => {
  const root = readXml(rssFeed(feed));
  expect([root.name, root.attributes["version"]]).toEqual(["rss", "2.0"]);
  const [channel] = root.children;
  const [item] = channel === undefined ? [] : all(channel, "item");
  if (channel === undefined || item === undefined) throw new Error("no item");
  expect(["title", "link", "description", "language", "lastBuildDate"].map((name) => textOf(channel, name))).toEqual([
    "The Averill Courier",
    expect.anything(),
    "A demonstration archive.",
    "en",
    "Thu, 16 Sep 2021 00:00:00 GMT",
  ]);
  expect(["title", "link", "guid", "pubDate", "description"].map((name) => textOf(item, name))).toEqual([
    "Ferry Returns",
    "https://archive.example.org/2021/09/15/ferry-returns.html",
    "https://archive.example.org/2021/09/15/ferry-returns.html",
    "Wed, 15 Sep 2021 12:30:00 +0300",
    "A year without a boat is over",
  ]);
  expect(all(item, "creator").map(({ text }) => text)).toEqual(["Ada Finch", "Coastal Press"]);
});

test("the worked example as JSON Feed", () => {
  expect(JSON.parse(jsonFeed(feed, true, () => ["One.", "Two."]))).toEqual({
    version: "https://jsonfeed.org/version/1.1",
    title: "The Averill Courier",
    home_page_url: "https://archive.example.org/",
    feed_url: "https://archive.example.org/feeds/newest.atom",
    description: "A demonstration archive.",
    authors: [{ name: "The Averill Courier" }],
    language: "en",
    items: [
      {
        id: "https://archive.example.org/2021/09/15/ferry-returns.html",
        url: "https://archive.example.org/2021/09/15/ferry-returns.html",
        external_url: "https://courier.example.org/2021/09/15/ferry?id=5&x=1",
        title: "Ferry Returns",
        summary: "A year without a boat is over",
        content_text: "One.\n\nTwo.",
        date_published: "2021-09-15T12:30:00+03:00",
        date_modified: "2021-09-16T00:00:00Z",
        authors: [{ name: "Ada Finch" }, { name: "Coastal Press" }],
        tags: ["ferries", "harbour"],
        language: "en",
      },
    ],
  });
});

describe("instants", () => {
  test.each([
    ["2021-09-15T12:30+03:00", "2021-09-15T12:30:00+03:00", "Wed, 15 Sep 2021 12:30:00 +0300"],
    ["2021-09-15T12:30:05Z", "2021-09-15T12:30:05Z", "Wed, 15 Sep 2021 12:30:05 GMT"],
    ["2021-09-15T12:30", "2021-09-15T12:30:00Z", "Wed, 15 Sep 2021 12:30:00 GMT"],
    ["2021-09-15T25:99", "2021-09-15T00:00:00Z", "Wed, 15 Sep 2021 00:00:00 GMT"],
    ["2021-09", "2021-09-01T00:00:00Z", "Wed, 01 Sep 2021 00:00:00 GMT"],
    ["1923", "1923-01-01T00:00:00Z", "Mon, 01 Jan 1923 00:00:00 GMT"],
    ["1905-01-09/1905-01-22", "1905-01-22T00:00:00Z", "Sun, 22 Jan 1905 00:00:00 GMT"],
    ["2021-02-30", null, null],
    ["yesterday", null, null],
  ])("%s", (date, internet, mail) => expect([rfc3339(date), rfc822(date)]).toEqual([internet, mail]));

  test("the day of the week is the calendar's, for every day of 500 years", () => {
    for (let day = Date.UTC(1700, 0, 1); day < Date.UTC(2200, 0, 1); day += 86_400_000) {
      const date = new Date(day);
      expect(rfc822(date.toISOString().slice(0, 10))).toBe(date.toUTCString());
    }
  });
});

describe("nothing breaks a feed", () => {
  const kept = (text: string) => text.toWellFormed().replace(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
  const hostile = (cards: readonly Card[], text: string): Feed => ({
    ...feed,
    title: text,
    subtitle: text,
    author: text,
    language: text,
    generator: text,
    articles: cards,
  });

  test("every character, in every field", () => {
    for (const text of everyCharacter) {
      const own = hostile([cardOfAll(text)], text);
      const [entry] = all(checkAtom(atomFeed(own, null)), "entry");
      expect(entry === undefined ? "" : textOf(entry, "title")).toBe(kept(text));
      expect(entry === undefined ? "" : all(entry, "category")[0]?.attributes["term"]).toBe(kept(text));
      expect(textOf(checkRss(rssFeed(own)), "title")).toBe(kept(text));
      expect(checkJsonFeed(jsonFeed(own, true, () => [text])).items[0]?.title).toBe(text);
    }
  });

  test("anything", () => {
    fc.assert(
      fc.property(hostileCard, hostileText, (card, text) => {
        const own = hostile([card], text);
        const [entry] = all(checkAtom(atomFeed(own, { isArchive: true, current: text, previous: text })), "entry");
        expect(entry === undefined ? "" : textOf(entry, "title")).toBe(kept(card.title));
        checkRss(rssFeed(own));
        checkJsonFeed(jsonFeed(own, false, () => [text]));
        checkJsonFeed(jsonFeed(own, true, () => [text]));
      }),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`)).toMatchObject({ attributes: { b: kept(text) }, text: kept(text) });
      }),
      { numRuns: runs },
    );
  });
});

describe("the feeds of an archive", () => {
  const cards = (dates: readonly (string | null)[]) =>
    dates.map((date, index) =>
      cardWith({ date, updated: null, headline: `Headline ${index}`, id: `${(date ?? "undated").slice(0, 10).replaceAll("-", "/")}/h${index}` }),
    );
  const days = (month: string, perDay: number, count = 28) =>
    Array.from({ length: count }, (_, day) => Array.from({ length: perDay }, () => `${month}-${String(day + 1).padStart(2, "0")}`)).flat();
  const dates = [null, "2019", ...days("2019-05", 2), "2020-03", ...days("2020-03", 12), ...days("2020-04", 3, 4)];
  const files = textsOf(archiveOf(cards(dates)), site);
  const read = (path: string) => checkAtom(files.get(path) ?? "");
  const entriesOf = (path: string) => all(read(path), "entry").map((entry) => textOf(entry, "id"));

  test("whoever follows prev-archive has read every dated article", () => {
    const seen = new Set<string | undefined>();
    const way: string[] = [];
    for (let path: string | undefined = "feeds/newest.atom"; path !== undefined; ) {
      way.push(path);
      const root = read(path);
      for (const id of entriesOf(path)) seen.add(id);
      expect(all(root, "archive")).toHaveLength(path === "feeds/newest.atom" ? 0 : 1);
      expect(textOf(root, "id")).toBe("https://archive.example.org/feeds/newest.atom");
      if (path !== "feeds/newest.atom") expect(linkOf(root, "current")).toBe("https://archive.example.org/feeds/newest.atom");
      path = linkOf(root, "prev-archive")?.replace("https://archive.example.org/", "");
    }
    expect(seen.size).toBe(dates.length - 1);
    expect(way.slice(0, 3)).toEqual(["feeds/newest.atom", "feeds/history/2020-03-28.atom", "feeds/history/2020-03-27.atom"]);
    expect(way.slice(-3)).toEqual(["feeds/history/2020-03.atom", "feeds/history/2019-05.atom", "feeds/history/2019.atom"]);
  });

  test("an archived feed stays as it is when later articles come", () => {
    const more = textsOf(archiveOf(cards([...dates, ...days("2020-04", 3), ...days("2020-05", 20)])), site);
    for (const [path, text] of files) if (path.startsWith("feeds/history/")) expect(more.get(path), path).toBe(text);
  });

  test("the newest come first, fifty of them, or the whole of the last stretch", () => {
    expect(entriesOf("feeds/newest.atom")).toHaveLength(50);
    expect(entriesOf("feeds/newest.atom")[0]).toMatch(/2020\/04\/04/);
    const one = textsOf(archiveOf(cards(days("2020-03", 3))), site);
    expect(all(checkAtom(one.get("feeds/newest.atom") ?? ""), "entry")).toHaveLength(84);
    expect(all(checkRss(one.get("feeds/newest.rss") ?? ""), "item")).toHaveLength(50);
    expect(checkJsonFeed(one.get("feeds/newest.json") ?? "").items).toHaveLength(50);
  });

  test("each author, section and topic has one", () => {
    expect([...files.keys()].filter((path) => /^feeds\/(?!newest|history)/.test(path)).sort()).toEqual([
      "feeds/authors/ada-finch.atom",
      "feeds/authors/coastal-press.atom",
      "feeds/sections/town.atom",
      "feeds/topics/ferries.atom",
      "feeds/topics/harbour.atom",
    ]);
    expect(textOf(read("feeds/authors/ada-finch.atom"), "title")).toBe("Ada Finch · The Averill Courier");
  });

  test("without a base URL, links are relative and names are URNs; RSS, which cannot, is left out", () => {
    const own = textsOf(archiveOf(cards(dates)), { ...site, baseUrl: null });
    expect(own.has("feeds/newest.rss")).toBe(false);
    const root = checkAtom(own.get("feeds/history/2019-05.atom") ?? "");
    expect([linkOf(root, "current"), linkOf(root, "prev-archive"), linkOf(root, "self")]).toEqual(["../newest.atom", "2019.atom", "2019-05.atom"]);
    const [entry] = all(root, "entry");
    expect(entry === undefined ? "" : linkOf(entry, "alternate")).toMatch(/^\.\.\/\.\.\/2019\/05\/28\/h\d+\.html$/);
    expect(own.get("feeds/newest.json")).not.toContain("://archive");
  });

  test("an archive without dates has none", () => {
    expect([...textsOf(archiveOf(cards([null])), site).keys()].filter((path) => path.startsWith("feeds/"))).toEqual([]);
  });
});

test("a name without an address is a UUID of its own", () => {
  expect(uuidOf("a")).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(uuidOf("a")).not.toBe(uuidOf("b"));
});

test.skipIf(!hasXmllint)("each Atom document is valid by a schema of the standard, with and without a base URL", () => {
  const cards = someCharacters.map((text, index) => ({ ...cardOfAll(text), id: `2021/09/15/a${index}`, date: `20${10 + (index % 10)}-0${1 + (index % 9)}` }));
  for (const baseUrl of [site.baseUrl, null]) {
    const files = [...textsOf(archiveOf(cards), { ...site, baseUrl })].filter(([path]) => path.endsWith(".atom"));
    // Those of the history, and a few of the many that single characters have.
    const some = files.filter(([path], index) => !/authors|topics|sections/.test(path) || index % 29 === 0);
    expect(some.length).toBeGreaterThan(15);
    for (const [path, xml] of some) expect(schemaFaults("atom", xml), path).toBe("");
  }
  expect(schemaFaults("atom", atomFeed(feed, null).replace(/<id>.*?<\/id>/, ""))).toContain("feed");
});
