/**
 * What a build keeps for the next one, in a folder that may be lost at any time: seeds as they were read, their bodies, of what each published file was
 * made, and in which order the articles were. Losing it costs time and nothing else. May import: model, text, io/cache, io/may-write.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue, KeptSeed } from "../../model/catalogue.ts";
import { mayWrite } from "../may-write.ts";
import { type BodyStore, openBodyStore, openScratchStore } from "./body-store.ts";
import { openCatalogue } from "./catalogue-file.ts";
import { ifDiskAllows } from "./if-disk-allows.ts";
import { type Ledger, noLedger, openLedger } from "./ledger.ts";
import { type LineUp, noLineUp, openLineUp } from "./line-up.ts";

export interface Cache {
  readonly catalogue: Catalogue;
  readonly bodies: BodyStore;
  readonly ledger: Ledger;
  readonly lineUp: LineUp;
  /**
   * Writes down what was read, and lets go of it; `present` are the seeds that are there. A disk that refuses costs the next build time, and is no fault of
   * this one.
   */
  saveSeeds(present: ReadonlySet<string>): void;
  close(): void;
}

/** Bytes of bodies that nothing names any more, beyond those in use, until the store is written anew. */
const mostWaste = 16 * 1024 * 1024;

/**
 * Opens a cache.
 *
 * @param folder null for none: what is read is forgotten in the end, and nothing is known beforehand
 * @param key of all that reading depends on besides the seeds
 */
export function openCache(folder: string | null, key: string): Cache {
  return (folder === null ? null : openIn(folder, key)) ?? noCache();
}

/** Knows nothing and keeps nothing. */
export const noCatalogue: Catalogue = { get: () => undefined, set: () => {} };

function noCache(): Cache {
  const bodies = openScratchStore();
  return { catalogue: noCatalogue, bodies, ledger: noLedger, lineUp: noLineUp, saveSeeds: () => {}, close: () => bodies.close() };
}

function openIn(folder: string, key: string): Cache | null {
  return ifDiskAllows(() => {
    mkdirSync(folder, { recursive: true });
    if (!mayWrite(folder)) return null;
    const catalogue = openCatalogue(join(folder, "catalogue.log"), key);
    const name = catalogue.bodies ?? freshName(folder, null);
    for (const other of bodyFiles(folder)) if (other !== name) rmSync(join(folder, other), { force: true });
    const bodies = openBodyStore(join(folder, name));
    return {
      catalogue,
      bodies,
      ledger: openLedger(join(folder, "ledger.log")),
      lineUp: openLineUp(join(folder, "line-up.log"), key),
      saveSeeds: (present) => {
        ifDiskAllows(() => {
          const live = catalogue.liveBytes();
          if (bodies.size() > 2 * live + mostWaste) compact(folder, name, catalogue, bodies, present);
          else {
            bodies.flush();
            catalogue.save(present, name);
          }
        });
        catalogue.letGo();
      },
      close: () => bodies.close(),
    };
  });
}

/** What is known of the seeds, for whoever builds nothing: what is read now is known as long as it is open, and kept nowhere. */
export interface Knowledge {
  readonly catalogue: Catalogue;
  readonly bodies: BodyStore;
}

/** Opens what a cache holds and leaves it as it is. */
export function openKnowledge(folder: string | null, key: string): Knowledge {
  return (folder === null ? null : ifDiskAllows(() => knowledgeIn(folder, key))) ?? noKnowledge();
}

function knowledgeIn(folder: string, key: string): Knowledge | null {
  const catalogue = openCatalogue(join(folder, "catalogue.log"), key);
  return catalogue.bodies === null ? null : { catalogue, bodies: openScratchStore(join(folder, catalogue.bodies)) };
}

function noKnowledge(): Knowledge {
  const seeds = new Map<string, KeptSeed>();
  const set = (path: string, seed: KeptSeed | null) => void (seed === null ? seeds.delete(path) : seeds.set(path, seed));
  return { catalogue: { get: (path) => seeds.get(path), set }, bodies: openScratchStore() };
}

/** Copies the bodies that are still named into a new store. The old one goes when the next build opens the cache. */
function compact(folder: string, name: string, catalogue: ReturnType<typeof openCatalogue>, bodies: BodyStore, present: ReadonlySet<string>): void {
  const next = freshName(folder, name);
  const store = openBodyStore(join(folder, next));
  try {
    catalogue.saveMoved(present, next, (place) => ({ ...place, offset: store.append(bodies.bytes(place)) }), store.flush);
  } finally {
    store.close();
  }
}

function bodyFiles(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^bodies-\d+$/.test(name));
}

function freshName(folder: string, old: string | null): string {
  const numbers = [...bodyFiles(folder), ...(old === null ? [] : [old])].map((name) => Number(name.slice("bodies-".length)));
  return `bodies-${Math.max(0, ...numbers) + 1}`;
}
