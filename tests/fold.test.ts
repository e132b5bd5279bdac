/** Folding takes a shorter way where a text is ASCII: the same way, by another road. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { foldForCompare, foldLatin } from "../src/text/fold.ts";

/** A letter that folds away leaves the rest, and makes the text take the long way. */
const long = (fold: (text: string) => string, text: string) => fold(`${text}\u00e9`).slice(0, -1);

test("an ASCII text folds as it does beside a letter that is none", () => {
  const ascii = fc.string({ unit: fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code)), maxLength: 40 });
  fc.assert(
    fc.property(ascii, (text) => {
      expect(foldForCompare(text)).toBe(long(foldForCompare, text).trim());
      expect(foldLatin(text)).toBe(long(foldLatin, text));
    }),
    { numRuns: 2000 },
  );
  expect(foldForCompare(" Mali Junta -- in (Talks)! ")).toBe("mali junta in talks");
});
