/** The seeds folder: what is in it, and the bytes of a seed. Never writes. May import: model, text. */
import { closeSync, constants, type Dirent, fstatSync, opendirSync, openSync, readSync } from "node:fs";
import { join, sep } from "node:path";
import type { Code } from "../model/codes.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SeedFile } from "../model/seed.ts";

export interface Found {
  /** Seeds, in the order of their paths as bytes. */
  readonly seeds: readonly SeedFile[];
  /** Paths of files that are no articles: pictures, notes, what a system leaves behind. */
  readonly others: readonly string[];
  /** What stands where an article should be and cannot be read; each counts as a refused input. */
  readonly refused: readonly Diagnostic[];
}

/**
 * Lists the seeds folder, all levels. Follows no link; hidden files and folders (`.git`) are passed over.
 *
 * @param isSeed whether a file name is an article's
 * @throws the system's error where the folder itself cannot be opened
 */
export function listSeeds(root: string, isSeed: (path: string) => boolean): Found {
  const seeds: SeedFile[] = [];
  const others: string[] = [];
  const refused: Diagnostic[] = [];
  const refuse = (path: string, code: Code, message: string) => refused.push({ code, file: path, message, hint: codes[code].advice, line: null, column: null });
  const waiting = [""];
  while (waiting.length > 0) {
    const folder = waiting.pop() as string;
    const entries = entriesOf(join(root, folder), folder === "");
    if (!Array.isArray(entries)) {
      refuse(folder, "seed-unreadable", `The folder cannot be opened (${entries.reason}).`);
      continue;
    }
    for (const entry of entries) {
      const path = withSlashes(join(folder, entry.name));
      const named = isSeed(entry.name);
      if (entry.isDirectory()) waiting.push(path);
      if (named && entry.isFile()) seeds.push({ path });
      else if (named) refuse(path, "seed-not-a-file", whatItIs(entry));
      else if (!entry.isDirectory()) others.push(path);
    }
  }
  return { seeds: seeds.sort(byPath), others: others.sort(), refused };
}

/**
 * The bytes of one seed.
 *
 * @param limit at most this many bytes and one more are read, so that the reader can see that the file is too large
 * @throws the system's error where the file cannot be read
 */
export function readSeedBytes(root: string, path: string, limit: number): Uint8Array {
  // Not through a link, and not waiting for somebody to write into a pipe.
  const file = openSync(join(root, path), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new Error("not a regular file");
    const buffer = Buffer.allocUnsafe(Math.min(stat.size, limit + 1));
    let read = 0;
    while (read < buffer.length) {
      const count = readSync(file, buffer, read, buffer.length - read, read);
      if (count === 0) break;
      read += count;
    }
    return buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** What the system said, in a word that can be searched for. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
}

/** What a folder holds, hidden things left out; why not, where it cannot be opened. Throws instead where it has to be there. */
function entriesOf(folder: string, isRequired: boolean): Dirent[] | { reason: string } {
  try {
    const directory = opendirSync(folder);
    const entries: Dirent[] = [];
    try {
      for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) if (!entry.name.startsWith(".")) entries.push(entry);
    } finally {
      directory.closeSync();
    }
    return entries;
  } catch (error) {
    if (isRequired) throw error;
    return { reason: reasonOf(error) };
  }
}

/** A backslash parts folders on Windows alone: elsewhere a file may be called `..\\x.txt`, and would be looked for outside. */
function withSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

function whatItIs(entry: Dirent): string {
  if (entry.isDirectory()) return "This is a folder, though it is named like an article.";
  return entry.isSymbolicLink() ? "This is a link, not a file; links are not followed." : "This is no regular file.";
}

function byPath(a: SeedFile, b: SeedFile): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
