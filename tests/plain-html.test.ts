/** What is set as HTML at once is, to the byte, what remark-rehype, the sanitiser and rehype-stringify make of it. */
import fc from "fast-check";
import type { Root, RootContent } from "mdast";
import { expect, test } from "vitest";
import { english } from "../src/languages/en.ts";
import { number } from "../src/parse/readers/anchors.ts";
import { elementsOf } from "../src/parse/readers/markdown-body.ts";
import { wholeTree } from "../src/parse/readers/markdown-tree.ts";
import { plainHtml } from "../src/parse/readers/plain-html.ts";
import { cleanText } from "../src/text/clean.ts";

/** Numbered as the body numbers what is in the record. */
function numbered(text: string): RootContent[] {
  const nodes = wholeTree(text, false).children;
  for (const [index, node] of nodes.entries()) {
    if (node.type === "list" || node.type === "blockquote") for (const [at, child] of node.children.entries()) number(child, index + at + 1);
    else if (index % 3 !== 2) number(node, index + 1);
  }
  return nodes;
}

/** How many of the nodes were set at once. */
function expectSame(text: string): number {
  let count = 0;
  for (const node of numbered(text)) {
    const html = plainHtml(node);
    if (html === null) continue;
    count += 1;
    const root: Root = { type: "root", children: [node] };
    expect(
      elementsOf(root, english).map((element) => element.html()),
      text,
    ).toEqual([cleanText(html)]);
  }
  return count;
}

const word = fc.constantFrom(
  ..."The ferry Гавань 港口 été “so” it’s – — … a's \"q\" & < > &amp; &#32; &nbsp; &lt;b&gt; \\* \\< <b> </b> <br> <Reuters> *it* **it** _it_ ***it*** *it **is** it* ~~it~~ `it` [it](https://a.bc/d) [it](https://a.bc/?q=1&r=2) [it](https://a.bc/%20x) [it](https://a.bc/é) [*it* is](http://a.bc:80/#x) [it](/a) [it](#a) [it](mailto:a@b.cc) [it](javascript:x) [it](https:/a.bc) [it](https://[x]) [it](https://a.bc 't') []( https://a.bc) ![it](a.jpg) [![i](a.jpg)](https://a.bc) https://a.bc www.a.bc a@b.cc [^1] \u00a0 \u00ad \u202e \ufffe \u0085 😀".split(
    " ",
  ),
);
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(" "));
const lineEnd = fc.constantFrom("\n", "\n\n", "\n\n", "  \n", " \n", "\n ", "\\\n", "\r\n", "\n\n\n");
const opening = fc.constantFrom("", "", "", "# ", "## ", "###### ", "- ", "- ", "* ", "1. ", "- [ ] ", "- - ", "  ", "> ");
const text = fc
  .array(
    fc.tuple(opening, words, lineEnd).map((parts) => parts.join("")),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => lines.join(""));

test("any Markdown", () => {
  let count = 0;
  fc.assert(
    fc.property(text, (markdown) => {
      count += expectSame(markdown);
    }),
    { numRuns: 1000, seed: 20_261_128 },
  );
  expect(count).toBeGreaterThan(200);
});

test("paragraphs, headings, lists, emphasis and links", () => {
  expect(expectSame("Para *one* and **two**,\nand [three](https://example.org/a).\n\n## Head *of it*\n\n- one\n- [two](https://example.org/b_c)\n")).toBe(3);
});
