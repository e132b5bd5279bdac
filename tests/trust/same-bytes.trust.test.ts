/**
 * G7: the same input gives the same bytes, whatever the zone, the language, the clock, the order of folders, the place, the rights of new files,
 * the mode of publishing, how many threads work, and however often it was built. With `TEARSHEET_NODES` (paths of other versions of Node, parted by `:`), by those as well.
 */

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { figure } from "../helpers/figures.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { projectFolder, temporaryFolder } from "../helpers/run.ts";

const fixtures = join(projectFolder, "tests/fixtures/reading");

/** The demonstration archive and an example of each way in which articles are set, in the given order of writing. */
function seedsIn(root: string, isReversed: boolean): void {
  const examples = readdirSync(fixtures).flatMap((name) => {
    const file = readdirSync(join(fixtures, name)).find((each) => /^input\.(?:txt|md|markdown)$/.test(each));
    return file === undefined ? [] : [[join(fixtures, name, file), `examples/${name}${file.slice(5)}`] as const];
  });
  const demonstration = readdirSync(join(projectFolder, "seeds"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [join(entry.parentPath, entry.name), join(entry.parentPath, entry.name).slice(join(projectFolder, "seeds").length + 1)] as const);
  const all = [...demonstration, ...examples].sort(([, a], [, b]) => (a < b ? -1 : 1));
  for (const [from, to] of isReversed ? all.reverse() : all) {
    mkdirSync(dirname(join(root, "seeds", to)), { recursive: true });
    cpSync(from, join(root, "seeds", to));
  }
}

const zones = ["UTC", "Pacific/Kiritimati", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia", "Europe/Moscow"];
const locales = ["C", "th_TH.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "fa_IR.UTF-8", "de_DE.UTF-8"];

const worlds = lengthOf("WORLDS", 30, 2);

test("builds of many worlds, one fingerprint", () => {
  const fingerprints = new Map<string, string[]>();
  const note = (root: string, name: string) => {
    const manifest = readFileSync(join(root, "dist/manifest-sha256.txt"), "utf8");
    fingerprints.set(manifest, [...(fingerprints.get(manifest) ?? []), name]);
  };
  const build = (root: string, name: string, environment: Record<string, string>, words: readonly string[] = [], node = process.execPath, umask = "022") => {
    const program = [node, "--import", join(projectFolder, "tests/trust/other-world.mjs"), join(projectFolder, "lib/bin/cli.js"), "build", "--quiet", ...words];
    const { stderr } = spawnSync("sh", ["-c", `umask ${umask}; exec "$@"`, "sh", ...program], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, ...environment },
    });
    if (!existsSync(join(root, "dist/manifest-sha256.txt"))) throw new Error(`${name}: ${stderr}`);
    note(root, name);
  };
  for (let index = 0; index < worlds; index += 1) {
    const root = join(temporaryFolder(), index % 3 === 0 ? "other place/with späce" : `place-${index}`);
    mkdirSync(root, { recursive: true });
    seedsIn(root, index % 2 === 1);
    const environment = {
      TZ: zones[index % zones.length] ?? "",
      LC_ALL: locales[(index * 5) % locales.length] ?? "",
      LANG: locales[(index * 7) % locales.length] ?? "",
      TEARSHEET_WORLD: String(index + 1),
      ...(index % 4 === 0 ? { SOURCE_DATE_EPOCH: String(index * 1e8) } : {}),
    };
    const words = ["--workers", String(1 + (index % 4)), ...(index % 5 === 0 ? ["--releases"] : []), ...(index % 7 === 3 ? ["--no-cache"] : [])];
    build(root, `clean ${index}`, environment, words, process.execPath, index % 2 === 0 ? "022" : "077");
    // Once more, after another state of the articles has been built.
    const changed = join(root, "seeds", "examples", readdirSync(join(root, "seeds/examples")).sort()[index * 3] ?? "");
    const before = readFileSync(changed);
    writeFileSync(changed, "## Another Story Altogether\n\nMay 1, 1999\n\nOf which nothing is to be left.\n");
    spawnSync(process.execPath, [join(projectFolder, "lib/bin/cli.js"), "build", "--quiet"], { cwd: root });
    writeFileSync(changed, before);
    build(root, `again ${index}`, environment, ["--workers", String(4 - (index % 4))], process.execPath, index % 2 === 0 ? "002" : "022");
    rmSync(root, { recursive: true, force: true });
  }
  for (const node of (process.env["TEARSHEET_NODES"] ?? "").split(":").filter((path) => path !== "")) {
    const root = temporaryFolder();
    seedsIn(root, false);
    build(root, node, {}, [], node);
  }
  const builds = [...fingerprints.values()].flat().length;
  figure("G7", `${builds} builds, ${fingerprints.size} fingerprints`);
  expect([...fingerprints.values()].map((names) => names.slice(0, 3))).toHaveLength(1);
  expect(builds).toBeGreaterThanOrEqual(2 * worlds);
});

test("control: another article gives another fingerprint", () => {
  const manifests = ["one", "two"].map((word) => {
    const root = temporaryFolder();
    mkdirSync(join(root, "seeds"));
    writeFileSync(join(root, "seeds/a.txt"), `## A\n\nMay 1, 2020\n\nIt is ${word}.\n`);
    spawnSync(process.execPath, [join(projectFolder, "lib/bin/cli.js"), "build", "--quiet"], { cwd: root });
    renameSync(join(root, "dist"), join(root, "kept"));
    return readFileSync(join(root, "kept/manifest-sha256.txt"), "utf8");
  });
  expect(manifests[0]).not.toBe(manifests[1]);
});
