/** Paragraphs and headings that are read without remark: the tree is the same as remark's own, whatever stands around them. */
import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import { describe, expect, test } from "vitest";
import { runsOf } from "../src/parse/readers/markdown-plain.ts";
import { parseMarkdown, wholeTree } from "../src/parse/readers/markdown-tree.ts";

const seed = 20_261_124;

/** The nodes but for the front matter, as plain data. */
const nodesOf = ({ children }: Root): unknown =>
  JSON.parse(JSON.stringify(children.filter(({ type }: Nodes) => type !== "yaml" && (type as string) !== "toml")));

function expectSame(text: string, hasFrontMatter: boolean): void {
  expect(nodesOf(parseMarkdown(text, hasFrontMatter))).toEqual(nodesOf(wholeTree(text, hasFrontMatter)));
}

/** Words, and whatever in them Markdown could read. */
const word = fc.constantFrom(
  ..."the ferry Harbour été Гавань 港口 مرفأ said, on; “Not yet,” ‘no’ it’s – — … 1905. 3) 12 50% $5 C# a+b x=y 1/2 a.b. e.g. (so) No! Why? a: b -1 -- --- + * ** _ __ ~ ~~ ` `` & &amp; &copy &#65; < > <b> </b> <br> <x@y.zz> <!-- --> \\ \\* [ ] [a] [a](b) ![a](b.jpg) [^1] [1]: | @ a@b.org www. www.a.bc WWW.A.BC http https:// https://a.bc mailto:a@b.cc # ## #a ``` ~~~ === :- :-: x\u00a0y \u00a0 \u3000 \u0085 \u2028 \ufeff \u0000 \u00ad 😀 \ud800".split(
    " ",
  ),
);
/** What may be read without remark, and what is nearly that. */
const spans = fc.constantFrom(
  ..."*it* **it** _it_ __it__ *it*, (*it*) “*it*” ***it*** **it* *it** *it*s s*it* *it_ _it*_ *é* *1* *.a* *a.* [it](https://a.bc/d) [it](https://a.bc), [i](http://a.b/?q=1#c) [it](https://a.bc/(d)) [it](https://a.b&c) [it](/a) ![it](https://a.bc) !*it* ![*it*](https://a.bc) *[it](https://a.bc)* [*it*](https://a.bc) [it](https://a.bc 't') [it] (https://a.bc) [it](https://a.bc)s [a](https://a.b)[c](https://d.e) *1.* - + * [1.](https://a.bc) [it](https://a.b_c_d) www*it*.".split(
    " ",
  ),
  "*the ferry*",
  "**the ferry came**",
  "[the ferry](https://example.org/a_b_c)",
  "[the *ferry*](https://example.org/)",
  "*the\nferry*",
  "[the\nferry](https://example.org/)",
);
const spanned = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom("The", "ferry", "it.", "Гавань", "came") }, { weight: 2, arbitrary: spans }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((list) => list.join(" "));
const words = fc.array(word, { minLength: 1, maxLength: 9 }).map((list) => list.join(" "));
const plainLine = fc
  .array(fc.constantFrom(..."The ferry came back on Wednesday. Гавань “said”, 港口 – 1905 x:y!".split(" ")), { minLength: 1, maxLength: 8 })
  .map((list) => list.join(" "));
const start = fc.constantFrom(
  "",
  "",
  "",
  "",
  " ",
  "   ",
  "    ",
  "\t",
  "- ",
  "* ",
  "+ ",
  "1. ",
  "> ",
  "# ",
  "## ",
  "###### ",
  "####### ",
  "| ",
  "[1]: ",
  "[^1]: ",
  "\ufeff",
);
const end = fc.constantFrom("", "", "", "", " ", "  ", "\\", "\t", " #", " |");
const special = fc.constantFrom(
  "",
  "",
  " ",
  "\t",
  "---",
  "- - -",
  "===",
  "***",
  "+++",
  "```",
  "~~~",
  "```js",
  "<div>",
  "</div>",
  "<!--",
  "-->",
  "<pre>",
  "</pre>",
  "<?x",
  "|-|-|",
  ":-",
  "- | -",
  "[1]: /a 'b'",
  "[^1]: a note",
  "    code",
  "> quoted",
  "- item",
  "  - item",
  "1. item",
  "<br>",
  "'title'",
);
const line = fc.oneof(
  { weight: 4, arbitrary: plainLine },
  { weight: 4, arbitrary: spanned },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom("- ", "- ", "* ", "+ ", "  "), spanned).map((parts) => parts.join("")) },
  { weight: 3, arbitrary: fc.tuple(start, words, end).map((parts) => parts.join("")) },
  { weight: 3, arbitrary: special },
);
const blank = fc.constantFrom("\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\r\n", "\r\n\r\n", "\r");
const markdown = fc.array(fc.tuple(line, blank), { minLength: 1, maxLength: 14 }).map((parts) => parts.flat().join(""));
const front = fc.constantFrom(
  "---\ntitle: A\n---\n",
  "---\ntitle: A\n---\n\n",
  "+++\ntitle = 'A'\n+++\n",
  "---  \na: b\n---\t\n",
  "---\n---\n",
  "---\na: b\n",
  "---\r\na: b\r\n---\r\n\r\n",
  "---\na: b\n---",
  "---\na: |\n  ---\n---\n",
  "--- \n",
);

describe("what is read without remark", () => {
  test("is a paragraph, a heading or a list with no sign but plain emphasis and links, set apart by blank lines", () => {
    const kinds = (text: string) => runsOf(text, 0, 1)?.map(({ kind }) => kind);
    expect(kinds("The ferry came back.\nIt was late.\n\n## Late\n\n– No, he said.\n")).toEqual(["paragraph", "heading", "paragraph"]);
    expect(kinds("The `ferry` came back.\n\nLate\n---\n\n- item\n\nIt was late.\n")).toEqual(["other", "paragraph"]);
    expect(kinds("The *ferry* came [back](https://example.org/).\n\n- A **ferry**\n- A boat\n\nIt was late.\n")).toEqual(["paragraph", "list", "paragraph"]);
    expect(kinds("- A ferry\n\n- A boat\n\nLate.\n\n- A ferry\n* A boat\n")).toEqual(["other", "paragraph", "other"]);
    for (const text of [
      "1905. It began.",
      "www.example.org",
      "a@example.org",
      "A&amp;B",
      "a | b",
      " set in",
      "two spaces  ",
      "Head\n===",
      "## Head ##",
      "#tag",
    ])
      expect(kinds(text), text).toEqual(["other"]);
    expect(kinds("```\n\nThe ferry came back.\n\n```\n")).toBe(undefined);
    expect(kinds("<pre>\n\nThe ferry came back.\n\n</pre>\n")).toBe(undefined);
  });

  test("comes out as remark reads it, with its positions, amid whatever else", () => {
    fc.assert(
      fc.property(markdown, (text) => expectSame(text, false)),
      { seed, numRuns: 4000 },
    );
  });

  test("comes out so below a front matter", () => {
    fc.assert(
      fc.property(front, markdown, (above, text) => expectSame(above + text, true)),
      { seed, numRuns: 1000 },
    );
  });

  test("comes out so where plain paragraphs stand between lists, quotations, notes, definitions and tables", () => {
    const block = fc.constantFrom(
      "- a\n- b",
      "> a",
      "[^1]: note",
      "[1]: /a",
      "|a|\n|-|",
      "<div>\nx",
      "    code",
      "*a* [1] [^1]",
      "# H",
      "- a\n\n  b",
      "1. a",
      "***",
      "Title\n=",
      "a  \nb",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(plainLine, block), { maxLength: 12 }), (blocks) => expectSame(blocks.join("\n\n"), false)),
      { seed, numRuns: 1500 },
    );
  });
});
