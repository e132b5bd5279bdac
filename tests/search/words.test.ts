/** Words as a search compares them: the same for what is written and for what is looked for, in every script. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsOf } from "../../src/search/words.ts";
import { foldForSearch } from "../../src/text/search-fold.ts";

describe("the same word", () => {
  test.each([
    ["case", "FERRY", "ferry"],
    ["accents", "École", "ecole"],
    ["composed and decomposed", "cafe\u0301", "café"],
    ["letters that nothing takes apart", "Łódź Straße Ærø", "lodz strasse aero"],
    ["ё and е", "Ещё", "еще"],
    ["an accent of stress", "стра́ны", "страны"],
    ["kinds of apostrophe", "п’ять п'ять пʼять", "пять пять пять"],
    ["full width", "ＦＥＲＲＹ２０２１", "ferry2021"],
    ["half-width kana", "ﾊﾝｶｸ", "ハンカク"],
    ["Arabic vowel signs and tatweel", "الــرَّئِيسُ", "الرئيس"],
    ["Arabic hamza, ya, ta marbuta", "أحمد إلى مدرسة", "احمد الي مدرسه"],
    ["the Arabic article", "الرئيس", "رئيس"],
    ["Persian letters", "کتاب", "كتاب"],
    ["digits of other scripts", "٢٠٢١ ۲۰۲۱", "2021 2021"],
    ["soft hyphens and what does not print", "fer\u00adry ha\u200bven", "ferry haven"],
  ])("%s", (_, written, sought) => {
    const terms = (text: string) => wordsOf(text).map(({ term }) => term);
    expect(terms(written)).toEqual(terms(sought));
  });

  test("letters that are letters of their own stay apart", () => {
    for (const [a, b] of [
      ["мой", "мои"],
      ["їжак", "іжак"],
      ["ў", "у"],
      ["war", "wars"],
    ])
      expect(foldForSearch(a ?? "")).not.toBe(foldForSearch(b ?? ""));
  });
});

test.each([
  ["Russia’s ferry", "russias(russia) ferry"],
  ["l’eau d'Artagnan O'Neill don't", "leau(eau) dartagnan(artagnan) oneill(neill) dont(don)"],
  ["‘quoted’ rock 'n' roll'", "quoted rock n roll"],
  ["COVID-19, e.g. 1,000", "covid 19 e g 1 000"],
  ["莫斯科大学在2021年", "莫斯 斯科 科大 大学 学在 在 2021 年"],
])("words of %s", (text, expected) => {
  expect(
    wordsOf(text)
      .map(({ term, others }) => (others.length === 0 ? term : `${term}(${others.join(",")})`))
      .join(" "),
  ).toEqual(expected);
});

test("a word is where it says that it is, whatever the text; words do not run into each other but in scripts without spaces", () => {
  const pieces = fc.constantFrom(..."aé'’-. \n1ёйі中文อا\u00ad\u0301\u200d\u{1f600}\ud800ʼ", "The ferry", "L’eau", "莫斯科");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
        fc.string({ unit: "binary" }),
      ),
      (text) => {
        let last = 0;
        for (const { term, start, end, isRun } of wordsOf(text)) {
          expect(term).not.toBe("");
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (!isRun) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(foldForSearch(text.slice(start, end))).toBe(term);
          }
          last = end;
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test("European texts are cut the same as by the rule for all scripts", () => {
  const signs = fc.constantFrom(..."aZé'’‘`´ʼ-. \n1²½ёйіґΆ\u00ad\u0301\u200d…—«»№€™");
  fc.assert(
    fc.property(
      fc.array(signs, { maxLength: 40 }).map((parts) => parts.join("")),
      (text) => {
        const cut = (each: string) => wordsOf(each).map(({ term, start, end, others }) => ({ term, start, end, others }));
        // A letter of another script at the end sends the whole text the other way.
        expect(cut(`${text} ש`).slice(0, -1)).toEqual(cut(text));
      },
    ),
    { numRuns: 5000 },
  );
});
