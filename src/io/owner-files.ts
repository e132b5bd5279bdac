/** Single files and folders that the owner names. May import: text, io/may-write. */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { decodeStrictly } from "../text/decode.ts";
import { mayWrite } from "./may-write.ts";

/** The text of a file (UTF-8, or UTF-16 with a byte order mark); null where there is none or it cannot be read. For settings, and for showing lines of a seed. */
export function readTextIfAny(path: string): string | null {
  try {
    if (!statSync(path).isFile()) return null;
    const bytes = readFileSync(path);
    return decodeStrictly(bytes)?.text ?? bytes.toString("utf8");
  } catch {
    return null;
  }
}

/** What became of a file that must not be passed over: its text, or why it cannot be read; null where nothing of that name is there. */
export function readTextOrReason(path: string): { readonly text: string } | { readonly reason: string } | null {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return null;
  try {
    const decoded = decodeStrictly(readFileSync(path));
    return decoded === null ? { reason: "it is no text in UTF-8" } : { text: decoded.text };
  } catch (error) {
    return { reason: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}

/** The names in a folder; none where it cannot be opened. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** A file beside a folder, as it is called from here, and whether it can be written there. */
export function besideFolder(folder: string, nameFor: (folderName: string) => string): { readonly path: string; readonly isWritable: boolean } {
  const whole = real(folder);
  const absolute = join(dirname(whole), nameFor(basename(whole)));
  const fromHere = relative("", absolute);
  const path = fromHere.startsWith("..") ? absolute : fromHere;
  return { path, isWritable: mayWrite(dirname(path)) && (!existsSync(path) || mayWrite(path)) };
}

/** Whether something that is no folder is there under that name. */
export function isFileThere(folder: string, path: string): boolean {
  return lstatSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() === false;
}

/** Stands for a folder itself, whatever lies in it; null where it is gone, or a disk that was put there is. */
export function placeOnDisk(folder: string): string | null {
  const stat = statSync(folder, { bigint: true, throwIfNoEntry: false });
  return stat?.isDirectory() === true ? `${stat.dev} ${stat.ino}` : null;
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Whether one folder lies in the other, or is the same, with all links on the way followed. The second need not exist yet. */
export function isInside(inner: string, outer: string): boolean {
  const way = relative(real(outer), real(inner));
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}

/** A path relative to a folder, with `/`; null where it does not lie in it. */
export function pathWithin(folder: string, path: string): string | null {
  return isInside(path, folder) && real(path) !== real(folder) ? relative(real(folder), real(path)).split(sep).join("/") : null;
}

/** A file in a folder, as it is called from here. */
export function joinPath(folder: string, path: string): string {
  return join(folder, path);
}

/** A file's folder and its name. */
export function splitPath(path: string): { folder: string; name: string } {
  return { folder: dirname(path), name: basename(path) };
}

/** The path with every link followed, as far down as it exists. */
export function real(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(real(parent), basename(absolute));
  }
}
