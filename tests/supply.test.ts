/** What comes with the program: few packages, known by their digests, under licences that fit, none of which may make code of strings. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, projectFolder, type Run, temporaryFolder } from "./helpers/run.ts";
import { filesOf } from "./helpers/site.ts";

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = (path: string) => readFileSync(join(projectFolder, path), "utf8");
const { lockfileVersion, packages } = JSON.parse(read("package-lock.json")) as { lockfileVersion: number; packages: Record<string, Locked> };
const manifest = JSON.parse(read("package.json")) as { dependencies: Record<string, string>; devDependencies: Record<string, string> };

function run(words: readonly string[], cwd: string): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

describe("the lock file", () => {
  const locked = Object.entries(packages).filter(([place]) => place !== "");

  test("names what package.json names, each in one version", () => {
    expect(lockfileVersion).toBe(3);
    expect(packages[""]).toMatchObject({ dependencies: manifest.dependencies, devDependencies: manifest.devDependencies });
    for (const version of Object.values({ ...manifest.dependencies, ...manifest.devDependencies })) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("knows each package by its SHA-512, and has none from elsewhere than the public registry", () => {
    const wrong = locked.filter(
      ([, { resolved, integrity, link }]) =>
        link === true ||
        !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? "") ||
        (resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")),
    );
    expect(wrong.map(([place]) => place)).toEqual([]);
  });

  test("has no package that runs something when it is installed", () => {
    expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([place]) => place)).toEqual([]);
  });
});

describe("licences", () => {
  const script = join(projectFolder, "scripts/licences.mjs");

  test("docs/licences.md is up to date, and every package has its reason in README", () => {
    expect(run([script, "--check"], projectFolder)).toMatchObject({ status: 0, err: "" });
  });

  test("README names no package that is not there", () => {
    const table = /At run time:\n([\s\S]*?)\n\n##/.exec(read("README.md"))?.[1] ?? "";
    const named = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = ""]) => names.split(", ")).filter((name) => !/^(?:package|-+)$/.test(name));
    expect(named.sort()).toEqual(Object.keys(manifest.dependencies).sort());
  });

  const project = (entry: object) =>
    folderWith({
      "README.md": "| package | for |\n|---|---|\n| good | all that is good |\n",
      "docs/licences.md": "",
      "package-lock.json": JSON.stringify({
        packages: {
          "": { dependencies: { good: "1.0.0" } },
          "node_modules/good": {
            version: "1.0.0",
            license: "MIT",
            dependencies: { inner: "1.0.0" },
            peerDependencies: { peer: "*" },
            peerDependenciesMeta: { peer: { optional: true } },
          },
          "node_modules/good/node_modules/inner": { version: "1.0.0", ...entry },
          "node_modules/inner": { version: "2.0.0", license: "GPL-3.0-only", dev: true },
          "node_modules/peer": { version: "1.0.0", license: "AGPL-3.0-only", devOptional: true },
        },
      }),
    });

  test.each([
    [{ license: "MIT" }, null],
    [{ license: "(MIT OR GPL-3.0-only)" }, null],
    [{ license: "(MIT AND GPL-3.0-only)" }, "GPL-3.0-only"],
    [{ license: "CPAL-1.0 OR AGPL-1.0" }, "not known to fit"],
    [{ license: "SEE LICENSE IN LICENSE.md" }, "not known to fit"],
    [{}, "no licence that can be found"],
    [{ license: "MIT", hasInstallScript: true }, "when it is installed"],
  ])("%j: %s", (entry, reason) => {
    const { status, err } = run([script, project(entry)], projectFolder);
    expect(status, err).toBe(reason === null ? 0 : 1);
    if (reason !== null) expect(err).toContain(reason);
  });
});

describe("no code is made of strings", () => {
  const flag = "--disallow-code-generation-from-strings";

  test("the archive is the same where Node forbids it", () => {
    const [free, bound] = [temporaryFolder(), temporaryFolder()];
    const build = (flags: readonly string[], out: string) =>
      run([...flags, join(projectFolder, "lib/bin/cli.js"), "build", "--quiet", "--out", out], projectFolder);
    expect([build([], free).status, build([flag], bound)]).toMatchObject([0, { status: 0 }]);
    expect(filesOf(bound).length).toBeGreaterThan(100);
    expect(readFileSync(join(bound, "manifest-sha256.txt"), "utf8")).toBe(readFileSync(join(free, "manifest-sha256.txt"), "utf8"));
  });

  test.each(["new Function('return 1')()", "(0, eval)('1')"])("control: %s", (code) => {
    expect(run([flag, "-e", code], projectFolder).err).toContain("Code generation from strings disallowed");
    expect(run(["-e", code], projectFolder).status).toBe(0);
  });
});

test("Node's permission model lets a build do what it needs, in its own folders only", () => {
  const root = folderWith({
    "seeds/a.txt": "## Ferry Returns\n\nMay 1, 2020\n\nThe ferry came back on Wednesday.\n",
    "dist/.keep": "",
    "tmp/.keep": "",
    "elsewhere/.keep": "",
  });
  const flags = [
    Number(process.versions.node.split(".")[0]) < 23 ? "--experimental-permission" : "--permission",
    `--allow-fs-read=${projectFolder}`,
    `--allow-fs-read=${root}/`,
    `--allow-fs-write=${root}/dist/`,
    `--allow-fs-write=${root}/tmp/`,
  ];
  const build = (out: string) =>
    spawnSync(process.execPath, [...flags, join(projectFolder, "lib/bin/cli.js"), "build", "--quiet", "--out", out], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, TMPDIR: join(root, "tmp") },
    });
  expect(build("dist")).toMatchObject({ status: 0 });
  expect(filesOf(join(root, "dist"))).toContain("2020/05/01/ferry-returns.html");
  const refused = build("elsewhere");
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain("You may not write there");
  expect(filesOf(join(root, "elsewhere"))).toEqual([".keep"]);
});
