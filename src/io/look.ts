/** How a file looks from outside: what tells cheaply that its bytes are those of the last time. May import: model. */
import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Look } from "../model/catalogue.ts";

/** Milliseconds: a file system may tell times no finer than this, and another machine's clock may be off by as much. */
const grain = 3_000;

/** @throws the system's error where nothing of that name is there */
export function lookAt(root: string, path: string): Look {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(join(root, path));
  return { size, modified: mtimeMs, changed: ctimeMs, inode: ino };
}

export function isSameLook(a: Look | null, b: Look | null): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && a.modified === b.modified && a.changed === b.changed && a.inode === b.inode;
}

/** The clock, to hold looks against. Milliseconds since 1970. */
export function lookingTime(): number {
  return Date.now();
}

/** Whether a look that was taken at a time is old enough: a later change is sure to look different (git knows the same trouble as a racy index). */
export function isSettledLook({ modified, changed }: Look, takenAt: number): boolean {
  return Math.max(modified, changed) < takenAt - grain;
}

/** A look as text: equal for equal looks. */
export function printLook({ size, modified, changed, inode }: Look): string {
  return `${size} ${modified} ${changed} ${inode}`;
}
