/** Things put together by what they have in common. May import: nothing. */

/**
 * From each key to the items that have it, keys in the order in which they come up, items in their own.
 *
 * @param keyOf an item: null for one that belongs nowhere
 */
export function groupedBy<T, Key extends string | number>(items: Iterable<T>, keyOf: (item: T) => Key | null): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
