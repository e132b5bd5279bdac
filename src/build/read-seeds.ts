/** The seeds folder → cards, bodies, and what became of every file. May import: model, io, build. */
import type { Found, Kind } from "../io/seeds-folder.ts";
import { type Survey, surveySeeds } from "../io/survey.ts";
import type { Card } from "../model/archive.ts";
import type { SeedEntry } from "../model/catalogue.ts";
import type { Code } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import type { Fate, House } from "../model/seed.ts";
import { kindOf } from "./kinds.ts";
import { passBy } from "./pass-by.ts";
import { publishablePictures } from "./publishable-pictures.ts";
import { publishedName } from "./published-names.ts";
import { type Job, jobOf } from "./read-batch.ts";
import { type ReadingDesk, readEntries } from "./read-entries.ts";
import { isSidecar, type Pairs, pairSidecars } from "./sidecars.ts";
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
  /** Of these, the seeds. */
  readonly seeds: ReadonlySet<string>;
  /** All files of the folder, by the paths that they have on the disk. */
  readonly paths: ReadonlySet<string>;
  readonly pictures: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
  /** The folder as it was found, and what was known of each of its seeds, in their order. */
  readonly survey: Survey;
  readonly entries: readonly SeedEntry[];
}

/**
 * Reads every seed that is not as it was the last time.
 *
 * @param progress is told how many of how many are read
 * @param survey what was found in the folder just now; made, where it is left out
 * @throws the system's error where the seeds folder cannot be opened
 */
export function readSeeds(root: string, house: House, desk: ReadingDesk, progress: (done: number, all: number) => void, survey?: Survey): ReadSeeds {
  const here = survey ?? surveySeeds(root, kindOf);
  const { found } = here;
  const redactions = house.redactions ?? [];
  const nameOf = publishedName(redactions);
  const unseen = ({ file, ...rest }: Diagnostic): Diagnostic => ({ ...rest, file: nameOf(file) });
  const passed = passBy(root, found);
  const diagnostics = passed.diagnostics.map(unseen);
  const passedFates = passed.fates.map((fate) => ({ ...fate, file: nameOf(fate.file) }));
  const pathsOf = (kind: Kind) => found.files.flatMap((each) => (each.kind === kind ? [each.path] : []));
  const seeds = pathsOf("seed");
  const sidecars = pathsOf("sidecar");
  const pairs = pairsIn(found);
  for (const diagnostic of pairs.alone) diagnostics.push(unseen(diagnostic));
  const entries = readEntries(root, house, jobsOf(seeds, pairs), here, desk, progress);
  const put = putTogether(seeds, entries, redactions, nameOf);
  for (const diagnostic of put.diagnostics) diagnostics.push(diagnostic);
  const sidecarFates = fatesOfSidecars(
    sidecars.map((path) => nameOf(path)),
    diagnostics,
  );
  const { pictures, withheld } = publishablePictures(root, passed.pictures, nameOf, redactions);
  diagnostics.push(...withheld);
  const unshown = new Set(withheld.map(({ file }) => file));
  const fates = [...passedFates, ...put.fates, ...sidecarFates];
  const said = fates.map((fate): Fate => (unshown.has(fate.file) ? { ...fate, reason: "picture-withheld" } : fate));
  const paths = new Set([...found.files.map(({ path }) => path), ...found.refused.map(({ file }) => file)]);
  return { ...put, fates: said, seeds: new Set(seeds), paths, pictures, diagnostics, survey: here, entries };
}

/**
 * What is known of each seed now, in the order of the seeds; what is not as it was is read.
 *
 * @param survey of a folder in which there are the same files as when these seeds were read
 */
export function readEntriesAgain(house: House, desk: ReadingDesk, survey: Survey): readonly SeedEntry[] {
  const seeds = survey.found.files.flatMap(({ path, kind }) => (kind === "seed" ? [path] : []));
  return readEntries(survey.root, house, jobsOf(seeds, pairsIn(survey.found)), survey, desk, () => {});
}

/** One that cannot be read, being a link, still says that its article needs correcting. */
function pairsIn({ files, refused }: Found): Pairs {
  const pathsOf = (kind: Kind) => files.flatMap((each) => (each.kind === kind ? [each.path] : []));
  return pairSidecars(pathsOf("seed"), [...pathsOf("sidecar"), ...refused.map(({ file }) => file).filter(isSidecar)]);
}

function jobsOf(seeds: readonly string[], pairs: Pairs): readonly Omit<Job, "known">[] {
  return seeds.map((path) => jobOf(path, pairs));
}

/** What came of all seeds, under the names by which they may be spoken of. */
function putTogether(
  seeds: readonly string[],
  entries: readonly SeedEntry[],
  redactions: readonly Redaction[],
  nameOf: (path: string, wish?: string) => string,
): Pick<ReadSeeds, "cards" | "origins" | "used" | "named" | "fates" | "diagnostics"> {
  const put = { cards: [] as Card[], origins: [] as Origin[], fates: [] as Fate[], diagnostics: [] as Diagnostic[] };
  const used = new Set<Redaction>();
  const named = new Set<Redaction>();
  const note = (set: Set<Redaction>, places: readonly number[]) => {
    for (const place of places) if (redactions[place] !== undefined) set.add(redactions[place]);
  };
  for (const [index, path] of seeds.entries()) {
    const entry = entries[index] as SeedEntry;
    const file = nameOf(path, entry.file);
    const said = file === entry.file ? entry.diagnostics : entry.diagnostics.map((each) => (each.file === entry.file ? { ...each, file } : each));
    put.fates.push({ file, outcome: entry.outcome, reason: entry.outcome === "published" ? null : reasonFor(file, said) });
    for (const diagnostic of said) put.diagnostics.push(diagnostic);
    note(used, entry.used);
    note(named, entry.inForce);
    for (const [place, card] of entry.cards.entries()) {
      put.cards.push(file === card.file ? card : { ...card, file, key: `${card.key}=${file}` });
      put.origins.push({ path, id: entry.idsBefore[place] ?? card.id });
    }
  }
  return { ...put, used, named };
}

function fatesOfSidecars(files: readonly string[], diagnostics: readonly Diagnostic[]): Fate[] {
  const remarkOf = new Map(diagnostics.filter(({ file }) => isSidecar(file)).map(({ file, code }) => [file, code]));
  return files.map((file) => ({ file, outcome: "ignored", reason: remarkOf.get(file) ?? "file-sidecar" }));
}

/** Why a seed is not published: the first that is said of the file itself. */
function reasonFor(path: string, diagnostics: readonly Diagnostic[]): Code | null {
  return diagnostics.find(({ file }) => file === path)?.code ?? null;
}
