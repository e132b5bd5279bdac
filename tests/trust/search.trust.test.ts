/**
 * Queries that nobody would type, and articles that nobody would print: the search throws nothing and takes no time. `TEARSHEET_FUZZ=1000 TEARSHEET_SEED=random npm run
 * test:trust -- search` looks elsewhere.
 */

import fc from "fast-check";
import { expect, test } from "vitest";
import { find } from "../../src/search/find.ts";
import { meets, passageOf, titlePieces } from "../../src/search/passages.ts";
import { parseQuery } from "../../src/search/query.ts";
import { hostileText } from "../helpers/cards.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { anything, shelfOf } from "../helpers/searching.ts";

const count = lengthOf("FUZZ", 100_000, 3_000);

const signs = fc.constantFrom(
  ..."\"“”«»「」-−*＊:’' \t\n()[]{}<>&\\/|^$.?+aZéЁйا中文ー0٣\u00ad\u0301\u0640\u200d\u202e\ud800\u{1f600}",
  "title:",
  "author:",
  "source:",
  "TITLE:",
  "x:",
  "ferry",
  "the",
  "莫斯科",
  "الرئيس",
  "п’ять",
);
const asked = fc.oneof(
  { weight: 6, arbitrary: fc.array(signs, { maxLength: 40 }).map((all) => all.join("")) },
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
  // Long ones: as long as an address may be, and longer.
  { weight: 1, arbitrary: fc.tuple(signs, fc.integer({ min: 1, max: 3000 })).map(([sign, times]) => sign.repeat(times)) },
);

test("whatever is asked, of whatever articles", async () => {
  const [told] = fc.sample(
    fc.array(
      fc.record({
        headline: fc.option(hostileText, { nil: null }),
        topics: fc.array(hostileText, { maxLength: 2 }),
        paragraphs: fc.array(hostileText, { minLength: 1, maxLength: 4 }),
      }),
      { minLength: 60, maxLength: 60 },
    ),
    1,
  );
  const { library } = await shelfOf([...(told ?? []), { headline: "The Ferry", paragraphs: ["The ferry came to 莫斯科."] }]);
  const texts = await Promise.all(Array.from({ length: library.articles }, (_, number) => library.text(number)));
  let slowest = { milliseconds: 0, query: "" };
  let found = 0;
  await fc.assert(
    fc.asyncProperty(asked, async (query) => {
      const start = process.cpuUsage();
      const clauses = parseQuery(query);
      const { articles } = await find(library, clauses, anything, "relevance");
      for (const number of articles.slice(0, 10)) {
        const text = texts[number];
        if (text === undefined) throw new Error(`There is no article ${number}.`);
        if (meets(text, clauses)) found += 1;
        const { pieces } = passageOf(text, clauses);
        expect(pieces.length).toBeLessThan(400);
        titlePieces(text[1], clauses);
      }
      const { user, system } = process.cpuUsage(start);
      const milliseconds = (user + system) / 1000;
      if (milliseconds > slowest.milliseconds) slowest = { milliseconds, query };
    }),
    { numRuns: count },
  );
  process.stderr.write(
    `${count} queries, ${found} results; the slowest ${Math.round(slowest.milliseconds)} ms: ${JSON.stringify(slowest.query.slice(0, 60))}\n`,
  );
  expect(slowest.milliseconds).toBeLessThan(1000);
});
