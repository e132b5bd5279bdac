/** G1, bad input is survived: hostile folders, faults of the disk at every call, few descriptors, many files. `npm run test:trust` runs it. */

import { spawnSync } from "node:child_process";
import fs, { mkdirSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { freshDesk } from "../../src/build/read-entries.ts";
import { readSeeds } from "../../src/build/read-seeds.ts";
import { openScratchStore } from "../../src/io/cache/body-store.ts";
import { goodArticle } from "../helpers/hostile-folder.ts";
import { surviveHostileFolder } from "../helpers/hostile-run.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { folderWith, projectFolder, temporaryFolder } from "../helpers/run.ts";

const house = { language: "en", folders: {}, publications: {} };

/** A figure for `docs/guarantees.md`. */
function figure(text: string): void {
  process.stdout.write(`${text}\n`);
}

test("hostile kinds among 2,000 files", () => {
  const { kinds, leftOut, expected } = surviveHostileFolder(1900, 1_000_000);
  figure(`G1: ${kinds.length - leftOut.length} hostile kinds in ${1900 + expected.size} files, 0 unaccounted; left out: ${leftOut.join(", ") || "none"}`);
  expect(kinds.length - leftOut.length).toBeGreaterThanOrEqual(45);
});

describe("faults of the disk", () => {
  const calls = ["openSync", "fstatSync", "readSync", "closeSync", "opendirSync"] as const;
  type Call = (typeof calls)[number];
  const original = { ...fs };

  /** Lets the `at`th call of a kind, counted from 0, go wrong; counts the calls that were made. */
  function withFault<T>(call: Call | null, at: number, fault: (...words: unknown[]) => unknown, run: () => T): { result: T; made: Record<Call, number> } {
    const made = Object.fromEntries(calls.map((each) => [each, 0])) as Record<Call, number>;
    for (const each of calls) {
      (fs as unknown as Record<string, unknown>)[each] = (...words: unknown[]) => {
        const now = made[each];
        made[each] += 1;
        return each === call && now === at ? fault(...words) : (original[each] as (...words: unknown[]) => unknown)(...words);
      };
    }
    syncBuiltinESMExports();
    try {
      return { result: run(), made };
    } finally {
      for (const each of calls) (fs as unknown as Record<string, unknown>)[each] = original[each];
      syncBuiltinESMExports();
    }
  }

  function folder(): { root: string; count: number } {
    const files: Record<string, string> = {};
    for (let index = 0; index < 100; index += 1) files[`${index % 4}/${index}.txt`] = goodArticle(`Ferry ${index}`);
    for (let index = 0; index < 10; index += 1) {
      files[`side/${index}.md`] = goodArticle(`Tram ${index}`);
      files[`side/${index}.meta.yml`] = "section: Town\n";
      files[`pictures/${index}.jpg`] = "x";
    }
    return { root: folderWith(files), count: Object.keys(files).length };
  }

  const failing = (code: string) => () => {
    throw Object.assign(new Error(`${code}: injected`), { code });
  };
  /** What else a call may do: less than it was asked for, or nothing. */
  const shorts: Readonly<Record<string, (...words: unknown[]) => unknown>> = {
    "a read of one byte": (file, buffer, offset, _length, position) =>
      original.readSync(file as number, buffer as Buffer, offset as number, 1, position as number),
    "a read of nothing": () => 0,
  };

  test("at every call in turn: each file has its outcome, and all others are read", () => {
    const { root, count } = folder();
    const store = openScratchStore();
    const read = () => readSeeds(root, house, { ...freshDesk(store), threads: 1 }, () => {});
    const whole = withFault(null, 0, () => {}, read);
    expect(whole.result.fates.filter(({ outcome }) => outcome === "published")).toHaveLength(110);
    let faults = 0;
    let refusals = 0;
    const hold = (call: Call, at: number, name: string, fault: (...words: unknown[]) => unknown) => {
      faults += 1;
      let reading: ReturnType<typeof read>;
      try {
        reading = withFault(call, at, fault, read).result;
      } catch (error) {
        // Only the seeds folder itself may end it: nothing can be said of what it holds.
        expect([call, at, (error as NodeJS.ErrnoException).code], name).toEqual(["opendirSync", 0, name]);
        return;
      }
      const { fates, diagnostics, cards } = reading;
      expect(new Set(fates.map(({ file }) => file)).size, `${call} ${at} ${name}`).toBe(fates.length);
      const refused = fates.filter(({ outcome }) => outcome === "refused");
      for (const { file } of refused) expect(diagnostics.some((each) => each.file === file)).toBe(true);
      const isFolder = call === "opendirSync";
      expect(isFolder ? fates.length <= count : fates.length, `${call} ${at} ${name}`).toBe(isFolder ? true : count);
      expect(refused.length, `${call} ${at} ${name}`).toBeLessThanOrEqual(1);
      if (!isFolder) expect(cards.length).toBe(110 - refused.filter(({ file }) => !file.endsWith(".jpg")).length);
      refusals += refused.length;
    };
    const calledBy = whole.made;
    for (const call of calls) {
      const codes = [
        ["EIO", "ENOENT"],
        ["EMFILE", "EACCES"],
      ];
      for (let at = 0; at < calledBy[call]; at += 1) {
        const wanted = codes[at % 2] as string[];
        for (const code of call === "fstatSync" || call === "closeSync" ? wanted.slice(0, 1) : wanted) hold(call, at, code, failing(code));
      }
    }
    for (let at = 0; at < calledBy.readSync; at += 1) for (const [name, fault] of Object.entries(shorts)) hold("readSync", at, name, fault);
    store.close();
    figure(`G1: ${faults} injected faults over ${count} files, ${refusals} refused with a reason, 0 unaccounted, 0 crashes`);
    expect(faults).toBeGreaterThanOrEqual(1000);
  });

  test("a file that changes while it is read is read again once, and then refused", () => {
    const { root } = folder();
    const store = openScratchStore();
    const target = join(root, "0/0.txt");
    const grow = (...words: unknown[]) => {
      original.appendFileSync(target, "More came later.\n");
      return (original.readSync as (...words: unknown[]) => unknown)(...words);
    };
    const shrink = (...words: unknown[]) => {
      original.truncateSync(target, 40);
      return (original.readSync as (...words: unknown[]) => unknown)(...words);
    };
    for (const change of [grow, shrink]) {
      const { result } = withFault("readSync", 0, change, () => readSeeds(root, house, { ...freshDesk(store), threads: 1 }, () => {}));
      expect(result.fates.every(({ outcome }) => outcome !== "refused")).toBe(true);
      writeFileSync(target, goodArticle("Ferry"));
    }
    const vanish = (...words: unknown[]) => {
      original.rmSync(target);
      return (original.readSync as (...words: unknown[]) => unknown)(...words);
    };
    // Once open, a file that is removed or replaced is read as it was.
    const { result } = withFault("readSync", 0, vanish, () => readSeeds(root, house, { ...freshDesk(store), threads: 1 }, () => {}));
    expect(result.fates.find(({ file }) => file === "0/0.txt")).toMatchObject({ outcome: "published" });
    store.close();
  });
});

test("40 descriptors are enough for 3,000 files", () => {
  const root = temporaryFolder();
  for (let index = 0; index < 3000; index += 1) {
    const folder = join(root, "seeds", String(index % 30));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${index}.txt`), goodArticle(`Ferry ${index}`));
  }
  // Node itself needs more, to load the program: the limit is lowered when that is done.
  const script = `
    const { check } = await import(${JSON.stringify(join(projectFolder, "lib/commands/check.js"))});
    const { spawnSync } = await import("node:child_process");
    const { status } = spawnSync("prlimit", ["--nofile=40:40", "--pid", String(process.pid)]);
    if (status !== 0) throw new Error("The limit cannot be lowered.");
    const write = (text) => void process.stdout.write(text);
    process.exitCode = check.run({ json: true }, [], { out: write, err: () => {}, isTty: false, color: false, outColor: false, columns: 80, now: () => 0 });`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  expect(status, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ read: 3000, published: 3000, refused: 0 });
});

const many = lengthOf("FILES", 100_000, 3_000);

test(`${many} files in one folder`, () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "seeds"));
  for (let index = 0; index < many; index += 1) writeFileSync(join(root, "seeds", `${index}.txt`), `## Ferry ${index}\n\nMay 1, 2020\n\nIt came.\n`);
  // Told at its end by the process itself: the most memory that it held at once.
  const script = `process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS + "\\n")); process.argv.splice(1, 1); await import(process.argv[1]);`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", script, "-", join(projectFolder, "lib/bin/cli.js"), "check", "--json"],
    {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 30,
    },
  );
  expect(status, stderr).toBe(0);
  const { read, published, files } = JSON.parse(stdout) as { read: number; published: number; files: unknown[] };
  expect([read, published, files.length]).toEqual([many, many, many]);
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
  figure(`G10: ${many} files in one folder are read and linked in ${peak.toFixed(0)} MB`);
  // 400 MB and 8 kB an article.
  expect(peak).toBeLessThan(400 + 800);
});
