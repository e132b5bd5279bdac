/** The seeds folder → cards, bodies, and what became of every file. May import: model, io, build. */
import type { BodyStore } from "../io/cache/body-store.ts";
import { noCatalogue } from "../io/cache/cache.ts";
import { isSameLook, isSettledLook } from "../io/look.ts";
import { alone, threadsHere } from "../io/pool.ts";
import type { Kind } from "../io/seeds-folder.ts";
import { type Survey, surveySeeds } from "../io/survey.ts";
import type { Card } from "../model/archive.ts";
import type { Catalogue, KeptSeed, Look, SeedEntry } from "../model/catalogue.ts";
import type { Code } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import type { Fate, House } from "../model/seed.ts";
import { kindOf } from "./kinds.ts";
import { passBy } from "./pass-by.ts";
import { publishablePictures } from "./publishable-pictures.ts";
import { publishedName } from "./published-names.ts";
import { type Job, jobOf, openBatch, readBatch } from "./read-batch.ts";
import type { ReadingSetup } from "./reading-worker.ts";
import { isSidecar, pairSidecars } from "./sidecars.ts";
import { threadsFor } from "./threads.ts";
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
}

/** Where reading keeps what it read, and how it shares the work. */
export interface ReadingDesk {
  /** What is known of the seeds already; what is read now goes into it. */
  readonly catalogue: Catalogue;
  readonly bodies: BodyStore;
  /** How many threads read, where there is enough to read. */
  readonly threads: number;
}

/** A desk at which nothing is known yet, and everything has to be read. */
export function freshDesk(bodies: BodyStore): ReadingDesk {
  return { catalogue: noCatalogue, bodies, threads: threadsHere() };
}

/** Seeds of one task of a thread: enough to be worth sending, few enough that all threads end at about the same time. */
const batchSize = 16;

/** Seeds from which on a second thread pays for its start: it takes as long as reading about a hundred of them. */
const worthThreads = 200;

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
  // One that cannot be read, being a link, still says that its article needs correcting.
  const pairs = pairSidecars(seeds, [...sidecars, ...found.refused.map(({ file }) => file).filter(isSidecar)]);
  for (const diagnostic of pairs.alone) diagnostics.push(unseen(diagnostic));
  const entries = entriesOf(
    root,
    house,
    seeds.map((path) => jobOf(path, pairs)),
    here,
    desk,
    progress,
  );
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
  return { ...put, fates: said, seeds: new Set(seeds), paths, pictures, diagnostics };
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

/** What is known of each seed, whether from before or from reading it now; in the order of the jobs. */
function entriesOf(
  root: string,
  house: House,
  seeds: readonly Omit<Job, "known">[],
  { lookOf, takenAt }: Survey,
  { catalogue, bodies, threads }: ReadingDesk,
  progress: (done: number, all: number) => void,
): readonly SeedEntry[] {
  const looks = seeds.map(({ path, sidecar }) => ({ own: lookOf(path), sidecar: sidecar === null ? null : lookOf(sidecar) }));
  const kept = seeds.map(({ path }) => catalogue.get(path));
  const entries: SeedEntry[] = [];
  const stale: number[] = [];
  for (const [index, seed] of kept.entries()) {
    if (seed?.isSettled === true && isSameLook(seed.look, looks[index]?.own ?? null) && isSameLook(seed.sidecar, looks[index]?.sidecar ?? null))
      entries[index] = seed.entry;
    else stale.push(index);
  }
  let done = seeds.length - stale.length;
  const keep = (index: number, digest: string | null, entry: SeedEntry) => {
    entries[index] = entry;
    const path = seeds[index]?.path ?? "";
    const { own = null, sidecar = null } = looks[index] ?? {};
    const isWhole = digest !== null && own !== null && (sidecar !== null) === ((seeds[index]?.sidecar ?? null) !== null);
    catalogue.set(path, isWhole ? keptSeed(own, sidecar, takenAt, digest, entry) : null);
  };
  const tasks = batchesOf(stale).map((indexes) => ({
    indexes,
    jobs: indexes.map((index) => ({ ...(seeds[index] as Job), known: kept[index]?.digest ?? null })),
  }));
  const pool = stale.length < worthThreads ? alone : threadsFor(threads, "reading-worker", { root, house } satisfies ReadingSetup);
  try {
    pool.run(
      tasks,
      ({ jobs }) => jobs,
      ({ jobs }) => readBatch(root, house, jobs),
      ({ indexes }, parcel) => {
        const batch = openBatch(parcel);
        const base = batch.bodies.length === 0 ? 0 : bodies.append(batch.bodies);
        let next = 0;
        for (const [place, index] of indexes.entries()) {
          const { digest = null, isKnown = false } = batch.told[place] ?? {};
          keep(index, digest, isKnown ? (kept[index] as KeptSeed).entry : moved(batch.entries[next] as SeedEntry, base));
          if (!isKnown) next += 1;
          done += 1;
        }
        progress(done, seeds.length);
      },
    );
  } finally {
    pool.close();
  }
  return entries;
}

function keptSeed(look: Look, sidecar: Look | null, takenAt: number, digest: string, entry: SeedEntry): KeptSeed {
  return { look, sidecar, isSettled: isSettledLook(look, takenAt) && (sidecar === null || isSettledLook(sidecar, takenAt)), digest, entry };
}

function batchesOf(indexes: readonly number[]): number[][] {
  const batches: number[][] = [];
  for (let from = 0; from < indexes.length; from += batchSize) batches.push(indexes.slice(from, from + batchSize));
  return batches;
}

/** The entry with its bodies where they are now. */
function moved(entry: SeedEntry, base: number): SeedEntry {
  return { ...entry, cards: entry.cards.map((card) => ({ ...card, body: { ...card.body, offset: card.body.offset + base } })) };
}

function fatesOfSidecars(files: readonly string[], diagnostics: readonly Diagnostic[]): Fate[] {
  const remarkOf = new Map(diagnostics.filter(({ file }) => isSidecar(file)).map(({ file, code }) => [file, code]));
  return files.map((file) => ({ file, outcome: "ignored", reason: remarkOf.get(file) ?? "file-sidecar" }));
}

/** Why a seed is not published: the first that is said of the file itself. */
function reasonFor(path: string, diagnostics: readonly Diagnostic[]): Code | null {
  return diagnostics.find(({ file }) => file === path)?.code ?? null;
}
