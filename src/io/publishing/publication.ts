/** From what was prepared to what is published: everything on the disk, a journal, and then into place. May import: text/manifest, io/machine, io/publishing. */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { manifestPath } from "../../text/manifest.ts";
import { bootOf } from "../machine.ts";
import { hasBytes, treeToDisk, writeWhole } from "./files.ts";
import { HalfPublished } from "./half-published.ts";
import { besideOf, carryOut, filesOf, type Journal, prepareManifest, shutFolder, tidy, writeJournal } from "./journal.ts";
import type { Place } from "./place.ts";
import { clearReleases, nextRelease, shareRest } from "./releases.ts";

/** A file of the owner's that belongs to this state of the archive; null leaves it as it is. */
export type Beside = { readonly path: string; readonly text: string } | null;

export interface Publication {
  readonly manifest: string;
  readonly fingerprint: string;
  readonly removals: Journal["removals"];
  readonly beside: Beside;
  /** Whether nothing was published before. */
  readonly isNew: boolean;
  /** How many releases stay. */
  readonly kept: number;
}

/**
 * Everything on the disk, then the journal, then into place.
 *
 * @throws `HalfPublished`; before that step the system's error, and nothing of the published archive has changed
 */
export function publish(place: Place, { manifest, fingerprint, removals, beside, isNew, kept }: Publication): void {
  const { root, workshop, releases } = place;
  const files = filesOf(workshop);
  mkdirSync(files, { recursive: true });
  // Where nothing was published before, nothing can be lost: a build after the machine was started again sees by its bytes what a cut of the power took.
  if (!isNew || bootOf() === null) treeToDisk(files);
  prepareManifest(workshop, manifest);
  if (beside !== null) writeWhole(besideOf(workshop), beside.text);
  if (releases !== null) {
    const gone = new Set([...removals.map(([path]) => path), manifestPath]);
    shareRest(root, files, (path) => gone.has(path));
  } else {
    const shut = shutFolder(place, removals);
    if (shut !== null) throw Object.assign(new Error(`EACCES: ${shut}`), { code: "EACCES" });
  }
  const journal: Journal = {
    kind: releases === null ? "files" : "release",
    release: releases === null ? "" : nextRelease(releases, fingerprint),
    removals,
    beside: beside === null ? null : resolve(beside.path),
  };
  writeJournal(workshop, journal);
  try {
    carryOut(place, journal);
    tidy(workshop);
    if (releases !== null) clearReleases(releases, kept);
  } catch (error) {
    throw new HalfPublished(error, releases !== null);
  }
}

/** Nothing of the archive is new; the owner's file may be. */
export function keep(beside: Beside): void {
  if (beside !== null && !hasBytes(beside.path, Buffer.from(beside.text))) writeWhole(beside.path, beside.text);
}
