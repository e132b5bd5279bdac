/** The seeds folder as it is found before anything of it is read. May import: model, text, io. */
import { lstatSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Look } from "../model/catalogue.ts";
import { digestKey } from "../text/digest.ts";
import { isSameLook, isSettledLook, lookAt, lookingTime, printLook } from "./look.ts";
import { takeLittleMemory } from "./memory.ts";
import { digestOf } from "./publishing/files.ts";
import { type Found, type Kind, listSeeds } from "./seeds-folder.ts";

export interface Survey {
  /** The folder. */
  readonly root: string;
  readonly found: Found;
  /** Of seeds, sidecars and pictures, by path; null where there is nothing to look at any more. */
  readonly lookOf: (path: string) => Look | null;
  /** What has been looked at so far. */
  readonly looks: ReadonlyMap<string, Look | null>;
  /** When it was made, in milliseconds since 1970. */
  readonly takenAt: number;
}

/**
 * @param kindOf what a file is there for, by its name
 * @throws the system's error where the folder itself cannot be opened
 */
export function surveySeeds(root: string, kindOf: (name: string) => Kind): Survey {
  const takenAt = lookingTime();
  const found = listSeeds(root, kindOf);
  takeLittleMemory();
  const survey = surveyWith(root, found, new Map(), takenAt);
  // Before anything is read: a file that changes from now on looks different the next time.
  for (const { path, kind } of found.files) if (kind !== "other") survey.lookOf(path);
  return survey;
}

function surveyWith(root: string, found: Found, looks: Map<string, Look | null>, takenAt: number): Survey {
  const lookOf = (path: string) => {
    const known = looks.get(path);
    if (known !== undefined) return known;
    const look = lookOrNull(root, path);
    looks.set(path, look);
    return look;
  };
  return { root, found, lookOf, looks, takenAt };
}

/** Where more are said to have changed, looking at all files is no more work. */
const mostTold = 100;

/**
 * The same folder again, by what is said to have changed in it: at 10,000 files, looking at each takes more than half of the time in which an edit is shown.
 *
 * @param changed paths as the system names them, of this folder or of others
 * @returns null where something came or went, so that all of it has to be looked through
 */
export function surveyAgain({ root, found, looks, takenAt }: Survey, changed: readonly string[]): Survey | null {
  if (changed.length > mostTold) return null;
  const at = lookingTime();
  const next = new Map(looks);
  for (const told of changed) {
    const path = relative(root, told).replaceAll(sep, "/");
    if (path === "") return null;
    if (path === ".." || path.startsWith("../")) continue;
    const now = standsAt(root, path);
    if (now === "other" || (now === "file" ? !isFound(path, found) : isFoundOrHolds(path, found))) return null;
    if (looks.has(path)) next.set(path, lookOrNull(root, path));
  }
  // What was young then may have changed since without looking different.
  for (const [path, look] of looks) if (look === null || !isSettledLook(look, takenAt)) next.set(path, lookOrNull(root, path));
  return surveyWith(root, found, next, at);
}

function isFound(path: string, { files }: Found): boolean {
  return files.some((file) => file.path === path);
}

/** Whether something was found there, or in the folder that stood there. */
function isFoundOrHolds(path: string, { files, refused }: Found): boolean {
  const isMeant = (other: string) => other === path || other.startsWith(`${path}/`);
  return files.some((file) => isMeant(file.path)) || refused.some(({ file }) => isMeant(file));
}

/** What stands there; `other`, too, where nobody can tell. */
function standsAt(root: string, path: string): "file" | "nothing" | "other" {
  try {
    const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
    return stat === undefined ? "nothing" : stat.isFile() ? "file" : "other";
  } catch {
    return "other";
  }
}

/** Whether two surveys found the same files, and each of them looking the same. What is hidden (an editor's own files) does not count. */
export function isSameSurvey(a: Survey, b: Survey): boolean {
  const isSameFound = isDeepStrictEqual([a.found.files, a.found.refused], [b.found.files, b.found.refused]);
  return isSameFound && a.found.files.every(({ path, kind }) => kind === "other" || isSameLook(a.lookOf(path), b.lookOf(path)));
}

/**
 * More files than these are not read to see whether anything is new: the build finds out. As many are young where an archive is built as soon as it was unpacked or copied; to read them takes a second,
 * and a build that finds out ten times as long.
 */
const mostYoung = 20_000;

/** The files that are too young for their looks to tell; null where there are too many of them, or something is too odd to tell. @param most how many are too many */
export function youngIn({ found: { files, refused }, lookOf, takenAt }: Survey, most = mostYoung): readonly string[] | null {
  if (refused.length > 0) return null;
  const young: string[] = [];
  for (const { path, kind } of files) {
    const look = kind === "other" ? null : lookOf(path);
    if (kind !== "other" && look === null) return null;
    if (look !== null && !isSettledLook(look, takenAt)) young.push(path);
  }
  return young.length > most ? null : young;
}

/**
 * Stands for all that is in the folder: each file by its look, those that were young when the key was first made by their bytes as well. A file that has
 * become young since looks different, so that another key for the same list means what it should. Null where something cannot be read.
 */
export function keyOfSurvey({ root, found: { files, hidden }, lookOf }: Survey, young: readonly string[]): string | null {
  const read = new Set(young);
  const rows: string[] = hidden.map((path) => `hidden ${path}`);
  for (const { path, kind } of files) {
    const look = kind === "other" ? null : lookOf(path);
    const bytes = look !== null && read.has(path) ? digestOrNull(join(root, path)) : "";
    if (bytes === null) return null;
    rows.push(look === null ? `other ${path}` : `${path} ${printLook(look)} ${bytes}`);
  }
  return digestKey(rows.join("\0"));
}

/** What tells whether a file that was surveyed is as it was; null where its look cannot tell. */
export function keyOfFile({ lookOf, takenAt }: Survey, path: string): string | null {
  const look = lookOf(path);
  return look !== null && isSettledLook(look, takenAt) ? printLook(look) : null;
}

function digestOrNull(path: string): string | null {
  try {
    return digestOf(path);
  } catch {
    return null;
  }
}

function lookOrNull(root: string, path: string): Look | null {
  try {
    return lookAt(root, path);
  } catch {
    return null;
  }
}
