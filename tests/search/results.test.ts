/** What comes first, and what a result shows. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWithin } from "../../src/search/dates.ts";
import { passageOf, titlePieces } from "../../src/search/passages.ts";
import { parseQuery } from "../../src/search/query.ts";
import { shelfOf, textWith } from "../helpers/searching.ts";

const filler = "Nothing else happened in the town that day, and the paper said so on its second page. ".repeat(6);

describe("the best come first", () => {
  test("a headline before the text, often before once, short before long, a rare word before a common one", async () => {
    const { ask } = await shelfOf([
      { id: "undated/once", paragraphs: [`${filler} The ferry came.`] },
      { id: "undated/headline", headline: "Ferry Returns", paragraphs: [filler] },
      { id: "undated/often", paragraphs: [`The ferry and the ferry and another ferry. ${filler}`] },
      { id: "undated/long", paragraphs: [`${filler.repeat(12)} The ferry came.`] },
      { id: "undated/without", paragraphs: [filler] },
    ]);
    expect(await ask("ferry")).toEqual(["undated/headline", "undated/often", "undated/once", "undated/long"]);
  });

  test("the word itself before its other forms", async () => {
    const { ask } = await shelfOf([
      { id: "undated/forms", headline: "Ferries", paragraphs: [filler] },
      { id: "undated/word", headline: "Ferry", paragraphs: [filler] },
    ]);
    expect(await ask("ferry")).toEqual(["undated/word", "undated/forms"]);
    expect(await ask('"ferry"')).toEqual(["undated/word"]);
  });

  test("of equals the newest; or by date, undated ones last", async () => {
    const told = [null, "2019", "2021-09-15", "2020"].map((date) => ({ id: `x/${date}`, date, paragraphs: ["ferry"] }));
    const { ask } = await shelfOf(told);
    expect(await ask("ferry")).toEqual(["x/2021-09-15", "x/2020", "x/2019", "x/null"]);
    expect(await ask("ferry", undefined, "newest")).toEqual(["x/2021-09-15", "x/2020", "x/2019", "x/null"]);
    expect(await ask("ferry", undefined, "oldest")).toEqual(["x/2019", "x/2020", "x/2021-09-15", "x/null"]);
  });
});

describe("forms of a word", () => {
  test.each([
    ["ferry", "ferries"],
    ["talks", "talk"],
    ["building", "buildings"],
    ["Москва", "Москвы"],
    ["Москва", "Москвою"],
    ["навальный", "Навального"],
    ["выборы", "выборов"],
    ["київ", "Київ"],
    ["вибори", "виборів"],
    ["journal", "journaux"],
    ["Häfen", "Hafens"],
    ["elección", "elecciones"],
    ["رئيس", "رئيسة"],
  ])("%s finds %s", async (asked, written) => {
    const { ask } = await shelfOf([{ paragraphs: [`x ${written} y`] }]);
    expect(await ask(asked)).toHaveLength(1);
  });

  test.each([
    ["ferry", "ferment"],
    ["Москва", "мост"],
    ["war", "warm"],
    ["party", "partner"],
    ["Kyiv", "Kiev"],
  ])("%s does not find %s", async (asked, written) => {
    const { ask } = await shelfOf([{ paragraphs: [`x ${written} y`] }]);
    expect(await ask(asked)).toHaveLength(0);
  });
});

describe("a passage", () => {
  const shown = (pieces: readonly { text: string; isHit: boolean }[]) => pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join("");
  const passage = (query: string, ...paragraphs: string[]) => passageOf(textWith("Title", paragraphs), parseQuery(query));

  test("marks what was looked for, with forms, in the paragraph that has most of it", () => {
    const found = passage("ferry winter", "The ferry came.", "In winter no ferries run.");
    expect(shown(found.pieces)).toBe("In [winter] no [ferries] run.");
    expect(found).toMatchObject({ paragraph: 2, words: "winter" });
  });

  test("marks phrases as a whole, and nothing that is not wanted", () => {
    expect(shown(passage('"new harbour" -mud', "A harbour, and a new harbour of mud.").pieces)).toBe("A harbour, and a [new harbour] of mud.");
    expect(shown(passage("莫斯科", "他在莫斯科大学。").pieces)).toBe("他在[莫斯科]大学。");
    expect(shown(passage("russia", "Russia’s talks").pieces)).toBe("[Russia’s] talks");
  });

  test("of a long paragraph is cut around the first hit", () => {
    const found = passage("ferry", `${filler}The ferry came. ${filler}`);
    const text = shown(found.pieces);
    expect(text).toMatch(/^….*\[ferry\].*…$/s);
    expect(text.length).toBeLessThan(280);
  });

  test("is the beginning where nothing in the text was found", () => {
    expect(passage("title:ferry", "A first paragraph that is long enough to be shown.")).toMatchObject({ paragraph: null, words: null });
  });

  test("says every letter of the text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "binary", maxLength: 20 }), (text, asked) => {
        expect(
          titlePieces(text, parseQuery(asked))
            .map((piece) => piece.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

test("a query says what it means", () => {
  const said = parseQuery('ferry “new harbour” -mud title:quay author:"Ada Finch" wint* 12:30 covid-19').map(
    ({ text, field, isNot, isPhrase, isExact, words }) =>
      [isNot ? "not" : "", field ?? "", isExact ? "exact" : "", isPhrase ? "phrase" : "", `${text}${words.some(({ isPrefix }) => isPrefix) ? "*" : ""}`]
        .filter(Boolean)
        .join(" "),
  );
  expect(said).toEqual([
    "ferry",
    "exact phrase new harbour",
    "not mud",
    "title quay",
    "author exact phrase Ada Finch",
    "wint*",
    "phrase 12:30",
    "phrase covid-19",
  ]);
});

test("an article of which only the year is known is within every part of that year", () => {
  expect([isWithin("2021", "2021-05", null), isWithin("2021", null, "2021-05"), isWithin("2020", "2021-05", null)]).toEqual([true, true, false]);
});

test("a star within quotation marks is none: only that form of the word will do", () => {
  expect(parseQuery("fer*").map(({ words }) => words[0]?.isPrefix)).toEqual([true]);
  expect(parseQuery('"fer*"').map(({ words }) => words[0]?.isPrefix)).toEqual([false]);
});

test("finds that lie in each other are marked as one", () => {
  // Of a script without spaces every two characters are a word, and each begins in the one before.
  expect(titlePieces("在莫斯科市", parseQuery("莫斯 斯科"))).toEqual([
    { text: "在", isHit: false },
    { text: "莫斯科", isHit: true },
    { text: "市", isHit: false },
  ]);
});
