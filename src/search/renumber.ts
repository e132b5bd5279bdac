/** Articles in their order, before and now → which is which. May import: nothing. */

export interface Renumbering {
  /** From the number that an article had to the one that it has now; -1 for one that is gone. One that has changed where it stood keeps its place. */
  readonly now: Int32Array;
  /** Whether an article that is still there has another number. */
  readonly isShifted: boolean;
  /** Articles that say something else than before. */
  readonly changed: readonly { readonly before: number; readonly now: number }[];
  /** Numbers before, of those that are gone. */
  readonly gone: readonly number[];
  /** Numbers now, of those that are new. */
  readonly come: readonly number[];
}

/** Each list has a key for each article: the same key, the same article. */
export function renumber(before: readonly string[], now: readonly string[]): Renumbering {
  const kept = new Int32Array(before.length).fill(-1);
  for (const [old, number] of inOrder(before, now)) kept[old] = number;
  const changed: { before: number; now: number }[] = [];
  const gone: number[] = [];
  const come: number[] = [];
  // Between two that stayed, those that went and those that came are taken for the same, one by one.
  let next = 0;
  let missing: number[] = [];
  const settle = (end: number) => {
    for (; next < end; next += 1) {
      const old = missing.shift();
      if (old === undefined) come.push(next);
      else {
        kept[old] = next;
        changed.push({ before: old, now: next });
      }
    }
    gone.push(...missing);
    missing = [];
  };
  for (let old = 0; old < before.length; old += 1) {
    const number = kept[old] as number;
    if (number === -1) missing.push(old);
    else {
      settle(number);
      next = number + 1;
    }
  }
  settle(now.length);
  return { now: kept, isShifted: kept.some((number, old) => number !== -1 && number !== old), changed, gone, come };
}

/** As many articles as can be found in both lists in the same order: their numbers before and now. */
function inOrder(before: readonly string[], now: readonly string[]): (readonly [before: number, now: number])[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const places = new Map<string, number[]>();
  for (let old = before.length - end - 1; old >= start; old -= 1) {
    const key = before[old] as string;
    const same = places.get(key);
    if (same === undefined) places.set(key, [old]);
    else same.push(old);
  }
  const found: (readonly [number, number])[] = [];
  for (let number = start; number < now.length - end; number += 1) {
    const old = places.get(now[number] as string)?.pop();
    if (old !== undefined) found.push([old, number]);
  }
  const pairs: (readonly [number, number])[] = [];
  for (let number = 0; number < start; number += 1) pairs.push([number, number]);
  for (const each of longestGrowing(found)) pairs.push(each);
  for (let back = end; back > 0; back -= 1) pairs.push([before.length - back, now.length - back]);
  return pairs;
}

/** The longest of the rows within these pairs whose first numbers grow (patience sorting). */
function longestGrowing(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  /** By length of a row, less one: the pair that ends the best row of that length; and for each pair, the one before it. */
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, [first]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as readonly [number, number])[0] < first) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = ends[low - 1] as number;
    ends[low] = index;
  }
  const row: (readonly [number, number])[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] as number) row.push(pairs[at] as readonly [number, number]);
  return row.reverse();
}
