/** The seeds folder → cards, bodies, and what became of every file. May import: model, io, parse, build/card. */
import type { BodyStore } from "../io/body-store.ts";
import { listSeeds, readSeedBytes, reasonOf } from "../io/seeds-folder.ts";
import type { Card } from "../model/archive.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { House, Outcome } from "../model/seed.ts";
import { largestSeed } from "../parse/open-seed.ts";
import { readSeed, type SeedReading } from "../parse/read-seed.ts";
import { readerOf } from "../parse/readers/table.ts";
import { bodyOf, cardOf } from "./card.ts";

export interface ReadSeeds {
  readonly cards: readonly Card[];
  /** What became of each file of the folder: one outcome for each, none without. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly pictures: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Raster pictures only: a file with scripts in it (SVG, HTML) is never published as it is. */
const picture = /\.(?:jpe?g|png|gif|webp|avif)$/i;

/**
 * Reads every seed, one after the other.
 *
 * @param progress is told how many of how many are read
 * @throws the system's error where the seeds folder cannot be opened
 */
export function readSeeds(root: string, house: House, store: BodyStore, progress: (done: number, all: number) => void): ReadSeeds {
  const found = listSeeds(root, (path) => readerOf(path) !== null);
  const outcomes = new Map<string, Outcome>();
  const diagnostics: Diagnostic[] = [...found.refused];
  const cards: Card[] = [];
  for (const { file } of found.refused) outcomes.set(file, "refused");
  for (const path of found.others) outcomes.set(path, "ignored");
  for (const [index, { path }] of found.seeds.entries()) {
    const reading = readOne(root, path, house);
    outcomes.set(path, reading.outcome);
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    for (const { article, pieces } of reading.articles) cards.push(cardOf(article, pieces, store.add(bodyOf(article, pieces))));
    progress(index + 1, found.seeds.length);
  }
  return { cards, outcomes, pictures: new Set(found.others.filter((path) => picture.test(path))), diagnostics };
}

/** One seed, whatever happens: what the disk or the program throws becomes a refusal with its reason. */
export function readOne(root: string, path: string, house: House): SeedReading {
  const refused = (code: "seed-unreadable" | "reading-failed", message: string): SeedReading => ({
    outcome: "refused",
    articles: [],
    diagnostics: [{ code, file: path, message, hint: codes[code].advice, line: null, column: null }],
  });
  let bytes: Uint8Array;
  try {
    bytes = readSeedBytes(root, path, largestSeed);
  } catch (error) {
    return refused("seed-unreadable", `The file cannot be read (${reasonOf(error)}).`);
  }
  try {
    return readSeed(path, bytes, house);
  } catch (error) {
    return refused("reading-failed", `Reading this file failed: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
