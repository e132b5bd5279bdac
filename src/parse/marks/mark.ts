/** What a block could be, from its own words alone. The surest reading wins; what it is in the end, its layout says. May import: parse/block, parse/marks, text. */
import type { LabelKind } from "../../languages/language.ts";
import type { BylineValue } from "../../model/claim.ts";
import { safeUrl } from "../../text/url.ts";
import { type Block, type Link, textOf } from "../block.ts";
import { isBoilerplate } from "./boilerplate.ts";
import { readBareByline, readByline, readWireSignature } from "./byline.ts";
import { type Cutline, readCutline } from "./cutline.ts";
import type { DateOrder } from "./date.ts";
import { type DateMark, mayHoldDate, readDateLine, readSharedDateLine } from "./date-line.ts";
import { readEndMark } from "./end-mark.ts";
import { readHelper } from "./helper.ts";
import { type LabelMark, readLabel } from "./label.ts";
import { isLegalNotice } from "./legal-notice.ts";
import { isPlainLine } from "./plain-line.ts";
import { remembering } from "./remembering.ts";
import { readSentence } from "./sentence.ts";
import type { Words } from "./words.ts";

export type Mark =
  | { readonly kind: "label"; readonly label: LabelMark }
  | { readonly kind: "byline"; readonly byline: BylineValue; readonly dates: readonly DateMark[] }
  | { readonly kind: "dates"; readonly dates: readonly DateMark[] }
  /** `Edited by Jane Roe`: who helped, and is no author. */
  | { readonly kind: "helper" }
  | { readonly kind: "url"; readonly link: Link }
  | { readonly kind: "cutline"; readonly cutline: Cutline }
  | { readonly kind: "figure" }
  | { readonly kind: "definition" }
  /** `© 2018 The Courier. All rights reserved.` */
  | { readonly kind: "boilerplate" }
  /** A notice that a law or a court forced on the text. */
  | { readonly kind: "legal-notice" }
  /** `-30-`, `(ENDS)`, `abc/dpa`: the story is over. `isBare`: a word without marks (`FIN`); `signed`: the agency that signs. */
  | { readonly kind: "end-mark"; readonly isBare: boolean; readonly signed: BylineValue | null }
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
  if (block.kind === "list" && block.rows.length > 0 && block.rows.every((row) => isBoilerplate(row.text, words, false))) return { kind: "boilerplate" };
  if (block.kind !== "heading" && block.kind !== "paragraph") return { kind: "prose" };
  const text = textOf(block);
  const isBare = block.rows.every((row) => row.links.length === 0);
  const told =
    isBare && isPlainLine(text, words) ? null : isBare && block.rows.length === 1 ? readAgain(block, text, words, order) : readMark(block, text, words, order);
  return told ?? { kind: block.kind === "heading" ? "heading" : isProse(block, text) ? "prose" : "line" };
}

/** The mark of a line of which nothing but its words counts, perhaps from memory. */
function readAgain(block: Block, text: string, words: Words, order: DateOrder | null): Mark | null {
  if (text === "" || block.source.startsWith("###")) return readMark(block, text, words, order);
  return (block.kind === "heading" ? headings : paragraphs)[order ?? "unknown"](text, words);
}

const orders = (kind: Block["kind"]) => {
  const read = (order: DateOrder | null) => remembering((text, words) => readMark(lineOf(kind, text), text, words, order));
  return { "day-month": read("day-month"), "month-day": read("month-day"), unknown: read(null) };
};
const lineOf = (kind: Block["kind"], text: string): Block => ({
  kind,
  depth: 0,
  lines: [1, 1],
  rows: [{ text, lines: [1, 1], links: [], raw: text }],
  pictures: [],
  source: text,
});
const headings = orders("heading");
const paragraphs = orders("paragraph");

/** Asks every rule of a heading or paragraph; null where none makes anything of it. */
export function readMark(block: Block, text: string, words: Words, order: DateOrder | null): Mark | null {
  const isHeading = block.kind === "heading";
  const page = pageMark(block, text, words);
  if (page !== null) return page;
  if (!isHeading && readHelper(text, words) !== null) return { kind: "helper" };
  const told = urlMark(block, text, words) ?? dateOrLabel(block, text, words, order);
  if (told !== null) return told;
  const signed = readByline(text, words);
  if (signed !== null) return { kind: "byline", byline: signed, dates: [] };
  const both = readBylineAndDate(text, words, order);
  if (both !== null) return both;
  const shared = isHeading ? null : readSharedDateLine(text, words, order);
  if (shared !== null) return { kind: "dates", dates: shared };
  if (isHeading) return null;
  const cutline = readCutline(text, words);
  return cutline === null ? signatureMark(text, words) : { kind: "cutline", cutline };
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
  const label = readLabel(text, words, (kind) => block.kind === "heading" || aloneKinds.has(kind));
  if (label === null && block.kind === "paragraph") {
    const sentence = readSentence(text, words);
    return sentence === null ? null : { kind: "label", label: sentence };
  }
  return label !== null && block.rows.length <= (label.rest === "" ? 1 : 40) ? { kind: "label", label } : null;
}

function signatureMark(text: string, words: Words): Mark | null {
  const name = /^(?:[—–]|--?)\s?(\p{Lu}.{3,60})$/u.exec(text)?.[1];
  const signature = name === undefined ? null : readBareByline(name, words);
  return signature === null ? null : { kind: "signature", byline: signature };
}

/** What belongs to the page, to the law or to the agency, and not to the story. */
function pageMark(block: Block, text: string, words: Words): Mark | null {
  const isHeading = block.kind === "heading";
  const end = isHeading ? null : readEndMark(text, words);
  if (end !== null) return { kind: "end-mark", isBare: end === "bare", signed: null };
  if (isHeading && /^#{3}\s*$/.test(block.source)) return { kind: "rule" };
  if (!isHeading && isLegalNotice(text, words)) return { kind: "legal-notice" };
  return isBoilerplate(text, words, isHeading) ? { kind: "boilerplate" } : null;
}

/** A label of these kinds counts without a colon when it has the line to itself. */
const aloneKinds: ReadonlySet<LabelKind> = new Set(["related", "source", "correction", "note"]);

/** A block that is one address, or one link and nothing else. */
function loneUrl(block: Block, text: string): Link | null {
  const links = block.rows.flatMap((row) => row.links);
  const [link] = links;
  if (links.length === 1 && link !== undefined && link.text.trim() === text.trim()) return link;
  const bare = /^\s*(?:https?|ftp):/i.test(text) ? safeUrl(text) : null;
  return bare === null ? null : { text: bare, url: bare };
}

/** `By AFP | September 15, 2021`, `September 15, 2021 – By Jane Roe`, `By Jane Roe, Sept. 15, 2021`. */
function readBylineAndDate(text: string, words: Words, order: DateOrder | null): Mark | null {
  return text.length > 160 || !mayHoldDate(text, words) ? null : cutBylineAndDate(text, words, order);
}

function cutBylineAndDate(text: string, words: Words, order: DateOrder | null): Mark | null {
  for (const cut of text.matchAll(/\s?[|•·,،，;]\s?|\s[-–—]\s|\s(?=\d|\p{L})/gu)) {
    const left = text.slice(0, cut.index);
    const right = text.slice(cut.index + cut[0].length);
    const dated = readDateLine(right, words, order);
    if (dated !== null) {
      const byline = readByline(left, words) ?? readWireSignature(left) ?? (/[|•·]/.test(cut[0]) ? readBareByline(left, words) : null);
      return byline === null ? null : { kind: "byline", byline, dates: dated };
    }
    const signed = readByline(right, words);
    const before = signed === null ? null : readDateLine(left, words, order);
    if (signed !== null && before !== null) return { kind: "byline", byline: signed, dates: before };
    const timed = /^\s$/.test(cut[0]) ? readTimeAndName(left, right, words, order) : null;
    if (timed !== null) return timed;
  }
  return null;
}

/** `03 березня 2020, 15:20 Олена Шевчук`: behind a full date with its time, a name alone. */
function readTimeAndName(left: string, right: string, words: Words, order: DateOrder | null): Mark | null {
  const dates = /\d:\d{2}$/.test(left) ? readDateLine(left, words, order) : null;
  const byline = dates?.every(({ found }) => found.value?.date.includes("T")) === true ? readBareByline(right, words) : null;
  return dates === null || byline === null ? null : { kind: "byline", byline, dates };
}

/** Prose ends a sentence, or is longer than a headline can be. */
function isProse(block: Block, text: string): boolean {
  if (text.length > 220) return true;
  const wide = (text.match(/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/g)?.length ?? 0) * 2 > text.length;
  if (wide) return text.length > 45 || /[。！？；]["”」』）]?$/.test(text);
  const count = text.split(" ").length;
  if (count > 30) return true;
  if (/[.!?…۔؟;:,]["'”’»)\]]*$/u.test(text) && count > 8) return true;
  return block.rows.length > 3 || /^[-–—•*]\s/.test(text);
}
