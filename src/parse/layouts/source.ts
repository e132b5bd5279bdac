/** Where the article came from: `Original url:` and an address, `Source: The Courier`. May import: model, text, parse/block, parse/marks, parse/sheet. */
import type { LineRange } from "../../model/claim.ts";
import { squeeze } from "../../text/lines.ts";
import { trimEndOf, trimStartOf } from "../../text/trim.ts";
import { safeUrl } from "../../text/url.ts";
import { isMark } from "../../text/withhold/marks.ts";
import { type Block, textOf } from "../block.ts";
import type { Item } from "../item.ts";
import { type LabelMark, readLabel } from "../marks/label.ts";
import { isTitle } from "../marks/name.ts";
import { isKnownPaper } from "../marks/paper.ts";
import type { Sheet } from "../sheet.ts";
import type { Notebook } from "./notebook.ts";

/** `Original url:` with the address behind it or below it. */
export function takeSource(sheet: Sheet, at: number, label: LabelMark, notebook: Notebook): number {
  const { block } = sheet.items[at] as Item;
  const below = sheet.items[at + 1]?.block;
  // The address is withheld: nobody has to be told that it is missing.
  if (isMark(label.rest) || (label.rest === "" && below !== undefined && isMark(textOf(below)))) {
    notebook.role("source", label.rest === "" && below !== undefined ? [block.lines[0], below.lines[1]] : block.lines);
    return label.rest === "" ? 2 : 1;
  }
  const source = sourceOf(sheet, at, label);
  if (source !== null) {
    notebook.claim("sourceUrl", source.url, source.lines, "stated");
    notebook.role("source", [block.lines[0], source.lines[1]]);
    const linked = source.used === 1 ? block.rows.flatMap((row) => row.links).find((link) => link.url === source.url)?.text : undefined;
    const isLabelOnly = linked !== undefined && readLabel(linked, sheet.words, true) !== null;
    takeSourceName(isLabelOnly ? label.rest.replace(linked, () => " ") : label.rest.replace(source.url, () => " "), source.url, block, notebook);
    return source.used;
  }
  const [line] = block.lines;
  const name = label.rest.replace(/\.$/, "");
  if ((isTitle(name) || isKnownPaper(name)) && !notebook.has("publication")) {
    notebook.claim("publication", name, block.lines, "stated");
    notebook.role("publication", block.lines);
    return 1;
  }
  if (/^[a-z][a-z0-9+.-]*:\S/i.test(label.rest)) notebook.report("url-unsafe", `“${label.rest.slice(0, 60)}” is no address that may be linked.`, line);
  else notebook.report("source-without-url", `“${textOf(block).slice(0, 60)}” names no address.`, line);
  notebook.claim("notes", { text: textOf(block), lines: block.lines }, block.lines);
  notebook.role("source", block.lines);
  return 1;
}

/** What stands beside the address: the paper's name (`Source: The Courier, https://…`), or words that are kept as a note. */
function takeSourceName(text: string, url: string, block: Block, notebook: Notebook): void {
  const name = trimStartOf(trimEndOf(squeeze(text), " )]>,;:|–—-"), " ([<,;:|–—-");
  if (!/[\p{L}\p{N}]/u.test(name) || addressOf(name) === url) return;
  if (isTitle(name)) notebook.claim("publication", name, block.lines);
  else notebook.claim("notes", { text: name, lines: block.lines }, block.lines);
}

export function sourceOf(sheet: Sheet, at: number, label: LabelMark): { url: string; lines: LineRange; used: number } | null {
  const { block } = sheet.items[at] as Item;
  const same = block.rows.flatMap((row) => row.links)[0]?.url ?? addressOf(label.rest);
  if (same !== null) return { url: same, lines: block.lines, used: 1 };
  const below = sheet.items[at + 1];
  if (label.rest !== "" || below === undefined) return null;
  if (below.mark.kind === "url") return { url: below.mark.link.url, lines: below.block.lines, used: 2 };
  const address = below.mark.kind === "line" ? addressOf(textOf(below.block)) : null;
  return address === null ? null : { url: address, lines: below.block.lines, used: 2 };
}

/** An address as people write it, with or without `https://`. */
function addressOf(text: string): string | null {
  const printed = squeeze(text).replace(/^<|>$/g, "");
  if (/^(?:https?|ftp):\/\//i.test(printed)) return safeUrl(printed);
  return /^(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?$/i.test(printed) && (printed.startsWith("www.") || printed.includes("/"))
    ? safeUrl(`https://${printed}`)
    : null;
}
