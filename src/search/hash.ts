/** Numbers that stand for words: to find the drawer that a word lies in. Not for secrets. For builds and for browsers. May import: nothing. */

/** FNV-1a with 32 bits, over UTF-16 code units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** How many drawers there are for pairs of words. */
export const pairDrawers = 1 << 16;

/** The drawer of a word and the next one, by the hashes of both. */
export function pairDrawer(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ second;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % pairDrawers;
}
