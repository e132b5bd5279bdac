/** A build as its owner sees it: what is published, what is said, and that every file is accounted for. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, tearsheet } from "./helpers/run.ts";

const ferry =
  "## Ferry Returns\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n\n## Related article: Ferry Leaves\n";
const leaves = "## Ferry Leaves\n\nBy Jane Roe\n\nSeptember 1, 2021\n\nThe ferry left on Wednesday, and the harbour was full of people who waved.\n";

const filesIn = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).filter((path) => statSync(join(folder, path)).isFile()).sort();
const json = (out: string) => JSON.parse(out) as Record<string, number> & { diagnostics: { code: string; file: string }[] };

describe("every input file is accounted for", () => {
  const folder = () => {
    const root = folderWith({
      "seeds/good.txt": ferry,
      "seeds/empty.txt": "",
      "seeds/blank.md": " \n\n\t\n",
      "seeds/headline-only.txt": "## Ferry Returns Alone\n",
      "seeds/no-date.txt": leaves.replace("September 1, 2021", ""),
      "seeds/two-dates.txt":
        "## Two Days\n\nSeptember 1, 2021\n\nSeptember 2, 2020\n\nThe ferry left on Wednesday, and the harbour was full of people who waved.\n",
      // A sentence in Greek, in windows-1253: a language whose letters no table has.
      "seeds/greek.txt": Buffer.from(
        "2320d4ef20f0ebefdfef20e5f0ddf3f4f1e5f8e520f4e7ed20d4e5f4dcf1f4e720f3f4ef20ebe9ecdcede92c20e5dff0e520ef20f6fdebe1eae1f20a",
        "hex",
      ),
      "seeds/binary.txt": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 255, 254]),
      "seeds/large.txt": `## A Long One\n\nMay 1, 2020\n\n${"The ferry left on Wednesday, and the harbour was full of people who waved.\n\n".repeat(70_000)}`,
      "seeds/broken.md": "---\ntitle: He said: no\n---\n\nText.\n",
      "seeds/draft.md": "---\ntitle: Not yet\ndraft: true\n---\n\nText.\n",
      "seeds/picture.jpg": Buffer.from([255, 216, 255, 224]),
      "seeds/notes.docx": "x",
      "seeds/.hidden/a.txt": "hidden",
      "seeds/folder.txt/inside.txt": leaves,
    });
    symlinkSync(join(root, "seeds/good.txt"), join(root, "seeds/link.txt"));
    return root;
  };

  test("good, bad and other", () => {
    const root = folder();
    const { status, out, err } = tearsheet(["build", "--json"], root);
    expect(status, err).toBe(1);
    const { read, published, refused, ignored, diagnostics } = json(out);
    expect({ read, published, refused, ignored }).toEqual({ read: 17, published: 6, refused: 7, ignored: 4 });
    const about = (file: string) => diagnostics.filter((each) => each.file === file).map(({ code }) => code);
    expect(about("empty.txt")).toEqual(["seed-empty"]);
    expect(about("blank.md")).toEqual(["seed-empty"]);
    expect(about("headline-only.txt")).toEqual(["body-missing", "date-missing"]);
    expect(about("no-date.txt")).toEqual(["date-missing"]);
    expect(about("two-dates.txt")).toEqual(["claims-differ"]);
    expect(about("greek.txt")).toEqual(["encoding-unknown"]);
    expect(about("binary.txt")).toEqual(["seed-binary"]);
    expect(about("large.txt")).toEqual(["seed-large"]);
    expect(about("broken.md")).toEqual(["front-matter-invalid"]);
    expect(about("draft.md")).toEqual(["draft-ignored"]);
    expect(about("folder.txt")).toEqual(["seed-not-a-file"]);
    expect(about("link.txt")).toEqual(["seed-not-a-file"]);
    expect(err).toMatch(/1:3.*0xd4/s);
    expect(err).toContain("> 2 | title: He said: no");
  });

  test("an unreadable file and an unreadable folder", () => {
    const root = folderWith({ "seeds/good.txt": ferry, "seeds/closed.txt": leaves, "seeds/shut/a.txt": leaves });
    chmodSync(join(root, "seeds/closed.txt"), 0);
    chmodSync(join(root, "seeds/shut"), 0);
    chmodSync(root, 0o777);
    // The superuser may read everything: the program is run as somebody else then.
    const nobody = process.getuid?.() === 0 ? 65534 : undefined;
    const { out } = tearsheet(["build", "--json"], root, {}, nobody);
    chmodSync(join(root, "seeds/shut"), 0o700);
    const { read, published, refused, diagnostics } = json(out);
    expect({ read, published, refused }).toEqual({ read: 3, published: 1, refused: 2 });
    expect(
      diagnostics
        .filter(({ code }) => code === "seed-unreadable")
        .map(({ file }) => file)
        .sort(),
    ).toEqual(["closed.txt", "shut"]);
  });

  test("a pipe is refused and does not hang the build", () => {
    const root = folderWith({ "seeds/good.txt": ferry });
    const { spawnSync } = process.getBuiltinModule("node:child_process");
    if (spawnSync("mkfifo", [join(root, "seeds/pipe.txt")]).status !== 0) return;
    const { read, refused } = json(tearsheet(["build", "--json"], root).out);
    expect([read, refused]).toEqual([2, 1]);
  });
});

describe("the output folder", () => {
  test("a second build writes nothing, a change writes what shows it, a removal removes it", () => {
    const root = folderWith({ "seeds/a.txt": ferry, "seeds/b.txt": leaves });
    const first = json(tearsheet(["build", "--json"], root).out);
    expect(first["written"]).toBe(filesIn(join(root, "dist")).length - 1);
    expect(json(tearsheet(["build", "--json"], root).out)).toMatchObject({ written: 0, removed: 0, unchanged: first["written"] });
    writeFileSync(join(root, "seeds/b.txt"), leaves.replace("who waved", "who wept"));
    const changed = json(tearsheet(["build", "--json"], root).out);
    expect(changed["written"]).toBeGreaterThan(0);
    expect(changed["written"]).toBeLessThan(first["written"] ?? 0);
    rmSync(join(root, "seeds/b.txt"));
    writeFileSync(join(root, "seeds/c.txt"), ferry.replace("Ferry Returns", "Ferry Returns Again"));
    const pages = () => filesIn(join(root, "dist")).filter((path) => path.endsWith(".html"));
    // A day of the year on which nothing is left has no page; every address of an article has.
    const before = pages().filter((path) => !/^(?:on-this-day|wanted)\//.test(path));
    tearsheet(["build", "--allow-removals"], root);
    expect(pages()).toEqual(expect.arrayContaining(before));
    expect(existsSync(join(root, "dist/2021/09/01/ferry-leaves.html"))).toBe(true);
    writeFileSync(join(root, "seeds/c.txt"), `---\nsection: Harbour\n---\n${ferry.replace("Ferry Returns", "Ferry Returns Again")}`);
    expect(json(tearsheet(["build", "--json"], root).out)["removed"]).toBe(0);
    expect(existsSync(join(root, "dist/sections/harbour.html"))).toBe(true);
    writeFileSync(join(root, "seeds/c.txt"), ferry.replace("Ferry Returns", "Ferry Returns Again"));
    expect(json(tearsheet(["build", "--json"], root).out)["removed"]).toBeGreaterThan(0);
    expect(existsSync(join(root, "dist/sections"))).toBe(false);
  });

  test("what the program did not write stays", () => {
    const root = folderWith({ "seeds/a.txt": ferry, "dist/CNAME": "archive.example.org", "dist/2021/mine.txt": "mine" });
    tearsheet(["build"], root);
    rmSync(join(root, "seeds/a.txt"));
    writeFileSync(join(root, "seeds/b.txt"), leaves.replaceAll("2021", "2019"));
    tearsheet(["build", "--allow-removals"], root);
    expect(filesIn(join(root, "dist"))).toEqual(expect.arrayContaining(["2021/mine.txt", "CNAME"]));
  });

  test("the manifest names every file with its digest", () => {
    const root = folderWith({ "seeds/a.txt": ferry });
    tearsheet(["build"], root);
    const { createHash } = process.getBuiltinModule("node:crypto");
    const lines = readFileSync(join(root, "dist/manifest-sha256.txt"), "utf8")
      .trimEnd()
      .split("\n")
      .filter((line) => !line.startsWith("#"));
    expect(lines.map((line) => line.slice(66))).toEqual(filesIn(join(root, "dist")).filter((path) => path !== "manifest-sha256.txt"));
    for (const line of lines)
      expect(
        createHash("sha256")
          .update(readFileSync(join(root, "dist", line.slice(66))))
          .digest("hex"),
      ).toBe(line.slice(0, 64));
  });

  test("seeds and output may not lie in each other", () => {
    const root = folderWith({ "seeds/a.txt": ferry });
    for (const out of ["seeds", "seeds/dist", "."]) {
      const { status, err } = tearsheet(["build", "--out", out], root);
      expect([status, err]).toEqual([2, expect.stringContaining("separate folders")]);
    }
  });

  test("the same bytes in another zone, another language, another place", () => {
    const files = {
      "seeds/a.txt": ferry,
      "seeds/b.txt": leaves,
      "seeds/c/d.md": "---\ntitle: Ünder\ndate: 2021-09-15T23:30:00-08:00\n---\n\nText of some length, that is a paragraph.\n",
    };
    const trees = [
      { TZ: "UTC", LC_ALL: "C" },
      { TZ: "Pacific/Kiritimati", LC_ALL: "th_TH.UTF-8", LANG: "tr_TR.UTF-8" },
    ].map((environment) => {
      const root = folderWith(files);
      tearsheet(["build"], root, environment);
      return readFileSync(join(root, "dist/manifest-sha256.txt"), "utf8");
    });
    expect(trees[1]).toBe(trees[0]);
  });
});

test("articles at one address are told apart the same way, whatever the order", () => {
  const twins = { "seeds/x.txt": ferry, "seeds/m/y.txt": ferry.replace("harbour", "port"), "seeds/a.txt": ferry.replace("people", "gulls") };
  const ids = [twins, Object.fromEntries(Object.entries(twins).reverse())].map((files) => {
    const root = folderWith(files);
    tearsheet(["build"], root);
    return filesIn(join(root, "dist/2021/09/15")).filter((path) => path.endsWith(".html"));
  });
  expect(ids[0]).toHaveLength(3);
  expect(ids[0]).toContain("ferry-returns.html");
  expect(ids[1]).toEqual(ids[0]);
});

test("related headlines lead both ways", () => {
  const root = folderWith({ "seeds/a.txt": ferry, "seeds/b.txt": leaves });
  tearsheet(["build"], root);
  expect(readFileSync(join(root, "dist/2021/09/15/ferry-returns.html"), "utf8")).toContain('href="../01/ferry-leaves.html"');
  expect(readFileSync(join(root, "dist/2021/09/01/ferry-leaves.html"), "utf8")).toContain('href="../15/ferry-returns.html"');
  const record = JSON.parse(readFileSync(join(root, "dist/data/articles.jsonl"), "utf8").trimEnd().split("\n")[1] ?? "");
  expect(record.related).toEqual([{ headline: "Ferry Leaves", url: null, article: "2021/09/01/ferry-leaves", after: 1 }]);
});

test("a link in a text to the address of another article leads to that article, and back", () => {
  const root = folderWith({
    "seeds/a.txt": ferry.replace("the harbour was", "[as we wrote](https://www.courier.example/leaves?a=1&b=2), the harbour was"),
    "seeds/b.md": `${leaves}\n[Original article](https://courier.example/leaves/?a=1&b=2&utm_source=x)\n`,
    "seeds/c.md": leaves.replace("Ferry Leaves", "Another").replace("the harbour was", "[then](https://courier.example/leaves?a=1&b=2) the harbour was"),
  });
  tearsheet(["build"], root);
  expect(readFileSync(join(root, "dist/2021/09/15/ferry-returns.html"), "utf8")).toContain('<a href="../01/ferry-leaves.html">as we wrote</a>');
  expect(readFileSync(join(root, "dist/2021/09/01/another.html"), "utf8")).toContain('<a href="ferry-leaves.html">then</a>');
  const target = readFileSync(join(root, "dist/2021/09/01/ferry-leaves.html"), "utf8");
  expect(target).toContain('href="another.html"');
  expect(target).toContain('href="../15/ferry-returns.html"');
});

describe("the owner's templates", () => {
  test("a file of the same name wins", () => {
    const root = folderWith({ "seeds/a.txt": ferry, "templates/not-found.eta": "<!doctype html><title>Mine</title>", "templates/style.css": "/* mine */" });
    expect(tearsheet(["build"], root).status).toBe(0);
    expect(readFileSync(join(root, "dist/404.html"), "utf8")).toContain("<title>Mine</title>");
    expect(readFileSync(join(root, "dist/assets/style.css"), "utf8")).toBe("/* mine */");
  });

  test.each([
    ["one that would print without escaping", "<p><%~ it.site.title %></p>", "without escaping"],
    ["one that does not compile", "<p>\n<% if ( %></p>", "does not compile"],
    ["one that fails", "<p>\n<%= it.nothing.at.all %></p>", "fails"],
  ])("%s is reported and nothing else is tried", (_name, source, reason) => {
    const root = folderWith({ "seeds/a.txt": ferry, "templates/not-found.eta": source });
    const { status, err } = tearsheet(["build"], root);
    expect(status).toBe(2);
    expect(err).toContain("not-found.eta");
    expect(err).toContain(reason);
  });

  test("what they print is escaped", () => {
    const root = folderWith({
      "seeds/a.txt": ferry.replace("Ferry Returns", '<script>alert(1)</script> & "quotes"'),
      "templates/article.eta":
        '<!doctype html><title><%= it.article.title %></title><p title="<%= it.article.title %>"><% for (const piece of it.pieces) { %><%= piece.html %><% } %>',
    });
    tearsheet(["build"], root);
    const [page = ""] = filesIn(join(root, "dist/2021/09/15"));
    const html = readFileSync(join(root, "dist/2021/09/15", page), "utf8");
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;");
    expect(html).toContain('<p id="p1">The ferry came back');
  });
});

test("an empty archive is an archive", () => {
  const root = folderWith({});
  mkdirSync(join(root, "seeds"));
  const { status } = tearsheet(["build"], root);
  expect(status).toBe(0);
  expect(filesIn(join(root, "dist"))).toContain("index.html");
});

test("two pictures whose names differ in case are two files", () => {
  const jpeg = Buffer.from([255, 216, 255, 224]);
  const root = folderWith({
    "seeds/a.md": "# A\n\nMay 1, 2020\n\n![one](Photo.jpg)\n\nText of it is a sentence of its own.\n\n![two](photo.jpg)\n",
    "seeds/Photo.jpg": jpeg,
    "seeds/photo.jpg": jpeg,
  });
  const { status } = tearsheet(["build"], root);
  expect(status).toBe(0);
  expect(filesIn(join(root, "dist/pictures"))).toHaveLength(2);
});

test("pictures of the front matter and of the text each stand where they belong", () => {
  const jpeg = Buffer.from([255, 216, 255, 224]);
  const root = folderWith({
    "seeds/a.md":
      "---\ntitle: A\ndate: 2020-05-01\nimage: cover.jpg\nrelated: [Alpha]\n---\n\nText of it is a sentence.\n\n![inside](inside.jpg)\n\nRelated: Beta\n\nMore of it, a sentence again.\n",
    "seeds/cover.jpg": jpeg,
    "seeds/inside.jpg": jpeg,
  });
  tearsheet(["build"], root);
  const page = readFileSync(join(root, "dist/2020/05/01/a.html"), "utf8");
  const html = page.slice(page.indexOf("<article"));
  const order = ["cover.jpg", "Text of it", "inside.jpg", "Beta", "More of it", "Alpha"].map((each) => html.indexOf(each));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(Math.min(...order)).toBeGreaterThan(0);
});

test("somebody else's file in the way stops the build before anything is written", () => {
  const root = folderWith({ "seeds/a.txt": ferry, "dist/index.html": "mine", "dist/404.html": "mine" });
  const { status, err } = tearsheet(["build"], root);
  expect(status).toBe(2);
  expect(err).toContain("index.html and 1 other file in dist were not written by Tearsheet");
  expect(filesIn(join(root, "dist"))).toEqual(["404.html", "index.html"]);
  expect(readFileSync(join(root, "dist/index.html"), "utf8")).toBe("mine");
});

test("a page that its owner changed after the build is not removed", () => {
  const root = folderWith({ "seeds/a.txt": ferry, "seeds/b.txt": `---\nsection: Harbour\n---\n${leaves}` });
  tearsheet(["build"], root);
  writeFileSync(join(root, "dist/sections/harbour.html"), "mine now");
  writeFileSync(join(root, "seeds/b.txt"), leaves);
  tearsheet(["build"], root);
  expect(readFileSync(join(root, "dist/sections/harbour.html"), "utf8")).toBe("mine now");
});

test("a file with thousands of doubts is reported in a moment", () => {
  const root = folderWith({ "seeds/a.txt": `## A\n\n${"03/04/2019\n\nText of it is a sentence of its own, and longer.\n\n".repeat(3000)}03/04/2019\n` });
  const { err } = tearsheet(["check"], root);
  expect(err.split("\n").length).toBeLessThan(700);
});
