/** What a build keeps for the next one changes how long it takes, and nothing else. */
import { expect, test } from "vitest";
import { chance, editedArchive } from "./helpers/edits.ts";
import { temporaryFolder } from "./helpers/run.ts";

test("an archive that is edited and built again and again is at each step the one that a clean build makes", () => {
  for (const seed of [1, 2]) {
    const archive = editedArchive(temporaryFolder(), chance(seed));
    const done: string[] = [];
    for (let step = 0; step < 25; step += 1) {
      if (step > 0) done.push(archive.edit());
      expect(archive.compare(), `seed ${seed}, ${done.join(", ")}`).toEqual([]);
    }
  }
});
