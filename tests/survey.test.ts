/** The seeds folder, looked through again by what is said to have changed: what comes of it is what comes of looking at everything. */
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf } from "../src/build/kinds.ts";
import { isSameSurvey, surveyAgain, surveySeeds } from "../src/io/survey.ts";
import { folderWith } from "./helpers/run.ts";

const names = ["a.txt", "b.md", "b.meta.yml", "c.png", "notes.pdf", "deep", "deep/a.txt", "deep/er", "deep/er/b.md", "other/d.txt"];
const name = fc.constantFrom(...names);
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("write" as const), path: name, text: fc.string({ maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), path: name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), path: name, to: name }) },
  fc.record({ kind: fc.constant("link" as const), path: name }),
  fc.record({ kind: fc.constant("permission" as const), path: name }),
);

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Makes a change, where it can be made; returns the paths that a system's watch would name, and no more: of a folder that goes, only its own. */
function make(root: string, made: Change): string[] {
  const path = join(root, made.path);
  try {
    if (made.kind === "write") {
      const above = dirname(path);
      const isNew = !existsSync(above);
      mkdirSync(above, { recursive: true });
      writeFileSync(path, made.text);
      return isNew ? [above] : [path];
    }
    if (made.kind === "remove") rmSync(path, { recursive: true });
    else if (made.kind === "move") {
      renameSync(path, join(root, made.to));
      return [path, join(root, made.to)];
    } else if (made.kind === "link") symlinkSync(root, path);
    else chmodSync(path, lstatSync(path).mode ^ 0o020);
    return [path];
  } catch {
    return [path];
  }
}

const start = { "a.txt": "a", "b.md": "b", "deep/a.txt": "a", "deep/er/b.md": "b", "c.png": "c" };

test("after any changes it is the survey that looks at everything, or none", { timeout: 60_000 }, () => {
  let quick = 0;
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 3 }), { minLength: 1, maxLength: 6 }), (rounds) => {
      const root = folderWith(start);
      let known = surveySeeds(root, kindOf);
      for (const round of rounds) {
        const told = round.flatMap((each) => make(root, each));
        const again = surveyAgain(known, told);
        const all = surveySeeds(root, kindOf);
        if (again !== null) {
          quick += 1;
          expect(isSameSurvey(again, all), told.join(", ")).toBe(true);
        }
        known = again ?? all;
      }
    }),
    { numRuns: 300 },
  );
  // Where everything was looked through each time, this would show nothing.
  expect(quick).toBeGreaterThan(100);
});

describe("looks at everything", () => {
  const surveyAfter = (edit: (root: string) => string[]) => {
    const root = folderWith(start);
    const known = surveySeeds(root, kindOf);
    return surveyAgain(known, edit(root));
  };

  test("where a file is new, is gone, or is something else now", () => {
    expect(surveyAfter((root) => make(root, { kind: "write", path: "new.txt", text: "n" }))).toBeNull();
    expect(surveyAfter((root) => make(root, { kind: "remove", path: "a.txt" }))).toBeNull();
    expect(surveyAfter((root) => [...make(root, { kind: "remove", path: "a.txt" }), ...make(root, { kind: "link", path: "a.txt" })])).toBeNull();
  });

  test("where a folder went away, and nothing is said but that", () => {
    expect(surveyAfter((root) => make(root, { kind: "remove", path: "deep" }))).toBeNull();
  });

  test("where the system says no more than the folder", () => {
    expect(surveyAfter((root) => [root])).toBeNull();
    expect(surveyAfter((root) => [join(root, "deep")])).toBeNull();
  });

  test("where the folder itself went away", () => {
    expect(
      surveyAfter((root) => {
        rmSync(root, { recursive: true });
        return [root];
      }),
    ).toBeNull();
  });
});

test("what an editor puts beside a file and takes away again, and what lies in other folders, changes nothing", () => {
  const root = folderWith(start);
  const known = surveySeeds(root, kindOf);
  writeFileSync(join(root, "a.txt"), "another");
  const again = surveyAgain(known, [join(root, "4913"), join(root, "a.txt"), join(root, "../templates/x.eta")]);
  expect(again === null ? null : isSameSurvey(again, surveySeeds(root, kindOf))).toBe(true);
  expect(again === null ? null : isSameSurvey(again, known)).toBe(false);
});

test("a file that was young when it was looked at is looked at again, whether anybody says so or not", () => {
  const root = folderWith(start);
  const known = surveySeeds(root, kindOf);
  writeFileSync(join(root, "a.txt"), "of another length");
  const again = surveyAgain(known, []);
  expect(again?.lookOf("a.txt")?.size).toBe(readFileSync(join(root, "a.txt")).length);
});
