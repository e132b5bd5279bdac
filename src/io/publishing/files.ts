/** Files and trees, written so that a cut of the power or of the process leaves each one whole. May import: nothing. */
import { createHash } from "node:crypto";
import { closeSync, constants, fsyncSync, lstatSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmdirSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Writes a new file, part by part, and returns the SHA-256 of its bytes. */
export function writeNew(target: string, parts: Iterable<Uint8Array | string>): string {
  const hash = createHash("sha256");
  const file = openSync(target, "w");
  try {
    for (const bytes of inPieces(parts)) {
      hash.update(bytes);
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written, bytes.length - written);
    }
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** Small parts joined, so that each call of the system is worth it. */
function* inPieces(parts: Iterable<Uint8Array | string>): Iterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for (const part of parts) {
    const own = typeof part === "string" ? Buffer.from(part) : part;
    waiting.push(own);
    bytes += own.length;
    if (bytes < piece) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield waiting.length === 1 ? (waiting[0] as Uint8Array) : Buffer.concat(waiting);
}

/** Bytes that are written at once. */
const piece = 256 * 1024;

/** Writes a file beside its place, makes sure that it is on the disk, and puts it there by a rename: whole or not at all. */
export function writeWhole(target: string, content: Uint8Array | string): void {
  const beside = `${target}.tearsheet-new`;
  writeNew(beside, [content]);
  toDisk(beside);
  renameSync(beside, target);
  toDisk(dirname(target));
}

/** Whether a file has just these bytes. */
export function hasBytes(target: string, content: Uint8Array): boolean {
  try {
    const stat = lstatSync(target);
    return stat.isFile() && stat.size === content.length && Buffer.compare(readFileSync(target), content) === 0;
  } catch {
    return false;
  }
}

/** Some bytes of a file; null where there are not as many, or they cannot be read. */
export function bytesAt(target: string, offset: number, length: number): Uint8Array | null {
  let file: number | null = null;
  try {
    file = openSync(target, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const bytes = Buffer.allocUnsafe(length);
    let done = 0;
    for (let count = -1; done < length && count !== 0; done += count) count = readSync(file, bytes, done, length - done, offset + done);
    return done === length ? bytes : null;
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** The text of a file that has this SHA-256; null where there is none. */
export function textWith(target: string, digest: string | undefined): string | null {
  try {
    if (digest === undefined || !lstatSync(target).isFile()) return null;
    const bytes = readFileSync(target);
    return createHash("sha256").update(bytes).digest("hex") === digest ? bytes.toString("utf8") : null;
  } catch {
    return null;
  }
}

/** The SHA-256 of a file, read piece by piece; null where there is none, or what is there is no file. */
export function digestOf(target: string): string | null {
  if (lstatSync(target, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(256 * 1024);
  const file = openSync(target, "r");
  try {
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece)) hash.update(piece.subarray(0, count));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** Makes sure that a file or folder is on the disk (fsync(2)). Folders cannot be told so on every system. */
export function toDisk(path: string): void {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if (cannotSync(error)) return;
    throw error;
  }
  try {
    fsyncSync(file);
  } catch (error) {
    if (!cannotSync(error)) throw error;
  } finally {
    closeSync(file);
  }
}

/** Windows opens no folders; some network drives cannot sync them; Node's permission model, where it is on, lets nobody sync. */
function cannotSync(error: unknown): boolean {
  return ["EISDIR", "EPERM", "EINVAL", "ENOTSUP", "ERR_ACCESS_DENIED"].includes((error as NodeJS.ErrnoException).code ?? "");
}

/** Makes sure that a whole tree is on the disk. */
export function treeToDisk(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) treeToDisk(join(folder, entry.name));
    else if (entry.isFile()) toDisk(join(folder, entry.name));
  }
  toDisk(folder);
}

/** Removes a folder and those above it as far as nothing is left in them. */
export function removeEmpty(root: string, folder: string): void {
  for (let path = folder; path !== "." && path !== ""; path = dirname(path)) {
    try {
      rmdirSync(join(root, path));
    } catch {
      return;
    }
  }
}

/**
 * Moves all of a tree into another that is there: a folder that the other lacks as a whole, each other file over the one that stands in its
 * place. The root's own front page comes last, so that it never leads to what is not there yet.
 */
export function moveTree(from: string, to: string): void {
  const isLast = (name: string) => (name === "index.html" ? 1 : 0);
  const entries = readdirSync(from, { withFileTypes: true }).sort((a, b) => isLast(a.name) - isLast(b.name) || (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && isThere(target)) moveTree(source, target);
    else renameSync(source, target);
  }
  rmdirSync(from);
}
