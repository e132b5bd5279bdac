/** How the index is cut into files. For builds and for browsers. May import: search/hash. */
import { hashOf } from "./hash.ts";

/** A drawer of words is closed at about twice the first, and never grows beyond the second, but for a word that is larger alone. In signs. */
const smallest = 10 * 1024;
const largest = 32 * 1024;

/**
 * Where drawers begin: an index into the words for each. Whether one begins is told by the word alone, and by how full the drawer is: so a word more or less moves
 * the next borders and no others.
 *
 * @param words in order
 * @param sizeOf a word: the signs that its line takes
 */
export function cutDrawers(words: readonly string[], sizeOf: (word: string) => number): number[] {
  const starts: number[] = [];
  let size = 0;
  for (const [index, word] of words.entries()) {
    const own = sizeOf(word);
    if (index === 0 || closesBefore(size, word, own)) {
      starts.push(index);
      size = 0;
    }
    size += own;
  }
  return starts;
}

/** Whether a drawer of so many signs is full before a word that takes `own` signs. */
export function closesBefore(size: number, word: string, own: number): boolean {
  return size + own > largest || (size >= smallest && hashOf(word) % smallest < own);
}

/** Drawers whose name another one has before them: their first words, and the names that they have instead. Hardly any index has one. */
export type RenamedDrawers = ReadonlyMap<string, string>;

/** The name of the drawer that begins with a word: short, and fit for any disk. */
export function drawerName(firstWord: string, renamed: RenamedDrawers): string {
  return renamed.get(firstWord) ?? hashOf(firstWord).toString(36);
}

export function renamedDrawers(firstWords: readonly string[]): RenamedDrawers {
  const taken = new Set<string>();
  const renamed = new Map<string, string>();
  for (const word of firstWords) {
    const name = drawerName(word, renamed);
    let own = name;
    for (let count = 2; taken.has(own); count += 1) own = `${name}-${count}`;
    taken.add(own);
    if (own !== name) renamed.set(word, own);
  }
  return renamed;
}

/** How many files the drawers of pairs are put into: a power of two. @param size signs of all of them */
export function pairFiles(size: number): number {
  let files = 1;
  while (files < 4096 && size / files > 24 * 1024) files *= 2;
  return files;
}
