/** Calendars and the timeline: every day where it belongs, every article counted once, and small whatever the archive holds. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarMonth, dayStep, stepOf } from "../src/outputs/calendar.ts";
import { periodPages } from "../src/outputs/period-pages.ts";
import { yearsPage } from "../src/outputs/years-page.ts";
import { archiveOf, cardWith } from "./helpers/cards.ts";
import { listPagesOf, plainText } from "./helpers/list-pages.ts";

const cards = (dates: readonly (string | null)[]) =>
  archiveOf(
    dates.map((date, index) => cardWith({ date, headline: `Ferry ${index}`, id: `${date?.slice(0, 10).replaceAll("-", "/") ?? "undated"}/ferry-${index}` })),
  );

describe("a month", () => {
  test("has each of its days once, in weeks that begin on Monday", () => {
    for (let year = 1583; year <= 2200; year += 1)
      for (let month = 1; month <= 12; month += 1) {
        const { weeks } = calendarMonth({ date: `${year}-${String(month).padStart(2, "0")}`, count: 0, days: [] }, "index.html");
        const days = weeks.flatMap((week) => week.map((cell, place) => ({ place, day: cell?.day }))).filter(({ day }) => day !== undefined);
        const expected = Array.from({ length: new Date(Date.UTC(year, month, 0)).getUTCDate() }, (_, index) => ({
          place: (new Date(Date.UTC(year, month - 1, index + 1)).getUTCDay() + 6) % 7,
          day: index + 1,
        }));
        expect(days).toEqual(expected);
        expect(weeks.every((week) => week.length === 7)).toBe(true);
      }
  });

  test("says in words how many articles a day has, and leads to them", () => {
    const page = listPagesOf(periodPages, cards(["2021-09-01", "2021-09-15", "2021-09-15T12:30", "2021-09"])).get("2021/09/index.html") ?? "";
    expect(page).toContain('<td class="s2"><a href="#d15">15<span class="unseen">, 2 articles</span></a></td>');
    expect(page).toContain('<td class="s1"><a href="#d1">1<span class="unseen">, 1 article</span></a></td>');
    expect(page).toContain("<td>2</td>");
    expect(page).toMatch(/<section class="chapter" id="d15">\s*<h2>15 September 2021<\/h2>/);
    expect(page).toContain('<th scope="col" abbr="Monday">Mo</th>');
    expect(page).toMatch(/<caption class="unseen">September 2021 <span class="count">4 articles<\/span><\/caption>/);
  });

  test("with more than a page should hold leads to a page for each day", () => {
    const pages = listPagesOf(periodPages, cards([...Array.from({ length: 300 }, () => "2021-09-15"), "2021-09-16"]));
    expect(pages.get("2021/09/index.html")).toContain('<td class="s5"><a href="15/index.html">15<span class="unseen">, 300 articles</span></a></td>');
    expect(pages.get("2021/index.html")).toContain('<a href="09/15/index.html">15');
    expect(pages.get("2021/09/15/index.html")).not.toContain('<table class="calendar');
  });
});

test("a year shows all twelve months, those without articles too, and each article once", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("2021", "2021-02", "2021-02-28", "2021-12-31", "2021-06-01", "2020-01-01"), { minLength: 1, maxLength: 12 }),
      (dates) => {
        const page = listPagesOf(periodPages, cards([...dates, "2021-03-03"])).get("2021/index.html") ?? "";
        const tables = page.split('<table class="calendar').slice(1);
        expect(tables).toHaveLength(12);
        const days = tables.flatMap((table) => [...table.matchAll(/<span class="unseen">, (\d+) articles?<\/span>/g)].map(([, count]) => Number(count)));
        expect(days.reduce((sum, count) => sum + count, 0)).toBe(dates.filter((date) => date.startsWith("2021-") && date.length === 10).length + 1);
      },
    ),
    { seed: 1, numRuns: 60 },
  );
});

test("steps are none for none, and grow", () => {
  expect([0, 1, 2, 4, 5, 9, 10, 24, 25, 1000].map(dayStep)).toEqual([0, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  expect([0, 1, 20, 21, 99, 100].map((count) => stepOf(count, 100))).toEqual([0, 1, 1, 2, 5, 5]);
  expect(stepOf(0, 0)).toBe(0);
});

describe("the page of all years", () => {
  const page = (dates: readonly (string | null)[]) => listPagesOf(yearsPage, cards(dates)).get("years/index.html") ?? "";

  test("draws a bar for each month that has articles, says so, and has the numbers in a table", () => {
    const html = page(["1923-11-01", "1923-11-02", "1924-01", "1924", null]);
    expect(html).toContain('<svg role="img" aria-labelledby="strip-1923"');
    expect(html).toContain('<title id="strip-1923">1923–1924: 4 articles, most of them in November 1923 (2)</title>');
    expect(html).toContain('<path d="M101 40v-40h8V40zM121 40v-20h8V40z"/>');
    const rows =
      html
        .match(/<tbody>([\s\S]*?)<\/tbody>/)?.[1]
        ?.trim()
        .split("\n") ?? [];
    expect(rows.map((row) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) => plainText(cell)).join(" "))).toEqual([
      "1923 0 0 0 0 0 0 0 0 0 0 2 0 2",
      "1924 1 0 0 0 0 0 0 0 0 0 0 0 2",
    ]);
    expect(html).not.toMatch(/\sstyle=/);
  });

  test("is there only where an article is dated", () => {
    expect(listPagesOf(yearsPage, cards([null])).size).toBe(0);
  });

  test("stays readable and small with 100,000 articles of 120 years", () => {
    const two = (number: number) => String(number).padStart(2, "0");
    const dates = Array.from({ length: 100_000 }, (_, index) => `${1900 + (index % 120)}-${two(1 + ((index * 7) % 12))}-${two(1 + ((index * 13) % 28))}`);
    const html = page(dates);
    expect(html.match(/<svg /g)).toHaveLength(12);
    expect(html.length).toBeLessThan(150_000);
    expect(gzipSync(html).length).toBeLessThan(14_000);
  }, 60_000);
});
