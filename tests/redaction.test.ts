/** Taking something back: `redactions.yml`, what it does to an archive, and how an owner is told. */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { readRedactions } from "../src/build/redactions.ts";
import type { Redaction } from "../src/model/redaction.ts";
import type { House } from "../src/model/seed.ts";
import { readSeed } from "../src/parse/read-seed.ts";
import { soughtOf, withhold } from "../src/text/withhold/withhold.ts";
import { leaksIn, withArchive } from "./helpers/redaction.ts";
import { folderWith, tearsheet } from "./helpers/run.ts";
import { filesOf } from "./helpers/site.ts";

const entry = (target: string, mark = "[name withheld]", kind: Redaction["kind"] = "replace"): Redaction => ({
  kind,
  target,
  mark,
  within: null,
  reason: null,
  file: "redactions.yml",
  line: 1,
});
const without = (text: string, ...targets: readonly string[]) => withhold(text, soughtOf(targets.map((target) => entry(target))), () => () => "plain").text;

describe("words are found", () => {
  test.each([
    ["Ivan Petrov spoke", "[name withheld] spoke"],
    ["IVAN PETROV, ivan petrov", "[name withheld], [name withheld]"],
    ["Ivan\u00a0 Petrov’s boat", "[name withheld]’s boat"],
    ["Iv\u00adan Pet\u200brov", "[name withheld]"],
    ["Iva\u0301n Petrov", "[name withheld]"],
    ["Ｉｖａｎ Petrov", "[name withheld]"],
    ["**Ivan** _Petrov_", "**[name withheld]_"],
    ["<b>Iv</b>an <i>Petrov</i>", "<b>[name withheld]</i>"],
    ["&#73;v&#x61;n&nbsp;Petrov", "[name withheld]"],
    ["IVAN&NBSP;PETROV", "[name withheld]"],
    ["<!-- [Ivan](https://example.org/a) Petrov -->", "<!-- [name withheld] -->"],
    ["&amp;#73;van Petrov", "[name withheld]"],
    ['"\\u0049van\\nPetrov"', '"[name withheld]"'],
    ["I v a n  P e t r o v", "[name withheld]"],
    ["#FreeIvanPetrov ivanpetrov1987", "#Free[name withheld] [name withheld]1987"],
    ["ivan_petrov, ivan-petrov, ivan-petrovs-boat", "[name withheld], [name withheld], [name withheld]s-boat"],
    ["write to ivan.petrov@example.org.", "write to [address withheld]"],
    ["see https://x.example.org/2021/%49van-petrov?a=b, and go", "see [address withheld], and go"],
    ["[words](https://x.example.org/ivan-petrov) and ![a boat](ivan-petrov.jpg)", "[words] [address withheld] and ![a boat](withheld)"],
    ['<a href="https://x.example.org/ivan-petrov">boat</a>', "<a>boat</a>"],
  ])("%j", (text, expected) => {
    expect(without(text, "Ivan Petrov")).toBe(expected);
  });

  test("and no others", () => {
    for (const text of ["Annex, Joanna, Anne", "an n", "I ran to Iran’s", "Petrovich and Ivanov", "ran an"])
      expect(without(text, "Ann", "Ivan Petrov", "Ivan", "Petrov")).toBe(text);
    expect(without("I ran from Iran", "Iran")).toBe("I ran from [name withheld]");
  });

  test("in other scripts", () => {
    expect(without("СЕМЁН ЙОД и Семен Йод, не Семёна", "Семён Йод")).toBe("[name withheld] и [name withheld], не Семёна");
    expect(without("记者李明说", "李明")).toBe("记者[name withheld]说");
    expect(without("وسامي الخَوري قال", "سامي الخوري")).toBe("و[name withheld] قال");
    expect(without("O’Brien, O'BRIEN, OBrien; Mar’jana, Марʼяна", "O'Brien", "Мар'яна")).toBe(
      "[name withheld], [name withheld], [name withheld]; Mar’jana, [name withheld]",
    );
    expect(without("Straße, STRASSE", "Straße")).toBe("[name withheld], [name withheld]");
  });

  test("over line ends, which stay", () => {
    expect(without("a Ivan\r\n> Petrov b\n", "Ivan Petrov")).toBe("a [name withheld]\r\n> b\n");
    expect(without("> It was Ivan\n>\n> Petrov.\n", "Ivan Petrov")).toBe("> It was [name withheld]\n>\n> .\n");
    expect(without("one two\nthree four\nfive.\nsix", "“two three four five.”")).toBe("one [name withheld]\n\n\nsix");
  });
});

/** Texts of a quarter of a megabyte that a search could lose itself in. */
describe("a text cannot hold up the search", () => {
  const large = 1 << 18;
  test.each([
    "a",
    "\\",
    "<",
    "<!--",
    "&",
    "%4",
    "](",
    "[^",
    "@",
    ' href="',
    "http://",
    "*",
    "Ivan ",
    "Ivan Petrov ",
    "Ivan Petrov@",
    "---\na: Ivan Petrov\n",
    "\u00ad",
    "I v",
    "Ivan-\n",
  ])("%j, again and again", (piece) => {
    const text = piece.repeat(Math.floor(large / piece.length));
    const { text: clean } = withhold(text, soughtOf([entry("Ivan Petrov")]), () => () => "plain");
    expect(clean.split("\n").length).toBe(text.split("\n").length);
    expect(clean).not.toContain("Ivan Petrov");
  });
});

describe("redactions.yml", () => {
  const read = (source: string) => readRedactions(source, "redactions.yml", "seeds");
  const problems = (source: string) => {
    const result = read(source);
    return "diagnostics" in result ? result.diagnostics.map(({ line, message, hint }) => `${line}: ${message} ${hint}`) : [];
  };

  test("what may be in it", () => {
    const source =
      '# a comment\n- withdraw: seeds/town/a.txt\n- replace: "Jane: Roe"\n  with: "N."\n  in: 2021/09/15/ferry\n- remove: |\n    a passage\n    of two lines\n  reason: A court said so.\n  show-reason: true\n';
    expect(read(source)).toEqual({
      redactions: [
        { ...entry("town/a.txt", "[name withheld]", "withdraw"), line: 2 },
        { ...entry("Jane: Roe", "N."), within: "2021/09/15/ferry", line: 3 },
        { ...entry("a passage\nof two lines", "[passage removed]", "remove"), reason: "A court said so.", line: 6 },
      ],
    });
    expect(read("[]")).toEqual({ redactions: [] });
  });

  test.each([
    ["", /1: The file is empty/],
    ["# nothing\n", /1: The file is empty/],
    ["replace: Jane Roe", /1: The file holds no list/],
    ["- Jane Roe", /1: The entry is no list of fields/],
    ["- replace: Jane Roe\n- repalce: Jane Roe", /2: .*has none\. Did you mean `replace`/],
    ["- replace: Jane Roe\n  remove: Jane Roe", /1: .*several/],
    ["- replace: Jane Roe\n  width: x", /2: An entry with `replace` has no other keys .*Did you mean `with`/],
    ["- withdraw: a.txt\n  in: b.txt", /2: An entry with `withdraw` has no other keys/],
    ["- replace: ''", /1: `replace` has to be a text, and may not be empty/],
    ["- replace: [Jane, Roe]", /1: `replace` has to be a text/],
    ["- remove: '?!'", /1: `remove` has too few letters/],
    ["- replace: Jane Roe\n  show-reason: maybe", /2: `show-reason` has to be `true` or `false`/],
    ["- replace: Jane Roe\n  show-reason: true", /2: .*there is none/],
    ["- replace: Jane Roe\n  with: jane-roe (name changed)", /2: The mark .* holds the words/],
    ["- replace: withheld", /1: The words are those of a mark/],
    ["- replace: Jane Roe\n- replace: He said: no", /2: The file is no YAML/],
    ["- replace: Jane Roe\n  replace: x", /The file is no YAML/],
  ])("%j stops the build, with the line and what to do", (source, expected) => {
    const said = problems(source);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(expected);
    expect(said[0]).not.toMatch(/Jane|Roe/);
  });
});

const ferry =
  "## Jane Roe’s Ferry Returns\n\nBy Tom Okafor\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday, and Jane\nRoe was on it. Nobody else had the courage to sail in such a wind. They went home.\n\n## Related article: The Ferry Leaves Early\n";
const leaves =
  "## The Ferry Leaves Early\n\nBy Mara Lindqvist\n\nSeptember 1, 2021\n\nThe ferry left on Wednesday, and the harbour was full of people who waved and wept.\n";
const redactions =
  "- replace: Jane Roe\n- remove: Nobody else had the courage to sail in such a wind.\n  reason: A court said so.\n  show-reason: true\n- withdraw: 2021/09/01/the-ferry-leaves-early\n  reason: She is at risk.\n";

describe("an archive", () => {
  const root = () => folderWith({ "seeds/ferry.txt": ferry, "seeds/leaves.txt": leaves, "redactions.yml": redactions });
  const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "long-title": "off" } });

  test("replaces, removes, withdraws; says so; and `check --leaks` finds nothing", () => {
    const folder = root();
    const { status, out, err } = tearsheet(["build", "--json"], folder);
    expect(status, err).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ read: 2, published: 1, refused: 0, ignored: 1 });
    const dist = join(folder, "dist");
    const page = readFileSync(join(dist, "2021/09/15/name-withheld-s-ferry-returns.html"), "utf8");
    expect(page).toContain("[name withheld]’s Ferry Returns</h1>");
    expect(page).toContain("[passage removed] They went home.");
    expect(page).toContain("The archive does not show all of this article.");
    expect(page).toContain("The reason: A court said so.");
    expect(page).toMatch(/<p class="title">The Ferry Leaves Early<\/p>/);
    const tombstone = readFileSync(join(dist, "2021/09/01/the-ferry-leaves-early.html"), "utf8");
    expect(tombstone).toContain("This article was withdrawn");
    expect(tombstone).toContain('<meta name="robots" content="noindex">');
    expect(tombstone).not.toMatch(/Leaves Early|Mara|Lindqvist|at risk/);
    for (const html of [page, tombstone]) expect(validator.validateStringSync(html).results).toEqual([]);
    expect(leaksIn(dist, ["Jane Roe", "Nobody else had the courage", "Mara Lindqvist", "full of people who waved"])).toEqual([]);
    for (const path of filesOf(dist).filter((each) => each.endsWith(".html")))
      expect(readFileSync(join(dist, path), "utf8"), path).not.toContain("the-ferry-leaves-early.html");
    const leaks = tearsheet(["check", "--leaks"], folder);
    expect([leaks.status, leaks.out]).toEqual([0, ""]);
    // Built again without, and looked at with: everything is found, and the words are not said.
    renameSync(join(folder, "redactions.yml"), join(folder, "kept"));
    // The register would keep the address without the name.
    rmSync(join(folder, "permalinks.lock.json"));
    tearsheet(["build", "--quiet", "--allow-removals"], folder);
    renameSync(join(folder, "kept"), join(folder, "redactions.yml"));
    const found = tearsheet(["check", "--leaks"], folder);
    expect(found.status).toBe(1);
    for (const path of [
      "authors/mara-lindqvist.html",
      "data/articles.jsonl",
      "headlines/index.html",
      "index.html",
      "manifest-sha256.txt",
      "2021/09/01/the-ferry-leaves-early.html",
    ])
      expect(found.out).toContain(path);
    expect(found.out).toMatch(/name-withhelds-ferry-returns\.html: in its name\n/);
    expect(found.out + found.err).not.toMatch(/jane.?roe/i);
  });

  test("the digest of a redacted article is that of its text as published: the original could be guessed by it", () => {
    withArchive({ "seeds/ferry.txt": ferry, "redactions.yml": redactions }, (out) => {
      const record = JSON.parse(readFileSync(join(out, "data/articles.jsonl"), "utf8")) as { sha256: string };
      const plain = readSeed("ferry.txt", Buffer.from(ferry), { language: "en", folders: {}, publications: {} }).articles[0]?.article;
      expect(record.sha256).not.toBe(plain?.sha256);
      expect(filesOf(out).some((path) => readFileSync(join(out, path)).includes(plain?.sha256 ?? ""))).toBe(false);
    });
  });

  test("inspect, explain and check show it redacted too, and say where without the words", () => {
    const folder = root();
    for (const words of [
      ["inspect", "seeds/ferry.txt"],
      ["inspect", "seeds/ferry.txt", "--json"],
      ["explain", "seeds/ferry.txt"],
      ["explain", "seeds/ferry.txt", "--json"],
      ["check"],
      ["check", "--json"],
    ]) {
      const { out, err } = tearsheet(words, folder);
      expect(out + err, words.join(" ")).not.toMatch(/Jane|Roe|courage/);
    }
    expect(tearsheet(["check"], folder).err).toMatch(/article-withdrawn[\s\S]*article-redacted|article-redacted[\s\S]*article-withdrawn/);
  });

  test("a byte-identical copy of a withdrawn article goes with it; an article that stays keeps its address", () => {
    withArchive(
      { "seeds/a.txt": leaves, "seeds/b.txt": leaves, "seeds/c.txt": leaves.replace("wept", "sang"), "redactions.yml": "- withdraw: a.txt\n" },
      (out, built) => {
        expect(built.outcome === "built" && built.account).toEqual({ read: 3, published: 1, refused: 0, ignored: 2 });
        const plain = withArchive({ "seeds/a.txt": leaves, "seeds/b.txt": leaves, "seeds/c.txt": leaves.replace("wept", "sang") }, (all) =>
          filesOf(all).filter((path) => /^2021\/09\/01\/.*\.html$/.test(path)),
        );
        const own = filesOf(out).filter((path) => path.startsWith("2021/09/01/"));
        expect(own.filter((path) => path.endsWith(".html"))).toEqual(plain);
        // A notice stands in the place of a page; the text beside it goes.
        expect(own.filter((path) => path.endsWith(".txt"))).toHaveLength(1);
        expect(leaksIn(out, ["waved and wept"])).toEqual([]);
      },
    );
  });

  test("one of several articles in a file is withdrawn by its address, the others stay", () => {
    const several = `Document 1 of 2\n\nFerry Comes\n\nBy Jane Roe\n\nMay 1, 2020\n\n${leaves.split("\n\n").at(-1)}\nDocument 2 of 2\n\nFerry Goes\n\nBy Tom Okafor\n\nMay 2, 2020\n\nThe harbour is quiet again, and the gulls have it to themselves until autumn.\n`;
    withArchive({ "seeds/two.txt": several, "redactions.yml": "- withdraw: https://archive.example.org/2020/05/01/ferry-comes.html\n" }, (out, built) => {
      expect(built.outcome === "built" && built.account).toEqual({ read: 1, published: 1, refused: 0, ignored: 0 });
      expect(leaksIn(out, ["Jane Roe", "waved and wept"])).toEqual([]);
      expect(readFileSync(join(out, "2020/05/02/ferry-goes.html"), "utf8")).toContain("gulls");
    });
  });

  test("an address counts as it was before the redaction as well as after it", () => {
    for (const address of ["2021/09/15/jane-roes-ferry-returns", "2021/09/15/name-withheld-s-ferry-returns"]) {
      withArchive({ "seeds/ferry.txt": ferry, "seeds/leaves.txt": leaves, "redactions.yml": `- replace: Jane Roe\n- withdraw: ${address}\n` }, (out, built) => {
        expect(built.outcome === "built" && built.account).toMatchObject({ published: 1, ignored: 1 });
        expect(existsSync(join(out, "2021/09/15/name-withheld-s-ferry-returns.html"))).toBe(true);
        expect(leaksIn(out, ["Jane Roe", "Tom Okafor"])).toEqual([]);
      });
    }
  });

  test("`in` is for one article; where it names none, the words are withheld in all", () => {
    const files = { "seeds/ferry.txt": ferry, "seeds/other.txt": leaves.replace("people", "Jane Roe and people") };
    for (const name of ["ferry.txt", "seeds/ferry.txt", "2021/09/15/jane-roes-ferry-returns"]) {
      withArchive({ ...files, "redactions.yml": `- replace: Jane Roe\n  in: ${name}\n` }, (out, built) => {
        expect(new Set(leaksIn(out, ["Jane Roe"]).map(({ path }) => path)), name).toContain("2021/09/01/the-ferry-leaves-early.html");
        expect(leaksIn(join(out, "2021/09/15"), ["Jane Roe"])).toEqual([]);
        expect(built.diagnostics.map(({ code }) => code)).not.toContain("redaction-unused");
      });
    }
    withArchive({ ...files, "redactions.yml": "- replace: Jane Roe\n  in: fery.txt\n" }, (out, built) => {
      expect(leaksIn(out, ["Jane Roe"])).toEqual([]);
      expect(built.diagnostics.filter(({ code }) => code === "redaction-unused").map(({ line, message }) => `${line} ${message}`)).toEqual([
        "1 There is no article of the name behind `in:`. To be safe, the words are withheld in all articles.",
      ]);
    });
  });

  test("what finds nothing is a warning with its line", () => {
    withArchive(
      {
        "seeds/ferry.txt": ferry,
        "redactions.yml": "- replace: Nobody Anywhere\n- withdraw: nowhere.txt\n- withdraw: 2001/01/01/nothing\n- replace: Jane Roe\n",
      },
      (_, built) => {
        expect(built.diagnostics.filter(({ code }) => code === "redaction-unused").map(({ line }) => line)).toEqual([1, 2, 3]);
      },
    );
  });

  test("names of files, folders and pictures, settings, sidecars", () => {
    const files = {
      "seeds/jane-roe/ferry.md": "# Ferry\n\n![A boat](jane_roe.jpg)\n\n![Another](boat.jpg)\n\nThe ferry came back on Wednesday with everybody on it.\n",
      "seeds/jane-roe/jane_roe.jpg": Buffer.from([255, 216, 255, 224]),
      "seeds/jane-roe/boat.jpg": Buffer.from([255, 216, 255, 224]),
      "seeds/jane.roe.txt": leaves,
      "seeds/jane roe.txt": "",
      "seeds/dark.md": "# Dark\n\n![Dark](dark.jpg)\n\nThe lamp at the harbour has been out for a week.\n",
      "seeds/dark.jpg": Buffer.concat([Buffer.from([255, 216, 255, 225]), Buffer.from("XPAuthor\0Jane Roe\0", "utf16le")]),
      "seeds/leaves.txt": leaves.replace("Early", "Late"),
      "seeds/leaves.meta.yml": "byline: Jane Roe\n",
      "redactions.yml": "- replace: Jane Roe\n",
    };
    const settings = JSON.stringify({ title: "Papers of Jane Roe", folders: { "jane-roe": { section: "Jane Roe" } } });
    withArchive(
      files,
      (out, built) => {
        expect(leaksIn(out, ["Jane Roe"])).toEqual([]);
        expect(JSON.stringify(built.diagnostics)).not.toMatch(/jane/i);
        const records = readFileSync(join(out, "data/articles.jsonl"), "utf8")
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line) as { file: string; byline: string });
        expect(records.map(({ file }) => file).sort()).toEqual(["dark.md", "leaves.txt", "name-withheld-2.txt", "name-withheld/ferry.md"]);
        expect(records.find(({ file }) => file === "leaves.txt")?.byline).toBe("[name withheld]".replace("[", "(").replace("]", ")"));
        expect(filesOf(out).filter((path) => path.endsWith(".jpg"))).toEqual([]);
        expect(built.outcome === "built" && built.account).toEqual({ read: 9, published: 4, refused: 1, ignored: 4 });
      },
      settings,
    );
  });

  test("what cannot be taken out is held back, and that is an error", () => {
    // The words come together only when the line between them is known to be the page's.
    const apart = "The ferry came back, and who saw it first was Jane\n\nADVERTISEMENT\n\nRoe, as all of them said.\n";
    withArchive({ "seeds/a.txt": `## Ferry Returns\n\nMay 1, 2020\n\n${apart}`, "redactions.yml": "- replace: Jane Roe\n" }, (out, built) => {
      expect(built.outcome === "built" && built.account).toMatchObject({ published: 0, refused: 1 });
      expect(built.diagnostics.filter(({ code }) => code === "redaction-incomplete").map(({ file }) => file)).toEqual(["a.txt"]);
      expect(leaksIn(out, ["Jane Roe"])).toEqual([]);
    });
  });

  test("what the program itself puts into a record is cleaned", () => {
    const house: House = { language: "en", folders: {}, publications: { "courier.example.org": "Jane Roe Daily" }, redactions: [entry("Jane Roe")] };
    const reading = readSeed("a.txt", Buffer.from(`${leaves}\nOriginal url: https://courier.example.org/a\n`), house);
    expect(reading.articles[0]?.article.publication).toBe("[name withheld] Daily");
  });
});

describe("nothing is built without it", () => {
  const files = { "seeds/ferry.txt": ferry };

  test.each([
    ["redactions.yml", "- replace: Jane: Roe\n", "no YAML"],
    ["redactions.yml", "", "The file is empty"],
    ["redactions.yml", Buffer.from([0xff, 0xfe, 0xfd]), "cannot be read"],
    ["redactions.yaml", "- replace: Jane Roe\n", "looks like a list of redactions"],
    ["Redactions.yml.txt", "- replace: Jane Roe\n", "looks like a list of redactions"],
    ["seeds/redactions.yml", "- replace: Jane Roe\n", "looks like a list of redactions"],
    ["redactions.yml/a.txt", "x", "cannot be read"],
  ])("%s: %j", (path, content, message) => {
    const root = folderWith({ ...files, [path]: content });
    const { status, err, out } = tearsheet(["build"], root);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(err + out).not.toContain("Jane");
    expect(existsSync(join(root, "dist"))).toBe(false);
  });

  test.each([["check"], ["inspect", "seeds/ferry.txt"], ["explain", "seeds/ferry.txt"]])("nor shown by %s", (...command) => {
    const { status, err, out } = tearsheet(command, folderWith({ ...files, "redactions.yml": "- replace: Jane: Roe\n" }));
    expect(status).toBe(2);
    expect(err + out).not.toContain("Jane");
  });

  test("a file that may not be read", () => {
    const root = folderWith({ ...files, "redactions.yml": "- replace: Jane Roe\n" });
    chmodSync(join(root, "redactions.yml"), 0);
    chmodSync(root, 0o777);
    const nobody = process.getuid?.() === 0 ? 65534 : undefined;
    expect(tearsheet(["build"], root, {}, nobody)).toMatchObject({ status: 2, err: expect.stringContaining("cannot be read (EACCES)") });
  });

  test("both count: beside the seeds, and beside the settings", () => {
    const root = folderWith({
      "papers/seeds/ferry.txt": ferry,
      "papers/redactions.yml": "- replace: Jane Roe\n",
      "settings/tearsheet.config.json": "{}",
      "settings/redactions.yml": "- replace: Tom Okafor\n",
    });
    const { status } = tearsheet(["build", "--seeds", "papers/seeds", "--config", "settings/tearsheet.config.json"], root);
    expect(status).toBe(0);
    expect(leaksIn(join(root, "dist"), ["Jane Roe", "Tom Okafor"])).toEqual([]);
  });
});

describe("check --leaks", () => {
  const root = folderWith;

  test("looks at every kind of bytes, and says the line", () => {
    const folder = root({ "seeds/ferry.txt": ferry, "redactions.yml": "- replace: Иван Петров\n- replace: Jane Roe\n" });
    tearsheet(["build", "--quiet"], folder);
    const hidden: Readonly<Record<string, string | Uint8Array>> = {
      "plain.txt": "a\nb\nИВАН\u00a0Петров",
      "entities.html": `<p>\n<b>&#1048;&#1074;ан</b>\n<i class="x">Петров</i>`,
      "escapes.json": '{"a":\n"\\u0418\\u0432\\u0430\\u043d \\u041f\\u0435\\u0442\\u0440\\u043e\\u0432"}',
      "percent.xml": "\n\n/%D0%B8%D0%B2%D0%B0%D0%BD-%D0%BF%D0%B5%D1%82%D1%80%D0%BE%D0%B2",
      "little.bin": Buffer.from("xИван Петров", "utf16le"),
      "big.bin": Buffer.concat([Buffer.from([7]), Buffer.from("Иван Петров", "utf16le").swap16()]),
      "old.bin": Buffer.from([0xff, 0, ...[0xc8, 0xe2, 0xe0, 0xed, 0x20, 0xcf, 0xe5, 0xf2, 0xf0, 0xee, 0xe2]]),
      "decomposed.txt": "\nJa\u0301ne Ro\u0308e",
      "packed.html.gz": gzipSync("<p>Jane Roe"),
      "иван-петров.css": "",
      ".hidden": "jane_roe",
      "long.txt": `${"x ".repeat(524_280)}\nJane Roe and ${"y ".repeat(600_000)}`,
    };
    for (const [path, content] of Object.entries(hidden)) writeFileSync(join(folder, "dist", path), content);
    const { status, out } = tearsheet(["check", "--leaks"], folder);
    expect(status).toBe(1);
    expect(out.trimEnd().split("\n").sort()).toEqual(
      [
        ".hidden:1",
        "big.bin:1",
        "decomposed.txt:2",
        "entities.html:2",
        "escapes.json:2",
        "little.bin:1",
        "long.txt:2",
        "name-withheld.css: in its name",
        "old.bin:1",
        "packed.html.gz:1",
        "percent.xml:3",
        "plain.txt:3",
      ].sort(),
    );
  });

  test("what is withheld in one article is looked for in that one's files", () => {
    const files = { "seeds/ferry.txt": ferry, "seeds/other.txt": leaves.replace("people", "Jane Roe and people") };
    const folder = root({ ...files, "redactions.yml": "- replace: Jane Roe\n  in: ferry.txt\n" });
    tearsheet(["build", "--quiet"], folder);
    expect(tearsheet(["check", "--leaks"], folder)).toMatchObject({ status: 0, out: "" });
    const page = join(folder, "dist/2021/09/15/name-withheld-s-ferry-returns.html");
    writeFileSync(page, `${readFileSync(page, "utf8")}<!-- Jane Roe -->\n`);
    expect(tearsheet(["check", "--leaks"], folder).out).toMatch(/^2021\/09\/15\/name-withheld-s-ferry-returns\.html:\d+\n$/);
  });

  test("is no answer where there is nothing to look for, or nowhere", () => {
    expect(tearsheet(["check", "--leaks"], root({ "seeds/ferry.txt": ferry, "dist/a": "" }))).toMatchObject({
      status: 2,
      err: expect.stringContaining("redactions.yml"),
    });
    expect(tearsheet(["check", "--leaks"], root({ "seeds/ferry.txt": ferry, "redactions.yml": redactions }))).toMatchObject({
      status: 2,
      err: expect.stringContaining("no folder dist"),
    });
  });
});
