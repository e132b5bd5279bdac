/** The output folder: writes what changed, removes what nobody wants any more, and touches nothing that it did not write. May import: model, text. */
import { createHash } from "node:crypto";
import { closeSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, renameSync, rmdirSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../text/digest.ts";

export interface OutputFolder {
  /** Writes a file, whole or not at all. Returns whether its bytes were new. A large file comes in parts, which are never together in memory. */
  write(path: string, content: Uint8Array | Iterable<string>): boolean;
  /** Removes files of the last build that this one did not write, writes the manifest, and returns how many were removed. */
  finish(): number;
}

/** Lists every published file with its digest, in the form that `sha256sum -c` checks. Not listed in itself. */
const manifestPath = "manifest-sha256.txt";

const temporary = ".tearsheet-new";

/** While a build writes, this names what it is going to write: after a build that was cut short, the next one knows its own files. */
const journalPath = ".tearsheet-journal";

/** Files that stand where pages are to go and that no build wrote. Nothing has been touched. */
export class ForeignFiles extends Error {
  readonly paths: readonly string[];
  constructor(paths: readonly string[]) {
    super(`${paths.length} files stand in the way.`);
    this.paths = paths;
  }
}

/**
 * Opens an output folder, which is made where there is none.
 *
 * @param planned the paths of all files that are going to be written
 * @throws `ForeignFiles` where one of them exists and is not of a former build
 */
export function openOutput(root: string, planned: readonly string[]): OutputFolder {
  mkdirSync(root, { recursive: true });
  const before = readManifest(root);
  const own = new Set([...before.keys(), ...readJournal(root)]);
  const foreign =
    readdirSync(root).length === 0
      ? []
      : [...planned, manifestPath].filter((path) => path !== manifestPath || before.size === 0).filter((path) => !own.has(path) && isThere(join(root, path)));
  if (foreign.length > 0) throw new ForeignFiles(foreign);
  writeWhole(join(root, journalPath), Buffer.from([...planned, manifestPath].map((path) => `${path}\n`).join("")));
  const now = new Map<string, string>();
  const folders = new Set<string>([root]);
  const write = (path: string, content: Uint8Array): boolean => {
    const target = join(root, path);
    if (isSame(target, content)) return false;
    const folder = dirname(target);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    writeWhole(target, content);
    return true;
  };
  return {
    write: (path, content) => {
      if (!(content instanceof Uint8Array)) {
        const parts = writeParts(root, path, content);
        now.set(path, parts.digest);
        return parts.isNew;
      }
      now.set(path, sha256(content));
      return write(path, content);
    },
    finish: () => {
      // A file that its owner changed since is the owner's: it stays.
      const gone = [...own].filter((path) => !now.has(path) && path !== manifestPath && isOurs(join(root, path), before.get(path)));
      for (const path of gone) rmSync(join(root, path), { force: true });
      for (const folder of new Set(gone.map(dirname))) removeEmpty(root, folder);
      const lines = [...now].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, digest]) => `${digest}  ${path}\n`);
      write(manifestPath, Buffer.from(lines.join("")));
      rmSync(join(root, journalPath), { force: true });
      return gone.length;
    },
  };
}

/** Whether a file is as we left it; a file of a build that was cut short has no digest to be held against. */
function isOurs(target: string, digest: string | undefined): boolean {
  return isThere(target) && (digest === undefined || digestOf(target) === digest);
}

function isThere(target: string): boolean {
  return lstatSync(target, { throwIfNoEntry: false }) !== undefined;
}

/** What a build that was cut short was going to write. */
function readJournal(root: string): string[] {
  try {
    return readFileSync(join(root, journalPath), "utf8").split("\n").filter(isInside);
  } catch {
    return [];
  }
}

/** A path that leads out of the folder is not one of ours, whoever wrote it there. */
function isInside(path: string): boolean {
  return path !== "" && !path.startsWith("/") && !path.split("/").includes("..") && !path.includes("\\");
}

/** The paths that the last build wrote, with the digests of their files. */
function readManifest(root: string): Map<string, string> {
  let text: string;
  try {
    text = readFileSync(join(root, manifestPath), "utf8");
  } catch {
    return new Map();
  }
  const rows = text.split("\n").map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  return new Map(rows.flatMap((row) => (row !== null && isInside(row[2] ?? "") ? [[row[2] ?? "", row[1] ?? ""] as const] : [])));
}

function isSame(target: string, content: Uint8Array): boolean {
  try {
    const stat = lstatSync(target);
    return stat.isFile() && stat.size === content.length && Buffer.compare(readFileSync(target), content) === 0;
  } catch {
    return false;
  }
}

/** Beside the target first, then by a rename: a reader sees the old file or the new one. */
function writeWhole(target: string, content: Uint8Array): void {
  const beside = `${target}${temporary}`;
  const file = openSync(beside, "w");
  try {
    let written = 0;
    while (written < content.length) written += writeSync(file, content, written, content.length - written);
  } finally {
    closeSync(file);
  }
  renameSync(beside, target);
}

/** Writes the parts beside the target, and puts them in its place only where the bytes differ. */
function writeParts(root: string, path: string, parts: Iterable<string>): { digest: string; isNew: boolean } {
  const target = join(root, path);
  mkdirSync(dirname(target), { recursive: true });
  const beside = `${target}${temporary}`;
  const hash = createHash("sha256");
  const file = openSync(beside, "w");
  try {
    for (const part of parts) {
      const bytes = Buffer.from(part);
      hash.update(bytes);
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written, bytes.length - written);
    }
  } finally {
    closeSync(file);
  }
  const digest = hash.digest("hex");
  const isNew = digestOf(target) !== digest;
  if (isNew) renameSync(beside, target);
  else rmSync(beside);
  return { digest, isNew };
}

/** The digest of a file, read piece by piece; null where there is none. */
function digestOf(target: string): string | null {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(256 * 1024);
  let file: number;
  try {
    file = openSync(target, "r");
  } catch {
    return null;
  }
  try {
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece)) hash.update(piece.subarray(0, count));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}

/** Removes a folder and those above it as far as nothing is left in them. */
function removeEmpty(root: string, folder: string): void {
  for (let path = folder; path !== "." && path !== ""; path = dirname(path)) {
    try {
      if (readdirSync(join(root, path)).length > 0) return;
      rmdirSync(join(root, path));
    } catch {
      return;
    }
  }
}
