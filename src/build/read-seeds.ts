/** The seeds folder → cards, bodies, and what became of every file. May import: model, io, parse, build. */
import type { BodyStore } from "../io/body-store.ts";
import { type Kind, listSeeds, readSeedBytes, reasonOf, SeedFault } from "../io/seeds-folder.ts";
import type { Card } from "../model/archive.ts";
import type { Code } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import type { Fate, House } from "../model/seed.ts";
import { largestSeed } from "../parse/open-seed.ts";
import { readSeed, type SeedReading, type SidecarFile } from "../parse/read-seed.ts";
import { largestSidecar } from "../parse/sidecar.ts";
import { bodyOf, cardOf } from "./card.ts";
import { kindOf, passBy, refusalOf } from "./pass-by.ts";
import { publishablePictures } from "./publishable-pictures.ts";
import { publishedName } from "./published-names.ts";
import { isSidecar, type Pairs, pairSidecars } from "./sidecars.ts";
import { lastLineOf, sourceLines } from "./source-lines.ts";
import type { Origin } from "./withdrawals.ts";

export interface ReadSeeds {
  readonly cards: readonly Card[];
  /** What each card was before anything was withheld. */
  readonly origins: readonly Origin[];
  /** Entries of `redactions.yml` that were found in some file, and those whose `in` names one. */
  readonly used: ReadonlySet<Redaction>;
  readonly named: ReadonlySet<Redaction>;
  /** What became of each file of the folder: one fate for each, none without. By the paths that may be published. */
  readonly fates: readonly Fate[];
  /** All files of the folder, by the paths that they have on the disk. */
  readonly paths: ReadonlySet<string>;
  readonly pictures: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads every seed, one after the other.
 *
 * @param progress is told how many of how many are read
 * @throws the system's error where the seeds folder cannot be opened
 */
export function readSeeds(root: string, house: House, store: BodyStore, progress: (done: number, all: number) => void): ReadSeeds {
  const found = listSeeds(root, kindOf);
  const nameOf = publishedName(house.redactions ?? []);
  const unseen = ({ file, ...rest }: Diagnostic): Diagnostic => ({ ...rest, file: nameOf(file) });
  const passed = passBy(root, found);
  const diagnostics = passed.diagnostics.map(unseen);
  const fates = passed.fates.map((fate) => ({ ...fate, file: nameOf(fate.file) }));
  const cards: Card[] = [];
  const origins: Origin[] = [];
  const used = new Set<Redaction>();
  const named = new Set<Redaction>();
  const pathsOf = (kind: Kind) => found.files.flatMap((each) => (each.kind === kind ? [each.path] : []));
  const seeds = pathsOf("seed");
  const sidecars = pathsOf("sidecar");
  // One that cannot be read, being a link, still says that its article needs correcting.
  const pairs = pairSidecars(seeds, [...sidecars, ...found.refused.map(({ file }) => file).filter(isSidecar)]);
  for (const diagnostic of pairs.alone) diagnostics.push(unseen(diagnostic));
  for (const [index, path] of seeds.entries()) {
    const { reading: read, bytes } = readPaired(root, path, house, pairs);
    const file = nameOf(path, read.withholding?.file);
    const reading = renamed(read, path, file);
    fates.push({ file, outcome: reading.outcome, reason: reading.outcome === "published" ? null : reasonFor(file, reading) });
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    const { inForce = [], idsBefore = [] } = reading.withholding ?? {};
    for (const redaction of reading.withholding?.used ?? []) used.add(redaction);
    for (const redaction of inForce) named.add(redaction);
    const source = reading.articles.length === 0 ? [] : sourceLines(path, bytes, { ...house, redactions: inForce }, lastLineOf(reading));
    for (const [place, { article, pieces, withheld }] of reading.articles.entries()) {
      cards.push(cardOf(article, pieces, store.add(bodyOf(article, pieces, source)), withheld));
      origins.push({ path, id: idsBefore[place] ?? article.id });
    }
    progress(index + 1, seeds.length);
  }
  fates.push(
    ...fatesOfSidecars(
      sidecars.map((path) => nameOf(path)),
      diagnostics,
    ),
  );
  const { pictures, withheld } = publishablePictures(root, passed.pictures, nameOf, house.redactions ?? []);
  diagnostics.push(...withheld);
  const unshown = new Set(withheld.map(({ file }) => file));
  const said = fates.map((fate): Fate => (unshown.has(fate.file) ? { ...fate, reason: "picture-withheld" } : fate));
  const paths = new Set([...found.files.map(({ path }) => path), ...found.refused.map(({ file }) => file)]);
  return { cards, origins, used, named, fates: said, paths, pictures, diagnostics };
}

function fatesOfSidecars(files: readonly string[], diagnostics: readonly Diagnostic[]): Fate[] {
  const remarkOf = new Map(diagnostics.filter(({ file }) => isSidecar(file)).map(({ file, code }) => [file, code]));
  return files.map((file) => ({ file, outcome: "ignored", reason: remarkOf.get(file) ?? "file-sidecar" }));
}

/** Why a seed is not published: the first that is said of the file itself. */
function reasonFor(path: string, { diagnostics }: SeedReading): Code | null {
  return diagnostics.find(({ file }) => file === path)?.code ?? null;
}

/** A reading under the name that its file may be spoken of by: where nothing was read of it, or two files came to have the same. */
function renamed(reading: SeedReading, path: string, file: string): SeedReading {
  const old = reading.withholding?.file ?? path;
  if (old === file) return reading;
  const diagnostics = reading.diagnostics.map((each) => (each.file === old ? { ...each, file } : each));
  if (reading.outcome !== "published") return { ...reading, diagnostics };
  return { ...reading, diagnostics, articles: reading.articles.map((read) => ({ ...read, article: { ...read.article, file } })) };
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
