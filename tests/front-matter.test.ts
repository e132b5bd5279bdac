/** A front matter is read as text, never run, and never lost in silence. */
import { describe, expect, test } from "vitest";
import type { House } from "../src/model/seed.ts";
import { readSeed } from "../src/parse/read-seed.ts";

const house: House = { language: "en", folders: {}, publications: {} };
const read = (text: string, path = "a.md") => readSeed(path, Buffer.from(text), house);
const article = (text: string, path = "a.md") => {
  const [first] = read(text, path).articles;
  if (first === undefined) throw new Error("no article");
  return first.article;
};
const body = "\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n";

describe("scalars stay as written", () => {
  test.each([
    ["12:30", "12:30"],
    ["012", "012"],
    ["yes", "yes"],
    ["2021-09-15", "2021-09-15"],
    ["1e3", "1e3"],
    ["~", "~"],
    ["0x1F", "0x1F"],
  ])("headline: %s", (written, expected) => {
    expect(article(`---\nheadline: ${written}\n---${body}`).headline).toBe(expected);
  });

  test.each([
    ["1923", "1923", []],
    ["2021-09", "2021-09", []],
    ["2021-13", null, ["date-impossible"]],
  ])("a date is as precise as it is written: %s", (written, date, codes) => {
    const { articles, diagnostics } = read(`---\ntitle: A\ndate: ${written}\n---${body}`);
    expect(articles[0]?.article.date).toBe(date);
    expect(diagnostics.map(({ code }) => code).filter((code) => code.startsWith("date-") && code !== "date-missing")).toEqual(codes);
  });

  test("a date is a civil date, whatever zone the machine is in", () => {
    expect(article(`---\ntitle: A\ndate: 2021-09-15\n---${body}`).date).toBe("2021-09-15");
    expect(article(`+++\ntitle = "A"\ndate = 2021-09-15\n+++${body}`).date).toBe("2021-09-15");
    expect(article(`+++\ntitle = "A"\ndate = 2021-09-15T23:30:00-08:00\n+++${body}`).date).toBe("2021-09-15T23:30-08:00");
  });
});

test.each(["a.md", "a.txt"])("a front matter behind a byte order mark is one: %s", (path) => {
  expect(article(`\ufeff---\nheadline: Ferry Returns\ndate: 2021-09-15\n---${body}`, path)).toMatchObject({ headline: "Ferry Returns", date: "2021-09-15" });
});

describe("engines that run code are shut", () => {
  const hit = "tearsheetWasHere";
  test.each(["js", "javascript", "JavaScript", "coffee", "coffeescript", "json", "cson", "toml", "yaml", "jsx", "ts"])(
    "---%s is refused with its reason",
    (engine) => {
      for (const opening of [`---${engine}`, `--- ${engine}`, `---\t${engine} `]) {
        const { outcome, diagnostics } = read(`${opening}\n{ title: (globalThis.${hit} = true) }\n---${body}`);
        expect(outcome).toBe("refused");
        expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([["front-matter-engine", 1]]);
      }
      expect(hit in globalThis).toBe(false);
    },
  );
});

describe("what is broken is said, each time, with the file's own line", () => {
  test.each([1, 2])("YAML, reading number %i", () => {
    const { outcome, diagnostics } = read(`---\ntitle: A\nheadline: He said: no\n---${body}`);
    expect(outcome).toBe("refused");
    expect(diagnostics[0]).toMatchObject({ code: "front-matter-invalid", line: 3, file: "a.md" });
    expect(diagnostics[0]?.hint).toContain("quotes");
  });

  test("TOML", () => {
    const { diagnostics } = read(`+++\ntitle = "A"\n\ndate = yesterday\n+++${body}`);
    expect(diagnostics[0]).toMatchObject({ code: "front-matter-invalid", line: 4 });
  });

  test.each([
    ["a bomb of aliases", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: A"],
    ["a list that is nested too deep", `title: A\nx: ${"[".repeat(100)}${"]".repeat(100)}`],
    ["a tag", "title: !!js/function 'function () { return 1 }'"],
    ["a key twice", "title: A\ntitle: B"],
  ])("%s", (_name, source) => {
    const { outcome, diagnostics } = read(`---\n${source}\n---${body}`);
    expect([outcome, diagnostics[0]?.code]).toEqual(["refused", "front-matter-invalid"]);
  });

  test.each([
    ["---", "title: A\n----\nauthor: Jane Roe"],
    ["---", "title: A\n--- more\nauthor: Jane Roe"],
    ["+++", "title = 'A'\n++++\nauthor = 'Jane Roe'"],
  ])("a line that begins like the mark %s ends no front matter: what stands below is not lost", (mark, source) => {
    const { outcome, diagnostics } = read(`${mark}\n${source}\n${mark}${body}`);
    expect([outcome, diagnostics[0]?.code]).toEqual(["refused", "front-matter-invalid"]);
    expect(diagnostics[0]?.line).toBeGreaterThanOrEqual(3);
  });

  test("fields within fields without end", () => {
    expect(read(`+++\ntitle = "A"\n${"a.".repeat(500)}a = 1\n+++${body}`).diagnostics[0]?.code).toBe("front-matter-invalid");
  });

  test("more than 64 KB", () => {
    expect(read(`---\ntitle: A\nx: ${"y".repeat(70_000)}\n---${body}`).diagnostics[0]?.code).toBe("front-matter-too-large");
  });

  test("a key named __proto__ is a key and nothing more", () => {
    const { headline } = article(`---\ntitle: A\n__proto__:\n  headline: B\n---${body}`);
    expect(headline).toBe("A");
    expect("headline" in {}).toBe(false);
  });
});

describe("three dashes do not make a front matter", () => {
  test("a clipping that begins with a rule", () => {
    const read = article(
      `---\nFerry Returns to Service\n\nBy Jane Roe\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n---\nThe end came later, and nobody had expected it that day.\n`,
      "a.txt",
    );
    expect(read.headline).toBe("Ferry Returns to Service");
    expect(read.paragraphs).toHaveLength(2);
    expect(read.lines[0]).toEqual({ role: "separator", lines: [1, 1] });
  });

  test("a rule that nothing closes", () => {
    expect(article("---\ntitle of nothing\n\nThe ferry came back on Wednesday, and the harbour was full.\n", "a.txt").headline).toBe("title of nothing");
  });
});

test("drafts are not published, and that is said", () => {
  for (const field of ["draft: true", "published: false"]) {
    const { outcome, diagnostics } = read(`---\ntitle: A\n${field}\n---${body}`);
    expect([outcome, diagnostics[0]?.code]).toEqual(["ignored", "draft-ignored"]);
  }
  expect(read(`---\ntitle: A\ndraft: false\n---${body}`).outcome).toBe("published");
});

test("front matter and text make the record together, and differences are said", () => {
  const { articles, diagnostics } = read(
    "---\ntitle: Ferry Returns\ndate: 2021-09-15\n---\n\nBy Jane Roe\n\nSeptember 16, 2021\n\nThe ferry came back on Wednesday, and the harbour was full.\n\nOriginal url: https://example.org/ferry\n",
  );
  expect(articles[0]?.article).toMatchObject({ headline: "Ferry Returns", byline: "By Jane Roe", date: "2021-09-15", sourceUrl: "https://example.org/ferry" });
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([["claims-differ", 8]]);
});

test("blank lines do not cost time", () => {
  const { outcome } = read(`---\ntitle: A\n---${"\n".repeat(200_000)}The ferry came back on Wednesday.\n`);
  expect(outcome).toBe("published");
});

test("a related headline of the front matter does not take the place of one in the text", () => {
  const { articles } = read("---\ntitle: A\nrelated: From Front\n---\n\nThe ferry came back.\n\n## Related article: From Text\n\nMore of it came later.\n");
  const [first] = articles;
  expect(first?.article.related.map(({ headline, after }) => [headline, after])).toEqual([
    ["From Front", 2],
    ["From Text", 1],
  ]);
  expect(first?.pieces[1]).toEqual({ kind: "related", index: 1 });
});

test("a key that says nothing is said, with what may be meant", () => {
  const { diagnostics } = read(`---\ntitle: A\ndate: 2021-09-15\nauther: Jane Roe\nlayout: post\n---${body}`);
  expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([["front-matter-unknown", 4]]);
  expect(diagnostics[0]?.hint).toContain("`author`");
});

test("lines between two rules of a clipping that look like fields are words", () => {
  const { paragraphs, headline } = article(
    "---\nFrom the Herald: an old piece\nIt was found in a box: nobody knows\n---\n\nThe ferry came back on Wednesday, and the harbour was full of people.\n",
    "a.txt",
  );
  expect([headline, ...paragraphs].join(" ")).toContain("nobody knows");
});

test("an escape cannot put into a field what no page can hold", () => {
  const { headline, byline } = article(`---\n{"title": "A \\ud800\\u0000\\u001b\\ufffe B", "author": "Jane\\u0085Roe"}\n---${body}`);
  expect([headline, byline]).toEqual(["A \ufffd\ufffd\ufffd\ufffd B", "Jane Roe"]);
});
