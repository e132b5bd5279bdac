/**
 * Seeds and register → the archive that is to be published, and what would go. What else reading knew is let go of when this is done: it is a third of what there is in
 * memory. May import: model, io, build.
 */
import type { Cache } from "../io/cache/cache.ts";
import type { OutputFolder } from "../io/output-folder.ts";
import { placeOnDisk } from "../io/owner-files.ts";
import type { Survey } from "../io/survey.ts";
import type { Archive } from "../model/archive.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { type Losses, lossesOf, notKept } from "./losses.ts";
import { type Account, prepare } from "./prepare.ts";
import { openRegister } from "./register-file.ts";

export interface Gathered extends Losses {
  readonly archive: Archive;
  readonly account: Account;
  /** Path of the file in which the register is to be kept; null where it cannot be written. */
  readonly register: string | null;
}

/** The seeds folder went away while it was read. */
export class SeedsGone extends Error {}

export interface Around {
  readonly output: OutputFolder;
  readonly cache: Cache;
  readonly survey: Survey;
  readonly threads: number;
}

/**
 * Reads and links all articles, and keeps what was read for the next build.
 *
 * @returns what stands against it, where the owner's register cannot be used
 * @throws `SeedsGone`; the system's error where the disk fails
 */
export function gatherArchive(
  seeds: string,
  config: Config,
  { output, cache, survey, threads }: Around,
  onRead: (done: number, all: number) => void,
): Gathered | { readonly unusable: Diagnostic } {
  const { path, isWritable, register, diagnostic } = openRegister(seeds);
  if (diagnostic !== null) return { unusable: diagnostic };
  const desk = { catalogue: cache.catalogue, bodies: cache.bodies, threads };
  const onBatch = (done: number, all: number) => {
    output.touch();
    onRead(done, all);
  };
  const place = placeOnDisk(seeds);
  const read = prepare(seeds, config, register, desk, onBatch, survey);
  // What could not be read any more is no article that its owner took out.
  if (place === null || placeOnDisk(seeds) !== place) throw new SeedsGone();
  cache.saveSeeds(read.seeds);
  const { archive, account } = read;
  const losses = lossesOf(archive, register, output.before, read.givenUp);
  const diagnostics = [...read.diagnostics, ...losses.diagnostics, ...(isWritable ? [] : [notKept(path)])];
  return { ...losses, archive, account, register: isWritable ? path : null, diagnostics };
}
