/** Publishing as its owner sees it: addresses that stay, releases, one build at a time, and copies that can be checked. Long runs: tests/trust. */
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { hostname } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assignAddresses } from "../src/archive/permalinks.ts";
import { buildSite } from "../src/build/build-site.ts";
import { readConfig } from "../src/build/config.ts";
import { SeedsGone } from "../src/build/gather-archive.ts";
import { printRegister, readRegister } from "../src/build/register-file.ts";
import { beginningOf } from "../src/build/unchanged.ts";
import type { Register } from "../src/model/register.ts";
import { folderWith, projectFolder, tearsheet, tearsheetAside } from "./helpers/run.ts";

const article = (headline: string, date: string, more = "") =>
  `## ${headline}\n\nBy Jane Roe\n\n${date}\n\nThe ferry came back, and the harbour was full of people.\n${more}`;
const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`seeds/${index}.txt`, article(`Story ${index}`, `May ${index + 1}, 2020`)]));
const archive = () => {
  const root = folderWith(many);
  expect(tearsheet(["build"], root).status).toBe(0);
  return root;
};
const page = (root: string, path: string) => readFileSync(join(root, "dist", path), "utf8");
const registerIn = (root: string) =>
  JSON.parse(readFileSync(join(root, "permalinks.lock.json"), "utf8")).articles as Record<string, { file: string; gone?: boolean }>;

describe("addresses are for ever", () => {
  test("another headline, another date, another file name: the same address", () => {
    const root = archive();
    writeFileSync(join(root, "seeds/1.txt"), article("Told Anew", "June 9, 2019"));
    renameSync(join(root, "seeds/2.txt"), join(root, "seeds/second.txt"));
    expect(tearsheet(["build"], root).status).toBe(0);
    expect(page(root, "2020/05/02/story-1.html")).toContain("Told Anew");
    expect(registerIn(root)["2020/05/03/story-2"]?.file).toBe("second.txt");
    expect(existsSync(join(root, "dist/2019/06/09"))).toBe(false);
  });

  test("an article that goes leaves a notice, and its address is no other's; when it comes back it has it again", () => {
    const root = archive();
    rmSync(join(root, "seeds/1.txt"));
    const { status, err } = tearsheet(["build"], root);
    expect(status, err).toBe(0);
    expect(err).toContain("The article at 2020/05/02/story-1.html is no longer in the archive");
    expect(page(root, "2020/05/02/story-1.html")).not.toContain("Story 1");
    expect(page(root, "headlines/index.html")).not.toContain("Story 1<");
    writeFileSync(join(root, "seeds/twin.txt"), article("Story 1", "May 2, 2020").replace("harbour", "port"));
    writeFileSync(join(root, "seeds/0.txt"), article("Story 1", "May 2, 2020").replace("harbour", "bay"));
    const back = tearsheet(["build", "--allow-removals"], root);
    expect(back.status, back.err).toBe(0);
    // The file that held it is gone: an article with its headline and its date is held to be it. One that has a file keeps that file's address.
    expect(registerIn(root)["2020/05/02/story-1"]).toEqual({ file: "twin.txt", digest: expect.any(String) });
    expect(registerIn(root)["2020/05/01/story-0"]).toMatchObject({ file: "0.txt" });
  });

  test("a thousand steps of adding, removing, retitling, moving and editing move no address", () => {
    type Wish = Parameters<typeof assignAddresses>[0][number];
    const step = fc.record({ what: fc.constantFrom("add", "remove", "retitle", "redate", "edit", "move"), key: fc.nat(19), other: fc.nat(5) });
    const done = (what: string, { file, id, sourceUrl, sha256 }: Wish, other: number, serial: number): Wish | null => {
      const bytes = String(serial).padStart(16, "0").padEnd(64, "0");
      if (what === "remove") return null;
      if (what === "move") return { file: `moved-${serial}.txt`, id, sourceUrl, sha256 };
      if (what === "edit") return { file, id, sourceUrl, sha256: bytes };
      return { file, id: what === "redate" ? `2021/0${other + 1}/01/slug` : `2020/05/01/slug-${other}`, sourceUrl, sha256: bytes };
    };
    const run = (steps: readonly { what: string; key: number; other: number }[]) => {
      let register: Register = [];
      const articles = new Map<number, Wish>();
      const addresses = new Map<number, string>();
      for (const [serial, { what, key, other }] of steps.entries()) {
        const known = articles.get(key) ?? null;
        if ((known === null) !== (what === "add")) continue;
        const next = done(what, known ?? { file: `${key}-${serial}.txt`, id: "", sourceUrl: null, sha256: "" }, other, serial);
        if (next === null) {
          articles.delete(key);
          addresses.delete(key);
        } else articles.set(key, next);
        const files = new Set([...articles.values()].map(({ file }) => file));
        const { ids, register: after } = assignAddresses([...articles.values()], register, (file) => files.has(file));
        register = after;
        expect(new Set(register.map(({ id }) => id)).size).toBe(register.length);
        for (const [index, each] of [...articles.keys()].entries()) {
          expect(ids[index]).toBe(addresses.get(each) ?? ids[index]);
          addresses.set(each, ids[index] ?? "");
        }
      }
    };
    fc.assert(fc.property(fc.array(step, { minLength: 1000, maxLength: 1000 }), run), { numRuns: 5 });
  });

  test("the register is read as it was written, whatever is in it", () => {
    const text = fc.string({ unit: "binary" });
    const entry = fc.record({
      id: fc.stringMatching(/^[a-z"é漢]{1,8}(?:\/[a-z]{1,5}){0,3}$/),
      file: text,
      part: fc.nat(9),
      wish: text,
      sourceUrl: fc.option(text),
      digest: fc.stringMatching(/^[0-9a-f]{16}$/),
      isGone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ id }) => id }), (register) => {
        expect(readRegister(printRegister(register), "x").register).toEqual(register);
      }),
    );
  });

  test.each([
    ["no JSON", "{", "is no JSON", 1],
    ["an address that leads out of the archive", '{"version":1,\n"articles":{"../x":{"file":"a","digest":"0123456789abcdef"}}}', "damaged at", 2],
    ["an entry without its file", '{"version":1,"articles":{\n"a/b":{"digest":"0123456789abcdef"}}}', "damaged at `articles › a/b › file`", 2],
    ["of another time", '{"version":2,"articles":{}}', "of a newer Tearsheet", 1],
  ])("a register that is damaged stops the build: %s", (_name, text, message, line) => {
    const root = archive();
    const before = page(root, "manifest-sha256.txt");
    writeFileSync(join(root, "permalinks.lock.json"), text);
    for (const command of ["build", "check"]) {
      const { status, err } = tearsheet([command], root);
      expect([status, err]).toEqual([2, expect.stringContaining(message)]);
      expect(err).toMatch(new RegExp(`permalinks\\.lock\\.json\\n\\s*${line}:1`));
    }
    expect(page(root, "manifest-sha256.txt")).toBe(before);
  });

  test("two archives beside each other have a register each", () => {
    const root = folderWith({ "seeds/a.txt": article("One", "May 1, 2020"), "others/b.txt": article("Two", "May 1, 2020") });
    tearsheet(["build"], root);
    expect(tearsheet(["build", "--seeds", "others", "--out", "site"], root).status).toBe(0);
    expect(readdirSync(root).sort()).toEqual([".cache", "dist", "others", "others.permalinks.lock.json", "permalinks.lock.json", "seeds", "site"]);
  });
});

describe("what would take much away asks first", () => {
  test("more than a tenth of the articles", () => {
    const root = archive();
    const before = page(root, "manifest-sha256.txt");
    rmSync(join(root, "seeds/1.txt"));
    expect(tearsheet(["build"], root).status).toBe(0);
    rmSync(join(root, "seeds/2.txt"));
    rmSync(join(root, "seeds/3.txt"));
    const { status, err } = tearsheet(["build"], root);
    expect(status).toBe(2);
    expect(err).toContain("2 articles of 10 published ones would go");
    expect(err).toContain("--allow-removals");
    expect(page(root, "2020/05/03/story-2.html")).toContain("Story 2");
    expect(page(root, "manifest-sha256.txt")).not.toBe(before);
    expect(tearsheet(["build", "--allow-removals"], root).status).toBe(0);
  });

  test("and says what is wrong with the files of those that would go", () => {
    const root = archive();
    for (const number of [1, 2]) writeFileSync(join(root, `seeds/${number}.meta.yml`), "headlin: x\n");
    const { status, err } = tearsheet(["build"], root);
    expect(status).toBe(2);
    expect(err).toContain("would go");
    expect(err.indexOf("seeds/1.meta.yml")).toBeGreaterThanOrEqual(0);
    expect(err.indexOf("seeds/1.meta.yml")).toBeLessThan(err.indexOf("would go"));
    expect(err).toContain("Did you mean `headline`?");
  });

  test("the wrong seeds folder, and a register that was lost", () => {
    const root = archive();
    mkdirSync(join(root, "other"));
    writeFileSync(join(root, "other/x.txt"), article("Something Else", "May 1, 2021"));
    expect(tearsheet(["build", "--seeds", "other"], root).err).toContain("11 articles of 11 published ones would go");
    rmSync(join(root, "seeds"), { recursive: true });
    expect(tearsheet(["build"], root)).toMatchObject({ status: 2, err: expect.stringContaining("There is no folder seeds") });
    expect(page(root, "2020/05/03/story-2.html")).toContain("Story 2");
  });
});

describe("releases", () => {
  const released = () => {
    const root = folderWith(many);
    expect(tearsheet(["build", "--releases"], root).status).toBe(0);
    return root;
  };

  test("the output is a link to the newest of three; what did not change is shared", () => {
    const root = released();
    expect(readlinkSync(join(root, "dist"))).toMatch(/^dist\.releases\/000001-[0-9a-f]{12}$/);
    writeFileSync(join(root, "dist/CNAME"), "archive.example.org");
    symlinkSync("CNAME", join(root, "dist/link"));
    for (let round = 0; round < 4; round += 1) {
      writeFileSync(join(root, "seeds/1.txt"), article("Story 1", "May 2, 2020", `\nRound ${round}.\n`));
      // An archive that is published in releases stays so.
      expect(tearsheet(round % 2 === 0 ? ["build"] : ["build", "--releases"], root).status).toBe(0);
      expect(tearsheet(["verify", "dist"], root).err).toContain("added  CNAME");
    }
    expect(readdirSync(join(root, "dist.releases")).map((name) => name.slice(0, 6))).toEqual(["000003", "000004", "000005"]);
    expect(page(root, "2020/05/02/story-1.html")).toContain("Round 3.");
    expect(lstatSync(join(root, "dist/assets/style.css")).nlink).toBe(3);
    expect(lstatSync(join(root, "dist/2020/05/02/story-1.html")).nlink).toBe(1);
    expect([page(root, "CNAME"), readlinkSync(join(root, "dist/link"))]).toEqual(["archive.example.org", "CNAME"]);
    expect(tearsheet(["build", "--json"], root).out).toContain('"written":0');
    expect(readdirSync(join(root, "dist.releases"))).toHaveLength(3);
  });

  test("where something is taken back, no older release keeps it", () => {
    const root = released();
    writeFileSync(join(root, "redactions.yml"), "- replace: Jane Roe\n");
    expect(tearsheet(["build"], root).status).toBe(0);
    expect(readdirSync(join(root, "dist.releases"))).toHaveLength(1);
    expect(spawnSync("grep", ["-r", "Jane", join(root, "dist.releases")]).status).toBe(1);
  });

  test("a folder becomes a link, with all that is in it", () => {
    const root = archive();
    const before = page(root, "manifest-sha256.txt");
    writeFileSync(join(root, "dist/CNAME"), "mine");
    expect(tearsheet(["build", "--releases"], root).status).toBe(0);
    expect(lstatSync(join(root, "dist")).isSymbolicLink()).toBe(true);
    expect([page(root, "manifest-sha256.txt"), page(root, "CNAME")]).toEqual([before, "mine"]);
  });

  test("a link of the owner's own is written through without releases, and not replaced with them", () => {
    const root = folderWith({ ...many, "www/site/CNAME": "mine" });
    symlinkSync("www/site", join(root, "dist"));
    expect(tearsheet(["build", "--releases"], root)).toMatchObject({ status: 2, err: expect.stringContaining("is no release of this archive") });
    expect(tearsheet(["build"], root).status).toBe(0);
    expect(existsSync(join(root, "www/site/index.html"))).toBe(true);
    expect(readdirSync(root).sort()).toEqual([".cache", "dist", "permalinks.lock.json", "seeds", "www"]);
  });
});

describe("one build at a time", () => {
  const claims = (root: string) => join(root, ".dist.tearsheet/claims");
  const lay = (root: string, name: string) => {
    mkdirSync(claims(root), { recursive: true });
    writeFileSync(join(claims(root), name), "");
  };
  const ownParts = () => {
    // The parts that name this machine, as a running build leaves them.
    const root = folderWith(many);
    const child = tearsheetAside(["build"], root);
    let name: string | undefined;
    while (name === undefined && child.exitCode === null) name = existsSync(claims(root)) ? readdirSync(claims(root))[0] : undefined;
    child.kill("SIGKILL");
    return (name ?? "").split(".");
  };

  test("a living build is waited for, one that was killed is not", () => {
    const [, , host, boot, space] = ownParts();
    expect(space).toMatch(/^[0-9a-f]{8}$/);
    const root = archive();
    const start = readFileSync(`/proc/${process.pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ")[19];
    lay(root, [process.pid, start, host, boot, space].join("."));
    expect(tearsheet(["build"], root)).toMatchObject({
      status: 2,
      err: expect.stringContaining(`Another build (process ${process.pid}) is publishing to dist`),
    });
    rmSync(claims(root), { recursive: true });
    // The process of that number is another one, or there is none, or the machine has been started anew.
    for (const stale of [
      [process.pid, "1", host, boot, space],
      [999_999_999, start, host, boot, space],
      [process.pid, start, host, "00000000", space],
    ]) {
      lay(root, stale.join("."));
      expect(tearsheet(["build"], root).status).toBe(0);
      expect(existsSync(join(root, ".dist.tearsheet"))).toBe(false);
    }
    // Another machine is believed for as long as it gives signs of life.
    lay(root, [1, "1", "ffffffff", boot, space].join("."));
    expect(tearsheet(["build"], root).err).toContain("Another machine or container");
    spawnSync("touch", ["-d", "10 minutes ago", join(claims(root), [1, "1", "ffffffff", boot, space].join("."))]);
    expect(tearsheet(["build"], root).status).toBe(0);
    expect(hostname()).not.toBe("");
  });
});

describe("nothing is written outside the output", () => {
  test("through a link that stands where a folder goes", () => {
    const root = archive();
    mkdirSync(join(root, "elsewhere"));
    writeFileSync(join(root, "seeds/new.txt"), article("New", "May 1, 2021"));
    symlinkSync("../elsewhere", join(root, "dist/2021"));
    const { status, err } = tearsheet(["build"], root);
    expect([status, err]).toEqual([2, expect.stringContaining("not written by Tearsheet")]);
    expect(readdirSync(join(root, "elsewhere"))).toEqual([]);
  });

  test("nor by a manifest that names files elsewhere", () => {
    const root = archive();
    writeFileSync(join(root, "mine.txt"), "mine");
    const digest = spawnSync("sha256sum", [join(root, "mine.txt")], { encoding: "utf8" }).stdout.slice(0, 64);
    appendFileSync(join(root, "dist/manifest-sha256.txt"), `${digest}  ../mine.txt\n`);
    expect(tearsheet(["build"], root).status).toBe(0);
    expect(readFileSync(join(root, "mine.txt"), "utf8")).toBe("mine");
  });

  test("a folder that may not be written", () => {
    if (process.getuid?.() !== 0) return;
    const root = archive();
    writeFileSync(join(root, "seeds/1.txt"), article("Told Anew", "May 2, 2020"));
    spawnSync("chmod", ["755", root]);
    const before = page(root, "manifest-sha256.txt");
    const { status, err } = tearsheet(["build"], root, {}, 65534);
    expect([status, err]).toEqual([2, expect.stringContaining("You may not write there")]);
    expect(err).toContain("is as it was");
    expect(page(root, "manifest-sha256.txt")).toBe(before);
  });
});

describe.skipIf(process.getuid?.() !== 0)("where the archive may not be changed, nothing begins to", () => {
  /** An archive of another user's, with a changed article; the folders named may not be written. */
  function shut(...folders: string[]): { root: string; before: string } {
    const root = archive();
    writeFileSync(join(root, "seeds/1.txt"), article("Told Anew", "May 2, 2020"));
    spawnSync("chown", ["-R", "65534", root]);
    const before = tree(root);
    for (const folder of folders) spawnSync("chmod", ["a-w", join(root, folder)]);
    return { root, before };
  }
  const tree = (root: string) => spawnSync("sh", ["-c", "find dist -type f | sort | xargs sha256sum"], { cwd: root, encoding: "utf8" }).stdout;

  test.each(["dist", "dist/2020", "dist/assets"])("%s is shut", (folder) => {
    const { root, before } = shut(folder);
    if (folder === "dist/assets") rmSync(join(root, "dist/assets/style.css"), { force: true });
    const wanted = folder === "dist/assets" ? tree(root) : before;
    const { status, err } = tearsheet(["build", "--no-cache"], root, {}, 65534);
    expect([status, err]).toEqual([2, expect.stringContaining("You may not write there")]);
    expect(err).toContain("is as it was");
    expect(tree(root)).toBe(wanted);
    // Nothing is left to be completed behind the owner's back.
    expect(existsSync(join(root, ".dist.tearsheet"))).toBe(false);
    spawnSync("chmod", ["-R", "u+w", join(root, "dist")]);
    expect(tearsheet(["build"], root, {}, 65534)).toMatchObject({ status: 0, err: expect.not.stringContaining("cut short") });
  });

  test("a folder in which nothing changes may be shut", () => {
    const { root } = shut("dist/assets");
    expect(tearsheet(["build"], root, {}, 65534).status).toBe(0);
  });

  test("with releases, readers have one whole archive", () => {
    const root = archive();
    expect(tearsheet(["build", "--releases"], root).status).toBe(0);
    writeFileSync(join(root, "seeds/1.txt"), article("Told Anew", "May 2, 2020"));
    spawnSync("chown", ["-R", "65534", root]);
    const before = tree(root);
    spawnSync("chmod", ["a-w", join(root, "dist.releases")]);
    const { status, err } = tearsheet(["build"], root, {}, 65534);
    expect([status, err]).toEqual([2, expect.stringContaining("one whole archive")]);
    expect(tree(root)).toBe(before);
    spawnSync("chmod", ["u+w", join(root, "dist.releases")]);
    expect(tearsheet(["build"], root, {}, 65534).status).toBe(0);
  });
});

test("a disk that refuses while a build tidies up takes nothing back: what is published is said to be", () => {
  const root = archive();
  const fault = join(projectFolder, "tests/trust/fault.mjs");
  const build = (environment: Record<string, string>) =>
    spawnSync(process.execPath, ["--import", fault, join(projectFolder, "lib/bin/cli.js"), "build", "--quiet"], {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, ...environment },
    });
  const edit = (number: number) => writeFileSync(join(root, "seeds/1.txt"), article("Told Anew", "May 2, 2020", `\nIt was told ${number} times.\n`));
  const counted = join(root, "count");
  edit(0);
  build({ TEARSHEET_FAULT_COUNT: counted });
  const calls = Number(readFileSync(counted, "utf8"));
  // The last calls that change the disk: what was prepared is cleared away, and the claim; then come what the next build may know.
  for (let call = calls - 14; call <= calls - 4; call += 2) {
    edit(call);
    const { status, stderr } = build({ TEARSHEET_FAULT: `${call}:EIO` });
    const isNew = page(root, "2020/05/02/story-1.html").includes(`It was told ${call} times.`);
    expect([isNew, status, stderr], `call ${call} of ${calls}`).toEqual([true, 0, ""]);
  }
  expect(tearsheet(["build"], root).err).toContain(" 0 files new or changed");
  expect(existsSync(join(root, ".dist.tearsheet"))).toBe(false);
});

test.each([
  ["is taken away", (seeds: string) => renameSync(seeds, `${seeds}.gone`)],
  [
    "is another one",
    (seeds: string) => {
      renameSync(seeds, `${seeds}.gone`);
      mkdirSync(seeds);
    },
  ],
])("articles that could not be read any more, since their folder %s, do not go from the archive", (_, takeAway) => {
  // So many that those which are read last are fewer than may go unasked.
  const root = folderWith(Object.fromEntries(Array.from({ length: 35 }, (_each, index) => [`seeds/${index}.txt`, article(`Story ${index}`, "May 1, 2020")])));
  const [seeds, out, templates] = [join(root, "seeds"), join(root, "dist"), join(root, "templates")];
  const { config } = readConfig("{}", "settings.json", "Tearsheet", undefined);
  if (config === null) throw new Error("These are no settings.");
  const build = (onRead: (done: number) => void) =>
    buildSite(
      { seeds, out, templates },
      config,
      { releases: false, allowRemovals: false },
      { beginning: beginningOf(seeds, templates, null), cache: null, threads: 1 },
      onRead,
      () => {},
    );
  build(() => {});
  const before = readFileSync(join(out, "manifest-sha256.txt"), "utf8");
  expect(() => build((done) => done === 32 && takeAway(seeds))).toThrow(SeedsGone);
  expect(readFileSync(join(out, "manifest-sha256.txt"), "utf8")).toBe(before);
  rmSync(seeds, { recursive: true, force: true });
  renameSync(`${seeds}.gone`, seeds);
  expect(build(() => {})).toMatchObject({ outcome: "built", published: { written: 0, removed: 0 } });
});

describe("a copy can be checked", () => {
  const copy = () => join(archive(), "dist");
  const json = (folder: string, ...more: string[]) => {
    const { status, out } = tearsheet(["verify", folder, "--json", ...more], projectFolder);
    return {
      status,
      ...(JSON.parse(out) as { whole: boolean; isForged: boolean; fingerprint: string; files: number } & Record<
        "missing" | "changed" | "added",
        { path: string; headline: string | null }[]
      >),
    };
  };

  test("a good one", () => {
    const folder = copy();
    const { status, whole, fingerprint, files } = json(folder);
    expect([status, whole]).toEqual([0, true]);
    expect(readFileSync(join(folder, "index.html"), "utf8")).toContain(fingerprint);
    expect(spawnSync("sha256sum", ["--check", "--strict", "--quiet", "manifest-sha256.txt"], { cwd: folder }).status).toBe(0);
    expect(files).toBe((readdirSync(folder, { recursive: true }) as string[]).filter((path) => lstatSync(join(folder, path)).isFile()).length - 1);
    expect(json(folder, "--fingerprint", fingerprint).status).toBe(0);
    expect(
      json(
        folder,
        "--fingerprint",
        fingerprint.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
      ),
    ).toMatchObject({ status: 1, isForged: true });
  });

  test("one flipped byte, one missing, one added, one that is a link now", () => {
    const folder = copy();
    const path = join(folder, "2020/05/02/story-1.html");
    const bytes = readFileSync(path);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    rmSync(join(folder, "2020/05/03/story-2.html"));
    writeFileSync(join(folder, "2020/05/03/forged.html"), "x");
    renameSync(join(folder, "404.html"), join(folder, "..", "404.html"));
    symlinkSync("../404.html", join(folder, "404.html"));
    expect(json(folder)).toMatchObject({
      status: 1,
      missing: [{ path: "2020/05/03/story-2.html", headline: "Story 2" }],
      changed: [{ path: "2020/05/02/story-1.html", headline: "Story 1" }, { path: "404.html" }],
      added: [{ path: "2020/05/03/forged.html", headline: null }],
    });
    const { err } = tearsheet(["verify", folder], projectFolder);
    expect(err).toContain("missing  2020/05/03/story-2.html  “Story 2”");
    expect(err).toContain("is not whole");
  });

  test("a manifest that was changed to fit a changed page does not make the fingerprint", () => {
    const folder = copy();
    writeFileSync(join(folder, "404.html"), "forged");
    const { createHash } = process.getBuiltinModule("node:crypto");
    const manifest = readFileSync(join(folder, "manifest-sha256.txt"), "utf8");
    writeFileSync(
      join(folder, "manifest-sha256.txt"),
      manifest.replace(/^[0-9a-f]{64}(?= {2}404\.html$)/m, createHash("sha256").update("forged").digest("hex")),
    );
    expect(json(folder)).toMatchObject({ status: 1, changed: [], isForged: true });
  });

  test("a copy on the web", async () => {
    const folder = copy();
    rmSync(join(folder, "2020/05/03/story-2.html"));
    const server = createServer((request, response) => {
      const path = join(folder, decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname));
      if (!existsSync(path)) response.writeHead(404).end();
      else response.end(readFileSync(path));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const child = tearsheetAside(["verify", `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`, "--json"], projectFolder);
    let out = "";
    child.stdout?.on("data", (data: Buffer) => {
      out += data.toString();
    });
    const status = await new Promise((resolve) => child.once("close", resolve));
    server.close();
    expect([status, JSON.parse(out)]).toMatchObject([1, { missing: [{ path: "2020/05/03/story-2.html", headline: "Story 2" }], changed: [], added: null }]);
  });

  test("what is no copy", () => {
    const root = folderWith({ "x/index.html": "x" });
    expect(tearsheet(["verify", "x"], root)).toMatchObject({ status: 2, err: expect.stringContaining("no manifest-sha256.txt") });
    expect(tearsheet(["verify", "y"], root)).toMatchObject({ status: 2, err: "There is no folder y.\n" });
    expect(tearsheet(["verify"], root).status).toBe(2);
  });
});
