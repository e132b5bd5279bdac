/** The plain words of a Markdown tree. May import: text, parse/readers/sanitize-schema. */
import type { Nodes } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import { squeeze } from "../../text/lines.ts";
import { hasOnlyAllowedTags } from "./sanitize-schema.ts";

/** The words a reader sees: breaks as line ends, allowed tags gone, all other angle brackets as they are. */
export function wordsOf(node: Nodes): string {
  const text = (part: Nodes): string => {
    if (part.type === "html" && /^<br\s*\/?>$/i.test(part.value)) return "\n";
    if (part.type === "html") return hasOnlyAllowedTags(part.value) ? part.value.replace(/<[^>]*>/g, "") : part.value;
    if (part.type === "break") return "\n";
    if (part.type === "image" || part.type === "imageReference") return part.alt ?? "";
    if (!("children" in part)) return plainText(part);
    const isFlow = part.type === "listItem" || part.type === "blockquote" || part.type === "list" || part.type === "footnoteDefinition";
    return part.children.map((child) => text(child)).join(isFlow ? "\n" : "");
  };
  return text(node)
    .split("\n")
    .map((line) => squeeze(line))
    .filter((line) => line !== "")
    .join(node.type === "paragraph" && !hasBreak(node) ? " " : "\n");
}

function hasBreak(node: Nodes): boolean {
  return (
    node.type === "break" ||
    (node.type === "html" && /^<br\s*\/?>$/i.test(node.value)) ||
    ("children" in node && node.children.some((child) => hasBreak(child)))
  );
}
