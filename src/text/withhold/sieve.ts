/** Which of very many needles may be in a text, found in one pass (a rolling hash, after Rabin and Karp). May import: text/withhold. */
import type { Needle } from "./find.ts";

/** Letters that are hashed together: a shorter needle is always tried. */
const span = 16;
const base = 65_599;

/** @returns from a text's letters to the needles that may be in it */
export function sieveOf<N extends Needle>(needles: readonly N[]): (letters: string) => readonly N[] {
  const short = needles.filter(({ letters }) => letters.length < span);
  const byHash = new Map<number, N[]>();
  for (const needle of needles) {
    if (needle.letters.length < span) continue;
    const hash = hashOf(needle.letters);
    const known = byHash.get(hash);
    if (known === undefined) byHash.set(hash, [needle]);
    else known.push(needle);
  }
  let first = 1;
  for (let index = 1; index < span; index += 1) first = Math.imul(first, base);
  return (letters) => {
    if (byHash.size === 0 || letters.length < span) return short;
    const found = new Set<N>(short);
    let hash = hashOf(letters);
    for (let end = span; ; end += 1) {
      for (const needle of byHash.get(hash) ?? []) found.add(needle);
      if (end >= letters.length) return [...found];
      hash = (Math.imul(hash - Math.imul(letters.charCodeAt(end - span), first), base) + letters.charCodeAt(end)) | 0;
    }
  };
}

/** Of the first letters. */
function hashOf(letters: string): number {
  let hash = 0;
  for (let index = 0; index < span; index += 1) hash = (Math.imul(hash, base) + letters.charCodeAt(index)) | 0;
  return hash;
}
