/**
 * `tearsheet explain`: what it prints is compared with `fixtures/explain/NAME/` (`plain.txt`, `colour.txt`, `lines.json` beside the input).
 * After a change that is meant: `npx vitest run tests/explain.test.ts -u`, and read the difference.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, tearsheet, temporaryFolder } from "./helpers/run.ts";

const fixtures = join(import.meta.dirname, "fixtures", "explain");
const plainly = { NO_COLOR: "1" };

function open(name: string): { root: string; file: string; bytes: Buffer } {
  const ending = existsSync(join(fixtures, name, "input.md")) ? "md" : "txt";
  const bytes = readFileSync(join(fixtures, name, `input.${ending}`));
  const file = `seeds/town/${name}.${ending}`;
  return { root: folderWith({ [file]: bytes }), file, bytes };
}

describe.each([
  ["clipping", 0],
  ["rivals", 0],
  ["chinese", 0],
  ["refused", 1],
])("%s", (name, expectedStatus) => {
  test("in plain letters", async () => {
    const { root, file } = open(name);
    const { status, out, err } = tearsheet(["explain", file], root, plainly);
    expect([status, err]).toEqual([expectedStatus, ""]);
    await expect(out).toMatchFileSnapshot(join(fixtures, name, "plain.txt"));
  });

  test("as JSON, on one line, with all of the file in it", async () => {
    const { root, file, bytes } = open(name);
    const { status, out, err } = tearsheet(["explain", file, "--json"], root, plainly);
    expect([status, err]).toEqual([expectedStatus, ""]);
    expect(out.trimEnd()).not.toContain("\n");
    const { lines } = JSON.parse(out) as { lines: { text: string }[] };
    expect(Buffer.from(lines.map(({ text }) => text).join("")).equals(bytes)).toBe(true);
    await expect(`${JSON.stringify(JSON.parse(out), null, 1)}\n`).toMatchFileSnapshot(join(fixtures, name, "explained.json"));
  });
});

test("what cannot be seen is written out: a file cannot command the terminal", () => {
  const text = "## Ferry Returns\n\nThe ferry\tcame \u001b[31mback\u202e yadsendeW\u202c, and the harbour\f\n";
  const { out } = tearsheet(["explain", "a.txt"], folderWith({ "a.txt": text }), { FORCE_COLOR: "1", NO_COLOR: undefined });
  expect(out).toContain("The ferry\\tcame \\u001b[31mback\\u202e yadsendeW\\u202c, and the harbour\\f");
  expect(out).not.toMatch(/[\t\f\u202c\u202e]|\u001b\[31m/);
});

describe("colour", () => {
  test("where it is asked for: the same words, and roles in colour", async () => {
    const { root, file } = open("clipping");
    const colored = tearsheet(["explain", file], root, { FORCE_COLOR: "1", NO_COLOR: undefined }).out;
    expect(colored).toContain("\u001b[");
    expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(tearsheet(["explain", file], root, plainly).out);
    await expect(colored).toMatchFileSnapshot(join(fixtures, "clipping", "colour.txt"));
  });

  test("not into a pipe, and not against NO_COLOR", () => {
    const { root, file } = open("clipping");
    expect(tearsheet(["explain", file], root, { FORCE_COLOR: undefined, NO_COLOR: undefined }).out).not.toContain("\u001b");
    expect(tearsheet(["explain", file], root, { FORCE_COLOR: "1", NO_COLOR: "1" }).out).not.toContain("\u001b");
  });
});

describe("what cannot be read is explained too", () => {
  test.each([
    ["no text", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 255, 254]), "seed-binary"],
    ["nothing", Buffer.from(""), "seed-empty"],
  ])("%s", (_name, bytes, code) => {
    const root = folderWith({ "seeds/a.txt": bytes });
    const { status, out } = tearsheet(["explain", "seeds/a.txt"], root, plainly);
    expect(status).toBe(1);
    expect(out).toContain("refused");
    expect(out).toContain(`[${code}]`);
    expect(JSON.parse(tearsheet(["explain", "seeds/a.txt", "--json"], root, plainly).out)).toMatchObject({ file: "a.txt", lines: [], diagnostics: [{ code }] });
  });

  test("a file that is not there, no file, two files", () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "a.txt"), "## A\n");
    expect(tearsheet(["explain", "none.txt"], root, plainly)).toMatchObject({ status: 1, out: expect.stringContaining("ENOENT") });
    expect(tearsheet(["explain"], root, plainly)).toMatchObject({ status: 2, err: expect.stringContaining("Name the file") });
    expect(tearsheet(["explain", "a.txt", "b.txt"], root, plainly)).toMatchObject({ status: 2, err: expect.stringContaining("one file") });
  });
});
