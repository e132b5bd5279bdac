/** Bodies on disk, so that no more than one is in memory at a time. May import: model. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BodyPlace } from "../model/archive.ts";
import type { Bodies, StoredBody } from "../model/page.ts";

export interface BodyStore extends Bodies {
  /** Puts a body away. Returns where, in bytes. */
  add(body: StoredBody): BodyPlace;
  /** Forgets all bodies and removes the file. */
  close(): void;
}

/** Bytes gathered before they are written. */
const batch = 1024 * 1024;

/** Opens an empty store: a file in the system's folder for temporary files. */
export function openBodyStore(): BodyStore {
  const folder = mkdtempSync(join(tmpdir(), "tearsheet-"));
  const file = openSync(join(folder, "bodies.jsonl"), "w+");
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let end = 0;
  const flush = () => {
    const bytes = Buffer.concat(waiting);
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written, end - waitingBytes + written);
    waiting = [];
    waitingBytes = 0;
  };
  return {
    add: (body) => {
      const bytes = Buffer.from(JSON.stringify(body));
      const place = { offset: end, length: bytes.length };
      waiting.push(bytes);
      waitingBytes += bytes.length;
      end += bytes.length;
      if (waitingBytes >= batch) flush();
      return place;
    },
    read: ({ offset, length }) => {
      if (waitingBytes > 0) flush();
      const bytes = Buffer.allocUnsafe(length);
      let read = 0;
      while (read < length) {
        const count = readSync(file, bytes, read, length - read, offset + read);
        if (count === 0) throw new Error("The store of bodies was cut short.");
        read += count;
      }
      return JSON.parse(bytes.toString("utf8")) as StoredBody;
    },
    close: () => {
      closeSync(file);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
