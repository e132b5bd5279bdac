/** Bad input is survived: every file of the seeds folder ends as published, refused with a reason, or ignored by a rule. `tests/trust/input.trust.test.ts` goes on. */
import { expect, test } from "vitest";
import { surviveHostileFolder } from "./helpers/hostile-run.ts";

test("a folder of everything that is hostile", () => {
  const { kinds } = surviveHostileFolder(40, 50_000);
  expect(kinds.length).toBeGreaterThanOrEqual(45);
});
