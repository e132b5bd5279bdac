/** The command line: what it prints where, and with what status it ends. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, projectFolder, tearsheet, temporaryFolder } from "./helpers/run.ts";

const ferry = "## Ferry Returns\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n";

describe("help", () => {
  test("--version and --help", () => {
    expect(tearsheet(["--version"], projectFolder).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    const { out, status } = tearsheet(["--help"], projectFolder);
    expect(status).toBe(0);
    for (const command of ["build", "inspect", "check"]) expect(out).toContain(command);
    expect(tearsheet(["build", "--help"], projectFolder).out).toContain("--out DIR");
  });

  test.each([
    [["biuld"], "Did you mean `build`"],
    [["build", "--sedes", "x"], "Did you mean --seeds"],
    [["build", "--seeds"], "--seeds"],
    [["build", "--seeds", "nowhere"], "There is no folder nowhere"],
    [["build", "article.txt"], "takes no file"],
    [["build", "--base-url", "archive"], "no web address"],
    [["build", "--config", "none.json"], "no file none.json"],
    [["inspect"], "Name the files"],
  ])("%j is answered with what to do, and status 2", (words, answer) => {
    const { status, err, out } = tearsheet(words, temporaryFolder());
    expect(status).toBe(2);
    expect(err).toContain(answer);
    expect(err).not.toContain("    at ");
    expect(out).toBe("");
  });
});

describe("build", () => {
  test("people are told on standard error, in plain lines when nobody watches", () => {
    const root = folderWith({ "seeds/a.txt": ferry });
    const { status, out, err } = tearsheet(["build"], root);
    expect(status).toBe(0);
    expect(out).toBe("");
    expect(err).toMatch(
      /^Read 1 file: 1 published \(1 article\), 0 refused, 0 ignored; 0 warnings\.\nWrote \d+ pages to dist: \d+ files new or changed, 0 as before, 0 removed; \d+\.\d s\.\nFingerprint of the archive: [0-9a-f]{64}\n$/,
    );
  });

  test("--json prints one object with the sums of the contract", () => {
    const { out } = tearsheet(["build", "--json"], folderWith({ "seeds/a.txt": ferry }));
    expect(Object.keys(JSON.parse(out)).sort()).toEqual([
      "diagnostics",
      "ignored",
      "milliseconds",
      "pages",
      "published",
      "read",
      "refused",
      "removed",
      "unchanged",
      "written",
    ]);
  });

  test("--quiet says nothing where nothing is wrong; --strict makes warnings count", () => {
    const root = folderWith({ "seeds/a.txt": ferry.replace("September 15, 2021", "") });
    expect(tearsheet(["build", "--quiet"], root)).toEqual({ status: 0, out: "", err: "" });
    expect(tearsheet(["build", "--strict"], root).status).toBe(1);
  });
});

describe("the configuration", () => {
  const build = (config: string) => tearsheet(["build"], folderWith({ "seeds/a.txt": ferry, "tearsheet.config.json": config }));

  test.each([
    ['{\n  "titel": "A"\n}', "2:3", "Did you mean `title`"],
    ['{\n  "title": 5\n}', "2:3", "text in quotes"],
    ['{\n  "title": "A",\n}', "3:1", "no JSON"],
    ['{\n  "baseUrl": "archive.example.org"\n}', "2:3", "https://"],
    ['{\n  "folders": {\n    "a": { "langauge": "en" }\n  }\n}', "3:12", "Did you mean `language`"],
    ['{\n  "folders": {\n    "a": { "dateOrder": "year" }\n  }\n}', "3:12", "day-month"],
    ['{ "language": "klingon!" }', "1:3", "language tag"],
    ["[]", "1:1", "list of settings"],
  ])("%s: place, reason, what to do", (config, place, reason) => {
    const { status, err } = build(config);
    expect(status).toBe(2);
    expect(err).toContain("tearsheet.config.json");
    expect(err).toContain(place);
    expect(err).toContain(reason);
  });

  test("folders, publications and the base URL are used", () => {
    const root = folderWith({
      "seeds/paper/a.txt": `${ferry.replace("September 15, 2021", "03/04/2019")}\nSource: https://www.bay.example/x\n`,
      "tearsheet.config.json":
        '{ "folders": { "paper": { "dateOrder": "day-month", "section": "Town" } }, "publications": { "bay.example": "Bay News" }, "baseUrl": "https://archive.example.org/" }',
    });
    const { out } = tearsheet(["inspect", "seeds/paper/a.txt", "--json"], root);
    expect(JSON.parse(out)).toMatchObject({ date: "2019-04-03", section: "Town", publication: "Bay News", file: "paper/a.txt" });
  });
});

describe("inspect", () => {
  test("a record a line, data on standard output and nothing else", () => {
    const root = folderWith({ "seeds/a.txt": ferry, "seeds/b.txt": ferry.replace("Ferry", "Boat") });
    const { status, out, err } = tearsheet(["inspect", "seeds/a.txt", "seeds/b.txt", "--json"], root);
    expect([status, err]).toEqual([0, ""]);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual(["2021/09/15/ferry-returns", "2021/09/15/boat-returns"]);
  });

  test("without --json, for the eye, with the lines of each field", () => {
    const { out } = tearsheet(["inspect", "seeds/a.txt"], folderWith({ "seeds/a.txt": ferry }));
    expect(out).toMatch(/^headline +Ferry Returns {2}\[line 1, headed, stated\]$/m);
  });

  test("a file that is not there", () => {
    const { status, err } = tearsheet(["inspect", "seeds/none.txt"], folderWith({ "seeds/a.txt": ferry }));
    expect(status).toBe(1);
    expect(err).toContain("ENOENT");
  });
});

test("check --json says what became of every file, and why", () => {
  const root = folderWith({
    "seeds/a.txt": ferry,
    "seeds/two.txt": `Document 1 of 2\n\n${ferry}\nDocument 2 of 2\n\n${ferry.replace("Ferry", "Boat")}`,
    "seeds/empty.md": "",
    "seeds/photo.jpg": "x",
    "seeds/a.meta.yml": "section: Town\n",
    "seeds/list.csv": "x",
    "seeds/.DS_Store": "x",
  });
  const { out, status } = tearsheet(["check", "--json"], root);
  expect(status).toBe(1);
  const { files, read, published, refused, ignored } = JSON.parse(out);
  expect({ read, published, refused, ignored }).toEqual({ read: 7, published: 2, refused: 1, ignored: 4 });
  expect(files).toEqual([
    { file: ".DS_Store", outcome: "ignored", reason: "file-hidden", articles: [] },
    { file: "a.meta.yml", outcome: "ignored", reason: "file-sidecar", articles: [] },
    { file: "a.txt", outcome: "published", reason: null, articles: ["2021/09/15/ferry-returns"] },
    { file: "empty.md", outcome: "refused", reason: "seed-empty", articles: [] },
    { file: "list.csv", outcome: "ignored", reason: "file-ignored", articles: [] },
    { file: "photo.jpg", outcome: "ignored", reason: "file-picture", articles: [] },
    { file: "two.txt", outcome: "published", reason: null, articles: ["2021/09/15/boat-returns", expect.stringMatching(/^2021\/09\/15\/ferry-returns-/)] },
  ]);
});

test("check writes nothing and says everything", () => {
  const root = folderWith({ "seeds/a.txt": `${ferry}\n## Related article: Nowhere to Be Found\n` });
  const { status, err } = tearsheet(["check"], root);
  expect(status).toBe(0);
  expect(err).toContain("Nowhere to Be Found");
  expect(err).toContain("1 remark");
  const { existsSync } = process.getBuiltinModule("node:fs");
  expect(existsSync(join(root, "dist"))).toBe(false);
});

test("a file cannot command the terminal", () => {
  const { err } = tearsheet(["check"], folderWith({ "seeds/\u001b[31mred.txt": "## A\n\nFebruary 30, 2021\u001b[2J\u202e\n" }));
  expect(err).not.toMatch(/\u001b|\u202e/);
});
