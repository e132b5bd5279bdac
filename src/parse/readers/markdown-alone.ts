/**
 * Pieces of Markdown that mean the same wherever they stand between blank lines: the body takes such nodes from the tree of the whole file instead of
 * parsing its text a second time, which was a third of the time that a Markdown article took to be read. May import: parse/readers/markdown-tree.
 */
import type { Nodes, RootContent } from "mdast";
import { parseMarkdown } from "./markdown-tree.ts";

/** A part of a body: its source, the line of the body's text at which it begins, and what the file's parser made of it, if that still holds. */
export interface Part {
  readonly source: string;
  readonly line: number;
  readonly parsed: RootContent | null;
}

/** What can be at the top. At the left margin no list or quotation above takes it in; code, HTML and definitions reach further than themselves. */
const atTheTop: readonly Nodes["type"][] = ["paragraph", "heading", "list", "blockquote", "table", "thematicBreak"];

/** What may be within. References and notes depend on what else is in the text. */
const within: readonly Nodes["type"][] = [
  ..."paragraph heading list listItem blockquote thematicBreak tableRow tableCell".split(" "),
  ..."text emphasis strong delete inlineCode break link image".split(" "),
] as Nodes["type"][];

/** Whether a top-level node of a file is the same node in any text in which its source stands at the left margin, with blank lines around it. */
export function standsAlone(node: RootContent): boolean {
  const { type, position } = node;
  if (!atTheTop.includes(type)) return false;
  // The source is cut from where the node begins: set in, what its lines are set in by would change.
  if ((type === "list" || type === "blockquote" || type === "table") && position?.start.column !== 1) return false;
  return !("children" in node) || node.children.every((child) => isSimple(child));
}

function isSimple(node: Nodes): boolean {
  return within.includes(node.type) && (!("children" in node) || node.children.every((child) => isSimple(child)));
}

/**
 * The top-level nodes of the parts' text, put together from those of the parts; null where they have to be parsed together: two lists that follow each
 * other are one, and what does not stand alone may change what stands around it. Of a node's positions, only the line at which it begins is the new one's.
 */
export function togetherOf(parts: readonly Part[]): RootContent[] | null {
  const nodes: RootContent[] = [];
  for (const { source, line, parsed } of parts) {
    const node = parsed ?? aloneIn(source);
    if (node?.position === undefined || (node.type === "list" && nodes.at(-1)?.type === "list")) return null;
    const start = { ...node.position.start, line: line + (parsed === null ? node.position.start.line - 1 : 0) };
    nodes.push({ ...node, position: { ...node.position, start } });
  }
  return nodes;
}

/** The one paragraph that a text is, which was cut or changed after it had been parsed; null for anything else. */
function aloneIn(source: string): RootContent | null {
  if (!/^\S/.test(source)) return null;
  const [node, ...others] = parseMarkdown(source, false).children;
  return node?.type === "paragraph" && others.length === 0 && standsAlone(node) ? node : null;
}
