/** A bag is there whole or not at all, at whatever moment the program is killed. `strace` kills it within a chosen call to the system. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bagProblems } from "../helpers/bagit.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { folderWith, projectFolder, tearsheet, temporaryFolder } from "../helpers/run.ts";
import { whyNoStrace } from "../helpers/strace.ts";

const reason = whyNoStrace();
const changing = "openat,mkdir,write,pwrite64,rename,unlink,rmdir";

describe.skipIf(reason !== null)(`a bag that is cut short${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  const strace = (words: readonly string[], root: string) =>
    spawnSync("strace", ["-f", "-qq", "-e", `trace=${changing}`, ...words, process.execPath, join(projectFolder, "lib/bin/cli.js"), "bag", "keep", "--quiet"], {
      cwd: root,
      encoding: "utf8",
    });

  test("is not there, or whole; the archive and its sources stay as they were; the next one succeeds", () => {
    const built = folderWith({ "seeds/a.txt": "## Ferry Returns\n\nMay 1, 2020\n\nThe ferry came back on Wednesday.\n" });
    expect(tearsheet(["build", "--quiet"], built).status).toBe(0);
    const root = () => {
      const folder = temporaryFolder();
      cpSync(built, folder, { recursive: true });
      return folder;
    };
    const log = join(temporaryFolder(), "calls");
    expect(strace(["-o", log], root()).status).toBe(0);
    // Calls of the main thread, which does all the work: the first that has to do with the bag, and the last.
    const lines = readFileSync(log, "utf8").split("\n");
    const main = lines[0]?.split(" ")[0] ?? "";
    const calls = lines.filter((line) => line.startsWith(`${main} `) && !line.includes("resumed>"));
    const perCall = new Map<string, number>();
    const numbered = calls.map((line) => {
      const name = /^\d+ +(\w+)/.exec(line)?.[1] ?? "";
      perCall.set(name, (perCall.get(name) ?? 0) + 1);
      return { line, name, number: perCall.get(name) ?? 0 };
    });
    const begin = numbered.findIndex(({ line }) => line.includes(".keep.unfinished-"));
    const within = numbered.slice(begin).filter(({ name }) => name !== "");
    // Every ninth call (or of so many), and each of the last ten.
    const points = within.filter((_, index) => index % lengthOf("STEP", 9, 60) === 0 || index >= within.length - 10);
    expect(points.length).toBeGreaterThan(12);
    let [absent, whole] = [0, 0];
    for (const { name, number } of points) {
      const folder = root();
      const before = readdirSync(folder, { recursive: true }).sort();
      const { signal } = strace(["-o", "/dev/null", "-e", `inject=${name}:signal=SIGKILL:when=${number}`], folder);
      expect(signal, `${name} ${number}`).toBe("SIGKILL");
      const after = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => !/^(?:\.keep\.unfinished-|keep(?:\/|$))/.test(path)).sort();
      expect(after).toEqual(before);
      if (existsSync(join(folder, "keep"))) {
        expect(bagProblems(join(folder, "keep"))).toEqual([]);
        whole += 1;
      } else {
        expect(tearsheet(["bag", "keep", "--quiet"], folder)).toMatchObject({ status: 0 });
        expect(bagProblems(join(folder, "keep"))).toEqual([]);
        absent += 1;
      }
    }
    expect(absent).toBeGreaterThan(2);
    expect(whole).toBeGreaterThan(0);
    process.stdout.write(`A bag was cut short ${points.length} times: ${absent} times it was not there, ${whole} times whole, never else.\n`);
  });
});
