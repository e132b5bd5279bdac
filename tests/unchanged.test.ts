/** Whether there is anything to build: told by the looks of files, and by the bytes of those that are too young for their looks to tell. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { beginningOf, lastReport, noteReport } from "../src/build/unchanged.ts";
import { isSameLook, printLook } from "../src/io/look.ts";
import { youngIn } from "../src/io/survey.ts";
import { tearsheet } from "./helpers/run.ts";

const root = mkdtempSync(join(tmpdir(), "tearsheet-unchanged-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const [seeds, out, cache] = [join(root, "seeds"), join(root, "dist"), join(root, "cache")];
const old = new Date("2020-01-02T03:04:05Z");
const write = (name: string, text: string) => {
  writeFileSync(join(seeds, name), text);
  utimesSync(join(seeds, name), old, old);
};
const begin = () => beginningOf(seeds, join(root, "templates"), { a: 1 });
const last = () => lastReport<string>(cache, begin(), seeds, out, false);
const note = () => noteReport(cache, begin(), seeds, out, false, "as before");

test("a young file is told by its bytes, and every other change by its look", () => {
  for (const folder of [seeds, cache]) mkdirSync(folder, { recursive: true });
  write("ferry.txt", "## Ferry Returns\n\nThe ferry came back on Wednesday.\n");
  expect(tearsheet(["build", "--quiet", "--no-cache"], root).status).toBe(0);
  // Every file of a test is young: that it was changed lately is told by the system, whatever time it is given.
  expect(begin().now?.young).toEqual(["ferry.txt"]);
  expect(last()).toBe(null);
  note();
  expect(last()).toBe("as before");
  write("ferry.txt", "## Ferry Returns\n\nThe ferry came back on Thursdays.\n\n".slice(0, 52));
  expect(last()).toBe(null);
  note();
  expect(last()).toBe("as before");
  write("boat.txt", "## Boat Returns\n\nThe boat came back on Wednesday.\n");
  expect(last()).toBe(null);
  note();
  rmSync(join(seeds, "ferry.txt"));
  expect(last()).toBe(null);
  // The key for the files that were young is another one if their bytes are, though they may look the same.
  expect(begin().keyWith(["boat.txt"])).not.toBe(begin().keyWith([]));
});

test("an archive that was built as soon as it was unpacked: all its files are told by their bytes", () => {
  for (let index = 0; index < 101; index += 1) write(`boat-${index}.txt`, `## Boat ${index} Returns\n\nThe boat came back.\n`);
  note();
  expect(begin().now?.young.length).toBeGreaterThan(100);
  expect(last()).toBe("as before");
  // The same size, and the same time as far as anybody can set it.
  write("boat-50.txt", "## Boat 50 Returns\n\nThe boat came bake.\n");
  expect(last()).toBe(null);
});

test("where too many files are young, the build finds out", () => {
  const { survey } = begin();
  expect(youngIn(survey, 100)).toBe(null);
  expect(youngIn(survey, 1000)?.length).toBeGreaterThan(100);
});

test("a file looks the same where its size, both of its times and its place on the disk are", () => {
  const look = { size: 100, modified: 5, changed: 7, inode: 3 };
  expect(isSameLook(look, { ...look })).toBe(true);
  expect(printLook(look)).toBe(printLook({ ...look }));
  // What a program can set by itself (`touch -r`) is not all there is: the time of the last change is the system's own.
  for (const key of ["size", "modified", "changed", "inode"] as const) {
    const other = { ...look, [key]: 99 };
    expect(isSameLook(look, other), key).toBe(false);
    expect(printLook(look), key).not.toBe(printLook(other));
  }
  expect(isSameLook(null, look)).toBe(false);
  expect(isSameLook(null, null)).toBe(true);
});
