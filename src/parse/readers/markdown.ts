/** Markdown in full (CommonMark with GFM) → blocks. May import: model, text, parse/block, parse/readers. */
import type { Definition, Nodes, PhrasingContent, Root, RootContent } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import { squeeze } from "../../text/lines.ts";
import { type Block, type BlockKind, type Link, type Picture, type Row, withRows } from "../block.ts";
import { standsAlone } from "./markdown-alone.ts";
import { parseMarkdown } from "./markdown-tree.ts";
import { wordsOf } from "./markdown-words.ts";

/** The blocks of a Markdown file, a top-level node each. */
export function markdownBlocks(text: string, hasFrontMatter: boolean): Block[] {
  const root = parseMarkdown(text, hasFrontMatter);
  const resolved = resolveReferences(root);
  // What refers to something elsewhere in the file may not find it in the body.
  const holds = (node: RootContent) => resolved === root && standsAlone(node);
  return resolved.children.flatMap((node) => blocksOf(node, text, holds));
}

/** The tree with `[words][1]` and `![words][1]` as what they stand for, wherever in the file that is defined. */
function resolveReferences(root: Root): Root {
  const targets = new Map<string, Definition>();
  for (const node of root.children) if (node.type === "definition" && !targets.has(node.identifier)) targets.set(node.identifier, node);
  if (targets.size === 0) return root;
  const resolve = (node: Nodes): Nodes => {
    const children = "children" in node ? node.children.map((child) => resolve(child)) : [];
    const target = node.type === "linkReference" || node.type === "imageReference" ? targets.get(node.identifier) : undefined;
    if (node.type === "linkReference" && target !== undefined)
      return { ...node, type: "link", url: target.url, title: target.title ?? null, children: children as PhrasingContent[] };
    if (node.type === "imageReference" && target !== undefined) return { type: "image", url: target.url, title: target.title ?? null, alt: node.alt ?? null };
    return "children" in node ? ({ ...node, children } as Nodes) : node;
  };
  return resolve(root) as Root;
}

/** @param holds whether the node is the same in the body */
function blocksOf(node: RootContent, text: string, holds: (node: RootContent) => boolean): Block[] {
  if (node.type === "yaml" || (node.type as string) === "toml" || node.position === undefined) return [];
  const read = blockOf(node, text);
  const block = holds(node) ? { ...read, parsed: { source: text.slice(node.position.start.offset, node.position.end.offset), node } } : read;
  const [first, ...rest] = block.rows;
  // A picture with its caption on the line below, in one paragraph.
  const isPictureRow = first !== undefined && block.kind === "paragraph" && block.pictures.length > 0 && first.text === "" && rest.length > 0;
  if (!isPictureRow) return [block];
  return [
    { ...withRows(block, [first]), kind: "figure" },
    { ...withRows(block, rest), pictures: [] },
  ];
}

function blockOf(node: RootContent, text: string): Block {
  const { start, end } = node.position ?? nowhere;
  const lines = [start.line, end.line] as const;
  const source = text.slice(start.offset, end.offset);
  const pictures = picturesOf(node);
  const base = { depth: 0, lines, source, pictures };
  switch (node.type) {
    case "heading":
      return { ...base, kind: "heading", depth: node.depth, rows: [rowOf(node, source, lines)] };
    case "paragraph":
      if (pictures.length > 0 && node.children.every((child) => isPicture(child) || (child.type === "text" && child.value.trim() === ""))) {
        return { ...base, kind: "figure", rows: [rowOf(node, source, lines)] };
      }
      return { ...base, kind: "paragraph", rows: rowsOf(node, source, lines) };
    case "list":
      if (isSentence(node)) return { ...base, kind: "paragraph", source: source.replace(/^(\d+)([.)])/, "$1\\$2"), rows: numberedRows(node, source, lines) };
      return { ...base, kind: "list", rows: node.children.map((item) => childRow(item, text)) };
    case "blockquote":
      return { ...base, kind: "quotation", rows: node.children.map((child) => childRow(child, text)) };
    case "thematicBreak":
      return { ...base, kind: "rule", rows: [rowOf(node, source, lines)] };
    case "definition":
      return { ...base, kind: "definition", rows: [] };
    case "html":
      return { ...base, kind: /^<!--\s*more\s*-->$/.test(node.value.trim()) ? "rule" : "other", rows: [rowOf(node, source, lines)] };
    default:
      return { ...base, kind: "other" satisfies BlockKind, rows: [rowOf(node, source, lines)] };
  }
}

const nowhere = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

/** `1905. The year began badly.`, `3. März 2020`: an ordered list of one item, of one paragraph, is a sentence that begins with a number. */
function isSentence(node: Extract<RootContent, { type: "list" }>): boolean {
  const [item, ...others] = node.children;
  return node.ordered === true && others.length === 0 && item?.children.length === 1 && item.children[0]?.type === "paragraph";
}

function numberedRows(node: Extract<RootContent, { type: "list" }>, source: string, lines: Row["lines"]): Row[] {
  const paragraph = node.children[0]?.children[0];
  const [first, ...rest] = paragraph?.type === "paragraph" ? rowsOf(paragraph, source, lines) : [rowOf(node, source, lines)];
  if (first === undefined) return rest;
  const number = /^\d+[.)]/.exec(source)?.[0] ?? "";
  return [{ ...first, text: `${number} ${first.text}`, raw: first.raw.replace(/^(\d+)([.)])/, "$1\\$2") }, ...rest];
}

function childRow(node: Nodes, text: string): Row {
  const { position } = node;
  const lines = [position?.start.line ?? 0, position?.end.line ?? 0] as const;
  return rowOf(node, text.slice(position?.start.offset, position?.end.offset), lines);
}

function rowOf(node: Nodes, raw: string, lines: Row["lines"]): Row {
  return { text: squeeze(wordsOf(node)), lines, links: linksOf(node), raw };
}

/** The printed lines of a paragraph. Where the tree's line ends are not the text's (in a long link, say), the paragraph is one row. */
function rowsOf(node: Extract<RootContent, { type: "paragraph" }>, source: string, lines: Row["lines"]): Row[] {
  const sources = source.split(/\r\n|[\n\r]/);
  const printed: { text: string; links: Link[] }[] = [{ text: "", links: [] }];
  for (const child of node.children) {
    if (child.type === "break") printed.push({ text: "", links: [] });
    else {
      const [first = "", ...rest] = (child.type === "text" ? child.value : plainText(child, { includeImageAlt: false })).split(/\r\n|[\n\r]/);
      const row = printed.at(-1) as { text: string; links: Link[] };
      row.text += first;
      row.links.push(...linksOf(child));
      for (const text of rest) printed.push({ text, links: [] });
    }
  }
  if (printed.length !== sources.length) return [rowOf(node, source, lines)];
  return printed.map(({ text, links }, index) => ({ text: squeeze(text), links, raw: sources[index] ?? "", lines: [lines[0] + index, lines[0] + index] }));
}

function isPicture(node: Nodes): boolean {
  return node.type === "image" || (node.type === "link" && node.children.length > 0 && node.children.every(isPicture));
}

function linksOf(node: Nodes): Link[] {
  if (node.type === "link") return [{ text: plainText(node), url: node.url }];
  return "children" in node ? node.children.flatMap((child) => linksOf(child)) : [];
}

function picturesOf(node: Nodes, link: string | null = null): Picture[] {
  if (node.type === "image")
    return [{ src: node.url, alt: node.alt === undefined || node.alt === "" || node.alt === null ? null : node.alt, title: node.title ?? null, link }];
  return "children" in node ? node.children.flatMap((child) => picturesOf(child, node.type === "link" ? node.url : link)) : [];
}
