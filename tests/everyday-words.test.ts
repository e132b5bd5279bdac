/** The quick count of a text's everyday words, held against the one that asks Unicode of each character. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { languages } from "../src/languages/table.ts";
import { quickTally } from "../src/parse/everyday-words.ts";
import { fullTally } from "../src/parse/language.ts";

const everyday = languages.filter(({ script }) => script !== "Hani").flatMap(({ stopWords, tellingLetters }) => [...stopWords, ...tellingLetters]);
const cased = fc.constantFrom(...everyday).chain((word) => fc.constantFrom(word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)));
const signs = fc.constantFrom(..." \n\t.,:;'’\"«»“”¿¡-–—…€→🙂", "\u0301", "\u0483", "\u064b", "\u06f0", "µ", "ß", "Σ", "İ", "Ё", "Ґ", "K", "一", "\ud83d", "𐐀");
const character = fc.integer({ min: 0, max: 0x24ff }).map((code) => String.fromCharCode(code));
const text = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.tuple(cased, fc.constantFrom(" ", "'", "’ ", ", ")).map((two) => two.join("")) }, signs, character), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));

test("what is counted quickly is what is counted in full, or nothing", () => {
  fc.assert(
    fc.property(text, (sample) => {
      const quick = quickTally(sample);
      if (quick !== null) expect(quick).toEqual(fullTally(sample));
    }),
    { numRuns: 3000, seed: 20260301 },
  );
});

test("every character by itself, and within a word", () => {
  for (let code = 0; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code);
    for (const sample of [character, `a${character}b`]) {
      const quick = quickTally(sample);
      const isSame = quick === null || JSON.stringify(quick) === JSON.stringify(fullTally(sample));
      if (!isSame) expect.fail(`U+${code.toString(16)} is counted as ${JSON.stringify(quick)}.`);
    }
  }
});

test("articles of each language but Chinese are counted quickly", () => {
  for (const sample of ["The ferry’s crew — “all of them” — paid €5.", "Паром ходит с 1905 года", "عادت العبّارة، قالت الشركة", "Łódź nie płynie"]) {
    expect(quickTally(sample), sample).not.toBeNull();
  }
});
