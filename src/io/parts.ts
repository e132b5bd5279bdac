/**
 * A large file that is made of parts: those that would be made of the same again are copied from the published file. Printing all records anew for one edit took a
 * seventh of the time of the whole build, at 10,000 articles. May import: nothing.
 */
import { crc32 } from "node:zlib";

/** What the ledger knows of a file: the key of all of it, and of each part, in order, its key, its bytes and their sum. */
interface Made {
  readonly key: string;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly key: string;
  /** Bytes. */
  readonly length: number;
  /** CRC-32. */
  readonly sum: number;
}

/** The key of all of a file, as the ledger has it. */
export function keyOfWhole(known: string | undefined): string | undefined {
  return known?.split("+", 1)[0];
}

/** For the ledger: no key has a plus or a dot in it. */
export function printMade({ key, parts }: Made): string {
  return [key, ...parts.map((part) => `${part.key}.${part.length}.${part.sum}`)].join("+");
}

function readMade(known: string): Made {
  const [key = "", ...rows] = known.split("+");
  const parts = rows.map((row): Part => {
    const [own = "", length = "", sum = ""] = row.split(".");
    return { key: own, length: Number(length), sum: Number(sum) };
  });
  return { key, parts };
}

/** What is asked of a part that may be copied: its key, and how it is printed where it cannot be. */
export interface Wanted {
  readonly key: string;
  readonly print: () => string | Iterable<string>;
}

/**
 * The parts of a file, one after the other, each copied where it can be.
 *
 * @param before what the ledger knows of the published file; undefined for nothing
 * @param bytesAt some bytes of the published file; null where they cannot be had
 * @param note is told of each part what the ledger is to know
 */
export function* copiedOrPrinted(
  wanted: Iterable<Wanted>,
  before: string | undefined,
  bytesAt: (offset: number, length: number) => Uint8Array | null,
  note: (part: Part) => void,
): Iterable<Uint8Array> {
  const places = new Map<string, Part & { readonly offset: number }>();
  let offset = 0;
  for (const part of before === undefined ? [] : readMade(before).parts) {
    places.set(part.key, { ...part, offset });
    offset += part.length;
  }
  for (const { key, print } of wanted) {
    const place = places.get(key);
    const copied = place === undefined ? null : bytesAt(place.offset, place.length);
    if (place !== undefined && copied !== null && crc32(copied) === place.sum) {
      note({ key, length: place.length, sum: place.sum });
      yield copied;
      continue;
    }
    const bytes = bytesOf(print());
    note({ key, length: bytes.length, sum: crc32(bytes) });
    yield bytes;
  }
}

function bytesOf(printed: string | Iterable<string>): Uint8Array {
  return Buffer.from(typeof printed === "string" ? printed : [...printed].join(""));
}
