/**
 * G19: what is kept for the next build never matters. `TEARSHEET_EDITS=1000` is the whole trial; `TEARSHEET_MINUTES=10` ends each half of it after so long,
 * and says how far it came. `TEARSHEET_CHANCE` makes other edits of it.
 */

import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { chance, damage, editedArchive } from "../helpers/edits.ts";
import { figure } from "../helpers/figures.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { temporaryFolder } from "../helpers/run.ts";

const edits = lengthOf("EDITS", 1000, 12);
const minutes = Number(process.env["TEARSHEET_MINUTES"] ?? Number.POSITIVE_INFINITY);
const seed = Number(process.env["TEARSHEET_CHANCE"] ?? 77);

/** Whether there is time for one more. */
function timer(): () => boolean {
  const end = performance.now() + minutes * 60_000;
  return () => performance.now() < end;
}

test(`${edits} edits, each followed by a build with what was kept and one from nothing: the same bytes`, () => {
  const random = chance(seed);
  const isTime = timer();
  let done = 0;
  const counts = new Map<string, number>();
  let archive = editedArchive(temporaryFolder(), random);
  for (let step = 0; step < edits && isTime(); step += 1) {
    // Now and then another archive, so that none grows without end.
    if (step % 100 === 99) archive = editedArchive(temporaryFolder(), random);
    const name = step % 100 === 0 ? "nothing" : archive.edit();
    counts.set(name, (counts.get(name) ?? 0) + 1);
    expect(archive.compare(), `step ${step}, ${name}`).toEqual([]);
    done += 1;
  }
  figure(
    "G19",
    `${done} edits of ${counts.size} kinds: 0 differences from a clean build (${[...counts].map(([name, count]) => `${name} ${count}`).join(", ")})`,
  );
});

test("1,000 damaged caches: the same archive, whatever is left of them", () => {
  const root = temporaryFolder();
  const random = chance(seed + 1);
  const isTime = timer();
  let done = 0;
  const archive = editedArchive(root, random);
  expect(archive.compare()).toEqual([]);
  cpSync(join(root, "cache"), join(root, "whole"), { recursive: true });
  for (let count = 0; count < edits && isTime(); count += 1) {
    rmSync(join(root, "cache"), { recursive: true });
    cpSync(join(root, "whole"), join(root, "cache"), { recursive: true });
    damage(join(root, "cache"), random);
    // Every other time the bodies are needed as well.
    if (count % 2 === 0) rmSync(join(root, "kept"), { recursive: true });
    expect(archive.compare(), `damage ${count}`).toEqual([]);
    done += 1;
  }
  figure("G19", `${done} damaged caches: 0 differences`);
});
