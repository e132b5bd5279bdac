/**
 * Addresses within an article: the string `paragraphs[2]` of the record is the element `#p3` of the page, or stands in it. No id of an author's can be such a
 * one: theirs begin with `idPrefix`. May import: model, parse/readers.
 */
import type { ElementContent, RootContent as HtmlContent } from "hast";
import type { Data, Nodes, RootContent } from "mdast";
import { wordsOf } from "./markdown-words.ts";
import { numberAttribute } from "./sanitize-schema.ts";

/** The id of a string of the record. @param number counted from 1 */
export function paragraphId(number: number): string {
  return `p${number}`;
}

type WithData = { data?: Data | undefined };

/** Marks what becomes the element of a string of the record. */
export function number(node: Nodes, paragraph: number): void {
  (node as WithData).data = { ...(node as WithData).data, hProperties: { [numberAttribute]: paragraph } };
}

/** A note's only paragraph, to which the way back to the text is joined; a box around all that it says, where it says more. */
export function numberNote(note: Extract<RootContent, { type: "footnoteDefinition" }>, paragraph: number): void {
  const [first, ...rest] = note.children;
  if (first === undefined) return;
  if (first.type === "paragraph" && rest.length === 0) number(first, paragraph);
  else note.children = [boxOf(note.children as Nodes[], paragraph) as (typeof note.children)[number]];
}

/** The number that a node was given; null for one that is no string of the record. */
export function numberOf(node: Nodes): number | null {
  const paragraph = (node as WithData).data?.hProperties?.[numberAttribute];
  return typeof paragraph === "number" ? paragraph : null;
}

/** HTML that an author wrote, in a box that has its number; as it is where there is nothing to read in it. */
export function boxed(html: Nodes, paragraph: number | null): Nodes {
  return paragraph === null || wordsOf(html) === "" ? html : boxOf([html], paragraph);
}

/** The same nodes, with the notes in their place that nothing refers to, or that stand there a second time: nobody would see them among the others. */
export function withLooseNotes(nodes: readonly RootContent[]): RootContent[] {
  if (!nodes.some(({ type }) => type === "footnoteDefinition")) return [...nodes];
  const waiting = new Set<string>();
  const gather = (node: Nodes): void => {
    if (node.type === "footnoteReference") waiting.add(node.identifier.toUpperCase());
    if ("children" in node) for (const child of node.children) gather(child);
  };
  for (const node of nodes) gather(node);
  return nodes.map((node) => {
    if (node.type !== "footnoteDefinition" || waiting.delete(node.identifier.toUpperCase())) return node;
    return { type: "blockquote", data: { hName: "div" }, children: node.children, position: node.position } as unknown as RootContent;
  });
}

function boxOf(children: readonly Nodes[], paragraph: number): Nodes {
  return { type: "paragraph", data: { hName: "div", hProperties: { [numberAttribute]: paragraph } }, children } as unknown as Nodes;
}

/** The numbers of sanitised HTML as ids. A box around one element only is that element. */
export function withIds(node: HtmlContent): HtmlContent {
  if (node.type !== "element") return node;
  const { [numberAttribute]: paragraph, ...properties } = node.properties;
  const children = node.children.map((child) => withIds(child) as ElementContent);
  if (paragraph === undefined || paragraph === null) return { ...node, children };
  const id = paragraphId(Number(paragraph));
  const only = node.tagName === "div" ? onlyElement(children) : null;
  return only === null ? { ...node, children, properties: { ...properties, id } } : { ...only, properties: { ...only.properties, id } };
}

function onlyElement(children: readonly ElementContent[]): Extract<ElementContent, { type: "element" }> | null {
  const [only, ...rest] = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return only?.type === "element" && rest.length === 0 && only.properties["id"] === undefined ? only : null;
}
