/** Files of somebody else's where ours are to go. May import: io/publishing. */
import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "./files.ts";

/** Files that stand where pages are to go and that no build wrote. Nothing has been touched. */
export class ForeignFiles extends Error {
  readonly paths: readonly string[];
  constructor(paths: readonly string[]) {
    super(`${paths.length} files stand in the way.`);
    this.paths = paths;
  }
}

/**
 * The paths that cannot be written because something that is not ours is there: another file or folder, or a file or a link where a folder is
 * needed. Nothing is ever written through a link.
 *
 * @param planned the paths that are going to be written
 * @param own the files that former builds wrote, with their digests
 */
export function foreignFiles(root: string, planned: Iterable<string>, own: ReadonlyMap<string, string>): string[] {
  const folders = new Map<string, boolean>([[".", true]]);
  const canBeFolder = (path: string): boolean => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const can = canBeFolder(dirname(path)) && isFolderOrNothing(root, path, own);
    folders.set(path, can);
    return can;
  };
  return [...planned].filter((path) => {
    if (!canBeFolder(dirname(path))) return true;
    const stat = own.has(path) ? undefined : lstatSync(join(root, path), { throwIfNoEntry: false });
    return stat !== undefined;
  });
}

function isFolderOrNothing(root: string, path: string, own: ReadonlyMap<string, string>): boolean {
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  return stat === undefined || stat.isDirectory() || (own.has(path) && digestOf(join(root, path)) === own.get(path));
}
