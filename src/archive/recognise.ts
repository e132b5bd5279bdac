/** Which article of today is which of the register: an edit of headline, date or file name is the same article. May import: model, text. */

import type { Registered } from "../model/register.ts";
import { groupedBy } from "../text/grouped.ts";

/** What the register knows an article by. */
export type Known = Omit<Registered, "id" | "isGone">;

/**
 * Recognises articles, the surest signs first: the same wish in the same file; the very bytes, wherever they are now; the same source address in
 * its file; its place in its file; and at last the source address anywhere, and the same wish where the old file is gone.
 *
 * @param articles of today
 * @param register of the builds before
 * @param present whether a seed is still in the folder, published or not
 * @returns for each article its entry, or null for a new one; no entry twice
 */
export function recognise(articles: readonly Known[], register: readonly Registered[], present: (file: string) => boolean): (Registered | null)[] {
  const found: (Registered | null)[] = articles.map(() => null);
  const taken = new Set<Registered>();
  const inOrder = [...register].sort((a, b) => a.part - b.part);
  const match = (keyOf: (each: Known) => string | null, entries: readonly Registered[] = inOrder) => {
    const left = entries.filter((entry) => !taken.has(entry));
    if (left.length === 0) return;
    const byKey = groupedBy(left, keyOf);
    for (const [index, article] of articles.entries()) {
      const key = found[index] === null ? keyOf(article) : null;
      const entry = key === null ? undefined : byKey.get(key)?.shift();
      if (entry === undefined) continue;
      found[index] = entry;
      taken.add(entry);
    }
  };
  match(({ file, wish }) => `${file}\n${wish}`);
  match(({ digest, part }) => `${digest}\n${part}`);
  match(({ file, sourceUrl }) => (sourceUrl === null ? null : `${file}\n${sourceUrl}`));
  const live = inOrder.filter((entry) => !taken.has(entry) && !entry.isGone);
  for (const [index, entry] of sameNumberLeft(articles, found, live)) {
    found[index] = entry;
    taken.add(entry);
  }
  match(({ sourceUrl }) => sourceUrl);
  match(
    ({ wish }) => wish,
    inOrder.filter(({ file }) => !present(file)),
  );
  return found;
}

/** In a file that has as many articles left over as the register has entries for it, they belong together in their order. */
function sameNumberLeft(articles: readonly Known[], found: readonly (Registered | null)[], entries: readonly Registered[]): [number, Registered][] {
  const indexes = groupedBy(
    articles.flatMap(({ file }, index) => (found[index] === null ? [{ file, index }] : [])),
    ({ file }) => file,
  );
  const left = groupedBy(entries, ({ file }) => file);
  return [...indexes].flatMap(([file, here]) => {
    const there = left.get(file) ?? [];
    return there.length === here.length ? here.map(({ index }, place): [number, Registered] => [index, there[place] as Registered]) : [];
  });
}
