/** The seeds folder: what is in it, and the bytes of a seed. Never writes. May import: model, text. */
import { isUtf8 } from "node:buffer";
import { closeSync, constants, type Dirent, fstatSync, opendirSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { type Code, codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

/** What a file is there for, by its name. */
export type Kind = "seed" | "sidecar" | "picture" | "other";

export interface FoundFile {
  /** Relative to the seeds folder, with `/` whatever the system. */
  readonly path: string;
  readonly kind: Kind;
}

/** What a folder holds: every entry of it is in one of these lists, or is a folder whose entries are. */
export interface Found {
  /** Regular files, and whatever else is named neither like an article nor like a sidecar (a pipe, say: `other`), in the order of their paths. */
  readonly files: readonly FoundFile[];
  /** Hidden files and folders (`.git`), which are passed over with all that is in them. */
  readonly hidden: readonly string[];
  /** What stands where something should be read and cannot be; each file it names counts as a refused input. */
  readonly refused: readonly Diagnostic[];
}

/** Something about a file that the system does not call an error. `code` is in the style of the system's own. */
export class SeedFault extends Error {
  readonly code: "ECHANGED" | "ENOTFILE";
  constructor(code: SeedFault["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Lists the seeds folder, all levels. Follows no link, waits for no pipe, and opens nothing but folders.
 *
 * @param kindOf what a file is there for, by its name
 * @throws the system's error where the folder itself cannot be opened
 */
export function listSeeds(root: string, kindOf: (name: string) => Kind): Found {
  const files: FoundFile[] = [];
  const hidden: string[] = [];
  const refused: Diagnostic[] = [];
  const refuse = (file: string, code: Code, message: string, hint: string = codes[code].advice) =>
    refused.push({ code, file, message, hint, line: null, column: null });
  for (const { path, entry, problem } of walk(root)) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const kind = kindOf(name);
    if (name.startsWith(".")) hidden.push(path);
    else if (problem !== null) refuse(path, problem.code, problem.message);
    else if (entry.isSymbolicLink()) refuse(path, "seed-not-a-file", "This is a link, not a file; links are not followed.", adviceOnLinks);
    else if (entry.isFile()) files.push({ path, kind });
    else if (kind === "seed" || kind === "sidecar") refuse(path, "seed-not-a-file", whatItIs(entry));
    else if (!entry.isDirectory()) files.push({ path, kind: "other" });
  }
  const byPath = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return { files: files.sort((a, b) => byPath(a.path, b.path)), hidden: hidden.sort(), refused: refused.sort((a, b) => byPath(a.file, b.file)) };
}

/** An entry of the folder or of one below it, or what of it cannot be read. */
type Met =
  | { readonly path: string; readonly entry: Dirent; readonly problem: null }
  | { readonly path: string; readonly entry: null; readonly problem: { readonly code: Code; readonly message: string } };

/** All entries, level by level; those of a hidden folder are left out. */
function* walk(root: string): Iterable<Met> {
  const waiting = [""];
  while (waiting.length > 0) {
    const folder = waiting.pop() as string;
    const inFolder = folder === "" ? "" : `${folder}/`;
    const entries = entriesOf(join(root, folder), folder === "");
    if ("reason" in entries) {
      yield { path: folder, entry: null, problem: { code: "seed-unreadable", message: `The folder cannot be opened (${entries.reason}).` } };
      continue;
    }
    for (const name of entries.misnamed) yield { path: inFolder + name, entry: null, problem: misnamed };
    for (const entry of entries.named) {
      const path = inFolder + entry.name;
      if (entry.isDirectory() && !entry.name.startsWith(".")) waiting.push(path);
      yield { path, entry, problem: null };
    }
  }
}

const misnamed = { code: "name-not-utf8", message: "The name is not UTF-8, and so no page and no record can hold it." } as const;
const adviceOnLinks = "Put the file or the folder itself here, or remove the link.";

/**
 * The bytes of one seed, as they all were at one moment: a file that changes while it is read is read once more.
 *
 * @param limit at most this many bytes and one more are read, so that the reader can see that the file is too large
 * @throws the system's error where the file cannot be read, a `SeedFault` where it is no regular file or changes again
 */
export function readSeedBytes(root: string, path: string, limit: number): Uint8Array {
  const bytes = readSteadily(join(root, path), limit) ?? readSteadily(join(root, path), limit);
  if (bytes === null) throw new SeedFault("ECHANGED", `${path} changed while it was read`);
  return bytes;
}

/** Why a file cannot be read, in words that can be searched for; null where it can. Reads nothing of it. */
export function whyUnreadable(root: string, path: string): string | null {
  try {
    closeSync(openRegular(join(root, path)).file);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

/** What the system said, in a word that can be searched for. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error);
}

/** Opens a file: not through a link, and not waiting for somebody to write into a pipe. */
function openRegular(path: string): { readonly file: number; readonly size: bigint; readonly changed: bigint } {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file, { bigint: true });
    if (!stat.isFile()) throw new SeedFault("ENOTFILE", "not a regular file");
    return { file, size: stat.size, changed: stat.mtimeNs };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** The bytes of a file; null where it changed meanwhile. A file that was replaced by another is read as it was: whole. */
function readSteadily(path: string, limit: number): Uint8Array | null {
  const { file, size, changed } = openRegular(path);
  try {
    const buffer = Buffer.allocUnsafe(Math.min(Number(size), limit + 1));
    let read = 0;
    while (read < buffer.length) {
      const count = readSync(file, buffer, read, buffer.length - read, read);
      if (count === 0) return null;
      read += count;
    }
    const after = fstatSync(file, { bigint: true });
    return after.size === size && after.mtimeNs === changed ? buffer : null;
  } finally {
    closeSync(file);
  }
}

interface Entries {
  readonly named: readonly Dirent[];
  /** Names that are no UTF-8, with their other bytes written as `\xe9`. */
  readonly misnamed: readonly string[];
}

/** What a folder holds; why not, where it cannot be read to its end. Throws instead where it has to be there. */
function entriesOf(folder: string, isRequired: boolean): Entries | { readonly reason: string } {
  try {
    const directory = opendirSync(folder);
    const entries: Dirent[] = [];
    try {
      for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) entries.push(entry);
    } finally {
      directory.closeSync();
    }
    // A byte that is no UTF-8 shows as U+FFFD, under which name there is nothing.
    return entries.some(({ name }) => name.includes("\ufffd")) ? withTrueNames(folder, entries) : { named: entries, misnamed: [] };
  } catch (error) {
    if (isRequired) throw error;
    return { reason: reasonOf(error) };
  }
}

function withTrueNames(folder: string, entries: readonly Dirent[]): Entries {
  const names = readdirSync(folder, { encoding: "buffer" });
  const real = new Set(names.filter((name) => isUtf8(name)).map((name) => name.toString("utf8")));
  return {
    named: entries.filter(({ name }) => !name.includes("\ufffd") || real.delete(name)),
    misnamed: names
      .filter((name) => !isUtf8(name))
      .map((name) => name.toString("latin1").replace(/[\u0080-\u00ff]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`)),
  };
}

function whatItIs(entry: Dirent): string {
  return entry.isDirectory() ? "This is a folder, though it is named like a file that is read." : "This is no regular file.";
}
