/** An address for every article, its own and for ever. May import: model, text, archive/recognise. */
import type { Register, Registered } from "../model/register.ts";
import { sha256 } from "../text/digest.ts";
import { pathKey } from "../text/portable.ts";
import { type Known, recognise } from "./recognise.ts";

/** What an address is made of. */
export interface Wish {
  /** Path of the seed; a file may hold several articles. */
  readonly file: string;
  /** The address that date and headline ask for. */
  readonly id: string;
  readonly sourceUrl: string | null;
  /** SHA-256 of the seed's bytes, in hexadecimal. */
  readonly sha256: string;
}

export interface Addresses {
  /** In the order of the wishes. */
  readonly ids: readonly string[];
  /** As it is to be kept: every article of today, and every one that ever was. */
  readonly register: Register;
}

/**
 * Gives every article an address of its own. One that the register knows keeps what it has. Of new ones that ask for the same, the first by seed
 * path gets it and each other a suffix made of its own seed path: it does not depend on the order of reading, nor on how many others there are.
 * Addresses that some file system takes for one (`text/portable.ts`) count as the same; one that an
 * article ever had is no other's.
 *
 * @param present whether a seed is still in the folder, published or not
 */
export function assignAddresses(wishes: readonly Wish[], register: Register, present: (file: string) => boolean): Addresses {
  const places = placesInFile(wishes);
  const known = wishes.map((wish, index): Known => ({ ...wish, wish: wish.id, part: places[index] ?? 0, digest: wish.sha256.slice(0, 16) }));
  const found = recognise(known, register, present);
  const ids = newIds(wishes, places, found, register);
  const kept = new Set(found);
  const today = known.map(({ file, part, wish, sourceUrl, digest }, index) => ({ id: ids[index] ?? wish, file, part, wish, sourceUrl, digest, isGone: false }));
  const gone = register.filter((entry) => !kept.has(entry)).map((entry) => ({ ...entry, isGone: true }));
  return { ids, register: [...today, ...gone].sort((a, b) => compare(a.id, b.id)) };
}

function newIds(wishes: readonly Wish[], places: readonly number[], found: readonly (Registered | null)[], register: Register): string[] {
  const order = wishes.map((_, index) => index).sort((a, b) => compare(wishes[a]?.file ?? "", wishes[b]?.file ?? "") || a - b);
  const taken = new Set(register.map(({ id }) => pathKey(id)));
  const ids = wishes.map(({ id }, index) => found[index]?.id ?? id);
  // First all that get what they wish, so that a suffix never takes another's plain address.
  const late: number[] = [];
  for (const index of order) {
    const key = pathKey(ids[index] ?? "");
    if (found[index] !== null) continue;
    if (taken.has(key)) late.push(index);
    else taken.add(key);
  }
  for (const index of late) {
    const { file = "", id = "" } = wishes[index] ?? {};
    const digest = sha256(`${file}\n${places[index]}`);
    let length = 6;
    while (taken.has(pathKey(`${id}-${digest.slice(0, length)}`)) && length < digest.length) length += 1;
    ids[index] = `${id}-${digest.slice(0, length)}`;
    taken.add(pathKey(ids[index] ?? ""));
  }
  return ids;
}

/** For each article, how many of its file stand before it. */
function placesInFile(wishes: readonly Wish[]): number[] {
  const seen = new Map<string, number>();
  return wishes.map(({ file }) => {
    const place = seen.get(file) ?? 0;
    seen.set(file, place + 1);
    return place;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
