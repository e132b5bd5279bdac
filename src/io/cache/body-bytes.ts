/** A body as bytes, and back. May import: model. */
import { crc32 } from "node:zlib";
import type { BodyPlace } from "../../model/archive.ts";
import type { BodyPage, BodyReading, BodyText, StoredBody } from "../../model/page.ts";
import type { SearchWords } from "../../model/search.ts";

/** The parts of a body, in the order in which they lie; each is JSON, with a sum of its own, so that nobody reads what he does not need. */
type Part = 0 | 1 | 2 | 3;

/** Parts that lie side by side: what a reader asks for. */
export interface Stretch<T> {
  readonly first: Part;
  readonly last: Part;
  readonly open: (parts: readonly string[]) => T;
}

const parsed = (json: string | undefined) => JSON.parse(json ?? "{}") as object;

/** What the article says. */
export const text: Stretch<BodyText> = { first: 0, last: 0, open: ([json]) => parsed(json) as BodyText };
/** The record's share, as it stands there. */
export const record: Stretch<{ readonly text: string; readonly reading: string }> = {
  first: 0,
  last: 1,
  open: ([said = "{}", reading = "{}"]) => ({ text: said, reading }),
};
/** What its page shows, and how it was read. */
export const page: Stretch<BodyReading & BodyPage> = {
  first: 1,
  last: 2,
  open: ([reading, shown]) => ({ ...parsed(shown), ...parsed(reading) }) as BodyReading & BodyPage,
};
export const search: Stretch<SearchWords> = { first: 3, last: 3, open: ([json]) => parsed(json) as unknown as SearchWords };
export const whole: Stretch<StoredBody> = {
  first: 0,
  last: 3,
  open: ([said, reading, shown, words]) => ({ ...parsed(said), ...parsed(reading), ...parsed(shown), search: parsed(words) }) as StoredBody,
};

/** The bytes of a body, and its place if they stood at `offset`. */
export function printBody(
  { paragraphs, body, boilerplate, provenance, lines, pieces, source, search: words }: StoredBody,
  offset: number,
): { bytes: Buffer; place: BodyPlace } {
  const parts = [{ paragraphs, body }, { boilerplate, provenance, lines }, { pieces, source }, words].map((part) => Buffer.from(JSON.stringify(part)));
  const lengths = parts.map(({ length }) => length) as unknown as BodyPlace["lengths"];
  return { bytes: Buffer.concat(parts), place: { offset, lengths, sums: parts.map((part) => crc32(part)) as unknown as BodyPlace["sums"] } };
}

export function lengthOf({ lengths: [said, reading, shown, words] }: BodyPlace): number {
  return said + reading + shown + words;
}

/** Where a stretch lies, from the beginning of the body. */
export function whereIs({ lengths }: BodyPlace, { first, last }: Pick<Stretch<unknown>, "first" | "last">): { readonly from: number; readonly length: number } {
  let from = 0;
  for (let part = 0; part < first; part += 1) from += lengths[part as Part];
  let length = 0;
  for (let part = first as number; part <= last; part += 1) length += lengths[part as Part];
  return { from, length };
}

/**
 * Checks the bytes of a stretch.
 *
 * @returns where each of its parts ends
 * @throws `BodyDamaged` where they are not those that were put there
 */
export function checkStretch(bytes: Buffer, { lengths, sums }: BodyPlace, { first, last }: Pick<Stretch<unknown>, "first" | "last">): number[] {
  const ends: number[] = [];
  let from = 0;
  for (let part = first as number; part <= last; part += 1) {
    const end = from + lengths[part as Part];
    if (end > bytes.length || crc32(bytes.subarray(from, end)) !== sums[part as Part]) throw new BodyDamaged();
    ends.push(end);
    from = end;
  }
  return ends;
}

/** A stretch from its bytes. Throws `BodyDamaged`. */
export function openStretch<T>(bytes: Buffer, place: BodyPlace, stretch: Stretch<T>): T {
  const ends = checkStretch(bytes, place, stretch);
  return stretch.open(ends.map((end, index) => bytes.toString("utf8", ends[index - 1] ?? 0, end)));
}

/** The store of bodies does not hold what was put into it. */
export class BodyDamaged extends Error {
  constructor() {
    super("The store of bodies is damaged.");
  }
}
