/** A body as bytes, and back. May import: model. */
import { crc32 } from "node:zlib";
import type { BodyPlace } from "../../model/archive.ts";
import type { StoredBody } from "../../model/page.ts";

/** The bytes of a body, and its place if they stood at `offset`. */
export function printBody(
  { paragraphs, body, boilerplate, provenance, lines, pieces, source }: StoredBody,
  offset: number,
): { bytes: Buffer; place: BodyPlace } {
  const parts = [
    { paragraphs, body },
    { boilerplate, provenance, lines },
    { pieces, source },
  ].map((part) => Buffer.from(JSON.stringify(part)));
  const bytes = Buffer.concat(parts);
  const [text = 0, reading = 0, page = 0] = parts.map(({ length }) => length);
  return { bytes, place: { offset, lengths: [text, reading, page], sum: crc32(bytes) } };
}

export function lengthOf({ lengths: [text, reading, page] }: BodyPlace): number {
  return text + reading + page;
}

/** @throws `BodyDamaged` where the bytes are not those that were put there */
export function checkBody(bytes: Buffer, place: BodyPlace): void {
  if (bytes.length !== lengthOf(place) || crc32(bytes) !== place.sum) throw new BodyDamaged();
}

/** The store of bodies does not hold what was put into it. */
export class BodyDamaged extends Error {
  constructor() {
    super("The store of bodies is damaged.");
  }
}

export function readBody(bytes: Buffer, { lengths: [text, reading] }: BodyPlace): StoredBody {
  const parse = (from: number, to: number) => JSON.parse(bytes.toString("utf8", from, to)) as object;
  return { ...parse(0, text), ...parse(text, text + reading), ...parse(text + reading, bytes.length) } as StoredBody;
}

/** The first two parts, as they stand there. */
export function bodyJson(bytes: Buffer, { lengths: [text, reading] }: BodyPlace): { text: string; reading: string } {
  return { text: bytes.toString("utf8", 0, text), reading: bytes.toString("utf8", text, text + reading) };
}
