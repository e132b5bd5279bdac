/** A seed as it was read → what the archive needs of it: cards, bodies, and what is said of it. May import: model, text, io/cache/body-bytes, parse, build/card. */
import { printBody } from "../io/cache/body-bytes.ts";
import type { SeedEntry } from "../model/catalogue.ts";
import { noWords } from "../model/search.ts";
import type { House } from "../model/seed.ts";
import type { SeedReading } from "../parse/read-seed.ts";
import { digestKey } from "../text/digest.ts";
import { bodyOf, cardOf } from "./card.ts";
import { lastLineOf, sourceLines } from "./source-lines.ts";

/** What came of some seeds, bodies apart: in one piece that can be sent or written. */
export interface Harvest {
  /** The entries (`SeedEntry[]`) as JSON: through it they have to go once, so that no string keeps the whole file in memory that it was cut out of. */
  readonly entries: string;
  /** The bodies, one behind the other: the places of the cards are offsets in it. */
  readonly bodies: Uint8Array;
}

export interface Gathering {
  /** @param digest of what the seed was read from: its cards are known by it */
  add(path: string, bytes: Uint8Array, digest: string, reading: SeedReading): void;
  finish(): Harvest;
}

/** Gathers what comes of reading some seeds under a house. */
export function gather(house: House): Gathering {
  const redactions = house.redactions ?? [];
  const entries: SeedEntry[] = [];
  const bodies: Buffer[] = [];
  let end = 0;
  return {
    add: (path, bytes, digest, reading) => {
      const { withholding } = reading;
      const inForce = withholding?.inForce ?? [];
      const source = reading.articles.length === 0 ? [] : sourceLines(path, bytes, { ...house, redactions: inForce }, lastLineOf(reading));
      const cards = reading.articles.map(({ article, pieces, withheld }, part) => {
        // Weighing takes a tenth of the time of reading.
        const { bytes: printed, place } = printBody(bodyOf(article, pieces, source, house.isUnsearched ? noWords : undefined), end);
        bodies.push(printed);
        end += printed.length;
        return cardOf(article, pieces, place, digestKey(`${digest}\n${path}\n${part}`), withheld);
      });
      const placesOf = (some: Iterable<(typeof redactions)[number]>) => [...some].map((each) => redactions.indexOf(each));
      entries.push({
        outcome: reading.outcome,
        file: withholding?.file ?? path,
        diagnostics: reading.diagnostics,
        cards,
        idsBefore: withholding?.idsBefore ?? [],
        used: placesOf(withholding?.used ?? []),
        inForce: placesOf(inForce),
      });
    },
    finish: () => ({ entries: JSON.stringify(entries), bodies: Buffer.concat(bodies) }),
  };
}
