/**
 * Releases: the output is a link to the newest of a few whole folders, and turning it to a new one is a single step. Files that did not change are
 * shared between releases (hard links), so that a release costs what changed. May import: io/publishing.
 */
import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { isThere } from "./files.ts";

/** The name of the release that comes next: a number, and the beginning of the fingerprint. */
export function nextRelease(releases: string, fingerprint: string): string {
  const last = numbersIn(releases).reduce((most, { number }) => Math.max(most, number), 0);
  return `${String(last + 1).padStart(6, "0")}-${fingerprint.slice(0, 12)}`;
}

/**
 * Completes a prepared folder with everything of the old release that stays as it is: shared, not copied, where the disk can.
 *
 * @param gone whether a path is not to be in the new release
 */
export function shareRest(root: string, files: string, gone: (path: string) => boolean): void {
  if (!isThere(root)) return;
  const waiting = [""];
  while (waiting.length > 0) {
    const folder = waiting.pop() as string;
    let isMade = false;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        waiting.push(path);
        continue;
      }
      if (gone(path) || isThere(join(files, path))) continue;
      if (!isMade) mkdirSync(dirname(join(files, path)), { recursive: true });
      isMade = true;
      share(join(root, path), join(files, path));
    }
  }
}

/** Removes all but the newest releases. */
export function clearReleases(releases: string, kept: number): void {
  for (const { name } of numbersIn(releases)
    .sort((a, b) => b.number - a.number)
    .slice(kept))
    rmSync(join(releases, name), { recursive: true, force: true });
}

function numbersIn(releases: string): { name: string; number: number }[] {
  if (!isThere(releases)) return [];
  return readdirSync(releases).flatMap((name) => {
    const number = /^(\d{6,})-/.exec(name)?.[1];
    return number === undefined ? [] : [{ name, number: Number(number) }];
  });
}

function share(from: string, to: string): void {
  if (lstatSync(from).isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
    return;
  }
  try {
    linkSync(from, to);
  } catch (error) {
    // Too many links to one file, or a disk that knows none.
    if (!["EMLINK", "EPERM", "ENOTSUP", "ENOSYS", "EXDEV"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    copyFileSync(from, to);
  }
}
