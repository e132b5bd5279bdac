/**
 * The body of a Markdown article: its Markdown, its plain paragraphs, and HTML. Each top-level block is made HTML by itself, so that an
 * element left open in one cannot swallow the next. May import: model, text, parse/layouts/layout, parse/readers.
 */
import type { ElementContent, RootContent as HtmlContent, Root as HtmlRoot } from "hast";
import type { Nodes, Root, RootContent } from "mdast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { VFile } from "vfile";
import type { Language } from "../../languages/language.ts";
import type { Body, BodyPiece } from "../../model/body.ts";
import { cleanText } from "../../text/clean.ts";
import { safeUrl } from "../../text/url.ts";
import type { BodyItem } from "../layouts/layout.ts";
import { boxed, number, numberNote, numberOf, withIds, withLooseNotes } from "./anchors.ts";
import { type Part, togetherOf } from "./markdown-alone.ts";
import { parseMarkdown } from "./markdown-tree.ts";
import { wordsOf } from "./markdown-words.ts";
import { pageDepth, plainHtml } from "./plain-html.ts";
import { hasOnlyAllowedTags, idPrefix, sanitizeSchema } from "./sanitize-schema.ts";

/** One tree-to-tree processor a language: the heading of footnotes is in the article's own. */
const toHtmlTree = (language: Language) =>
  unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      clobberPrefix: "",
      footnoteLabel: language.footnotes.title,
      footnoteBackLabel: language.footnotes.back,
    })
    .freeze();
/** Called as they are: for one block, what unified does around them takes as long as they do. */
const raw = rehypeRaw();
const sanitize = rehypeSanitize(sanitizeSchema);
const stringify = unified().use(rehypeStringify).freeze();

/** A part of the body with the line of the new Markdown text at which it begins. */
interface Placed {
  readonly line: number;
  readonly piece: BodyPiece | null;
}

/** The body's Markdown, put together from the blocks that are body (with what their links refer to), and what it means. */
export function markdownBody(items: readonly BodyItem[], language: Language): Body {
  const parts: Part[] = [];
  const placed: Placed[] = [];
  let line = 1;
  for (const item of items) {
    if (item.kind !== "block") {
      placed.push({ line, piece: item });
      continue;
    }
    const source = item.drop === 0 ? item.block.source : dropStart(item.block.source, item.drop);
    parts.push({ source, line, parsed: item.block.parsed?.source === source ? item.block.parsed.node : null });
    placed.push({ line, piece: null });
    line += source.split(/\r\n|[\n\r]/).length + 1;
  }
  const markdown = parts.map(({ source }) => source).join("\n\n");
  const tree: Root = { type: "root", children: togetherOf(parts) ?? parseMarkdown(markdown, false).children };
  const paragraphs: string[] = [];
  for (const node of tree.children) paragraphs.push(...paragraphsOf(node, paragraphs.length + 1));
  return { paragraphs, markdown, pieces: piecesOf(tree, placed, language) };
}

/** The dateline's characters were counted in plain words; the source may hold more white space. */
function dropStart(source: string, drop: number): string {
  let plain = 0;
  let at = source.length - source.trimStart().length;
  while (at < source.length && plain < drop) {
    const gap = /^\s+/.exec(source.slice(at, at + 200))?.[0].length ?? 0;
    at += gap === 0 ? 1 : gap;
    plain += 1;
  }
  return source.slice(at);
}

/** The strings that a top-level node is in the record. What becomes the element of each is marked. @param first number of the first of them */
function paragraphsOf(node: RootContent, first: number): string[] {
  switch (node.type) {
    case "list":
    case "blockquote":
      for (const [index, child] of node.children.entries()) number(child, first + index);
      return node.children.map((child) => wordsOf(child));
    case "definition":
    case "thematicBreak":
      return [];
    case "footnoteDefinition": {
      const words = wordsOf(node);
      numberNote(node, first);
      return [words];
    }
    default:
      number(node, first);
      return [ofOne(node)];
  }
}

function ofOne(node: RootContent): string {
  if (node.type === "table") return node.children.map((row) => row.children.map((cell) => wordsOf(cell)).join(" | ")).join("\n");
  return node.type === "code" ? node.value : wordsOf(node);
}

/**
 * Properties as the page needs them: HTML 5 has no `align`, so how a column of a table is set becomes a class, which the stylesheet knows;
 * a link within the text gets the prefix that the ids of the text get; one that may not be followed, or that leads nowhere from here (`../x.md`),
 * is text.
 */
function forThePage(node: HtmlContent): HtmlContent[] {
  if (!("children" in node)) return [node];
  const children = node.children.flatMap((child) => forThePage(child)) as ElementContent[];
  const { align, href: printed, ...properties } = node.properties;
  const href = typeof printed === "string" ? hrefOf(printed) : null;
  if (node.tagName === "a" && href === null && properties["id"] === undefined && properties["title"] === undefined) return children;
  return [
    {
      ...node,
      children,
      properties: { ...properties, ...(typeof align === "string" ? { className: [`align-${align}`] } : {}), ...(href === null ? {} : { href }) },
    },
  ];
}

/** The address of a link as the page has it; null where there is to be none. */
function hrefOf(printed: string): string | null {
  return printed.startsWith("#") ? `#${idPrefix}${printed.slice(1)}` : safeUrl(printed.trim().replaceAll(" ", "%20"));
}

/** HTML for every top-level node, with the places of related headlines and pictures between. */
function piecesOf(tree: Root, placed: readonly Placed[], language: Language): BodyPiece[] {
  const pieces: BodyPiece[] = [];
  const waiting = placed.filter(({ piece }) => piece !== null);
  let next = 0;
  for (const { line, html } of htmlOf(tree, language)) {
    while (next < waiting.length && (waiting[next]?.line ?? 0) <= line) pieces.push(waiting[next++]?.piece as BodyPiece);
    const safe = html();
    if (safe !== "") pieces.push({ kind: "html", html: safe });
  }
  while (next < waiting.length) pieces.push(waiting[next++]?.piece as BodyPiece);
  return pieces;
}

/** A top-level element, and the line at which it begins. */
interface Element {
  readonly line: number;
  html(): string;
}

/** The elements in their order: plain ones as they are, the others through rehype, together, since notes are counted through all of them. */
function htmlOf(tree: Root, language: Language): Element[] {
  const elements: Element[] = [];
  const others: RootContent[] = [];
  for (const node of tree.children) {
    const html = plainHtml(node);
    if (html === null) others.push(node);
    else elements.push({ line: lineOf(node), html: () => cleanText(html) });
  }
  return others.length === 0 ? elements : [...elements, ...elementsOf({ ...tree, children: others }, language)].sort((a, b) => a.line - b.line);
}

/** The elements of nodes by way of rehype, whatever they are. */
export function elementsOf(tree: Root, language: Language): Element[] {
  const elements: Element[] = [];
  const html = toHtmlTree(language).runSync(withVisibleTags({ ...tree, children: withLooseNotes(tree.children) }) as Root) as HtmlRoot;
  for (const child of html.children) {
    if (child.type !== "text" || child.value.trim() !== "") elements.push({ line: lineOf(child), html: () => safeHtml(child) });
  }
  return elements;
}

/** The notes, which stand nowhere in the text, come behind it. */
function lineOf({ position }: Pick<RootContent | HtmlContent, "position">): number {
  return position?.start.line ?? Number.MAX_SAFE_INTEGER;
}

/** What is no allowed HTML becomes text that can be read: `<Reuters>`, a script, a comment. */
function withVisibleTags(node: Nodes): Nodes {
  if (node.type === "html" && !hasOnlyAllowedTags(node.value)) return { type: "text", value: node.value };
  if (node.type === "image") return { type: "text", value: node.alt ?? "" };
  if (node.type === "heading")
    return {
      ...node,
      depth: pageDepth(node.depth),
      children: node.children.map((child) => withVisibleTags(child)) as typeof node.children,
    };
  if (!("children" in node)) return node;
  const isFlow = node.type === "root" || node.type === "blockquote" || node.type === "listItem";
  const children = node.children.map((child) => {
    const visible = withVisibleTags(child as Nodes);
    if (isFlow && visible.type === "html") return { ...boxed(visible, numberOf(child)), position: child.position };
    return isFlow && visible.type === "text" ? { type: "paragraph", data: child.data, children: [visible], position: child.position } : visible;
  });
  return { ...node, children } as Nodes;
}

function safeHtml(child: HtmlContent): string {
  const root: HtmlRoot = { type: "root", children: [child] };
  const whole = hasRaw(child) ? raw(root, new VFile()) : root;
  const set: HtmlRoot = { type: "root", children: whole.children.flatMap((each) => forThePage(each)) };
  // An entity in raw HTML can say what the file itself may not hold.
  const safe = sanitize(set) as HtmlRoot;
  return cleanText(stringify.stringify({ ...safe, children: safe.children.map((each) => withIds(each)) } as HtmlRoot).trim());
}

function hasRaw(node: HtmlContent): boolean {
  return (node.type as string) === "raw" || ("children" in node && node.children.some((child) => hasRaw(child)));
}
