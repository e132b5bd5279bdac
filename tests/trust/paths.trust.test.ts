/** 200,000 hostile titles: every path portable, and no two the same on any file system. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { articlePaths, faultsOfPaths, hostileTitle } from "../helpers/hostile-titles.ts";
import { lengthOf } from "../helpers/lengths.ts";

const count = lengthOf("TITLES", 200_000, 10_000);

test("articles of hostile titles", () => {
  const titles = fc.sample(hostileTitle, { numRuns: count, seed: 1923 });
  const faults = faultsOfPaths(articlePaths(titles));
  console.info(`${titles.length} titles, ${new Set(titles).size} of them different: ${faults.length} violations.`);
  expect(faults.slice(0, 20)).toEqual([]);
});
