/** Bodies on disk, so that no more than one is in memory at a time. May import: model, io/cache/body-bytes. */
import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BodyPlace } from "../../model/archive.ts";
import type { Bodies, StoredBody } from "../../model/page.ts";
import { BodyDamaged, checkStretch, lengthOf, openStretch, page, printBody, record, type Stretch, search, text, whereIs, whole } from "./body-bytes.ts";

export interface BodyStore extends Bodies {
  /** All of a body. */
  read(place: BodyPlace): StoredBody;
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

/** Bytes read at once where bodies are asked for in the order in which they lie, as they nearly always are. */
const ahead = 64 * 1024;

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
  const fetch = (offset: number, length: number): Buffer => {
    const bytes = Buffer.allocUnsafe(length);
    const [from, first] = offset < start && below !== null ? [below.file, offset] : [file, offset - start];
    for (let done = 0; done < length; ) {
      const count = readSync(from, bytes, done, length - done, first + done);
      if (count === 0) throw new BodyDamaged();
      done += count;
    }
    return bytes;
  };
  let window: { readonly offset: number; readonly bytes: Buffer } = { offset: 0, bytes: Buffer.alloc(0) };
  const read = (offset: number, length: number): Buffer => {
    if (offset + length > end) throw new BodyDamaged();
    flush();
    const at = offset - window.offset;
    if (at >= 0 && at + length <= window.bytes.length) return window.bytes.subarray(at, at + length);
    const isNext = at >= 0 && at <= window.bytes.length + ahead;
    const most = (offset < start ? start : end) - offset;
    window = { offset, bytes: fetch(offset, isNext ? Math.min(most, Math.max(length, ahead)) : length) };
    return window.bytes.subarray(0, length);
  };
  const stretchOf = <T>(place: BodyPlace, stretch: Stretch<T>): T => {
    const { from, length } = whereIs(place, stretch);
    return openStretch(read(place.offset + from, length), place, stretch);
  };
  return {
    add: (body) => {
      const { bytes, place } = printBody(body, end);
      append(bytes);
      return place;
    },
    append,
    bytes: (place) => {
      const bytes = read(place.offset, lengthOf(place));
      checkStretch(bytes, place, whole);
      return bytes;
    },
    read: (place) => stretchOf(place, whole),
    page: (place) => stretchOf(place, page),
    text: (place) => stretchOf(place, text),
    json: (place) => stretchOf(place, record),
    search: (place) => stretchOf(place, search),
    flush,
    path,
    size: () => end,
    close: () => {
      flush();
      closeSync(file);
    },
  };
}
