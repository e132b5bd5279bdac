/** Seeds → what is known of each, from before or from reading it now. May import: model, io, build. */
import type { BodyStore } from "../io/cache/body-store.ts";
import { noCatalogue } from "../io/cache/cache.ts";
import { lightener } from "../io/cache/light-seed.ts";
import { isSameLook, isSettledLook } from "../io/look.ts";
import { takeLittleMemory } from "../io/memory.ts";
import { alone, threadsHere } from "../io/pool.ts";
import type { Survey } from "../io/survey.ts";
import type { Catalogue, KeptSeed, Look, SeedEntry } from "../model/catalogue.ts";
import type { House } from "../model/seed.ts";
import { type Job, openBatch, readBatch } from "./read-batch.ts";
import type { ReadingSetup } from "./reading-worker.ts";
import { threadsFor } from "./threads.ts";

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

/** What is known of each seed, whether from before or from reading it now; in the order of the jobs. */
export function readEntries(
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
  const lighten = lightener();
  const stale: number[] = [];
  for (const [index, seed] of kept.entries()) {
    if (seed?.isSettled === true && isSameLook(seed.look, looks[index]?.own ?? null) && isSameLook(seed.sidecar, looks[index]?.sidecar ?? null))
      entries[index] = seed.entry;
    else stale.push(index);
  }
  takeLittleMemory(stale.length);
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
          if (isKnown) keep(index, digest, (kept[index] as KeptSeed).entry);
          else {
            const entry = moved(batch.entries[next] as SeedEntry, base);
            lighten(entry, seeds[index]?.path ?? "", digest);
            keep(index, digest, entry);
            next += 1;
          }
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
