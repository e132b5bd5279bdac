/** The body of a clipping: plain paragraphs, the same as Markdown, and as HTML. May import: model, text, parse/block, parse/layouts/layout, parse/readers. */
import type { Body, BodyPiece } from "../../model/body.ts";
import { escapeHtml } from "../../text/html.ts";
import { squeeze } from "../../text/lines.ts";
import type { Block, Row } from "../block.ts";
import type { BodyItem } from "../layouts/layout.ts";
import { paragraphId } from "./anchors.ts";
import { type Inline, parseInline } from "./inline.ts";
import { escapeMarkdown } from "./markdown-escape.ts";
import { joinRows } from "./paragraphs.ts";

/** @param width the measure of the file: see `measureOf` */
export function clippingBody(items: readonly BodyItem[], width: number): Body {
  const paragraphs: string[] = [];
  const markdown: string[] = [];
  const pieces: BodyPiece[] = [];
  for (const item of items) {
    if (item.kind !== "block") {
      pieces.push(item);
      continue;
    }
    const runs = runsOf(item.block, width, item.drop);
    const text = runs.map((run) => run.text).join("");
    const isHeading = item.block.kind === "heading";
    paragraphs.push(text);
    markdown.push(`${isHeading ? "## " : ""}${runs.map(runToMarkdown).join("")}`);
    const html = runs.map(runToHtml).join("");
    const [name, id] = [isHeading ? "h2" : "p", paragraphId(paragraphs.length)];
    pieces.push({ kind: "html", html: `<${name} id="${id}">${html}</${name}>` });
  }
  return { paragraphs, markdown: markdown.join("\n\n"), pieces };
}

/** The paragraph as runs, without the characters of a dateline at its start. */
function runsOf(block: Block, width: number, drop: number): Inline[] {
  const raw = joinRows(block.kind === "heading" ? block.rows : block.rows.map(asPrinted), width);
  const runs = parseInline(raw);
  const [first, ...rest] = runs;
  return drop === 0 || first === undefined ? runs : [{ ...first, text: first.text.slice(drop) }, ...rest];
}

/** The row with its addresses as they are printed: they are read again in the words of the whole paragraph. */
function asPrinted(row: Row): Row {
  return row.links.length === 0 ? row : { ...row, text: squeeze(row.raw) };
}

function runToMarkdown({ text, url }: Inline): string {
  if (url === null) return escapeMarkdown(text);
  return text === url ? `<${url}>` : `[${escapeMarkdown(text)}](<${url}>)`;
}

function runToHtml({ text, url }: Inline): string {
  const html = escapeHtml(text).replaceAll("\n", "<br>\n");
  return url === null ? html : `<a href="${escapeHtml(url)}">${html}</a>`;
}
