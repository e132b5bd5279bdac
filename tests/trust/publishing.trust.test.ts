/**
 * G4, G5, G6: publishing is safe at every moment. The build is killed, and the disk made to fail, at every single call that changes the disk, in
 * turn; and killed at random moments. After each, what a reader finds is compared with the old and the new archive.
 */

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { cacheFolder, cacheFor } from "../../src/commands/cache-folder.ts";
import { figure } from "../helpers/figures.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { folderWith, projectFolder, type Run, tearsheet, temporaryFolder } from "../helpers/run.ts";

const article = (headline: string, day: number, words: string) => `## ${headline}\n\nBy Jane Roe\n\nSeptember ${day}, 2021\n\n${words}\n`;
const words = "The ferry came back on Wednesday, and the harbour was full of people who waved.";

const oldSeeds = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`seeds/${index}.txt`, article(`Story ${index}`, index + 1, words)]));
/** One changed, one retitled, one new on a new day, one gone. */
const change = (root: string) => {
  writeFileSync(join(root, "seeds/1.txt"), article("Story 1", 2, `${words} And it was good.`));
  writeFileSync(join(root, "seeds/2.txt"), article("Story Two, Told Anew", 3, words));
  writeFileSync(join(root, "seeds/new.txt"), article("Wholly New", 29, words));
  rmSync(join(root, "seeds/5.txt"));
};

/** So many that threads read and make them: all are new at the second build. */
const largeSeeds = Object.fromEntries(Array.from({ length: 230 }, (_, index) => [`seeds/${index}.txt`, article(`Story ${index}`, (index % 28) + 1, words)]));
const changeLarge = (root: string) => {
  for (const [path, text] of Object.entries(largeSeeds)) writeFileSync(join(root, path), `${text}\nAnd it was good.\n`);
  change(root);
};

/** `TEARSHEET_EVERY=4`: every fourth call, for who has less time. */
const every = lengthOf("EVERY", 1, 24);
const kills = lengthOf("KILLS", 200, 12);
const rounds = lengthOf("ROUNDS", 100, 4);
const largeKills = lengthOf("LARGE_KILLS", 60, 2);
const largeFaults = lengthOf("LARGE_FAULTS", 60, 4);

type Tree = ReadonlyMap<string, string>;

function treeOf(folder: string): Tree {
  const tree = new Map<string, string>();
  if (!existsSync(folder)) return tree;
  for (const path of readdirSync(folder, { recursive: true }) as string[])
    if (lstatSync(join(folder, path)).isFile()) tree.set(path, readFileSync(join(folder, path), "latin1"));
  return tree;
}

const same = (a: Tree, b: Tree) => a.size === b.size && [...a].every(([path, bytes]) => b.get(path) === bytes);
const isWhole = (tree: Tree, before: Tree, after: Tree) => [...tree].every(([path, bytes]) => before.get(path) === bytes || after.get(path) === bytes);
/** All that is hidden, but for what builds keep for each other. */
const leftOvers = (root: string) => readdirSync(root).filter((name) => name.startsWith(".") && name !== cacheFolder);

interface Stage {
  /** The folder with the old archive and the new seeds. */
  readonly root: string;
  readonly before: Tree;
  readonly after: Tree;
  readonly register: string;
  readonly calls: number;
}

function stage(mode: readonly string[], seeds: Readonly<Record<string, string>> = oldSeeds, edit: (root: string) => void = change): Stage {
  const root = folderWith(seeds);
  expect(tearsheet(["build", ...mode], root).status).toBe(0);
  const before = treeOf(join(root, "dist"));
  edit(root);
  const copy = copyOf(root);
  const counted = join(temporaryFolder(), "count");
  const { status, stderr } = spawnSync(process.execPath, faultyWords(mode), {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, TEARSHEET_FAULT_COUNT: counted },
  });
  expect(status, stderr).toBe(0);
  const after = treeOf(join(copy, "dist"));
  expect(same(before, after)).toBe(false);
  return { root, before, after, register: readFileSync(join(copy, "permalinks.lock.json"), "utf8"), calls: Number(readFileSync(counted, "utf8")) };
}

function copyOf(root: string): string {
  const copy = temporaryFolder();
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  // What builds keep is known by the place of its archive.
  if (existsSync(cacheOf(root))) renameSync(cacheOf(root).replace(root, copy), cacheOf(copy));
  return copy;
}

const cacheOf = (root: string) => cacheFor({ cache: join(root, cacheFolder) }, join(root, "seeds"), join(root, "dist")) as string;

const faultyWords = (mode: readonly string[]) => [
  "--import",
  join(projectFolder, "tests/trust/fault.mjs"),
  join(projectFolder, "lib/bin/cli.js"),
  "build",
  ...mode,
];

const ended = (words: readonly string[], cwd: string, environment: Record<string, string> = {}) =>
  endOf(spawn(process.execPath, words, { cwd, env: { ...process.env, ...environment } }));

async function endOf(child: ChildProcessWithoutNullStreams): Promise<Run> {
  let [out, err] = ["", ""];
  child.stdout.on("data", (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on("data", (data: Buffer) => {
    err += data.toString();
  });
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, out, err };
}

/** Milliseconds that the build takes which is going to be killed. */
function timeOf({ root }: Stage, mode: readonly string[]): number {
  const start = performance.now();
  tearsheet(["build", ...mode], copyOf(root));
  return performance.now() - start;
}

/** Does something for each number up to the last, as many at a time as there are processors. */
async function forEach(last: number, run: (number: number) => Promise<void>): Promise<void> {
  let next = 1;
  const work = async () => {
    while (next <= last) {
      next += 1;
      await run(next - 1);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/** What is wrong after a fault; null where all is well. */
async function verdict(root: string, mode: readonly string[], { before, after, register }: Stage, run: Run, killed: boolean): Promise<string | null> {
  const found = treeOf(join(root, "dist"));
  if (!isWhole(found, before, after)) return "a torn file";
  const isRelease = mode.includes("--releases");
  if (isRelease && !same(found, before) && !same(found, after)) return "a mix of releases";
  if (!killed && run.status === 0 && !same(found, after)) return "success without the new archive";
  if (!killed && run.status !== 0 && run.err.includes("as it was") && !same(found, before)) return "said to be as before, and is not";
  if (!killed && /fault of the program| {4}at /.test(run.err)) return `a stack: ${run.err}`;
  const next = await ended([join(projectFolder, "lib/bin/cli.js"), "build", ...mode], root);
  if (next.status !== 0) return `the next build fails: ${next.err}`;
  if (!same(treeOf(join(root, "dist")), after)) return "the next build does not make the new archive";
  if (readFileSync(join(root, "permalinks.lock.json"), "utf8") !== register) return "another register";
  return leftOvers(root).length > 0 ? `left over: ${leftOvers(root).join()}` : null;
}

/** Kills a build at moments spread over its time, and compares what is there, and what the next build makes of it. */
async function killedAtRandom(given: Stage, mode: readonly string[], count: number) {
  const whole = timeOf(given, mode);
  const wrong: string[] = [];
  const outcomes = { old: 0, new: 0, between: 0 };
  await forEach(count, async (index) => {
    const root = copyOf(given.root);
    const child = spawn(process.execPath, [join(projectFolder, "lib/bin/cli.js"), "build", ...mode], { cwd: root, stdio: "ignore" });
    const exit = new Promise((resolve) => child.once("exit", resolve));
    // Two of three fall into the second half, where files are written.
    const share = ((index * 61) % count) / count;
    const timer = setTimeout(() => child.kill("SIGKILL"), whole * (index % 3 === 0 ? share / 2 : 0.5 + share / 2));
    await exit;
    clearTimeout(timer);
    const found = treeOf(join(root, "dist"));
    outcomes[same(found, given.before) ? "old" : same(found, given.after) ? "new" : "between"] += 1;
    const said = await verdict(root, mode, given, { status: null, out: "", err: "" }, true);
    if (said !== null) wrong.push(`${index}: ${said}`);
    rmSync(root, { recursive: true, force: true });
  });
  return { outcomes, wrong };
}

describe.each([
  ["into a folder", ["--allow-removals"]],
  ["as releases", ["--allow-removals", "--releases"]],
])("%s", (_name, mode) => {
  test.each(["kill", "EIO", "ENOSPC", "EACCES"])("%s at every call in turn", async (what) => {
    const given = stage(mode);
    expect(given.calls).toBeGreaterThan(40);
    const wrong: string[] = [];
    const tried = Math.floor(given.calls / every);
    await forEach(tried, async (number) => {
      const call = number * every;
      const root = copyOf(given.root);
      const said = await verdict(root, mode, given, await ended(faultyWords(mode), root, { TEARSHEET_FAULT: `${call}:${what}` }), what === "kill");
      if (said !== null) wrong.push(`${call}: ${said}`);
      rmSync(root, { recursive: true, force: true });
    });
    figure("G4", `${mode.includes("--releases") ? "releases" : "folder"}, ${what}: ${tried} of ${given.calls} calls, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });

  test(`killed ${kills} times at random moments`, async () => {
    const { outcomes, wrong } = await killedAtRandom(stage(mode), mode, kills);
    figure("G4", `${mode.includes("--releases") ? "releases" : "folder"}, ${kills} random kills: ${JSON.stringify(outcomes)}, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });

  test(`an archive that threads read and make, killed ${largeKills} times at random moments, and cut short at calls of each thread`, async () => {
    const given = stage([...mode, "--workers", "3"], largeSeeds, changeLarge);
    const { outcomes, wrong } = await killedAtRandom(given, [...mode, "--workers", "3"], largeKills);
    let faults = 0;
    const words = faultyWords([...mode, "--workers", "3"]);
    // What a thread cannot write, the caller writes: each counts its own calls.
    await forEach(largeFaults, async (index) => {
      const root = copyOf(given.root);
      const what = ["kill", "EIO", "ENOSPC", "EACCES"][index % 4] as string;
      const call = 1 + Math.floor((((index * 61) % largeFaults) / largeFaults) ** 2 * given.calls);
      const environment = { TEARSHEET_FAULT: `${call}:${what}`, TEARSHEET_FAULT_IN: index % 3 === 0 ? "all" : "threads" };
      const run = await ended(words, root, environment);
      if (run.status !== 0) faults += 1;
      const said = await verdict(root, [...mode, "--workers", "3"], given, run, what === "kill");
      if (said !== null) wrong.push(`${what} at ${call}: ${said}`);
      rmSync(root, { recursive: true, force: true });
    });
    const where = mode.includes("--releases") ? "releases" : "folder";
    figure(
      "G4",
      `${where}, with threads: ${largeKills} random kills ${JSON.stringify(outcomes)}, ${largeFaults} faults of which ${faults} ended the build, ${wrong.length} wrong`,
    );
    expect(wrong).toEqual([]);
  });

  test(`two to four builds at once, ${rounds} times, every other time one of them killed: one at a time publishes, none is stuck`, async () => {
    const given = stage(mode);
    const whole = timeOf(given, mode);
    let killed = 0;
    const wrong: string[] = [];
    let refused = 0;
    for (let round = 0; round < rounds; round += 1) {
      const root = copyOf(given.root);
      const children = Array.from({ length: 2 + (round % 3) }, () =>
        spawn(process.execPath, [join(projectFolder, "lib/bin/cli.js"), "build", ...mode], { cwd: root }),
      );
      // The first is most often the one that has laid its claim.
      const timer = setTimeout(() => round % 2 === 0 && children[0]?.kill("SIGKILL"), whole * (0.3 + ((round * 37) % 100) / 80));
      const runs = await Promise.all(children.map(endOf));
      clearTimeout(timer);
      const others = runs.filter(({ status }) => status !== null);
      const waiting = others.filter(({ status, err }) => status === 2 && err.includes("Another build"));
      killed += runs.length - others.length;
      refused += waiting.length;
      wrong.push(...others.filter((run) => run.status !== 0 && !waiting.includes(run)).map(({ err }) => `${round}: ${err}`));
      const stuck = await verdict(root, mode, given, { status: null, out: "", err: "" }, true);
      if (stuck !== null) wrong.push(`${round}: ${stuck}`);
      rmSync(root, { recursive: true, force: true });
    }
    figure(
      "G5",
      `${mode.includes("--releases") ? "releases" : "folder"}, ${rounds} times builds at once: ${refused} told to wait, ${killed} killed, ${wrong.length} wrong`,
    );
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(rounds / 8);
  });
});

test("a small disk that is full, and one without room for more files", () => {
  const where = temporaryFolder();
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=900k,nr_inodes=250", "tmpfs", where]).status !== 0) {
    figure("G6", "skipped: no disk can be mounted here");
    return;
  }
  try {
    const root = join(where, "archive");
    mkdirSync(root);
    const given = stage(["--allow-removals"]);
    const outside = copyOf(given.root);
    cpSync(join(outside, "dist"), join(root, "dist"), { recursive: true });
    for (const filler of ["bytes", "files"]) {
      const filled: string[] = [];
      try {
        for (let index = 0; ; index += 1) {
          const path = join(where, `fill-${filler}-${index}`);
          filled.push(path);
          writeFileSync(path, filler === "bytes" ? Buffer.alloc(16_384) : "");
        }
      } catch {
        // Full.
      }
      const run = tearsheet(["build", "--allow-removals", "--out", join(root, "dist")], outside);
      expect(run.status, run.err).toBe(2);
      expect(run.err).toContain("There is no room left on the disk");
      expect(same(treeOf(join(root, "dist")), given.before)).toBe(true);
      for (const path of filled) rmSync(path, { force: true });
    }
    expect(tearsheet(["build", "--allow-removals", "--out", join(root, "dist")], outside).status).toBe(0);
    expect(same(treeOf(join(root, "dist")), given.after)).toBe(true);
    figure(
      "G6",
      "a disk of 900 KB without room for bytes, then without room for files: the archive as it was, the reason said, and built as soon as there is room",
    );
  } finally {
    spawnSync("umount", ["-l", where]);
  }
});
