/** The catalogue on disk: a line for each seed. May import: model, io/cache. */
import type { BodyPlace, Card } from "../../model/archive.ts";
import type { Catalogue, KeptSeed } from "../../model/catalogue.ts";
import { lengthOf } from "./body-bytes.ts";
import { lightener } from "./light-seed.ts";
import { openLog } from "./log.ts";

export interface CatalogueFile extends Catalogue {
  /** Name of the file in which the bodies of its cards are; null where it has none yet. */
  readonly bodies: string | null;
  /** Bytes of bodies that its cards name. */
  liveBytes(): number;
  /** Writes down what is new, of the seeds that are there. */
  save(present: ReadonlySet<string>, bodies: string): void;
  /** Knows nothing any more: what is written down need not be in memory as well. */
  letGo(): void;
  /** Writes all of it anew, with every body at another place; `moved` is called when they have all been moved. */
  saveMoved(present: ReadonlySet<string>, bodies: string, move: (place: BodyPlace) => BodyPlace, moved: () => void): void;
}

type Row = readonly [path: string, seed: KeptSeed | null];

/** @param key of all that reading depends on besides the seeds: under another one nothing is known */
export function openCatalogue(path: string, key: string): CatalogueFile {
  const log = openLog(path, `tearsheet catalogue 1 ${key}`, (line) => JSON.parse(line) as Row);
  const seeds = new Map<string, KeptSeed>();
  const lighten = lightener();
  let bodies: string | null = null;
  for (const section of log.take()) {
    bodies = section.note;
    for (const [name, seed] of section.rows) {
      if (seed === null) {
        seeds.delete(name);
        continue;
      }
      lighten(seed.entry, name, seed.digest);
      seeds.set(name, seed);
    }
  }
  const changed = new Set<string>();
  const print = (name: string) => JSON.stringify([name, seeds.get(name) ?? null] satisfies Row);
  const forgetGone = (present: ReadonlySet<string>) => {
    for (const name of seeds.keys()) {
      if (present.has(name)) continue;
      seeds.delete(name);
      changed.add(name);
    }
  };
  const printed = function* (names: Iterable<string>) {
    for (const name of names) yield print(name);
  };
  const printAll = () => printed(seeds.keys());
  return {
    bodies,
    get: (name) => seeds.get(name),
    set: (name, seed) => {
      if (seed === null && !seeds.has(name)) return;
      if (seed === null) seeds.delete(name);
      else seeds.set(name, seed);
      changed.add(name);
    },
    liveBytes: () => {
      let bytes = 0;
      for (const { entry } of seeds.values()) for (const { body } of entry.cards) bytes += lengthOf(body);
      return bytes;
    },
    letGo: () => {
      seeds.clear();
      changed.clear();
    },
    save: (present, name) => {
      forgetGone(present);
      if (changed.size === 0) return;
      log.save({ count: changed.size, lines: () => printed(changed) }, { count: seeds.size, lines: printAll }, name);
    },
    saveMoved: (present, name, move, moved) => {
      forgetGone(present);
      for (const [file, seed] of seeds) {
        const cards = seed.entry.cards.map((card): Card => ({ ...card, body: move(card.body) }));
        seeds.set(file, { ...seed, entry: { ...seed.entry, cards } });
      }
      moved();
      log.rewrite(printAll(), name);
    },
  };
}
