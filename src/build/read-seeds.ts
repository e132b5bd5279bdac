/** The seeds folder → cards, bodies, and what became of every file. May import: model, io, parse, build. */
import type { BodyStore } from "../io/body-store.ts";
import { listSeeds, readSeedBytes, reasonOf } from "../io/seeds-folder.ts";
import type { Card } from "../model/archive.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { House, Outcome } from "../model/seed.ts";
import { largestSeed } from "../parse/open-seed.ts";
import { readSeed, type SeedReading, type SidecarFile } from "../parse/read-seed.ts";
import { readerOf } from "../parse/readers/table.ts";
import { largestSidecar } from "../parse/sidecar.ts";
import { bodyOf, cardOf } from "./card.ts";
import { isSidecar, type Pairs, pairSidecars } from "./sidecars.ts";
import { lastLineOf, sourceLines } from "./source-lines.ts";

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
  for (const path of found.others) {
    outcomes.set(path, "ignored");
    if (!picture.test(path) && !isSidecar(path)) diagnostics.push(passedOver(path));
  }
  const pairs = pairSidecars(
    found.seeds.map(({ path }) => path),
    found.others,
  );
  for (const diagnostic of pairs.alone) diagnostics.push(diagnostic);
  for (const [index, { path }] of found.seeds.entries()) {
    const { reading, bytes } = readPaired(root, path, house, pairs);
    outcomes.set(path, reading.outcome);
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    const source = reading.articles.length === 0 ? [] : sourceLines(path, bytes, house, lastLineOf(reading));
    for (const { article, pieces } of reading.articles) cards.push(cardOf(article, pieces, store.add(bodyOf(article, pieces, source))));
    progress(index + 1, found.seeds.length);
  }
  return { cards, outcomes, pictures: new Set(found.others.filter((path) => picture.test(path))), diagnostics };
}

/** A file of another kind: a document that may well be an article is worth a warning. */
function passedOver(file: string): Diagnostic {
  const isDocument = /\.(?:docx?|odt|rtf|pdf|pages|html?|mht(?:ml)?|eml|msg|epub|xml|wpd|tex)$/i.test(file);
  const code = isDocument ? "document-ignored" : "file-ignored";
  return {
    code,
    file,
    message: isDocument ? "Documents of this kind are not read: the article is not in the archive." : "The file is no article.",
    hint: codes[code].advice,
    line: null,
    column: null,
  };
}

/** What was read of a seed, and the bytes that it was read from; none where the file cannot be read. */
export interface ReadFile {
  readonly reading: SeedReading;
  readonly bytes: Uint8Array;
}

const noBytes = new Uint8Array();

/** One seed with its sidecar, whatever happens: what the disk or the program throws becomes a refusal with its reason. */
export function readPaired(root: string, path: string, house: House, { bySeed, refused }: Pairs): ReadFile {
  const sidecar = bySeed.get(path) ?? null;
  const reasons = sidecar === null ? [] : refused.filter(({ file }) => file === path);
  // Nobody can say whose sidecar it is.
  if (reasons.length > 0) return { reading: { outcome: "refused", articles: [], diagnostics: reasons }, bytes: noBytes };
  let bytes: Uint8Array;
  let corrections: SidecarFile | null = null;
  try {
    bytes = readSeedBytes(root, path, largestSeed);
    if (sidecar !== null) corrections = { path: sidecar, bytes: readSeedBytes(root, sidecar, largestSidecar) };
  } catch (error) {
    return {
      reading: refusal(path, "seed-unreadable", `The file${sidecar === null ? "" : " or its sidecar"} cannot be read (${reasonOf(error)}).`),
      bytes: noBytes,
    };
  }
  try {
    return { reading: readSeed(path, bytes, house, corrections), bytes };
  } catch (error) {
    return { reading: refusal(path, "reading-failed", `Reading this file failed: ${error instanceof Error ? error.message : String(error)}.`), bytes };
  }
}

function refusal(file: string, code: "seed-unreadable" | "reading-failed", message: string): SeedReading {
  return { outcome: "refused", articles: [], diagnostics: [{ code, file, message, hint: codes[code].advice, line: null, column: null }] };
}
