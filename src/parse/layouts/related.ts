/** Related headlines: on the label's line, or below it as a list, as headings or as single lines. May import: text, parse/block, parse/marks, parse/sheet. */
import { squeeze } from "../../text/lines.ts";
import { trimEndOf } from "../../text/trim.ts";
import { type Row, textOf } from "../block.ts";
import type { Item } from "../item.ts";
import type { LabelMark } from "../marks/label.ts";
import type { Sheet } from "../sheet.ts";
import type { Notebook } from "./notebook.ts";

const mostEntries = 100;
const bullet = /^(?:[-–—•*·▪►>»]|\d{1,2}[.)])\s+/;

/** Takes a related label and the headlines it stands for. Returns how many items were used up. */
export function takeRelated(sheet: Sheet, at: number, label: LabelMark, notebook: Notebook): number {
  const { block } = sheet.items[at] as Item;
  if (label.rest === "") {
    const used = takeBelow(sheet, at + 1, label, notebook, () => notebook.role("related-label", block.lines));
    if (used === 0) notebook.body(block.kind === "heading" ? "subheading" : "body", block);
    return 1 + used;
  }
  const links = block.rows.flatMap((row) => row.links);
  const unlinked = links.reduce((rest, link) => rest.replace(link.text, () => ""), label.rest);
  if (links.length > 1 && !/[\p{L}\p{N}]/u.test(unlinked)) {
    for (const link of links) notebook.related(headlineOf(link.text, link.url), link.url, block.lines, "related-headline");
    return 1;
  }
  const url = links[0]?.url ?? null;
  const below = url === null ? addressBelow(sheet, at + 1) : null;
  notebook.related(headlineOf(label.rest, url), url ?? below, block.lines, "related-headline");
  if (below === null) return 1;
  notebook.role("related-headline", (sheet.items[at + 1] as Item).block.lines);
  return 2;
}

const arrow = /^(?:[►▶➤→▸»]|>>)\s*/u;

/**
 * A headline between two paragraphs, without a label: two signals are needed, that it has no end of a sentence, and that it is a link or
 * stands behind an arrow. Returns how many items were used up; 0 where it is words of the text.
 */
export function takeBareRelated({ items }: Sheet, at: number, notebook: Notebook): number {
  const { block, mark } = items[at] as Item;
  const text = textOf(block);
  if (notebook.paragraphs() === 0 || block.kind !== "paragraph" || block.rows.length > 2 || /[.。!！…:：;,]["”»]?$/u.test(text)) return 0;
  const words = text.replace(arrow, "");
  const isLong = words.split(" ").length >= 3 || (words.match(/\p{Script=Han}/gu)?.length ?? 0) >= 6;
  const link = mark.kind === "url" && mark.link.text !== mark.link.url ? mark.link : null;
  if (!isLong || !/^[^\p{Ll}]/u.test(words) || (link === null && (mark.kind !== "line" || !arrow.test(text)))) return 0;
  if (link !== null && !/^https?:/i.test(link.url)) return 0;
  notebook.related(headlineOf(words, link?.url ?? null), link?.url ?? block.rows.flatMap((row) => row.links)[0]?.url ?? null, block.lines, "related-headline");
  return 1;
}

/** The headlines below a label that has a line to itself. Returns how many items they fill; 0 where there is none. */
function takeBelow(sheet: Sheet, from: number, label: LabelMark, notebook: Notebook, begin: () => void): number {
  const isMany = /s$/i.test(label.label) || sheet.words.language.tag !== "en";
  let at = from;
  let entries = 0;
  // A list is set alike from its first entry to its last: `- ` below plain headlines is somebody speaking.
  let isBulleted = false;
  while (at < sheet.items.length && entries < mostEntries) {
    const item = sheet.items[at] as Item;
    const rows = entriesOf(item, isMany);
    if (rows !== null && entries > 0 && isBulleted !== rows.every((row) => bullet.test(row.text))) break;
    if (rows === null || (entries > 0 && !isMany && !rows.some((row) => bullet.test(row.text)) && item.block.kind !== "list")) break;
    if (entries === 0) {
      begin();
      isBulleted = rows.every((row) => bullet.test(row.text));
    }
    entries += rows.length;
    at += 1;
    const below = rows.length === 1 && rows[0]?.links.length === 0 ? addressBelow(sheet, at) : null;
    for (const row of rows) takeEntry(row, below, notebook);
    if (below === null) continue;
    notebook.role("related-headline", (sheet.items[at] as Item).block.lines);
    at += 1;
  }
  return at - from;
}

/** The rows of an item that can be headlines; null for anything else. */
function entriesOf({ block, mark }: Item, isMany: boolean): readonly Row[] | null {
  if (block.kind === "list") return block.rows;
  if (block.kind === "paragraph" && block.rows.every((row) => bullet.test(row.text)))
    return block.rows.some((row) => /^[—–]\s.*[.!?…]["”»]?$/u.test(row.text)) ? null : block.rows;
  if (mark.kind === "url") return mark.link.text === mark.link.url ? null : block.rows;
  if (mark.kind !== "line" && mark.kind !== "heading") return null;
  if (isMany && block.rows.length > 1) return block.rows;
  const text = textOf(block);
  return /[.。!…:]["”»]?$/u.test(text) || /^[-–—]\s/.test(text)
    ? null
    : [{ ...(block.rows[0] as Row), text, lines: block.lines, links: block.rows.flatMap((row) => row.links) }];
}

/** @param below the address on the line below, which belongs to the headline where that has none of its own */
function takeEntry(row: Row, below: string | null, notebook: Notebook): void {
  const own = row.links[0]?.url ?? null;
  notebook.related(headlineOf(row.text.replace(bullet, ""), own), own ?? below, row.lines, "related-headline");
}

/** The headline's words, without the address; null where nothing but the address is printed. */
function headlineOf(text: string, url: string | null): string | null {
  const words = url === null ? text : text.replace(url, () => "").replace(/\(\s*\)/g, "");
  const printed = trimEndOf(squeeze(words), " \u00a0:–—-");
  return printed === "" ? null : printed;
}

/** The address that an item is, if it is one and nothing else. */
function addressBelow({ items }: Sheet, at: number): string | null {
  const mark = items[at]?.mark;
  return mark?.kind === "url" && mark.link.text === mark.link.url ? mark.link.url : null;
}
