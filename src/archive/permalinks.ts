/** No two articles at one address. May import: text. */
import { distinct } from "../text/distinct.ts";

/**
 * Gives every article an id of its own. Where several ask for the same one, the first by seed path keeps it and each other gets a suffix
 * made of its own seed path: it does not depend on the order of reading, nor on how many others there are. Ids that differ only in case or
 * in the way their letters are composed count as the same, since file systems think so.
 *
 * @param wishes file (seed path) and wished id of each article; a file may hold several
 * @returns the ids, in the order of the wishes
 */
export function assignIds(wishes: readonly { readonly file: string; readonly id: string }[]): string[] {
  const order = wishes.map((_, index) => index).sort((a, b) => compare(wishes[a]?.file ?? "", wishes[b]?.file ?? "") || a - b);
  const places = placesInFile(wishes);
  const sorted = distinct(order.map((index) => ({ path: wishes[index]?.id ?? "", salt: `${wishes[index]?.file}\n${places[index]}` })));
  const ids: string[] = [];
  for (const [at, index] of order.entries()) ids[index] = sorted[at] ?? "";
  return ids;
}

/** For each article, how many of its file stand before it. */
function placesInFile(wishes: readonly { readonly file: string }[]): number[] {
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
