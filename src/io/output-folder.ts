/**
 * The output: what changed is prepared beside it, written down, and then put into place; nothing is touched that no build wrote. A reader finds
 * every file whole at any moment; a build that is cut short leaves the old archive, or one that the next command completes.
 * May import: text, io/publishing.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../text/digest.ts";
import { fingerprintMark, fingerprintOf, type Manifest, manifestPath, printManifest, readManifest } from "../text/manifest.ts";
import { bootOf } from "./machine.ts";
import { openBench } from "./publishing/bench.ts";
import { type Claim, layClaim } from "./publishing/claim.ts";
import type { BenchPlace } from "./publishing/draft.ts";
import { bytesAt, digestOf, hasBytes, isThere, textWith } from "./publishing/files.ts";
import { ForeignFiles, foreignFiles } from "./publishing/in-the-way.ts";
import { clear, filesOf, isWrittenDown, recover, tidy } from "./publishing/journal.ts";
import { type Place, placeOf } from "./publishing/place.ts";
import { type Beside, keep, publish } from "./publishing/publication.ts";
import { manifestIn, missingFiles } from "./publishing/standing.ts";

export { Busy } from "./publishing/claim.ts";
export { type BenchPlace, drafterAt } from "./publishing/draft.ts";
export { HalfPublished } from "./publishing/half-published.ts";
export { ForeignFiles } from "./publishing/in-the-way.ts";
export { LinkElsewhere } from "./publishing/place.ts";
export { publishedNow } from "./publishing/standing.ts";

export interface OutputFolder {
  /** Whether a build before had been cut short while it published, and has been completed now. */
  readonly isRecovered: boolean;
  /** What the last build published, with the digests. Empty where there is no archive yet. */
  readonly before: Manifest;
  /** SHA-256 of the text of its manifest, in hexadecimal. */
  readonly beforeDigest: string;
  /** Says which files are going to be written. Throws `ForeignFiles` where one of them is there and is not of a former build. */
  begin(planned: readonly string[]): void;
  /** Prepares a file. Returns whether its bytes are new. A large file comes in parts, which are never together in memory. */
  write(path: string, content: Uint8Array | Iterable<Uint8Array | string>): boolean;
  /** Some bytes of a file as the last build published it; null where they are not there. */
  published(path: string, offset: number, length: number): Uint8Array | null;
  /** The text of a file, where it is what the last build published; else null. */
  publishedText(path: string): string | null;
  /** Where it prepares files, for another thread that drafts some of them there (`drafterAt`); then `note` what came of each. */
  readonly bench: BenchPlace;
  note(path: string, digest: string, isNew: boolean): void;
  /** Leaves a file as the last build published it. Returns false where it is not there. */
  keep(path: string): boolean;
  /** Prepares a file in which `fingerprintMark` stands where the archive's fingerprint is to be. Its bytes are known at the end only. */
  writeWithFingerprint(path: string, content: string): void;
  /**
   * Publishes all that was prepared, and takes away the files of the last build that this one did not write.
   *
   * @param beside a file of the owner's that belongs to this state of the archive: it is written in the same step; null leaves it as it is
   * @param kept how many releases stay, with the new one
   * @throws `HalfPublished` where the disk failed after the first step into place
   */
  finish(beside: Beside, kept: number): Finished;
  /** Gives the output free; what was prepared and not published is cleared away. */
  close(): void;
  /** Forgets what was prepared. */
  startAgain(): void;
  /** Gives a sign of life to other builds. */
  touch(): void;
}

export interface Finished {
  readonly removed: number;
  /** Of the files prepared with `writeWithFingerprint`, how many are new. */
  readonly written: number;
  /** SHA-256 in hexadecimal. */
  readonly fingerprint: string;
  /** SHA-256 of the manifest's own text, in hexadecimal. */
  readonly manifest: string;
  /** Whether all of it has been made sure to be on the disk. */
  readonly isOnDisk: boolean;
}

/**
 * Opens an output for one build, and completes what a former one had begun to publish.
 *
 * @param releases whether the output is to be a link to releases
 * @throws `Busy` where another build is writing it; `LinkElsewhere`; the system's error
 */
export function openOutput(out: string, releases: boolean): OutputFolder {
  const place = placeOf(out, releases);
  const claim = layClaim(place.workshop);
  try {
    const isRecovered = recover(place);
    // A release that was completed is another root than before.
    return outputAt(isRecovered ? placeOf(out, releases) : place, claim, isRecovered);
  } catch (error) {
    claim.release();
    throw error;
  }
}

function outputAt(place: Place, claim: Claim, isRecovered: boolean): OutputFolder {
  const { root, workshop } = place;
  const text = manifestIn(root);
  const before = readManifest(text);
  const isNew = !isThere(root) || readdirSync(root).every((name) => name === ".tearsheet");
  const missing = missingFiles(root, before);
  const benchPlace = { files: filesOf(workshop), root, isNew };
  let bench = openBench(benchPlace);
  const withFingerprint = new Map<string, string>();
  return {
    isRecovered,
    before,
    beforeDigest: sha256(text),
    begin: (planned) => {
      const foreign = isNew ? [] : foreignFiles(root, before.files.size === 0 ? [...planned, manifestPath] : planned, before.files);
      if (foreign.length > 0) throw new ForeignFiles(foreign);
    },
    write: (path, content) => {
      claim.touch();
      return bench.write(path, content, before.files.get(path));
    },
    published: (path, offset, length) => (before.files.has(path) ? bytesAt(join(root, path), offset, length) : null),
    publishedText: (path) => textWith(join(root, path), before.files.get(path)),
    bench: benchPlace,
    note: (path, digest, isWritten) => bench.note(path, digest, isWritten),
    keep: (path) => {
      const digest = before.files.get(path);
      if (digest === undefined || missing.has(path)) return false;
      bench.keep(path, digest);
      return true;
    },
    writeWithFingerprint: (path, content) => void withFingerprint.set(path, content),
    finish: (beside, kept) => {
      const marked = [...withFingerprint].map(([path, content]) => [path, sha256(content)] as const);
      const fingerprint = fingerprintOf(new Map([...bench.digests, ...marked]));
      const isWritten = [...withFingerprint].map(([path, content]) => bench.write(path, Buffer.from(content.replaceAll(fingerprintMark, fingerprint))));
      const removals = [...before.files].filter(([path, digest]) => !bench.digests.has(path) && digestOf(join(root, path)) === digest);
      const manifest = printManifest({ files: bench.digests, fingerprint, printedIn: [...withFingerprint.keys()] });
      const isFirstRelease = place.releases !== null && root === place.out;
      const isAsBefore =
        bench.prepared() === 0 && removals.length === 0 && !isNew && !isFirstRelease && hasBytes(join(root, manifestPath), Buffer.from(manifest));
      if (isAsBefore) keep(beside);
      else publish(place, { manifest, fingerprint, removals, beside, isNew, kept });
      const isOnDisk = !isNew || bootOf() === null;
      return { removed: removals.length, written: isWritten.filter(Boolean).length, fingerprint, manifest: sha256(manifest), isOnDisk };
    },
    close: () => {
      try {
        if (!isWrittenDown(workshop)) tidy(workshop);
      } finally {
        claim.release();
      }
    },
    startAgain: () => {
      clear(workshop);
      withFingerprint.clear();
      bench = openBench(benchPlace);
    },
    touch: () => claim.touch(),
  };
}
