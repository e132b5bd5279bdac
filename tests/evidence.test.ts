/** Dates of two calendars, and the address as a witness. */
import { describe, expect, test } from "vitest";
import { english } from "../src/languages/en.ts";
import { russian } from "../src/languages/ru.ts";
import { findDates } from "../src/parse/marks/date.ts";
import { wordsOf } from "../src/parse/marks/words.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { compareDates, dayNumber, dayOf, julianDay, newStyle, partsOf } from "../src/text/civil-date.ts";
import { permalinkOf } from "../src/text/permalink.ts";

describe("two calendars", () => {
  test.each([
    [
      [1582, 10, 15],
      [1582, 10, 5],
    ],
    [
      [1700, 3, 11],
      [1700, 2, 29],
    ],
    [
      [1700, 3, 12],
      [1700, 3, 1],
    ],
    [
      [1900, 3, 13],
      [1900, 2, 29],
    ],
    [
      [1900, 3, 14],
      [1900, 3, 1],
    ],
    [
      [1918, 2, 14],
      [1918, 2, 1],
    ],
    [
      [2000, 3, 1],
      [2000, 2, 17],
    ],
  ] as const)("%j is %j by the Julian calendar", ([y, m, d], [year, month, day]) => {
    expect(julianDay(y, m, d)).toEqual({ year, month, day });
  });

  test("days are counted without gaps", () => {
    expect(dayNumber(2020, 3, 1) - dayNumber(2020, 2, 28)).toBe(2);
    expect(dayNumber(1900, 3, 1) - dayNumber(1900, 2, 28)).toBe(1);
    expect(dayNumber(2000, 1, 1)).toBe(2451545);
  });

  test.each([
    ["9 (22) января 1905 г.", "1905-01-09/1905-01-22"],
    ["9/22 января 1905", "1905-01-09/1905-01-22"],
    ["27 октября (9 ноября) 1917 года", "1917-10-27/1917-11-09"],
    ["27 октября/9 ноября 1917", "1917-10-27/1917-11-09"],
    ["31 декабря 1904 г. (13 января 1905 г.)", "1904-12-31/1905-01-13"],
    ["14 января 1917 года (ст. ст.)", "1917-01-14/1917-01-27"],
    ["20 декабря 1898 г. по старому стилю", "1898-12-20/1899-01-01"],
    ["9 (10) января 1905 г.", null],
  ])("%s", (printed, date) => {
    expect(findDates(printed, wordsOf(russian), null)[0]?.value?.date ?? null).toBe(date === null ? "1905-01" : date);
  });

  test.each([
    ["January 9 (22), 1905", "1905-01-09/1905-01-22"],
    ["October 27 (November 9), 1917", "1917-10-27/1917-11-09"],
  ])("%s", (printed, date) => expect(findDates(printed, wordsOf(english), null)[0]?.value?.date).toBe(date));

  test("the New Style day sorts and gives the address", () => {
    const date = "1904-12-31/1905-01-13";
    expect(newStyle(date)).toBe("1905-01-13");
    expect(dayOf(date)).toBe("1905-01-13");
    expect(partsOf(date)).toEqual({ year: 1905, month: 1, day: 13, time: null });
    expect(compareDates(date, "1905-01-10")).toBe(1);
    expect(permalinkOf(date, "x")).toBe("1905/01/13/x");
  });
});

describe("the address as a witness", () => {
  const read = (date: string, url: string) => {
    const text = `Night Ferry to Run Every Hour\n\nBy Jane Roe\n\n${date}\n\nThe harbour board said on Friday that the night ferry would run every hour from June.\n\nOriginal url: ${url}\n`;
    const { articles } = readSeed("a.txt", new TextEncoder().encode(text), { language: "en", folders: {}, publications: {} });
    const article = articles[0]?.article;
    return [article?.date, ...(article?.diagnostics.map(({ code, severity }) => `${severity} ${code}`) ?? [])];
  };

  test.each([
    ["March 3, 2020", "https://example.org/2020/03/03/a", ["2020-03-03"]],
    ["March 3, 2020", "https://example.org/2020/03/04/a", ["2020-03-03", "warning date-differs-from-address"]],
    ["March 3, 2020", "https://example.org/2020-02/29/a.htm", ["2020-03-03", "warning date-differs-from-address"]],
    ["March 3, 2020", "https://example.org/20200310/a.html", ["2020-03-03", "error date-far-from-address"]],
    ["March 3, 2020", "https://example.org/2019/mar/03/a", ["2020-03-03", "error date-far-from-address"]],
    ["March 2020", "https://example.org/2020/05/03/a", ["2020-03"]],
    ["Tuesday, March 3", "https://example.org/2020/03/03/a", ["2020-03-03", "info date-year-inferred"]],
    ["December 31", "https://example.org/2020/01/02/a", ["2019-12-31", "info date-year-inferred"]],
    ["March 3", "https://example.org/2020/a", ["2020-03-03", "info date-year-inferred"]],
    ["March 3", "https://example.org/a", [null, "warning date-unreadable"]],
    ["June 3", "https://example.org/2020/01/02/a", ["2020-01-02", "warning date-unreadable"]],
  ])("%s beside %s", (date, url, expected) => expect(read(date, url)).toEqual(expected));
});

describe("time grows with size", () => {
  const house = { language: "en", folders: {}, publications: {} };
  const cost = (text: string) => {
    const start = process.cpuUsage();
    readSeed("a.txt", new TextEncoder().encode(text), house);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };

  test.each([
    ["open brackets", "( "],
    ["days of two calendars", "9 (22 января "],
    ["Chinese numerals", "二〇二一年九"],
    ["reporters", "新华社记者 张三、"],
    ["datelines", "МОСКВА, 9 мая. /ТАСС"],
    ["Hijri days", "8 صفر 144 "],
    ["glued joiners", "سامي وليلى "],
    ["capitals", "À LIRE AUSSI "],
    ["joined names", "Jane Roe and John Doe, "],
    ["clocks", "15:20, "],
    ["short paragraphs", "Jane Roe\n\n"],
    ["linked headlines", "[Ferry Workers Vote to Strike](https://example.org/a)\n\n"],
  ])("%s", (_name, piece) => {
    const text = (count: number) => `Headline of a Story\n\n${piece.repeat(count)}\n\nThe harbour board said on Friday that the ferry would run.\n`;
    cost(text(500));
    const [small, large] = [cost(text(4000)), cost(text(32000))];
    expect(large / Math.max(small, 20_000)).toBeLessThan(8 * 4);
  });
});
