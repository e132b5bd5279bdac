/** Bodies on disk, so that no more than one is in memory at a time. May import: model, io/cache/body-bytes. */
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BodyPlace } from "../../model/archive.ts";
import type { Bodies, StoredBody } from "../../model/page.ts";
import { BodyDamaged, bodyJson, checkBody, lengthOf, printBody, readBody, readSearch, readText, searchPart } from "./body-bytes.ts";

export interface BodyStore extends Bodies {
  /** Puts a body away. */
  add(body: StoredBody): BodyPlace;
  /** Puts away bodies that were printed before. Returns the offset of the first byte. */
  append(bytes: Uint8Array): number;
  /** The bytes of a body, checked. Throws `BodyDamaged`. */
  bytes(place: BodyPlace): Buffer;
  /** Sees that all that was added is in the file. */
  flush(): void;
  /** The file that they are in. */
  readonly path: string;
  /** How many bytes it has. */
  size(): number;
  close(): void;
}

/** Bytes gathered before they are written. */
const batch = 1024 * 1024;

/**
 * A store in the system's folder for temporary files, gone when it is closed.
 *
 * @param base a store's file whose bodies it has as well, and leaves as they are; null for an empty one
 * @throws the system's error where that file cannot be opened
 */
export function openScratchStore(base: string | null = null): BodyStore {
  const folder = mkdtempSync(join(tmpdir(), "tearsheet-"));
  const below = base === null ? null : openSync(base, "r");
  const store = openBodyStore(join(folder, "bodies"), below === null ? null : { file: below, size: fstatSync(below).size });
  return {
    ...store,
    close: () => {
      store.close();
      if (below !== null) closeSync(below);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A store in a file, which need not exist yet; what is in it stays.
 *
 * @param below another file whose bytes come before its own
 */
export function openBodyStore(path: string, below: { readonly file: number; readonly size: number } | null = null): BodyStore {
  const start = below?.size ?? 0;
  const file = openSync(path, "a+");
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let end = start + fstatSync(file).size;
  const flush = () => {
    if (waitingBytes === 0) return;
    const bytes = Buffer.concat(waiting);
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written, bytes.length - written);
    waiting = [];
    waitingBytes = 0;
  };
  const append = (bytes: Uint8Array): number => {
    const offset = end;
    waiting.push(bytes);
    waitingBytes += bytes.length;
    end += bytes.length;
    if (waitingBytes >= batch) flush();
    return offset;
  };
  const read = (offset: number, length: number): Buffer => {
    if (offset + length > end) throw new BodyDamaged();
    flush();
    const bytes = Buffer.allocUnsafe(length);
    const [from, first] = offset < start && below !== null ? [below.file, offset] : [file, offset - start];
    for (let done = 0; done < length; ) {
      const count = readSync(from, bytes, done, length - done, first + done);
      if (count === 0) throw new BodyDamaged();
      done += count;
    }
    return bytes;
  };
  const bytesOf = (place: BodyPlace): Buffer => {
    const bytes = read(place.offset, lengthOf(place));
    checkBody(bytes, place);
    return bytes;
  };
  return {
    add: (body) => {
      const { bytes, place } = printBody(body, end);
      append(bytes);
      return place;
    },
    append,
    bytes: bytesOf,
    read: (place) => readBody(bytesOf(place), place),
    text: (place) => readText(bytesOf(place), place),
    json: (place) => bodyJson(bytesOf(place), place),
    search: (place) => {
      const { from, length } = searchPart(place);
      return readSearch(read(place.offset + from, length), place);
    },
    flush,
    path,
    size: () => end,
    close: () => {
      flush();
      closeSync(file);
    },
  };
}
