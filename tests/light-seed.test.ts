/** A seed as it stays in memory says what it said, and what is equal in two of them is there once. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { lightener } from "../src/io/cache/light-seed.ts";
import type { SeedEntry } from "../src/model/catalogue.ts";
import { cardWith, hostileCard } from "./helpers/cards.ts";

const entryOf = (cards: SeedEntry["cards"], file: string): SeedEntry =>
  JSON.parse(JSON.stringify({ outcome: "published", file, diagnostics: [], cards, idsBefore: [], used: [], inForce: [] } satisfies SeedEntry)) as SeedEntry;

test("whatever it holds, it says the same", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.array(hostileCard, { maxLength: 3 }), fc.string(), fc.string(), fc.boolean())), (seeds) => {
      const lighten = lightener();
      for (const [cards, path, digest, isItsOwn] of seeds) {
        const entry = entryOf(cards, isItsOwn ? path : "other.txt");
        const said = JSON.stringify(entry);
        lighten(entry, path, digest);
        expect(JSON.stringify(entry)).toBe(said);
      }
    }),
  );
});

test("names, authors, topics and empty lists are those of the seed before; the path and the digest are there once", () => {
  const lighten = lightener();
  const digest = "ab".repeat(32);
  const [first, second] = ["a.txt", "b.txt"].map((path) => {
    const card = cardWith({
      id: path,
      file: path,
      sha256: digest,
      publication: "The Averill Courier",
      topics: ["harbour", "ferry"],
      figures: [],
      headline: "Ferry",
      title: "Ferry",
    });
    const entry = entryOf([card], path);
    lighten(entry, path, digest);
    return entry;
  });
  const [one, other] = [first?.cards[0], second?.cards[0]];
  expect(one?.topics).toEqual(["harbour", "ferry"]);
  expect(other?.topics).toBe(one?.topics);
  expect(other?.authors).toBe(one?.authors);
  expect(other?.figures).toBe(one?.figures);
  expect(second?.used).toBe(first?.used);
});
