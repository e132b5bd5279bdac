/** A published index that is mended is the one that would have been made anew, file by file; what does not change is not read. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SearchRoot } from "../../src/search/files.ts";
import { renumber } from "../../src/search/renumber.ts";
import { contentOf, shelfOf, type Told } from "../helpers/searching.ts";

/** Words enough for several files of words, and each with something of its own. */
const vocabulary = Array.from({ length: 4000 }, (_, index) => `w${((index * 2_654_435_761) >>> 0).toString(36)}${"o".repeat(30)}`);

/** An article of an archive that is large enough to be worth mending. `day` says where it stands in the order. */
function article(name: string, day: number, words: readonly number[]): Told {
  const text = words.map((word) => vocabulary[word % vocabulary.length]).join(" ");
  return { id: `a/${name}`, key: `${name}: ${day} ${text}`, headline: `The ${name}`, date: `2021-01-${String(day).padStart(2, "0")}`, paragraphs: [text] };
}

const base = Array.from({ length: 160 }, (_, index) =>
  article(
    `n${index}`,
    (index % 20) + 5,
    Array.from({ length: 90 }, (_, word) => (index * 7919 + word * word * 31) % vocabulary.length),
  ),
);

const someWords = fc.array(fc.nat(vocabulary.length + 5), { minLength: 0, maxLength: 60 });

type Edit = (told: Told[]) => void;
/** A text is changed, a little or altogether. */
const rewrite = fc.tuple(fc.nat(), fc.oneof(fc.constant(90), fc.nat(90)), fc.oneof(fc.array(fc.nat(4100), { maxLength: 2 }), someWords)).map(
  ([at, from, words]): Edit =>
    (told) => {
      const index = at % told.length;
      const old = told[index] as Told;
      const kept = (old.paragraphs[0] ?? "").split(" ").slice(0, from);
      const text = [...kept, ...words.map((word) => vocabulary[word % vocabulary.length] ?? `new${word}`)].join(" ");
      told[index] = { ...old, key: `${old.id} again ${text}`, paragraphs: [text] };
    },
);
const add = fc.tuple(fc.nat(1e6), fc.integer({ min: 1, max: 31 }), someWords).map(
  ([name, day, words]): Edit =>
    (told) =>
      void told.push(article(`x${name}`, day, words)),
);
const remove = fc.nat().map(
  (at): Edit =>
    (told) =>
      void told.splice(at % told.length, 1),
);
/** An article stands elsewhere now, and says the same. */
const move = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 31 })).map(
  ([at, day]): Edit =>
    (told) => {
      const index = at % told.length;
      const old = told[index] as Told;
      told[index] = { ...old, key: `${old.id} moved to ${day}`, date: `2021-01-${String(day).padStart(2, "0")}` };
    },
);
/** Of one kind, or of all kinds. */
const edits = fc.oneof(fc.array(rewrite, { minLength: 1, maxLength: 6 }), fc.array(fc.oneof(rewrite, add, remove, move), { minLength: 1, maxLength: 4 }));

describe("a mended index", () => {
  test("is the index that would be made anew, after any edits, again and again", async () => {
    const shelf = await shelfOf(base);
    let [mended, withKept, all] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 3 }), async (rounds) => {
        let [told, before] = [[...base], shelf];
        for (const round of rounds) {
          told = [...told];
          for (const each of round) each(told);
          const anew = await shelfOf(told);
          const now = await shelfOf(told, before.past);
          expect([...now.files]).toEqual([...anew.files]);
          if (now.wordsRead < told.length) mended += 1;
          if (now.kept.length > 0) withKept += 1;
          all += 1;
          before = now;
        }
      }),
      { numRuns: 25 },
    );
    // It was mended, and not made anew.
    expect(mended).toBe(all);
    expect(withKept).toBeGreaterThan(0);
  });

  test("is that index where the word is gone with which a file begins", async () => {
    const shelf = await shelfOf(base);
    const { words } = contentOf(shelf.files, "index") as SearchRoot;
    const firstWords = words.split(" ");
    expect(firstWords.length).toBeGreaterThan(4);
    for (const word of firstWords) {
      const told = base.map((each): Told => {
        const text = (each.paragraphs[0] ?? "").split(" ").filter((own) => own !== word);
        return { ...each, key: `${each.id} ${text.length} ${each.key}`, paragraphs: [text.join(" ")] };
      });
      // Its own articles have changed, and no others.
      const edited = told.map((each, index) => (each.paragraphs[0] === base[index]?.paragraphs[0] ? (base[index] as Told) : each));
      const now = await shelfOf(edited, shelf.past);
      expect(now.wordsRead).toBeLessThan(base.length / 2);
      expect([...now.files], word).toEqual([...(await shelfOf(edited)).files]);
    }
  });

  test("reads only what may change", async () => {
    const shelf = await shelfOf(base);
    const told = base.map((each, index) => (index === 70 ? { ...each, key: "edited", paragraphs: [`${each.paragraphs[0]} ${vocabulary[11]}`] } : each));
    const read: string[] = [];
    const words: number[] = [];
    const text = (path: string) => {
      read.push(path);
      return shelf.past.text(path);
    };
    const search = (number: number) => {
      words.push(number);
      return shelf.past.search(number);
    };
    const now = await shelfOf(told, { ...shelf.past, text, search });
    expect(words).toHaveLength(1);
    expect(now.wordsRead).toBe(1);
    expect(now.kept.length).toBeGreaterThan(3);
    // The helper itself reads what was taken over, once. To know where a drawer ends, the next one may have to be looked at.
    expect(read.filter((path) => now.kept.includes(path)).length).toBeLessThan(now.kept.length + 3);
  });

  test.each([
    ["a file of it is gone", (path: string, text: string | null) => (path.includes("/words/") ? null : text)],
    ["its first file is gone", (path: string, text: string | null) => (path.endsWith("/index.js") ? null : text)],
    [
      "it is of another format",
      (path: string, text: string | null) => (path.endsWith("/index.js") ? (text ?? "").replace(/"format":\d+/, '"format":1') : text),
    ],
  ])("is made anew where %s", async (_, damaged) => {
    const shelf = await shelfOf(base);
    const told = [...base, article("late", 30, [1, 2, 3])];
    const now = await shelfOf(told, { ...shelf.past, text: (path) => damaged(path, shelf.past.text(path)) });
    expect(now.kept).toEqual([]);
    expect([...now.files]).toEqual([...(await shelfOf(told)).files]);
  });
});

describe("renumbering", () => {
  const keys = fc.array(fc.constantFrom(..."abcdefghij"), { maxLength: 12 });

  test("finds what stayed, what changed in its place, what went and what came", () => {
    const { now, ...rest } = renumber([..."abcdef"], [..."abXdeg"]);
    expect([...now]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(rest).toEqual({
      isShifted: false,
      changed: [
        { before: 2, now: 2 },
        { before: 5, now: 5 },
      ],
      gone: [],
      come: [],
    });
    expect([...renumber([..."abc"], [..."Xabc"]).now]).toEqual([1, 2, 3]);
    expect(renumber([..."abc"], [..."abcX"])).toMatchObject({ isShifted: false, come: [3] });
    // One that moved far costs the others nothing.
    expect(renumber([..."abcdefgh"], [..."habcdefg"])).toMatchObject({ come: [0], gone: [7], changed: [] });
  });

  test("accounts for every article, before and now, once and in order", () => {
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const { now, changed, gone, come } = renumber(before, after);
        const places = [...now].filter((number) => number !== -1);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect([...gone]).toEqual([...now.keys()].filter((old) => now[old] === -1));
        expect([...places, ...come].sort((a, b) => a - b)).toEqual([...after.keys()]);
        const isChanged = new Set(changed.map((each) => each.before));
        for (const [old, number] of now.entries()) if (number !== -1 && !isChanged.has(old)) expect(after[number]).toBe(before[old]);
        for (const each of changed) expect(now[each.before]).toBe(each.now);
      }),
    );
  });
});
