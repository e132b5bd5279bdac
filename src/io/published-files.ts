/** Everything that lies in an output folder, whoever wrote it: every file, piece by piece. May import: nothing. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** All files below a folder, hidden ones and those behind links too, with `/`, in order. */
export function allFiles(root: string): string[] {
  const files: string[] = [];
  const seen = new Set<string>();
  const waiting = [""];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const real = realpathSync(join(root, folder));
    if (seen.has(real)) continue;
    seen.add(real);
    for (const name of readdirSync(join(root, folder))) {
      const path = folder === "" ? name : `${folder}/${name}`;
      const stat = statSync(join(root, path), { throwIfNoEntry: false });
      if (stat?.isDirectory() === true) waiting.push(path);
      else if (stat?.isFile() === true) files.push(path);
    }
  }
  return files.sort();
}

/** A piece of a file, with so many bytes of the one before it at its beginning. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly overlap: number;
}

/**
 * The bytes of a file in pieces that overlap, so that what goes over an edge is whole in one of them. What is compressed as a web server wants it
 * (`.gz`, `.br`) comes unpacked.
 *
 * @throws the system's error where the file cannot be read or unpacked
 */
export function* piecesOf(root: string, path: string, size: number, overlap: number): Iterable<Piece> {
  if (/\.(?:gz|br)$/i.test(path)) {
    const packed = readFileSync(join(root, path));
    const all = /gz$/i.test(path) ? gunzipSync(packed) : brotliDecompressSync(packed);
    for (let at = 0; at < all.length || at === 0; at += size)
      yield { bytes: all.subarray(Math.max(0, at - overlap), at + size), overlap: Math.min(at, overlap) };
    return;
  }
  const file = openSync(join(root, path), "r");
  try {
    let before = Buffer.alloc(0);
    for (;;) {
      const buffer = Buffer.allocUnsafe(before.length + size);
      before.copy(buffer);
      let read = 0;
      while (read < size) {
        const count = readSync(file, buffer, before.length + read, size - read, null);
        if (count === 0) break;
        read += count;
      }
      if (read === 0) return;
      const bytes = buffer.subarray(0, before.length + read);
      yield { bytes, overlap: before.length };
      before = Buffer.from(bytes.subarray(Math.max(0, bytes.length - overlap)));
    }
  } finally {
    closeSync(file);
  }
}
