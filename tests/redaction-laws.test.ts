/** The law of redaction: what is withheld is in no byte of what is published, however it was set; and without redaction it is. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { archiveCase, leaksIn, redactionsFor, withArchive } from "./helpers/redaction.ts";

/** More of them: tests/trust/redaction.trust.test.ts. */
const runs = 20;

test("names and passages in any field, layout, encoding and markup: none is published", { timeout: 600_000 }, () => {
  const sums = { articles: 0, refused: 0 };
  fc.assert(
    fc.property(archiveCase, ({ files, words }) => {
      withArchive({ ...files, "redactions.yml": redactionsFor(words) }, (out, built) => {
        if (built.outcome !== "built") throw new Error(JSON.stringify(built.diagnostics));
        expect(leaksIn(out, words)).toEqual([]);
        const said = JSON.stringify(built.diagnostics);
        for (const word of words) expect(said).not.toContain(word);
        sums.articles += built.account.published + built.account.refused;
        sums.refused += built.account.refused;
      });
    }),
    { numRuns: runs },
  );
  // To refuse is safe, and of no use: it has to be rare.
  expect(sums.refused / sums.articles).toBeLessThan(0.03);
});

test("without redaction the same search finds them, in every kind of file", { timeout: 600_000 }, () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(archiveCase, ({ files, words }) => {
      const found = withArchive(files, (out) => leaksIn(out, words));
      expect(found.length).toBeGreaterThan(0);
      for (const { path } of found)
        kinds.add(
          path
            .replace(/^(?:undated|\d{4}\/\d{2}\/\d{2})\/(?!index).*/, "article")
            .replace(/^\d{4}\/.*/, "period")
            .replace(/\/.*/, ""),
        );
    }),
    { numRuns: runs },
  );
  for (const kind of ["article", "period", "authors", "topics", "sections", "headlines", "index.html", "data", "manifest-sha256.txt"])
    expect([...kinds]).toContain(kind);
});
