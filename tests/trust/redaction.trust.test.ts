/** The law of redaction over very many archives: nothing that is withheld is in any byte, and hardly an article is held back for it. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthOf } from "../helpers/lengths.ts";
import { archiveCase, leaksIn, redactionsFor, withArchive } from "../helpers/redaction.ts";

const archives = lengthOf("ARCHIVES", 400, 12);

test(`${archives} archives with a name and a passage in every article: 0 leaks`, () => {
  const sums = { archives: 0, articles: 0, refused: 0 };
  fc.assert(
    fc.property(archiveCase, ({ files, words }) => {
      withArchive({ ...files, "redactions.yml": redactionsFor(words) }, (out, built) => {
        if (built.outcome !== "built") throw new Error(JSON.stringify(built.diagnostics));
        expect(leaksIn(out, words)).toEqual([]);
        sums.archives += 1;
        sums.articles += built.account.published + built.account.refused;
        sums.refused += built.account.refused;
      });
    }),
    { numRuns: archives, endOnFailure: true },
  );
  expect(sums.refused / sums.articles).toBeLessThan(0.03);
  process.stdout.write(`${JSON.stringify(sums)}\n`);
});
