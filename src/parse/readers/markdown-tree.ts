/**
 * Markdown in full (CommonMark with GFM) → its tree, through unified and remark; what is plain is set into the tree without them.
 * May import: parse/readers/markdown-plain, parse/readers/markdown-spans.
 */
import type { Heading, List, ListItem, Nodes, Paragraph, Root, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type Run, runsOf } from "./markdown-plain.ts";
import { paragraphOf } from "./markdown-spans.ts";

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const fronted = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ["yaml", "toml"]).freeze();

/** The tree as remark makes it of the whole text. */
export function wholeTree(text: string, hasFrontMatter: boolean): Root {
  return (hasFrontMatter ? fronted : plain).parse(text);
}

/**
 * Parses Markdown; positions in the tree are those of the whole text. The same nodes as remark's (`tests/markdown-plain.test.ts`), but for the front
 * matter, which may be left out, and the root, which has no position.
 *
 * @param hasFrontMatter whether the text opens with a front matter, which somebody has to have decided: `---` alone does not make one
 */
export function parseMarkdown(text: string, hasFrontMatter: boolean): Root {
  const [from, line] = hasFrontMatter ? frontEnd(text) : [0, 1];
  const runs = from === -1 ? null : runsOf(text, from, line);
  const children = runs?.some(isPlain) === true ? childrenOf(text, runs, from, line) : null;
  return children === null ? wholeTree(text, hasFrontMatter) : { type: "root", children };
}

/** Where the front matter ends, as remark would have it: the offset and the number of the line below it; -1 where that is not plain to see. */
function frontEnd(text: string): [number, number] {
  const match = /^(---|\+\+\+)\r?\n(?:(?!\1[ \t]*(?:\r?\n|$)).*\r?\n)*\1\r?(?:\n|$)/.exec(text);
  return match === null ? [-1, 1] : [match[0].length, match[0].split("\n").length];
}

function isPlain({ kind }: Run): boolean {
  return kind !== "other";
}

/** A paragraph of one letter stands for plain ones while remark reads the others: it ends what they end, and takes a hundredth of their time. */
const standIn = "x";

/** Plain runs that follow each other, and where their stand-in is in the shortened text. */
interface Group {
  readonly at: number;
  readonly runs: Run[];
}

/**
 * The nodes of all runs; null where a stand-in did not come back as it went, which would be a mistake of ours. What stands between plain paragraphs goes
 * to remark as it is, blank lines and all: some of its constructs look at the line end behind them.
 */
function childrenOf(text: string, runs: readonly Run[], from: number, line: number): RootContent[] | null {
  if (runs.every(isPlain)) return runs.map((run) => nodeOf(text, run));
  const { short, groups } = shortened(text, runs, from);
  const nodes: RootContent[] = [];
  let [next, lines, characters] = [0, line - 1, from];
  for (const node of wholeTree(short, false).children) {
    const group = groups[next];
    if (group !== undefined && node.position?.start.offset === group.at) {
      if (!isStandIn(node)) return null;
      nodes.push(...group.runs.map((run) => nodeOf(text, run)));
      const [first, last] = [group.runs[0] as Run, group.runs.at(-1) as Run];
      lines += last.lines[1] - first.lines[0];
      characters += last.end - first.start - standIn.length;
      next += 1;
    } else nodes.push(moved(node, lines, characters));
  }
  return next === groups.length ? nodes : null;
}

/** The text from an offset on, with a stand-in for all plain runs that follow each other. */
function shortened(text: string, runs: readonly Run[], from: number): { readonly short: string; readonly groups: readonly Group[] } {
  const groups: Group[] = [];
  let [short, at, isBehindPlain] = ["", from, false];
  for (const run of runs) {
    if (isPlain(run) && isBehindPlain) groups.at(-1)?.runs.push(run);
    else if (isPlain(run)) {
      short += text.slice(at, run.start);
      groups.push({ at: short.length, runs: [run] });
      short += standIn;
    }
    if (isPlain(run)) at = run.end;
    isBehindPlain = isPlain(run);
  }
  return { short: short + text.slice(at), groups };
}

function isStandIn(node: RootContent): boolean {
  return node.type === "paragraph" && node.children.length === 1 && node.children[0]?.type === "text" && node.children[0].value === standIn;
}

type Point = NonNullable<Nodes["position"]>["end"];

/** A plain paragraph, heading or list as remark would have it. */
function nodeOf(text: string, { kind, start, end, lines: [first] }: Run): Paragraph | Heading | List {
  if (kind === "list") return listOf(text.slice(start, end), start, first);
  if (kind !== "heading") return paragraphOf(text.slice(start, end), { offset: start, line: first, column: 1 });
  const marks = text.indexOf(" ", start) - start;
  const words = paragraphOf(text.slice(start + marks + 1, end), { offset: start + marks + 1, line: first, column: marks + 2 });
  const position = { start: { line: first, column: 1, offset: start }, end: words.position?.end as Point };
  return { type: "heading", depth: marks as Heading["depth"], children: words.children, position };
}

/** A mark and a space, and the words of the item, on each line. */
function listOf(source: string, start: number, first: number): List {
  let offset = start;
  const children = source.split("\n").map((printed, index): ListItem => {
    const line = first + index;
    const paragraph = paragraphOf(printed.replace(/^..|\r$/g, ""), { offset: offset + 2, line, column: 3 });
    const position = { start: { line, column: 1, offset }, end: paragraph.position?.end as Point };
    offset += printed.length + 1;
    return { type: "listItem", spread: false, checked: null, children: [paragraph], position };
  });
  const position = { start: { line: first, column: 1, offset: start }, end: children.at(-1)?.position?.end as Point };
  return { type: "list", ordered: false, start: null, spread: false, children, position };
}

/** The same node where it stands in the whole text; no other tree has it, and it is changed in place. */
function moved<N extends Nodes>(node: N, lines: number, characters: number): N {
  if (node.position !== undefined) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += characters;
    }
  }
  if ("children" in node) for (const child of node.children) moved(child, lines, characters);
  return node;
}
