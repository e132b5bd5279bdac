/** Front matter that is read without js-yaml says the same as js-yaml reads in it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeByLibrary } from "../src/parse/front-matter/decode.ts";
import { plainFields } from "../src/parse/front-matter/plain-fields.ts";

const part = fc.constantFrom(
  ..."Ferry Гавань 港口 été 2021-09-15 12:30 https://a.bc/d#e Jane's “so” a: :b # #a a# - -- --- ? ! !!str & &a * *a | > >- % @ ` ~ null true no yes 0x1f 1e3 << = { } [ ] [a] {a} {a: b} , ,a a,b \" ' \"\" '' \\ \\n \"a\" 'a' \"a\\\"b\" 'a''b' \t \u00a0 \u0085 \u2028 \u200b \ufeff \ufffe 😀 \ud800 \u0007 ... .a _a".split(
    " ",
  ),
);
const words = fc.array(part, { minLength: 1, maxLength: 4 }).chain((all) => fc.constantFrom(" ", " ", "", "  ").map((gap) => all.join(gap)));
const scalar = fc.oneof(
  words,
  words.map((text) => `"${text.replace(/["\\]/g, "")}"`),
  words.map((text) => `'${text.replaceAll("'", "")}'`),
  words.map((text) => text.replace(/[^\p{L}\p{N} ]/gu, "")),
);
const list = fc.array(scalar, { maxLength: 4 }).chain((all) => fc.constantFrom(",", ", ", " , ", ",  ").map((comma) => `[${all.join(comma)}]`));
const key = fc.constantFrom(
  "title",
  "Title",
  "date",
  "tags",
  "a-b",
  "a_b",
  "a1",
  "a",
  "__proto__",
  "constructor",
  "toString",
  "1",
  '"a"',
  "a b",
  "été",
  "<<",
  "- a",
  "? a",
);
const field = fc.tuple(
  key,
  fc.constantFrom(": ", ": ", ": ", ":  ", ":", " : "),
  fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 2, arbitrary: list }, fc.constant("")),
);
const item = fc.tuple(fc.constantFrom("", "  ", "  ", " ", "    ", "\t"), fc.constantFrom("- ", "- ", "-", "-  "), scalar);
const line = fc.oneof(
  { weight: 6, arbitrary: field.map((parts) => parts.join("")) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(key, fc.array(item, { minLength: 1, maxLength: 3 }))
      .map(([name, items]) => [`${name}:`, ...items.map((parts) => parts.join(""))].join("\n")),
  },
  item.map((parts) => parts.join("")),
  fc.constantFrom("", " ", "# a", "---", "...", "  a", "a", "{a: b}"),
);
/** Values that are mostly plain, and one that may not be. */
const tame = fc
  .array(fc.constantFrom(..."Ferry Гавань 港口 été 2021-09-15 12:30 https://a.bc/d#e Jane's O’Roe – (so) a,b a&b null 50% C#".split(" ")), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.join(" "));
const value = fc.oneof(
  { weight: 5, arbitrary: tame },
  { weight: 3, arbitrary: tame.chain((text) => fc.constantFrom(`"${text}"`, `'${text.replaceAll("'", "")}'`)) },
  { weight: 2, arbitrary: list },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(tame, scalar), { minLength: 1, maxLength: 3 })
      .chain((items) => fc.constantFrom("- ", "  - ").map((mark) => `\n${items.map((each) => mark + each).join("\n")}`)),
  },
  { weight: 1, arbitrary: scalar },
);
const lineEnd = fc.constantFrom("\n", "\n", "\n", "\n", "\n", "\n", "\n", " \n", "\r\n", "\n\n", " # a\n");
const source = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.tuple(value, lineEnd), { minLength: 1, maxLength: 5 }).map((all) =>
      all
        .map(([each, end], at) => `k${at}:${each.startsWith("\n") ? "" : " "}${each}${end}`)
        .join("")
        .replace(/\n$/, ""),
    ),
  },
  fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n")),
);

/** Whether it was read without the library. */
function expectSame(text: string): boolean {
  const fields = plainFields(text);
  if (fields === null) return false;
  expect(decodeByLibrary({ kind: "found", format: "yaml", lines: text.split("\n").length + 2, source: text }), JSON.stringify(text)).toEqual({
    ok: true,
    fields,
  });
  return true;
}

test("whatever stands in the lines", () => {
  let count = 0;
  fc.assert(
    fc.property(source, (text) => {
      if (expectSame(text)) count += 1;
    }),
    { numRuns: 20_000, seed: 20_261_128 },
  );
  expect(count).toBeGreaterThan(1500);
});

test("what programs write is read without it", () => {
  for (const text of [
    'title: "Ferry Returns"\ndate: 2021-09-15\ntags: ["energy","water"]\nrelated: []',
    "title: Ferry Returns: the story\n".replace(": the", " – the") +
      "date: 2021-09-15T12:30:00Z\nurl: https://example.org/a\ntags:\n  - one\n  - 'two'\nauthor: Jane O’Roe",
    "categories:\n- News\n- City hall\ntags: [ferry, city hall]",
  ]) {
    expect(expectSame(text), text).toBe(true);
  }
});
