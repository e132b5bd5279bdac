/** The seeds folder → cards, bodies, and what became of every file. May import: model, io, parse, build. */
import type { BodyStore } from "../io/body-store.ts";
import { type Kind, listSeeds, readSeedBytes, reasonOf, SeedFault, whyUnreadable } from "../io/seeds-folder.ts";
import type { Card } from "../model/archive.ts";
import { type Code, codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Fate, House } from "../model/seed.ts";
import { largestSeed } from "../parse/open-seed.ts";
import { readSeed, type SeedReading, type SidecarFile } from "../parse/read-seed.ts";
import { readerOf } from "../parse/readers/table.ts";
import { largestSidecar } from "../parse/sidecar.ts";
import { bodyOf, cardOf } from "./card.ts";
import { isSidecar, type Pairs, pairSidecars } from "./sidecars.ts";
import { lastLineOf, sourceLines } from "./source-lines.ts";

export interface ReadSeeds {
  readonly cards: readonly Card[];
  /** What became of each file of the folder: one fate for each, none without. */
  readonly fates: readonly Fate[];
  readonly pictures: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Raster pictures only: a file with scripts in it (SVG, HTML) is never published as it is. */
const picture = /\.(?:jpe?g|png|gif|webp|avif)$/i;

function kindOf(name: string): Kind {
  return readerOf(name) !== null ? "seed" : isSidecar(name) ? "sidecar" : picture.test(name) ? "picture" : "other";
}

/**
 * Reads every seed, one after the other.
 *
 * @param progress is told how many of how many are read
 * @throws the system's error where the seeds folder cannot be opened
 */
export function readSeeds(root: string, house: House, store: BodyStore, progress: (done: number, all: number) => void): ReadSeeds {
  const found = listSeeds(root, kindOf);
  const diagnostics: Diagnostic[] = [...found.refused];
  const cards: Card[] = [];
  const pathsOf = (kind: Kind) => found.files.flatMap((each) => (each.kind === kind ? [each.path] : []));
  const fates: Fate[] = [
    // A folder may be named like an article, and be shut besides: one fate all the same.
    ...new Map(found.refused.map(({ file, code }) => [file, { file, outcome: "refused", reason: code } as const])).values(),
    ...found.hidden.map((file) => ({ file, outcome: "ignored", reason: "file-hidden" }) as const),
  ];
  const pictures = pathsOf("picture").filter((file) => {
    const why = whyUnreadable(root, file);
    if (why !== null) diagnostics.push(refusalOf(file, "seed-unreadable", `The picture cannot be read (${why}).`));
    fates.push(why === null ? { file, outcome: "ignored", reason: "file-picture" } : { file, outcome: "refused", reason: "seed-unreadable" });
    return why === null;
  });
  for (const file of pathsOf("other")) {
    const diagnostic = passedOver(file);
    diagnostics.push(diagnostic);
    fates.push({ file, outcome: "ignored", reason: diagnostic.code });
  }
  const seeds = pathsOf("seed");
  const sidecars = pathsOf("sidecar");
  // One that cannot be read, being a link, still says that its article needs correcting.
  const pairs = pairSidecars(seeds, [...sidecars, ...found.refused.map(({ file }) => file).filter(isSidecar)]);
  for (const diagnostic of pairs.alone) diagnostics.push(diagnostic);
  for (const [index, path] of seeds.entries()) {
    const { reading, bytes } = readPaired(root, path, house, pairs);
    fates.push({ file: path, outcome: reading.outcome, reason: reading.outcome === "published" ? null : reasonFor(path, reading) });
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    const source = reading.articles.length === 0 ? [] : sourceLines(path, bytes, house, lastLineOf(reading));
    for (const { article, pieces } of reading.articles) cards.push(cardOf(article, pieces, store.add(bodyOf(article, pieces, source))));
    progress(index + 1, seeds.length);
  }
  const remarkOf = new Map(diagnostics.filter(({ file }) => isSidecar(file)).map(({ file, code }) => [file, code]));
  for (const file of sidecars) fates.push({ file, outcome: "ignored", reason: remarkOf.get(file) ?? "file-sidecar" });
  return { cards, fates, pictures: new Set(pictures), diagnostics };
}

/** Why a seed is not published: the first that is said of the file itself. */
function reasonFor(path: string, { diagnostics }: SeedReading): Code | null {
  return diagnostics.find(({ file }) => file === path)?.code ?? null;
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
    const what = `The file${sidecar === null ? "" : " or its sidecar"}`;
    const isChanging = error instanceof SeedFault && error.code === "ECHANGED";
    const reading = isChanging
      ? refusal(path, "seed-changing", `${what} changed while it was read, twice.`)
      : refusal(path, "seed-unreadable", `${what} cannot be read (${reasonOf(error)}).`);
    return { reading, bytes: noBytes };
  }
  try {
    return { reading: readSeed(path, bytes, house, corrections), bytes };
  } catch (error) {
    return { reading: refusal(path, "reading-failed", `Reading this file failed: ${error instanceof Error ? error.message : String(error)}.`), bytes };
  }
}

function refusal(file: string, code: "seed-unreadable" | "seed-changing" | "reading-failed", message: string): SeedReading {
  return { outcome: "refused", articles: [], diagnostics: [refusalOf(file, code, message)] };
}

function refusalOf(file: string, code: Code, message: string): Diagnostic {
  return { code, file, message, hint: codes[code].advice, line: null, column: null };
}
