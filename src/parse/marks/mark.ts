/** What a block could be, from its own words alone. The surest reading wins; what it is in the end, its layout says. May import: parse/block, parse/marks, text. */
import type { BylineValue } from "../../model/claim.ts";
import { safeUrl } from "../../text/url.ts";
import { type Block, type Link, textOf } from "../block.ts";
import { readBareByline, readByline } from "./byline.ts";
import { type Cutline, readCutline } from "./cutline.ts";
import type { DateOrder } from "./date.ts";
import { type DateMark, readDateLine } from "./date-line.ts";
import { type LabelMark, readLabel } from "./label.ts";
import type { Words } from "./words.ts";

export type Mark =
  | { readonly kind: "label"; readonly label: LabelMark }
  | { readonly kind: "byline"; readonly byline: BylineValue; readonly dates: readonly DateMark[] }
  | { readonly kind: "dates"; readonly dates: readonly DateMark[] }
  | { readonly kind: "url"; readonly link: Link }
  | { readonly kind: "cutline"; readonly cutline: Cutline }
  | { readonly kind: "figure" }
  | { readonly kind: "definition" }
  /** `© 2018 The Courier. All rights reserved.` */
  | { readonly kind: "boilerplate" }
  /** `-30-`, `(ENDS)`: the story is over. */
  | { readonly kind: "end-mark" }
  | { readonly kind: "rule" }
  /** `From: …`, `Sent: …`: how the text came, and no part of it. */
  | { readonly kind: "mail-head" }
  /** `— Ada Finch`: a dash and a name, as they stand below a letter or a story. */
  | { readonly kind: "signature"; readonly byline: BylineValue }
  /** Marked as a heading, and none of the above. */
  | { readonly kind: "heading" }
  /** A few words that are no sentence of a story: a headline, a kicker, a name, a caption, a subheading. */
  | { readonly kind: "line" }
  | { readonly kind: "prose" };

/** Reads a block's mark. */
export function markOf(block: Block, words: Words, order: DateOrder | null): Mark {
  if (block.kind === "rule" || block.kind === "figure" || block.kind === "definition" || block.kind === "mail-head") return { kind: block.kind };
  if (block.kind !== "heading" && block.kind !== "paragraph") return { kind: "prose" };
  const text = textOf(block);
  const isHeading = block.kind === "heading";
  const told = urlMark(block, text, words) ?? dateOrLabel(block, text, words, order);
  if (told !== null) return told;
  const signed = readByline(text, words);
  if (signed !== null) return { kind: "byline", byline: signed, dates: [] };
  const both = readBylineAndDate(text, words, order);
  if (both !== null) return both;
  if (isHeading) return { kind: "heading" };
  const cutline = readCutline(text, words);
  if (cutline !== null) return { kind: "cutline", cutline };
  return endOrSignature(text, words) ?? { kind: isProse(block, text) ? "prose" : "line" };
}

/** An address by itself. A heading that is all link is a headline that leads somewhere. */
function urlMark(block: Block, text: string, words: Words): Mark | null {
  const url = loneUrl(block, text);
  if (url === null) return null;
  return block.kind !== "heading" || url.text === url.url || readLabel(url.text, words, true) !== null ? { kind: "url", link: url } : null;
}

function dateOrLabel(block: Block, text: string, words: Words, order: DateOrder | null): Mark | null {
  const dates = readDateLine(text, words, order);
  if (dates !== null) return { kind: "dates", dates };
  const label = readLabel(text, words, block.kind === "heading" || isAloneLabel(text, words));
  return label !== null && block.rows.length <= (label.rest === "" ? 1 : 40) ? { kind: "label", label } : null;
}

function endOrSignature(text: string, words: Words): Mark | null {
  if (endMark.test(text)) return { kind: "end-mark" };
  if (isBoilerplate(text)) return { kind: "boilerplate" };
  const name = /^(?:[—–]|--?)\s?(\p{Lu}.{3,60})$/u.exec(text)?.[1];
  const signature = name === undefined ? null : readBareByline(name, words);
  return signature === null ? null : { kind: "signature", byline: signature };
}

const endMark = /^(?:[-–—]\s?30\s?[-–—]|[([*#-]?\s?ends?\s?[)\]*#-]|ENDS|#\s?#\s?#)$/i;

function isBoilerplate(text: string): boolean {
  return text.length <= 300 && (/^(?:©|\(c\)|copyright\b)[^a-z]{0,4}\d{4}/i.test(text) || /\ball rights reserved\.?$/i.test(text));
}

/** A label of these kinds counts without a colon when it has the line to itself. */
function isAloneLabel(text: string, words: Words): boolean {
  const kind = readLabel(text, words, true)?.kind;
  return kind === "related" || kind === "source" || kind === "correction" || kind === "note";
}

/** A block that is one address, or one link and nothing else. */
function loneUrl(block: Block, text: string): Link | null {
  const links = block.rows.flatMap((row) => row.links);
  const [link] = links;
  if (links.length === 1 && link !== undefined && link.text.trim() === text.trim()) return link;
  const bare = safeUrl(text);
  return bare === null || !/^(?:https?|ftp):/i.test(bare) ? null : { text: bare, url: bare };
}

/** `By AFP | September 15, 2021`, `September 15, 2021 – By Jane Roe`, `By Jane Roe, Sept. 15, 2021`. */
function readBylineAndDate(text: string, words: Words, order: DateOrder | null): Mark | null {
  if (text.length > 160) return null;
  for (const cut of text.matchAll(/\s?[|•·,،，;]\s?|\s[-–—]\s|\s(?=\d|\p{L})/gu)) {
    const left = text.slice(0, cut.index);
    const right = text.slice(cut.index + cut[0].length);
    const dated = readDateLine(right, words, order);
    if (dated !== null) {
      const byline = readByline(left, words);
      return byline === null ? null : { kind: "byline", byline, dates: dated };
    }
    const signed = readByline(right, words);
    const before = signed === null ? null : readDateLine(left, words, order);
    if (signed !== null && before !== null) return { kind: "byline", byline: signed, dates: before };
  }
  return null;
}

/** Prose ends a sentence, or is longer than a headline can be. */
function isProse(block: Block, text: string): boolean {
  const wide = (text.match(/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/g)?.length ?? 0) * 2 > text.length;
  if (wide) return text.length > 45 || /[。！？；]["”」』）]?$/.test(text);
  const count = text.split(" ").length;
  if (count > 30 || text.length > 220) return true;
  if (/[.!?…۔؟;:,]["'”’»)\]]*$/u.test(text) && count > 8) return true;
  return block.rows.length > 3 || /^[-–—•*]\s/.test(text);
}
