/**
 * What a build does once all is prepared: written down before it begins, so that the next command can complete it after a cut. Every step can be
 * done twice. May import: io/publishing, io/may-write, text.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isInside, manifestPath } from "../../text/manifest.ts";
import { mayWrite } from "../may-write.ts";
import { digestOf, isThere, moveTree, removeEmpty, toDisk, writeWhole } from "./files.ts";
import type { Place } from "./place.ts";

export interface Journal {
  /** `files`: the prepared files are moved into the output. `release`: the prepared folder becomes a release, and the output's link is turned to it. */
  readonly kind: "files" | "release";
  /** Name of the release; empty for `files`. */
  readonly release: string;
  /** Files that are to go: the path, and the digest as we left it (null where it is not known). One that has changed since is the owner's and stays. */
  readonly removals: readonly (readonly [string, string | null])[];
  /** Where the prepared file of the owner's (the register of addresses) goes; null where it is as it should be. */
  readonly beside: string | null;
}

/** In the workshop: the tree of new and changed files, the new manifest, the owner's file, and the journal itself. */
export const filesOf = (workshop: string) => join(workshop, "files");
export const besideOf = (workshop: string) => join(workshop, "beside");
const manifestOf = (workshop: string) => join(workshop, manifestPath);
const journalOf = (workshop: string) => join(workshop, "journal.json");

/** Whether there is a journal: what was prepared is to be completed. */
export function isWrittenDown(workshop: string): boolean {
  return existsSync(journalOf(workshop));
}

/** Writes the journal down: from here on the new archive is the one that counts. */
export function writeJournal(workshop: string, journal: Journal): void {
  writeWhole(journalOf(workshop), `${JSON.stringify(journal)}\n`);
}

/** Prepares the manifest, which is put into place as the last file. */
export function prepareManifest(workshop: string, text: string): void {
  writeWhole(manifestOf(workshop), text);
}

/** Completes what a build that was cut short had begun, or clears away what it had only prepared. Returns whether the archive was completed. */
export function recover({ workshop, ...place }: Place): boolean {
  const journal = readJournal(workshop);
  if (journal !== null) carryOut({ workshop, ...place }, journal);
  clear(workshop);
  return journal !== null;
}

/** The first folder of the published files in which something is to change and that may not be written; null where there is none. */
export function shutFolder({ root, workshop }: Place, removals: Journal["removals"]): string | null {
  const wanted = new Set([root, ...removals.map(([path]) => dirname(join(root, path)))]);
  const waiting = [""];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    wanted.add(join(root, folder));
    for (const entry of readdirSync(join(filesOf(workshop), folder), { withFileTypes: true })) {
      // A folder that is new is moved as a whole.
      if (entry.isDirectory() && isThere(join(root, folder, entry.name))) waiting.push(join(folder, entry.name));
    }
  }
  return [...wanted].find((folder) => isThere(folder) && !mayWrite(folder)) ?? null;
}

/** Carries the journal out. */
export function carryOut(place: Place, journal: Journal): void {
  if (journal.kind === "release") turnToRelease(place, journal.release);
  else moveFiles(place, journal.removals);
  const beside = besideOf(place.workshop);
  if (journal.beside !== null && isThere(beside)) {
    writeWhole(journal.beside, readFileSync(beside));
    rmSync(beside);
  }
}

/** Removes all that was prepared; the journal first of all. */
export function clear(workshop: string): void {
  for (const path of [journalOf(workshop), besideOf(workshop), manifestOf(workshop)]) rmSync(path, { force: true });
  rmSync(filesOf(workshop), { recursive: true, force: true });
}

/** Clears away what was prepared. What the disk will not let go of changes nothing of what is published: the next build sees to it. */
export function tidy(workshop: string): void {
  try {
    clear(workshop);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

function moveFiles({ root, workshop }: Place, removals: Journal["removals"]): void {
  const files = filesOf(workshop);
  mkdirSync(root, { recursive: true });
  const inTheWay = removals.filter(([path]) => standsInTheWay(files, path));
  remove(root, inTheWay);
  if (isThere(files)) moveTree(files, root);
  remove(root, removals);
  if (isThere(manifestOf(workshop))) renameSync(manifestOf(workshop), join(root, manifestPath));
  toDisk(root);
}

/** Whether a folder is going to stand where a file was. */
function standsInTheWay(files: string, path: string): boolean {
  return lstatSync(join(files, path), { throwIfNoEntry: false })?.isDirectory() === true;
}

function remove(root: string, removals: Journal["removals"]): void {
  for (const [path, digest] of removals) {
    const target = join(root, path);
    const stat = lstatSync(target, { throwIfNoEntry: false });
    if (stat?.isFile() !== true || (digest !== null && digestOf(target) !== digest)) continue;
    rmSync(target);
    removeEmpty(root, dirname(path));
  }
}

function turnToRelease({ out, workshop, releases }: Place, name: string): void {
  const folder = releases ?? `${out}.releases`;
  const release = join(folder, name);
  if (isThere(filesOf(workshop))) {
    if (isThere(manifestOf(workshop))) renameSync(manifestOf(workshop), join(filesOf(workshop), manifestPath));
    mkdirSync(folder, { recursive: true });
    renameSync(filesOf(workshop), release);
    toDisk(folder);
  }
  // The first time, a plain folder stands where the link is to be.
  if (lstatSync(out, { throwIfNoEntry: false })?.isDirectory() === true) renameSync(out, join(folder, "000000-before"));
  const link = join(workshop, "link");
  rmSync(link, { force: true });
  symlinkSync(join(basename(folder), name), link);
  renameSync(link, out);
  toDisk(dirname(out));
}

function readJournal(workshop: string): Journal | null {
  if (!isWrittenDown(workshop)) return null;
  const { kind, release, removals, beside } = JSON.parse(readFileSync(journalOf(workshop), "utf8")) as Journal;
  return { kind, release: basename(release), removals: removals.filter(([path]) => isInside(path)), beside };
}
