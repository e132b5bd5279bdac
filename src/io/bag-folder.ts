/** The folder of a bag: written beside its place, and put there by a rename when it is whole. May import: nothing. */
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** A file that cannot be taken along; the reason follows its name (`is a link`). */
export class Unreadable extends Error {
  readonly reason: string;
  constructor(reason: string) {
    super(`A file ${reason}.`);
    this.reason = reason;
  }
}

export interface Copied {
  readonly bytes: number;
  readonly sha256: string;
  readonly sha512: string;
}

/** A folder beside the bag, for whatever is not to be in it. */
export const scratch = "../scratch";

export interface BagFolder {
  /** Where a path of the bag is until it is finished. Below `scratch` is what is gone afterwards. */
  at(path: string): string;
  /**
   * Copies a file, piece by piece, and returns the digests of the bytes that it wrote. Through no link, and not waiting for a pipe.
   *
   * @param to relative to the bag, or to a place below `scratch`
   * @throws `Unreadable` where the file cannot be read or is no regular file: nothing is left of it then; the system's error where it cannot be written
   */
  copy(from: string, to: string): Copied;
  write(path: string, text: string): void;
  /** Puts the bag into its place. */
  finish(): void;
  /** Takes all away that is not in its place. */
  close(): void;
}

/** Whether a bag can go there: nothing is there yet, or an empty folder. */
export function isFree(target: string): boolean {
  try {
    return readdirSync(target).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

/** Opens a bag for a place that `isFree`. The folder above it is made where there is none. */
export function openBag(target: string): BagFolder {
  const place = resolve(target);
  if (!existsSync(dirname(place))) mkdirSync(dirname(place), { recursive: true });
  const work = mkdtempSync(join(dirname(place), `.${basename(place)}.unfinished-`));
  const bag = join(work, "bag");
  mkdirSync(bag);
  const folders = new Set<string>();
  const ready = (path: string) => {
    const whole = resolve(bag, path);
    if (!folders.has(dirname(whole))) mkdirSync(dirname(whole), { recursive: true });
    folders.add(dirname(whole));
    return whole;
  };
  return {
    at: (path) => resolve(bag, path),
    copy: (from, to) => copyFile(from, ready(to)),
    write: (path, text) => {
      const file = openSync(ready(path), "wx");
      try {
        writeAll(file, Buffer.from(text));
      } finally {
        closeSync(file);
      }
    },
    finish: () => {
      // An empty folder makes way: not every system renames over one.
      if (existsSync(place)) rmdirSync(place);
      renameSync(bag, place);
    },
    close: () => rmSync(work, { recursive: true, force: true }),
  };
}

function copyFile(from: string, to: string): Copied {
  const source = reading(() => openSync(from, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)));
  try {
    if (!fstatSync(source).isFile()) throw new Unreadable("is no regular file");
    return copyOpened(source, to);
  } finally {
    closeSync(source);
  }
}

const piece = Buffer.allocUnsafe(256 * 1024);

function copyOpened(source: number, to: string): Copied {
  const [short, long] = [createHash("sha256"), createHash("sha512")];
  const next = () =>
    piece.subarray(
      0,
      reading(() => readSync(source, piece)),
    );
  const target = openSync(to, "wx");
  let bytes = 0;
  try {
    for (let part = next(); part.length > 0; part = next()) {
      short.update(part);
      long.update(part);
      writeAll(target, part);
      bytes += part.length;
    }
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  } finally {
    closeSync(target);
  }
  return { bytes, sha256: short.digest("hex"), sha512: long.digest("hex") };
}

function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new Unreadable(code === "ENOENT" ? "is missing" : code === "ELOOP" ? "is a link" : `cannot be read (${code})`);
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written, bytes.length - written);
}
