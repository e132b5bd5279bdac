/** No two articles at one address. May import: model, text. */
import { sha256 } from "../text/digest.ts";

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
  const taken = new Set<string>();
  const ids: string[] = wishes.map(({ id }) => id);
  const places = placesInFile(wishes);
  // First all that get what they wish, so that a suffix never takes another's plain address.
  const late: number[] = [];
  for (const index of order) {
    const key = keyOf(ids[index] ?? "");
    if (taken.has(key)) late.push(index);
    else taken.add(key);
  }
  for (const index of late) {
    const { file = "", id = "" } = wishes[index] ?? {};
    const digest = sha256(`${file}\n${places[index]}`);
    let length = 6;
    while (taken.has(keyOf(`${id}-${digest.slice(0, length)}`))) length += 1;
    ids[index] = `${id}-${digest.slice(0, length)}`;
    taken.add(keyOf(ids[index] ?? ""));
  }
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

function keyOf(id: string): string {
  return id.normalize("NFC").toLowerCase().normalize("NFC");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
