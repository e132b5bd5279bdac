/** A misspelt word → the right one. May import: nothing. */
import { distance } from "fastest-levenshtein";

/** What was meant by a word that is not in the list; null where nothing is near. */
export function didYouMean(word: string, known: readonly string[]): string | null {
  const near = known
    .map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.each < b.each ? -1 : 1))[0];
  return near !== undefined && near.far <= Math.max(2, Math.floor(near.each.length / 3)) ? near.each : null;
}
