/** The seeds folder as it is found before anything of it is read. May import: model, text, io. */

import type { Look } from "../model/catalogue.ts";
import { digestKey } from "../text/digest.ts";
import { isSettledLook, lookAt, lookingTime, printLook } from "./look.ts";
import { type Found, type Kind, listSeeds } from "./seeds-folder.ts";

export interface Survey {
  readonly found: Found;
  /** Of seeds, sidecars and pictures, by path; null where there is nothing to look at any more. */
  readonly lookOf: (path: string) => Look | null;
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
  const looks = new Map<string, Look | null>();
  const lookOf = (path: string) => {
    const known = looks.get(path);
    if (known !== undefined) return known;
    const look = lookOrNull(root, path);
    looks.set(path, look);
    return look;
  };
  // Before anything is read: a file that changes from now on looks different the next time.
  for (const { path, kind } of found.files) if (kind !== "other") lookOf(path);
  return { found, lookOf, takenAt };
}

/** Stands for all that is in the folder: null where something is too young, or too odd, for its look to tell. */
export function keyOfSurvey({ found: { files, hidden, refused }, lookOf, takenAt }: Survey): string | null {
  if (refused.length > 0) return null;
  const rows: string[] = hidden.map((path) => `hidden ${path}`);
  for (const { path, kind } of files) {
    const look = kind === "other" ? null : lookOf(path);
    if (kind !== "other" && (look === null || !isSettledLook(look, takenAt))) return null;
    rows.push(look === null ? `other ${path}` : `${path} ${printLook(look)}`);
  }
  return digestKey(rows.join("\0"));
}

/** What tells whether a file that was surveyed is as it was; null where its look cannot tell. */
export function keyOfFile({ lookOf, takenAt }: Survey, path: string): string | null {
  const look = lookOf(path);
  return look !== null && isSettledLook(look, takenAt) ? printLook(look) : null;
}

function lookOrNull(root: string, path: string): Look | null {
  try {
    return lookAt(root, path);
  } catch {
    return null;
  }
}
