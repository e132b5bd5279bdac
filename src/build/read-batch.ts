/** Some seeds → what the archive needs of them: one step of the reading, in whichever thread. May import: model, io, parse, build. */
import type { Parcel } from "../io/pool.ts";
import { readSeedBytes, reasonOf, SeedFault } from "../io/seeds-folder.ts";
import type { SeedEntry } from "../model/catalogue.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { House } from "../model/seed.ts";
import { largestSeed } from "../parse/open-seed.ts";
import { readSeed, type SeedReading, type SidecarFile } from "../parse/read-seed.ts";
import { largestSidecar } from "../parse/sidecar.ts";
import { sha256 } from "../text/digest.ts";
import { refusalOf } from "./pass-by.ts";
import { gather } from "./seed-entry.ts";
import type { Pairs } from "./sidecars.ts";

/** A seed that is to be read. */
export interface Job {
  readonly path: string;
  /** Path of its sidecar. */
  readonly sidecar: string | null;
  /** Digest of what the catalogue knows of it: with the same, it is not read again. */
  readonly known: string | null;
  /** Why it is not to be read at all. */
  readonly refused: readonly Diagnostic[];
}

/** What came of a job, beside the entry: `digest` is null where the next build has to look again. */
export interface Told {
  readonly digest: string | null;
  readonly isKnown: boolean;
}

export interface Batch {
  readonly told: readonly Told[];
  /** Of those that are not known, in order. */
  readonly entries: readonly SeedEntry[];
  readonly bodies: Uint8Array;
}

export function readBatch(root: string, house: House, jobs: readonly Job[]): Parcel {
  const gathering = gather(house);
  const told = jobs.map((job): Told => {
    const { reading, bytes, digest, isLasting } = readJob(root, job, house);
    if (reading === null) return { digest, isKnown: true };
    gathering.add(job.path, bytes, digest, reading);
    return { digest: isLasting ? digest : null, isKnown: false };
  });
  const { entries, bodies } = gathering.finish();
  return { text: `${JSON.stringify(told)}\n${entries}`, bytes: bodies };
}

/** The batch again, from what was sent. */
export function openBatch({ text, bytes }: Parcel): Batch {
  const cut = text.indexOf("\n");
  return { told: JSON.parse(text.slice(0, cut)) as Told[], entries: JSON.parse(text.slice(cut + 1)) as SeedEntry[], bodies: bytes };
}

/** What was read of a seed, and from which bytes; none where the file cannot be read. */
interface ReadJob {
  /** Null where it is as the catalogue knows it. */
  readonly reading: SeedReading | null;
  readonly bytes: Uint8Array;
  readonly digest: string;
  /** Whether it would be read the same the next time. */
  readonly isLasting: boolean;
}

const noBytes = new Uint8Array();

/** One seed with its sidecar, whatever happens: what the disk or the program throws becomes a refusal with its reason. */
function readJob(root: string, { path, sidecar, known, refused }: Job, house: House): ReadJob {
  if (refused.length > 0) return { reading: { outcome: "refused", articles: [], diagnostics: refused }, bytes: noBytes, digest: "", isLasting: false };
  let bytes: Uint8Array;
  let corrections: SidecarFile | null = null;
  try {
    bytes = readSeedBytes(root, path, largestSeed);
    if (sidecar !== null) corrections = { path: sidecar, bytes: readSeedBytes(root, sidecar, largestSidecar) };
  } catch (error) {
    const what = `The file${sidecar === null ? "" : " or its sidecar"}`;
    const isChanging = error instanceof SeedFault && error.code === "ECHANGED";
    const reading = isChanging
      ? refusal(path, "seed-changing", `${what} changed while it was read, twice.`)
      : refusal(path, "seed-unreadable", `${what} cannot be read (${reasonOf(error)}).`);
    return { reading, bytes: noBytes, digest: "", isLasting: false };
  }
  const digest = digestOf(bytes, corrections);
  if (digest === known) return { reading: null, bytes, digest, isLasting: true };
  try {
    return { reading: readSeed(path, bytes, house, corrections), bytes, digest, isLasting: true };
  } catch (error) {
    const message = `Reading this file failed: ${error instanceof Error ? error.message : String(error)}.`;
    return { reading: refusal(path, "reading-failed", message), bytes, digest, isLasting: false };
  }
}

/** One seed as a build would read it, and the bytes that it was read from. */
export function readPaired(root: string, path: string, house: House, pairs: Pairs): { readonly reading: SeedReading; readonly bytes: Uint8Array } {
  const { reading, bytes } = readJob(root, { ...jobOf(path, pairs), known: null }, house);
  return { reading: reading as SeedReading, bytes };
}

/** What there is to do for a seed: a seed of which nobody can say whose its sidecar is cannot be read. */
export function jobOf(path: string, { bySeed, refused }: Pairs): Omit<Job, "known"> {
  const sidecar = bySeed.get(path) ?? null;
  return { path, sidecar, refused: sidecar === null ? [] : refused.filter(({ file }) => file === path) };
}

function digestOf(bytes: Uint8Array, sidecar: SidecarFile | null): string {
  return sidecar === null ? sha256(bytes) : sha256(`${sha256(bytes)} ${sidecar.path} ${sha256(sidecar.bytes)}`);
}

function refusal(file: string, code: "seed-unreadable" | "seed-changing" | "reading-failed", message: string): SeedReading {
  return { outcome: "refused", articles: [], diagnostics: [refusalOf(file, code, message)] };
}
