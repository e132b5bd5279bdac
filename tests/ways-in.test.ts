/** Coverage, what is wanted, and on this day: every article counted once, nothing shown that was taken back, and no list without an end. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkArchive } from "../src/archive/link.ts";
import { longestThread } from "../src/archive/threads.ts";
import type { Card, LinkedCard } from "../src/model/archive.ts";
import { besidesIn } from "../src/outputs/besides.ts";
import { coveragePage } from "../src/outputs/coverage-page.ts";
import { dayPages } from "../src/outputs/day-pages.ts";
import { groupPages } from "../src/outputs/group-pages.ts";
import { threadPages } from "../src/outputs/thread-pages.ts";
import { wantedPages } from "../src/outputs/wanted-pages.ts";
import { archiveOf, cardWith } from "./helpers/cards.ts";
import { listPagesOf, plainText } from "./helpers/list-pages.ts";

const card = (index: number, values: Partial<Card> = {}) => {
  const date = values.date === undefined ? "2021-09-15" : values.date;
  return cardWith({ headline: `Ferry ${index}`, id: `${date?.slice(0, 10).replaceAll("-", "/") ?? "undated"}/ferry-${index}`, ...values });
};
const naming = (index: number, headlines: readonly string[], values: Partial<Card> = {}) =>
  card(index, { related: headlines.map((headline) => ({ headline, url: null, article: null, after: 1 })), ...values });

describe("coverage", () => {
  const rowsOf = (html: string, table: number) =>
    (html.split("<table").slice(1)[table] ?? "")
      .split("<tr>")
      .slice(2)
      .map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) => plainText(cell)).join(" | "));

  test("tells the shares by year, language and publication, and the gaps", () => {
    const archive = archiveOf([
      card(1, { date: "1999-12-31" }),
      card(2, { date: "2000-03", byline: null, authors: [], sourceUrl: null }),
      card(3, { date: "2000-04-01", language: "ru", publication: null }),
      card(4, { date: null }),
    ]);
    const html = listPagesOf(coveragePage, archive).get("coverage/index.html") ?? "";
    expect(rowsOf(html, 0)).toEqual([
      "1999 | 1 | 100% | 100% | 100%",
      "2000 | 2 | 50% | 50% | 50%",
      "Undated | 1 | 100% | 0% | 100%",
      "All | 4 | 75% | 50% | 75%",
    ]);
    expect(rowsOf(html, 1)).toEqual(["English | 1999–2000 | 3 | 66% | 33% | 66%", "Russian | 2000 | 1 | 100% | 100% | 100%"]);
    expect(rowsOf(html, 2)).toEqual(["The Averill Courier | 1999–2000 | 3 | 66% | 33% | 66%"]);
    expect(plainText(/<ul class="gaps">[\s\S]*?<\/ul>/.exec(html)?.[0] ?? "")).toBe("January 2000–February 2000 2 months");
    expect(html).toContain("31 December 1999–1 April 2000");
  });

  test("a share is 100 only where it is all, and 0 only where it is none", () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      card(index, { byline: index === 0 ? null : "By Ada Finch", authors: [], sourceUrl: index === 1 ? "https://a.example/1" : null }),
    );
    const html = listPagesOf(coveragePage, archiveOf(many)).get("coverage/index.html") ?? "";
    expect(rowsOf(html, 0)).toEqual(["2021 | 1,000 | 99% | 100% | 1%", "All | 1,000 | 99% | 100% | 1%"]);
  });

  test("gaps and months with articles make up the time from the first to the last, whatever the dates are", () => {
    const month = fc
      .tuple(fc.integer({ min: 1890, max: 1910 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 30 }), (dates) => {
        const { gaps } = archiveOf(dates.map((date, index) => card(index, { date }))).coverage;
        const sorted = [...new Set(dates)].sort();
        const number = (date = "") => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(gaps.reduce((sum, { months }) => sum + months, 0) + sorted.length).toBe(number(sorted.at(-1)) - number(sorted[0]) + 1);
        for (const { first, last, months } of gaps) {
          expect(number(last) - number(first) + 1).toBe(months);
          expect(sorted.some((date) => date >= first && date <= last)).toBe(false);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test("of many gaps the longest are told, in the order of time, and how many are not", () => {
    const dates = Array.from({ length: 100 }, (_, index) => `${1800 + index}-01`);
    const html = listPagesOf(coveragePage, archiveOf(dates.map((date, index) => card(index, { date })))).get("coverage/index.html") ?? "";
    expect(html.match(/<li><span>/g)).toHaveLength(60);
    expect(html).toContain("Shorter gaps that are not shown: 39");
  });
});

describe("what is wanted", () => {
  test("stands the most named first, with who names it; what the archive has is not wanted", () => {
    const archive = archiveOf([
      naming(1, ["Storm", "Ferry 3", "Whale"]),
      naming(2, ["WHALE", "Whale"]),
      card(3),
      naming(4, ["Twin"]),
      card(5, { headline: "Twin" }),
      card(6, { headline: "Twin" }),
    ]);
    expect(archive.wanted.map(({ headline, namedBy }) => [headline, namedBy.map(({ title }) => title)])).toEqual([
      ["Whale", ["Ferry 1", "Ferry 2"]],
      ["Storm", ["Ferry 1"]],
    ]);
    const html = listPagesOf(wantedPages, archive).get("wanted/index.html") ?? "";
    expect(plainText(/<ol class="wanted">[\s\S]*<\/ol>/.exec(html)?.[0] ?? "")).toBe(
      "Whale Named by 2 articles Ferry 1 15 September 2021 Ferry 2 15 September 2021 Storm Named by 1 article Ferry 1 15 September 2021",
    );
  });

  test("is not what was withdrawn, by its headline or its address", () => {
    const id = "2020/01/01/the-whale";
    const entry = { id, file: "whale.txt", part: 0, wish: id, sourceUrl: "https://paper.example/whale", digest: "0", isGone: true };
    const related = [
      { headline: "The Whale", url: null, article: null, after: 1 },
      { headline: "Another name", url: "http://www.paper.example/whale/", article: null, after: 1 },
    ];
    const wanted = (kind: "withdrawn" | "gone") =>
      linkArchive([card(1, { related })], { pictures: new Set(), register: [entry], tombstones: [{ id, reason: null, kind }] }).wanted.map(
        ({ headline }) => headline,
      );
    expect(wanted("withdrawn")).toEqual([]);
    expect(wanted("gone")).toEqual(["Another name", "The Whale"]);
  });

  test("is cut by the date of the first article that names it, each headline once, and shows few of many who name it", () => {
    const names = (from: number, count: number) => Array.from({ length: count }, (_, index) => `Lost ${from + index}`);
    const archive = archiveOf([
      naming(1, names(0, 200), { date: "2019-05-01" }),
      naming(2, names(200, 250), { date: "2020-01-01" }),
      naming(3, names(450, 70), { date: "2020-02" }),
      naming(4, names(520, 3), { date: "2020" }),
      naming(5, names(600, 2), { date: null }),
      ...Array.from({ length: 9 }, (_, index) => naming(10 + index, ["Lost 0"], { date: "2021-01-01" })),
    ]);
    const pages = listPagesOf(wantedPages, archive);
    expect([...pages.keys()]).toEqual([
      "wanted/index.html",
      "wanted/2019.html",
      "wanted/2020.html",
      "wanted/2020-01.html",
      "wanted/2020-02.html",
      "wanted/undated.html",
    ]);
    const parts = [...pages].slice(1).flatMap(([, html]) => [...html.matchAll(/<p class="title"><bdi[^>]*>(.*?)<\/bdi>/g)].map(([, headline]) => headline));
    expect([...parts].sort()).toEqual(archive.wanted.map(({ headline }) => headline).sort());
    const whole = pages.get("wanted/index.html") ?? "";
    expect(whole.match(/<p class="title"><bdi/g)).toHaveLength(100);
    expect(whole).toMatch(/Lost 0<\/bdi><\/p>\n<p class="meta">Named by 10 articles/);
    expect(whole).toContain("and 5 more");
  });
});

describe("on this day", () => {
  test("a day has the articles of all years, and the index has all days of the year", () => {
    const archive = archiveOf([
      card(1, { date: "1924-02-29" }),
      card(2, { date: "2020-02-29T10:00" }),
      card(3, { date: "2020-02" }),
      card(4, { date: "1905-01-09/1905-01-22" }),
    ]);
    const pages = listPagesOf(dayPages, archive);
    expect([...pages.keys()]).toEqual(["on-this-day/index.html", "on-this-day/01-22.html", "on-this-day/02-29.html"]);
    const index = pages.get("on-this-day/index.html") ?? "";
    expect(index.match(/<li[ >]/g)?.length).toBeGreaterThanOrEqual(366);
    expect(index).toContain('<li class="s2"><a href="02-29.html">29<span class="unseen">, 2 articles</span></a></li>');
    const leap = pages.get("on-this-day/02-29.html") ?? "";
    expect(leap).toContain("<h1>On 29 February</h1>");
    expect([...leap.matchAll(/<h2><a href="([^"]*)">(\d+)<\/a><\/h2>/g)].map(([, href, year]) => [href, year])).toEqual([
      ["../1924/02/index.html#d29", "1924"],
      ["../2020/02/index.html#d29", "2020"],
    ]);
  });

  test("a day that holds too much shows the first of each year, and where the others are", () => {
    const archive = archiveOf(Array.from({ length: 640 }, (_, index) => card(index, { date: `${2010 + (index % 2)}-09-15` })));
    const page = listPagesOf(dayPages, archive).get("on-this-day/09-15.html") ?? "";
    expect(page.match(/<p class="title"><a href="\.\.\/20/g)).toHaveLength(300);
    expect(page).toContain('<p class="more"><a href="../2010/09/15/index.html">15 September 2010: all 320 articles</a></p>');
  });

  test("without a date to the day there is none", () => {
    expect(listPagesOf(dayPages, archiveOf([card(1, { date: "2020-02" })])).size).toBe(0);
  });
});

describe("lists", () => {
  const author = (name: string, kind: "person" | "agency" | "desk") => ({ name, kind, role: null, place: null, affiliation: null });

  test("agencies and desks stand apart from people; a name that an article knows as a person's is a person's", () => {
    const archive = archiveOf([
      card(1, { authors: [author("Ada Finch", "person"), author("Coastal Press", "agency")] }),
      card(2, { authors: [author("News Desk", "desk"), author("ADA FINCH", "desk")] }),
    ]);
    const html = listPagesOf(groupPages, archive).get("authors/index.html") ?? "";
    const parts = html.split('<section class="chapter">').slice(1);
    expect(parts.map((part) => [/<h2>(.*?)<\/h2>/.exec(part)?.[1], ...[...part.matchAll(/<bdi>(.*?)<\/bdi>/g)].map(([, name]) => name)])).toEqual([
      ["People", "ADA FINCH"],
      ["Agencies and desks", "Coastal Press", "News Desk"],
    ]);
  });

  test("a place is that of datelines, in the form printed most often; languages are listed where there are several", () => {
    const from = (place: string | null) => ({ place, agency: null, asPrinted: place ?? "" });
    const one = [card(1, { dateline: from("PARIS") }), card(2, { dateline: from("Paris") }), card(3, { dateline: from("Paris") }), card(4, { dateline: null })];
    const paths = [...listPagesOf(groupPages, archiveOf(one)).keys()];
    expect(paths.filter((path) => /^(?:places|languages)\//.test(path))).toEqual(["places/index.html", "places/paris.html"]);
    const several = listPagesOf(groupPages, archiveOf([...one, card(5, { language: "zh" })]));
    expect(plainText(several.get("places/paris.html") ?? "")).toContain("Paris 3 articles");
    expect(several.get("languages/zh.html")).toContain("<h1><bdi>Chinese</bdi></h1>");
    expect(several.get("languages/index.html")).toContain('<a href="zh.html"><bdi>Chinese</bdi></a>');
  });
});

/** Headlines of what hangs together with an article, found by walking. */
function reached(start: number, links: readonly (readonly [number, number])[]): string[] {
  const seen = new Set([start]);
  for (const at of seen) {
    for (const [from, to] of links) {
      if (from === at) seen.add(to);
      if (to === at) seen.add(from);
    }
  }
  return [...seen].map((index) => `Ferry ${index}`).sort();
}

describe("stories", () => {
  const told = (links: readonly (readonly [number, number])[], dates: readonly (string | null)[]) =>
    archiveOf(
      dates.map((date, index) =>
        naming(
          index,
          links.filter(([from]) => from === index).map(([, to]) => `Ferry ${to}`),
          { date },
        ),
      ),
    );
  const titles = (archive: ReturnType<typeof told>) => archive.threads.map(({ articles }) => articles.map(({ title }) => title));

  test("are three articles or more that name each other, directly or through others, in the order of time", () => {
    const dates = ["2020-01-03", "2020-01-01", "2020-01-02", "2021-01-01", "2021-01-02", null];
    const archive = told(
      [
        [0, 1],
        [0, 2],
        [4, 3],
      ],
      dates,
    );
    expect(titles(archive)).toEqual([["Ferry 1", "Ferry 2", "Ferry 0"]]);
    const pages = listPagesOf(threadPages, archive);
    expect([...pages.keys()]).toEqual(["threads/index.html", "threads/2020/01/01/ferry-1.html"]);
    expect(plainText(pages.get("threads/index.html") ?? "")).toContain("Ferry 1 3 articles 2020");
    expect([...(pages.get("threads/2020/01/01/ferry-1.html") ?? "").matchAll(/<a href="([^"]*\/ferry-\d\.html)">/g)].map(([, href]) => href)).toEqual([
      "../../../../2020/01/01/ferry-1.html",
      "../../../../2020/01/02/ferry-2.html",
      "../../../../2020/01/03/ferry-0.html",
    ]);
  });

  test("are what is connected, whatever the links are; and no article is in two", () => {
    const link = fc.tuple(fc.nat(19), fc.nat(19)).filter(([from, to]) => from !== to);
    fc.assert(
      fc.property(fc.array(link, { maxLength: 25 }), (links) => {
        const archive = told(
          links,
          Array.from({ length: 20 }, (_, index) => (index % 7 === 6 ? null : `2020-${String(1 + (index % 5)).padStart(2, "0")}-10`)),
        );
        const expected = Array.from({ length: 20 }, (_, index) => reached(index, links)).filter(
          (each, index) => each.length >= 3 && each[0] !== undefined && Math.min(...each.map((title) => Number(title.slice(6)))) === index,
        );
        expect(
          titles(archive)
            .map((each) => [...each].sort())
            .sort(),
        ).toEqual(expected.sort());
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  test("that hang together for ever fall apart where nothing was written for longest, and are never too long", () => {
    const dates = Array.from(
      { length: 100 },
      (_, index) => `${index < 55 ? 2001 : 2009}-${String(1 + Math.floor((index % 55) / 20)).padStart(2, "0")}-${String(1 + (index % 20)).padStart(2, "0")}`,
    );
    const archive = told(
      dates.slice(1).map((_, index) => [index + 1, index] as const),
      dates,
    );
    expect(archive.threads.map(({ articles }) => articles.length)).toEqual([55, 45]);
    const long = told(
      Array.from({ length: 999 }, (_, index) => [index + 1, index] as const),
      Array.from({ length: 1000 }, () => "2020-01-01"),
    );
    expect(Math.max(...long.threads.map(({ articles }) => articles.length))).toBeLessThanOrEqual(longestThread);
  });

  test("that are many are listed by the year in which they begin, each once", () => {
    const dates = Array.from({ length: 903 }, (_, index) => `${2000 + (Math.floor(index / 3) % 2)}-01-01`);
    const archive = told(
      dates.flatMap((_, index) => (index % 3 === 0 ? [[index, index + 1] as const, [index, index + 2] as const] : [])),
      dates,
    );
    const pages = listPagesOf(threadPages, archive);
    const listed = (path: string) => pages.get(path)?.match(/<p class="title"><a href="[^"]*ferry/g)?.length;
    expect(["threads/index.html", "threads/2000.html", "threads/2001.html"].map(listed)).toEqual([100, 151, 150]);
  });
});

test("an article leads to those before and after it in the lists of its first author and its section, where it is not alone there", () => {
  const author = (name: string) => ({ name, kind: "person" as const, role: null, place: null, affiliation: null });
  const dates = ["2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"];
  const archive = archiveOf(
    dates.map((date, index) =>
      card(index, { date, authors: [author(index === 1 ? "Bo Marsh" : "Ada Finch"), author("Cora Wren")], section: index < 3 ? "Town" : "Sea" }),
    ),
  );
  const besides = besidesIn(archive);
  const told = (index: number, kind: "author" | "section", slug: string) => {
    const beside = besides(archive.articles[index] as LinkedCard, kind, slug);
    return beside === null ? null : [beside.previous?.title, beside.next?.title];
  };
  expect(told(2, "author", "ada-finch")).toEqual(["Ferry 0", "Ferry 3"]);
  expect(told(0, "author", "ada-finch")).toEqual([undefined, "Ferry 2"]);
  expect(told(1, "section", "town")).toEqual(["Ferry 0", "Ferry 2"]);
  expect(told(1, "author", "bo-marsh")).toBeNull();
  expect(told(3, "section", "sea")).toBeNull();
});
