/**
 * Paragraphs, headings and lists whose words every step to HTML would leave as they are, with emphasis and links in them, set as HTML at once: an article of
 * Markdown has some ten, and a list by remark-rehype, the sanitiser and rehype-stringify takes 50 times as long. `tests/plain-html.test.ts` holds the one
 * against the other. May import: text, parse/readers.
 */
import type { List, ListItem, PhrasingContent, RootContent } from "mdast";
import { safeUrl } from "../../text/url.ts";
import { numberOf, paragraphId } from "./anchors.ts";

/** The HTML of a top-level node; null for any that is not so plain. */
export function plainHtml(node: RootContent): string | null {
  if (node.position === undefined) return null;
  if (node.type === "list") return listHtml(node);
  if (node.type !== "paragraph" && node.type !== "heading") return null;
  return elementOf(node.type === "paragraph" ? "p" : `h${pageDepth(node.depth)}`, numberOf(node), node.children);
}

/** The page's own headline is its only heading of the first depth. */
export function pageDepth(depth: number): 2 {
  return Math.min(6, Math.max(2, depth)) as 2;
}

/** A list of dots, each of one paragraph, with no blank lines between. */
function listHtml(list: List): string | null {
  if (list.ordered === true || list.spread === true || numberOf(list) !== null) return null;
  const items = list.children.map(itemHtml);
  return items.length === 0 || items.includes(null) ? null : `<ul>\n${items.join("\n")}\n</ul>`;
}

function itemHtml(item: ListItem): string | null {
  const [paragraph, ...rest] = item.children;
  const isPlain = paragraph?.type === "paragraph" && rest.length === 0 && item.spread !== true && typeof item.checked !== "boolean";
  return isPlain && numberOf(paragraph) === null ? elementOf("li", numberOf(item), paragraph.children) : null;
}

function elementOf(name: string, paragraph: number | null, children: readonly PhrasingContent[]): string | null {
  const [first, last] = [children[0], children.at(-1)];
  if (first === undefined || (first.type === "text" && /^\s/.test(first.value)) || (last?.type === "text" && /\s$/.test(last.value))) return null;
  const inside = phrasesHtml(children);
  return inside === null ? null : `<${name}${paragraph === null ? "" : ` id="${paragraphId(paragraph)}"`}>${inside}</${name}>`;
}

function phrasesHtml(children: readonly PhrasingContent[]): string | null {
  let html = "";
  for (const child of children) {
    const next = phraseHtml(child);
    if (next === null) return null;
    html += next;
  }
  return html;
}

function phraseHtml(node: PhrasingContent): string | null {
  // Nothing to escape, no spaces beside a line end.
  if (node.type === "text") return /[<>&]|[ \t][\r\n]|[\r\n][ \t]/.test(node.value) ? null : node.value;
  if (node.type !== "emphasis" && node.type !== "strong" && node.type !== "link") return null;
  const inside = node.children.length === 0 ? null : phrasesHtml(node.children);
  if (inside === null) return null;
  if (node.type === "link") return isPlainLink(node.url, node.title) ? `<a href="${node.url}">${inside}</a>` : null;
  return node.type === "emphasis" ? `<em>${inside}</em>` : `<strong>${inside}</strong>`;
}

/** An address in which there is nothing to encode or to escape, and that may be followed. */
function isPlainLink(url: string, title: string | null | undefined): boolean {
  return (title === null || title === undefined) && /^https?:\/\/[A-Za-z0-9._~:/?#=+,;-]+$/.test(url) && safeUrl(url) !== null;
}
