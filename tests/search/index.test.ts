/** The index: what it says is what the articles say. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeGrowing, decodeNumbers, encodeGrowing, encodeNumbers } from "../../src/search/coding.ts";
import { cutTexts, textFileNames } from "../../src/search/cut-texts.ts";
import { countDates, openDates, runOf } from "../../src/search/dates.ts";
import { cutDrawers } from "../../src/search/drawers.ts";
import { IndexUnfit, openLibrary } from "../../src/search/library.ts";
import { openPostings } from "../../src/search/postings.ts";
import { anything, bruteForce, contentOf, shelfOf, type Told } from "../helpers/searching.ts";

describe("numbers as text", () => {
  const number = fc.oneof(fc.nat(100), fc.nat(), fc.maxSafeNat());
  test("come back, and are printable", () => {
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        const text = encodeNumbers(numbers);
        expect(text).toMatch(/^[!#-[\]-~]*$/);
        expect(decodeNumbers(text)).toEqual(numbers);
      }),
    );
  });

  test("growing ones too", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), (some) => {
        const numbers = some.sort((a, b) => a - b);
        expect([...decodeGrowing(encodeGrowing(numbers))]).toEqual(numbers);
      }),
    );
  });

  test("what is no such text is said", () => {
    expect(() => decodeNumbers('"')).toThrow("no digit");
    expect(() => decodeNumbers("~")).toThrow("cut off");
  });
});

test("many lists at once are each what was put into it", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 100_000 })), { maxLength: 4000 }), (steps) => {
      const postings = openPostings();
      const lists = Array.from({ length: 21 }, () => ({ list: postings.open(), last: -1, numbers: [] as number[] }));
      for (const [which, step] of steps) {
        const own = lists[which] as (typeof lists)[number];
        own.last += step;
        own.numbers.push(own.last);
        postings.add(own.list, own.last);
      }
      for (const { list, numbers } of lists) {
        expect([...decodeGrowing(postings.text(list))]).toEqual(numbers);
        expect(postings.size(list)).toBe(postings.text(list).length);
      }
    }),
    { numRuns: 100 },
  );
});

test("the days of all articles come back", () => {
  const day = fc.oneof(
    fc.integer({ min: 1000, max: 9999 }).map(String),
    fc.tuple(fc.integer({ min: 1990, max: 1992 }), fc.integer({ min: 1, max: 12 }), fc.nat(31)).map(([year, month, date]) => {
      const name = `${year}-${String(month).padStart(2, "0")}`;
      return date === 0 ? name : `${name}-${String(date).padStart(2, "0")}`;
    }),
  );
  fc.assert(
    fc.property(fc.array(day, { maxLength: 60 }), (some) => {
      const days = some.sort();
      const runs = openDates(countDates(days));
      expect(days.map((_, index) => runOf(index, runs)?.date)).toEqual(days);
      expect(runOf(days.length, runs)).toBeNull();
    }),
  );
});

describe("an article more", () => {
  const articles = Array.from({ length: 400 }, (_, index) => ({ id: `2021/0${1 + Math.floor(index / 50)}/article-${index}`, wordCount: 350 }));
  const files = (some: readonly { id: string; wordCount: number }[]) => {
    const starts = cutTexts(some);
    const names = textFileNames(starts, (number) => (some[number]?.id ?? "").slice(0, 7));
    return new Set(starts.map((start, index) => `${names[index]}: ${some.slice(start, starts[index + 1]).map(({ id }) => id)}`));
  };

  test("changes few files of texts", () => {
    const before = files(articles);
    for (const place of [0, 33, 200, 399]) {
      const after = files([...articles.slice(0, place), { id: "2021/99/new", wordCount: 350 }, ...articles.slice(place)]);
      expect([...after].filter((file) => !before.has(file)).length).toBeLessThan(25);
    }
  });

  test("no two files have one name: the fifteenth of a month is not that of its fifteenth day, nor the tenth of a year its October", () => {
    const days = ["2019", "2019-10", "2019-10-02", "2019-11", "2021-09", "2021-09-15"].flatMap((day) => Array.from({ length: 20 }, () => day));
    expect(new Set(textFileNames([...days.keys()], (number) => days[number] ?? "")).size).toBe(days.length);
  });

  test("no file has more than six, and a long article has its own", () => {
    expect(
      cutTexts([
        { id: "a", wordCount: 100 },
        { id: "b", wordCount: 9000 },
        { id: "c", wordCount: 100 },
      ]),
    ).toEqual([0, 1, 2]);
    const starts = cutTexts(articles);
    expect(Math.max(...starts.map((start, index) => (starts[index + 1] ?? articles.length) - start))).toBeLessThanOrEqual(6);
  });

  test("moves few borders between drawers", () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => ({ word: `word${String(index).padStart(5, "0")}`, size: 20 + (index % 70) }));
    const begins = (some: typeof lines) => {
      const sizes = new Map(some.map(({ word, size }) => [word, size]));
      const words = [...sizes.keys()];
      return new Set(cutDrawers(words, (word) => sizes.get(word) ?? 0).map((start) => words[start]));
    };
    const before = begins(lines);
    const after = begins([...lines.slice(0, 5000), { word: "word04999a", size: 60 }, ...lines.slice(5000)]);
    expect(before.size).toBeGreaterThan(40);
    expect([...after].filter((word) => !before.has(word)).length).toBeLessThan(4);
  });
});

/** Few words, so that they meet; of several scripts, with forms of each other, hyphens and apostrophes. */
const vocabulary =
  "ferry ferries Ferry’s the The harbour of to town Москва Москвы Москве мост мосты ёлка елка d’eau eau COVID-19 1,000 莫斯科 莫斯 斯科 大学在莫斯科 الرئيس رئيس رئيسة".split(
    " ",
  );
const word = fc.constantFrom(...vocabulary);
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
const name = fc.constantFrom("Ada Finch", "Anna Petrova", "AFP", "Ивана Мост");
const told: fc.Arbitrary<Told> = fc.record({
  headline: fc.option(text, { nil: null }),
  deck: fc.option(text, { nil: null }),
  language: fc.constantFrom("en", "ru", "zh"),
  date: fc.constantFrom(null, "2019", "2020-02", "2020-02-03", "2021-09-15"),
  authors: fc.array(
    name.map((own) => ({ name: own, kind: "person" as const, role: null, place: null, affiliation: null })),
    { maxLength: 2 },
  ),
  section: fc.constantFrom(null, "Town", "Harbour news"),
  topics: fc.subarray(["ferry", "town harbour"]),
  publication: fc.constantFrom(null, "The Courier"),
  paragraphs: fc.array(text, { minLength: 1, maxLength: 3 }),
});
const query = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "", "", "-"),
      fc.constantFrom("", "", "", "title:", "author:", "section:", "topic:", "source:"),
      fc.oneof(
        { weight: 4, arbitrary: fc.oneof(word, fc.constantFrom("finch", "anna", "courier", "town", "莫", "斯", "absent")) },
        { weight: 2, arbitrary: word.map((own) => `"${own}"`) },
        { weight: 3, arbitrary: fc.array(word, { minLength: 2, maxLength: 3 }).map((words) => `"${words.join(" ")}"`) },
        { weight: 1, arbitrary: fc.constantFrom("fer*", "har*", "мос*", "莫*", "1*") },
      ),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => parts.map((each) => each.join("")).join(" "));
const filters = fc.record({
  from: fc.constantFrom(null, null, "2020", "2020-02-03"),
  to: fc.constantFrom(null, null, "2020", "2021-09"),
  facets: fc.constantFrom({}, {}, { language: ["ru", "zh"] }, { author: ["Ada Finch"] }),
});

test("finds what is there: the same articles as looking through all of them", async () => {
  const runs = Number(process.env["TEARSHEET_RUNS"] ?? 150);
  await fc.assert(
    fc.asyncProperty(
      fc.array(told, { minLength: 1, maxLength: 25 }),
      fc.array(fc.tuple(query, filters), { minLength: 8, maxLength: 8 }),
      async (articles, asked) => {
        const shelf = await shelfOf(articles);
        for (const [words, own] of asked) {
          const found = await shelf.ask(words, own);
          expect([...found].sort(), words).toEqual(bruteForce(shelf.articles, words, own).sort());
        }
      },
    ),
    { numRuns: runs },
  );
});

test("the brute force itself finds and refuses", async () => {
  const { articles } = await shelfOf([{ headline: "Ferry Returns", paragraphs: ["The town of Averill."] }, { paragraphs: ["Averill town."] }]);
  expect(bruteForce(articles, '"town of"')).toEqual(["undated/a0"]);
  expect(bruteForce(articles, "ferry")).toEqual(["undated/a0"]);
  expect(bruteForce(articles, "-ferry town")).toEqual(["undated/a1"]);
  expect(bruteForce(articles, "", { ...anything, from: "2020" })).toEqual([]);
});

test("whatever is asked, nothing is thrown", async () => {
  const { ask } = await shelfOf([{ headline: "Ferry", paragraphs: ["The ferry."] }]);
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.array(fc.constantFrom(..."\"“«-*:a中 \n'’", "title:", "author:"), { maxLength: 20 }).map((all) => all.join("")),
      ),
      async (asked) => {
        expect((await ask(asked)).length).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: Number(process.env["TEARSHEET_RUNS"] ?? 2000) },
  );
});

test("an index of another format is not read, nor one of two makes", async () => {
  const { files } = await shelfOf([{ paragraphs: ["One."] }]);
  const older = new Map([...files, ["search/index.js", (files.get("search/index.js") ?? "").replace(/"format":\d+/, '"format":0')]]);
  await expect(openLibrary(async (name) => contentOf(older, name))).rejects.toThrow(IndexUnfit);
  const library = await openLibrary(async (name) => (name.startsWith("text/") ? [] : contentOf(files, name)));
  await expect(library.text(0)).rejects.toThrow(IndexUnfit);
});
