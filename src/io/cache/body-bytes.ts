/** A body as bytes, and back. May import: model. */
import { crc32 } from "node:zlib";
import type { BodyPlace } from "../../model/archive.ts";
import type { BodyText, StoredBody } from "../../model/page.ts";
import type { SearchWords } from "../../model/search.ts";

/** The bytes of a body, and its place if they stood at `offset`. */
export function printBody(
  { paragraphs, body, boilerplate, provenance, lines, pieces, source, search: words }: StoredBody,
  offset: number,
): { bytes: Buffer; place: BodyPlace } {
  const parts = [{ paragraphs, body }, { boilerplate, provenance, lines }, { pieces, source }, words].map((part) => Buffer.from(JSON.stringify(part)));
  const bytes = Buffer.concat(parts);
  const [text = 0, reading = 0, page = 0, search = 0] = parts.map(({ length }) => length);
  return { bytes, place: { offset, lengths: [text, reading, page, search], sums: sumsOf(bytes, search) } };
}

export function lengthOf({ lengths: [text, reading, page, search] }: BodyPlace): number {
  return text + reading + page + search;
}

function sumsOf(bytes: Buffer, search: number): BodyPlace["sums"] {
  const cut = bytes.length - search;
  return [crc32(bytes.subarray(0, cut)), crc32(bytes.subarray(cut))];
}

/** @throws `BodyDamaged` where the bytes are not those that were put there */
export function checkBody(bytes: Buffer, place: BodyPlace): void {
  if (bytes.length !== lengthOf(place)) throw new BodyDamaged();
  const [body, search] = sumsOf(bytes, place.lengths[3]);
  if (body !== place.sums[0] || search !== place.sums[1]) throw new BodyDamaged();
}

/** The store of bodies does not hold what was put into it. */
export class BodyDamaged extends Error {
  constructor() {
    super("The store of bodies is damaged.");
  }
}

export function readBody(bytes: Buffer, { lengths: [text, reading, page] }: BodyPlace): StoredBody {
  const parse = (from: number, to: number) => JSON.parse(bytes.toString("utf8", from, to)) as object;
  const [second, third, fourth] = [text, text + reading, text + reading + page];
  return { ...parse(0, second), ...parse(second, third), ...parse(third, fourth), search: parse(fourth, bytes.length) } as StoredBody;
}

/** The first part alone. */
export function readText(bytes: Buffer, { lengths: [text] }: BodyPlace): BodyText {
  return JSON.parse(bytes.toString("utf8", 0, text)) as BodyText;
}

/** The first two parts, as they stand there. */
export function bodyJson(bytes: Buffer, { lengths: [text, reading] }: BodyPlace): { text: string; reading: string } {
  return { text: bytes.toString("utf8", 0, text), reading: bytes.toString("utf8", text, text + reading) };
}

/** Where the last part lies, from the beginning of the body. */
export function searchPart({ lengths: [text, reading, page, length] }: BodyPlace): { readonly from: number; readonly length: number } {
  return { from: text + reading + page, length };
}

/**
 * The last part, from its own bytes.
 *
 * @throws `BodyDamaged` where they are not those that were put there
 */
export function readSearch(bytes: Buffer, { sums }: BodyPlace): SearchWords {
  if (crc32(bytes) !== sums[1]) throw new BodyDamaged();
  return JSON.parse(bytes.toString("utf8")) as SearchWords;
}
