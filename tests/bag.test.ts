/** `tearsheet bag`: complete and valid by RFC 8493, and enough to build the same archive again. */
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { manifestName, tagFiles } from "../src/packing/bagit.ts";
import { bagInfo, bagProblems } from "./helpers/bagit.ts";
import { folderWith, projectFolder, type Run, tearsheet, temporaryFolder } from "./helpers/run.ts";
import { filesOf } from "./helpers/site.ts";

const ferry = "## Ferry Returns\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n";
const jpeg = Buffer.from([255, 216, 255, 224]);

const files = {
  "seeds/ferry.txt": ferry,
  "seeds/ferry.meta.yml": "section: Harbour\n",
  "seeds/100 % true.txt": ferry.replace("Ferry", "Boat"),
  "seeds/two\nlines\r.txt": ferry.replace("Ferry", "Tram"),
  "seeds/паром/паром.md": "# Паром вернулся\n\n15 сентября 2021\n\n![Набережная](вид.jpg)\n\nПаром вернулся в среду, и на набережной было много людей.\n",
  "seeds/паром/вид.jpg": jpeg,
  "seeds/letter.docx": "a document that is not read, and an original all the same",
  "seeds/.git/config": "hidden",
  "templates/style.css": "/* mine */\n",
  "tearsheet.config.json": '{ "title": "The Averill\\nCourier", "description": "All of it.", "baseUrl": "https://archive.example.org" }\n',
  "dist/CNAME": "archive.example.org\n",
};

/** An archive with all that can be in one, built; once for all tests, each of which gets a copy. */
let built: string | null = null;
function archive(more: Readonly<Record<string, string | Uint8Array>> = {}): string {
  if (built === null) {
    built = mkdtempSync(join(tmpdir(), "tearsheet-bag-"));
    cpSync(folderWith(files), built, { recursive: true });
    const { status, err } = tearsheet(["build", "--quiet"], built);
    expect(status, err).toBe(0);
  }
  const root = folderWith(more);
  cpSync(built, root, { recursive: true });
  return root;
}
afterAll(() => {
  if (built !== null) rmSync(built, { recursive: true, force: true });
});

const epoch = { SOURCE_DATE_EPOCH: "1700000000" };
const bag = (root: string, ...words: string[]): Run => tearsheet(["bag", "keep", ...words], root, epoch);
const contentOf = (folder: string) => Object.fromEntries(filesOf(folder).map((path) => [path, readFileSync(join(folder, path), "base64")]));

describe("a bag", () => {
  test("is complete and valid, and holds the originals to the byte", () => {
    const root = archive({ "permalinks.lock.json": "{}\n" });
    const { status, out, err } = bag(root, "--json");
    expect([status, err]).toEqual([0, ""]);
    const keep = join(root, "keep");
    expect(bagProblems(keep)).toEqual([]);
    expect(JSON.parse(out)).toMatchObject({ articles: 4, leftOut: [], files: filesOf(join(keep, "data")).length });
    const seeds = filesOf(join(root, "seeds")).filter((path) => !path.startsWith(".git"));
    expect(filesOf(join(keep, "data/seeds"))).toEqual(seeds);
    for (const path of seeds) expect(readFileSync(join(keep, "data/seeds", path))).toEqual(readFileSync(join(root, "seeds", path)));
    for (const path of ["templates/style.css", "tearsheet.config.json", "permalinks.lock.json"])
      expect(readFileSync(join(keep, "data", path))).toEqual(readFileSync(join(root, path)));
    expect(readFileSync(join(keep, "data/records/articles.jsonl"))).toEqual(readFileSync(join(root, "dist/data/articles.jsonl")));
    expect(existsSync(join(keep, "data/records/article.schema.json"))).toBe(true);
    // The owner's own file in the output is no part of the archive.
    expect(filesOf(join(keep, "data/site"))).toEqual(filesOf(join(root, "dist")).filter((path) => path !== "CNAME"));
    expect(Object.fromEntries(bagInfo(keep))).toMatchObject({
      "Source-Organization": "The Averill Courier",
      "External-Identifier": "https://archive.example.org",
      "Bagging-Date": "2023-11-14",
      "Bag-Software-Agent": expect.stringMatching(/^Tearsheet \d/),
      "Tearsheet-Version": expect.stringMatching(/^\d+\.\d+\.\d+/),
      "Tearsheet-Sources": "included",
      "Tearsheet-Rebuild": "cd data && tearsheet build",
    });
    expect(filesOf(keep).filter((path) => !path.startsWith("data/"))).toEqual([
      "README.txt",
      "bag-info.txt",
      "bagit.txt",
      "manifest-sha512.txt",
      "tagmanifest-sha512.txt",
    ]);
    expect(readFileSync(join(keep, "README.txt"), "utf8")).toContain("cd data && tearsheet build");
  });

  test("moved elsewhere, and everything else lost, builds the same archive again, to the byte", () => {
    const root = archive();
    expect(bag(root).status).toBe(0);
    const moved = join(temporaryFolder(), "moved");
    cpSync(join(root, "keep"), moved, { recursive: true });
    rmSync(root, { recursive: true });
    expect(tearsheet(["build", "--quiet"], join(moved, "data"))).toMatchObject({ status: 0, err: "" });
    expect(filesOf(join(moved, "data/site")).length).toBeGreaterThan(10);
    expect(contentOf(join(moved, "data/dist"))).toEqual(contentOf(join(moved, "data/site")));
  });

  test("of the demonstration archive likewise", () => {
    const root = folderWith({});
    for (const path of ["seeds", "templates", "tearsheet.config.json"]) cpSync(join(projectFolder, path), join(root, path), { recursive: true });
    expect(tearsheet(["build", "--quiet"], root).status).toBe(0);
    expect(bag(root)).toMatchObject({ status: 0 });
    expect(bagProblems(join(root, "keep"))).toEqual([]);
    expect(tearsheet(["build", "--quiet"], join(root, "keep/data")).status).toBe(0);
    expect(contentOf(join(root, "keep/data/dist"))).toEqual(contentOf(join(root, "keep/data/site")));
  });

  test("of settings, folders and a base URL of other names is built again by the command that it states", () => {
    const root = folderWith({
      "articles/a.txt": ferry,
      "look/style.css": "/* mine */\n",
      "my.json": '{ "title": "Mine" }',
      "articles.permalinks.lock.json": '{"version":1,"articles":{}}\n',
    });
    const named = ["--seeds", "articles/", "--out", "public", "--templates", "look", "--config", "my.json", "--base-url", "https://x.example"];
    expect(tearsheet(["build", "--quiet", ...named], root).status).toBe(0);
    expect(bag(root, ...named)).toMatchObject({ status: 0 });
    const data = join(root, "keep/data");
    expect(existsSync(join(data, "permalinks.lock.json"))).toBe(true);
    expect(bagInfo(join(root, "keep")).get("Tearsheet-Rebuild")).toBe("cd data && tearsheet build --base-url 'https://x.example'");
    expect(tearsheet(["build", "--quiet", "--base-url", "https://x.example"], data).status).toBe(0);
    expect(contentOf(join(data, "dist"))).toEqual(contentOf(join(data, "site")));
  });

  test("is the same whenever and wherever it is made of the same", () => {
    const root = archive();
    bag(root);
    renameSync(join(root, "keep"), join(root, "first"));
    tearsheet(["bag", "keep"], root, { ...epoch, TZ: "Pacific/Kiritimati", LC_ALL: "ar_EG.UTF-8" });
    expect(contentOf(join(root, "keep"))).toEqual(contentOf(join(root, "first")));
  });

  test("of an empty archive", () => {
    const root = folderWith({ "seeds/.keep": "" });
    tearsheet(["build", "--quiet"], root);
    expect(bag(root).status).toBe(0);
    expect(bagProblems(join(root, "keep"))).toEqual([]);
    expect(tearsheet(["build", "--quiet"], join(root, "keep/data")).status).toBe(0);
  });

  test("names the fingerprint that the manifest names", () => {
    const root = archive();
    const path = join(root, "dist/manifest-sha256.txt");
    const fingerprint = /^# fingerprint: ([0-9a-f]{64})$/m.exec(readFileSync(path, "utf8"))?.[1] ?? "ab".repeat(32);
    if (!readFileSync(path, "utf8").includes(fingerprint)) writeFileSync(path, `# fingerprint: ${fingerprint}\n${readFileSync(path, "utf8")}`);
    expect(JSON.parse(bag(root, "--json").out)).toMatchObject({ fingerprint });
    expect(bagInfo(join(root, "keep")).get("Tearsheet-Fingerprint")).toBe(fingerprint);
    expect(readFileSync(join(root, "keep/README.txt"), "utf8")).toContain(fingerprint);
  });
});

describe("other programs say so too", () => {
  const has = (program: string) => spawnSync(program, ["--version"]).error === undefined;

  test.skipIf(!has("sha512sum"))("sha512sum (skipped where it is not installed)", () => {
    // It reads no escapes: such names are left to the others.
    const root = archive();
    for (const name of ["100 % true.txt", "two\nlines\r.txt"]) rmSync(join(root, "seeds", name));
    tearsheet(["build", "--quiet", "--allow-removals"], root);
    bag(root);
    const check = () =>
      spawnSync("sha512sum", ["--check", "--strict", "--quiet", "manifest-sha512.txt", "tagmanifest-sha512.txt"], {
        cwd: join(root, "keep"),
        encoding: "utf8",
      });
    expect(check()).toMatchObject({ status: 0, stdout: "" });
    appendFileSync(join(root, "keep/data/seeds/ferry.txt"), " ");
    expect(check()).toMatchObject({ status: 1, stdout: "data/seeds/ferry.txt: FAILED\n" });
  });

  const bagit = ["bagit.py", "bagit"].find(has);
  test.skipIf(bagit === undefined)("the Library of Congress's bagit (skipped where it is not on the PATH)", () => {
    const root = archive();
    bag(root);
    const check = () => spawnSync(bagit ?? "", ["--validate", join(root, "keep")], { encoding: "utf8" });
    expect(check().status, check().stderr).toBe(0);
    appendFileSync(join(root, "keep/data/seeds/ferry.txt"), " ");
    expect(check().status).toBe(1);
  });
});

describe("a bag is refused, and nothing is left behind,", () => {
  const first = (root: string, path: string) => join(root, "dist", path);

  test.each<[string, (root: string) => void, string]>([
    ["where nothing was published", (root) => rmSync(join(root, "dist"), { recursive: true }), "Run `tearsheet build` first"],
    ["where a page was changed", (root) => appendFileSync(first(root, "index.html"), " "), "index.html was changed"],
    ["where a page is missing", (root) => rmSync(first(root, "404.html")), "404.html is missing"],
    ["where the records are missing", (root) => rmSync(first(root, "data/articles.jsonl")), "data/articles.jsonl is missing"],
    [
      "where a page is a link",
      (root) => {
        renameSync(first(root, "index.html"), join(root, "elsewhere.html"));
        symlinkSync("../elsewhere.html", first(root, "index.html"));
      },
      "index.html is a link",
    ],
    ["where an article was changed since", (root) => appendFileSync(join(root, "seeds/ferry.txt"), "\nA word more is told here.\n"), "would differ"],
    ["where an article is new", (root) => writeFileSync(join(root, "seeds/new.txt"), ferry.replace("Ferry", "Train")), "train-returns.html would be new"],
    ["where an article is gone", (root) => rmSync(join(root, "seeds/ferry.txt")), "ferry-returns.html would differ"],
    ["where a sidecar was changed", (root) => writeFileSync(join(root, "seeds/ferry.meta.yml"), "section: Town\n"), "would "],
    ["where a template is new", (root) => writeFileSync(join(root, "templates/not-found.eta"), "<!doctype html><title>Mine</title>"), "404.html would differ"],
    ["where a template fails", (root) => writeFileSync(join(root, "templates/not-found.eta"), "<% if ( %>"), "does not compile"],
    ["where the settings were changed", (root) => writeFileSync(join(root, "tearsheet.config.json"), "{}"), "with the same options"],
  ])("%s", (_name, change, answer) => {
    const root = archive();
    change(root);
    const before = readdirSync(root).sort();
    const { status, err } = bag(root);
    expect(status).toBe(2);
    expect(err).toContain(answer);
    expect(err).not.toContain("    at ");
    expect(readdirSync(root).sort()).toEqual(before);
  });

  test.each<[string, readonly string[], Record<string, string>, string]>([
    ["without a place", ["bag"], {}, "Name a new folder"],
    ["in two places", ["bag", "a", "b"], {}, "one folder"],
    ["in a folder that holds something", ["bag", "full"], {}, "never written over"],
    ["in place of a file", ["bag", "tearsheet.config.json"], {}, "never written over"],
    ["among the articles", ["bag", "seeds/keep"], {}, "cannot lie in seeds"],
    ["in the archive", ["bag", "dist/keep"], {}, "cannot lie in dist"],
    ["of articles that are not there", ["bag", "keep", "--seeds", "none"], {}, "There is no folder none"],
    ["on no day", ["bag", "keep"], { SOURCE_DATE_EPOCH: "yesterday" }, "SOURCE_DATE_EPOCH"],
  ])("%s", (_name, words, environment, answer) => {
    const root = archive({ "full/mine.txt": "mine" });
    const before = contentOf(root);
    const { status, err } = tearsheet(words, root, environment);
    expect(status).toBe(2);
    expect(err).toContain(answer);
    expect(contentOf(root)).toEqual(before);
  });

  test("but not for an empty folder", () => {
    const root = archive();
    mkdirSync(join(root, "keep"));
    expect(bag(root).status).toBe(0);
    expect(bagProblems(join(root, "keep"))).toEqual([]);
  });
});

test("what cannot be taken along is left out and said", () => {
  const root = folderWith({ "seeds/good.txt": ferry, "seeds/closed.txt": ferry, "seeds/shut/a.txt": ferry, "elsewhere.txt": "secret" });
  symlinkSync("../elsewhere.txt", join(root, "seeds/link.txt"));
  symlinkSync("../elsewhere.txt", join(root, "seeds/link.docx"));
  const hasPipe = spawnSync("mkfifo", [join(root, "seeds/pipe.txt")]).status === 0;
  chmodSync(join(root, "seeds/closed.txt"), 0);
  chmodSync(join(root, "seeds/shut"), 0);
  chmodSync(root, 0o777);
  // The superuser may read everything: the program is run as somebody else then.
  const nobody = process.getuid?.() === 0 ? 65534 : undefined;
  tearsheet(["build", "--quiet"], root, {}, nobody);
  const { status, out, err } = tearsheet(["bag", "keep", "--json", "--strict"], root, {}, nobody);
  chmodSync(join(root, "seeds/shut"), 0o700);
  expect(status, err).toBe(1);
  const { leftOut } = JSON.parse(out) as { leftOut: { path: string; reason: string }[] };
  expect(leftOut.map(({ path }) => path).sort()).toEqual(["closed.txt", "link.docx", "link.txt", ...(hasPipe ? ["pipe.txt"] : []), "shut"]);
  expect(err).toContain("seeds/link.txt is a link, and is not in the bag.");
  expect(filesOf(join(root, "keep/data/seeds"))).toEqual(["good.txt"]);
  expect(bagProblems(join(root, "keep"))).toEqual([]);
}, 120_000);

test("a bag for the public has no sources, and says so", () => {
  const root = archive({ "permalinks.lock.json": "{}\n", "redactions.yml": "[]\n" });
  expect(bag(root, "--redacted")).toMatchObject({ status: 0, err: expect.stringContaining("without the sources") });
  const keep = join(root, "keep");
  expect(bagProblems(keep)).toEqual([]);
  expect(readdirSync(join(keep, "data")).sort()).toEqual(["records", "site"]);
  expect(bagInfo(keep).get("Tearsheet-Sources")).toBe("withheld");
  expect(bagInfo(keep).has("Tearsheet-Rebuild")).toBe(false);
  expect(readFileSync(join(keep, "README.txt"), "utf8")).toMatch(/withheld/);
  expect(readFileSync(join(keep, "README.txt"), "utf8")).not.toContain("data/seeds");
  // It is held against its sources all the same: what was taken back since is not in it.
  rmSync(keep, { recursive: true });
  rmSync(join(root, "seeds/ferry.txt"));
  expect(bag(root, "--redacted")).toMatchObject({ status: 2, err: expect.stringContaining("would differ") });
});

test("with redactions, the bag that holds the sources says that it is not for the public", () => {
  const root = archive({ "redactions.yml": "[]\n" });
  bag(root);
  expect(readFileSync(join(root, "keep/data/redactions.yml"), "utf8")).toBe("[]\n");
  expect(readFileSync(join(root, "keep/README.txt"), "utf8")).toMatch(/Do not publish\s+this bag/);
});

test("the checker of these tests finds every damage", () => {
  const root = archive();
  bag(root);
  const keep = join(root, "keep");
  const damaged = filesOf(keep).filter((path) => !path.startsWith("data/site/") || path === "data/site/index.html");
  for (const path of damaged) {
    const content = readFileSync(join(keep, path));
    const flipped = Buffer.from(content);
    flipped[0] = (flipped[0] ?? 0) ^ 1;
    writeFileSync(join(keep, path), flipped);
    expect(bagProblems(keep), path).not.toEqual([]);
    rmSync(join(keep, path));
    // Three files are looked for by name: without them the checker throws.
    if (!/^(?:bagit|bag-info)\.txt$/.test(path)) expect(bagProblems(keep).length > 0 || path === "tagmanifest-sha512.txt", path).toBe(true);
    writeFileSync(join(keep, path), content);
  }
  expect(damaged.length).toBeGreaterThan(12);
  writeFileSync(join(keep, "data/added.txt"), "");
  expect(bagProblems(keep)).toContain("manifest-sha512.txt: data/added.txt is not listed");
});

describe("tag files", () => {
  test("a worked example", () => {
    const empty = "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e";
    const files = tagFiles(
      [
        { path: "data/b\n%.txt", bytes: 2, sha512: "22" },
        { path: "data/a.txt", bytes: 40, sha512: "11" },
      ],
      [
        ["Source-Organization", " The\r\n Courier "],
        ["Nothing", " \n"],
      ],
      new Map([["empty.txt", ""]]),
    );
    expect(files.get("manifest-sha512.txt")).toBe("11  data/a.txt\n22  data/b%0A%25.txt\n");
    expect(files.get("bag-info.txt")).toBe("Source-Organization: The Courier\nPayload-Oxum: 42.2\n");
    expect(
      files
        .get("tagmanifest-sha512.txt")
        ?.split("\n")
        .map((line) => line.slice(130)),
    ).toEqual(["bag-info.txt", "bagit.txt", "empty.txt", "manifest-sha512.txt", ""]);
    expect(files.get("tagmanifest-sha512.txt")).toContain(`${empty}  empty.txt\n`);
  });

  test("every name stays on its line and can be told again", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("%", "\n", "\r", "2", "5", "0", "A", "D", "ж", "/", " ") }), (name) => {
        const written = manifestName(name);
        expect(written).not.toMatch(/[\r\n]/);
        expect(written.replace(/%(0A|0D|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))).toBe(name);
      }),
    );
  });
});
