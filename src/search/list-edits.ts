/** What has changed of articles → what changes of the index's lists. May import: model, search. */
import { noWords, type SearchWords } from "../model/search.ts";
import { decodeGrowing, encodeGrowing } from "./coding.ts";
import type { Renumbering } from "./renumber.ts";
import { levels } from "./write-index.ts";

/** Something of the published index is not there any more, and it cannot be mended. */
export class Lost extends Error {}

/** @throws `Lost` */
export function have<T>(value: T | null): T {
  if (value === null) throw new Lost();
  return value;
}

/** What becomes of a list, in numbers as they are now. One without any has to be renumbered all the same. */
export interface ListEdit {
  readonly drop: number[];
  readonly add: number[];
}

/** By level. */
export type WordEdits = ListEdit[];

export interface Edits {
  readonly words: ReadonlyMap<string, WordEdits>;
  readonly pairs: ReadonlyMap<number, ListEdit>;
}

/**
 * @param wordsBefore the words of an article, by its number before
 * @param words those of an article as it is now, by its number now
 */
export function editsOf(
  wordsBefore: (article: number) => SearchWords | null,
  { changed, gone, come }: Renumbering,
  words: (article: number) => SearchWords,
): Edits {
  const ofWords = new Map<string, WordEdits>();
  const ofPairs = new Map<number, ListEdit>();
  const wordEdit = (word: string, level: number): ListEdit => {
    const own = ofWords.get(word) ?? Array.from({ length: levels }, (): ListEdit => ({ drop: [], add: [] }));
    ofWords.set(word, own);
    return own[level] as ListEdit;
  };
  const pairEdit = (drawer: number): ListEdit => {
    const own = ofPairs.get(drawer) ?? { drop: [], add: [] };
    ofPairs.set(drawer, own);
    return own;
  };
  const compare = (old: SearchWords, fresh: SearchWords, number: number) => {
    const [levelBefore, levelNow] = [levelsOf(old), levelsOf(fresh)];
    for (const [word, level] of levelBefore) if (levelNow.get(word) !== level) wordEdit(word, level).drop.push(number);
    for (const [word, level] of levelNow) if (levelBefore.get(word) !== level) wordEdit(word, level).add.push(number);
    const [pairsBefore, pairsNow] = [new Set(decodeGrowing(old.pairs)), new Set(decodeGrowing(fresh.pairs))];
    for (const drawer of pairsBefore) if (!pairsNow.has(drawer)) pairEdit(drawer).drop.push(number);
    for (const drawer of pairsNow) if (!pairsBefore.has(drawer)) pairEdit(drawer).add.push(number);
  };
  for (const { before: old, now } of changed) compare(have(wordsBefore(old)), words(now), now);
  for (const number of come) compare(noWords, words(number), number);
  // Renumbering takes these out of their lists, wherever it looks.
  for (const number of gone) {
    const old = have(wordsBefore(number));
    for (const [word, level] of levelsOf(old)) wordEdit(word, level);
    for (const drawer of decodeGrowing(old.pairs)) pairEdit(drawer);
  }
  return { words: ofWords, pairs: ofPairs };
}

function levelsOf({ words }: SearchWords): Map<string, number> {
  const found = new Map<string, number>();
  for (const [level, list] of words.entries()) if (list !== "") for (const word of list.split(" ")) found.set(word, level);
  return found;
}

/** A coded list after an edit, and after articles have got other numbers. */
export function edited(list: string, { now }: Renumbering, edit: ListEdit | undefined): string {
  const { drop = [], add = [] } = edit ?? {};
  const dropped = new Set(drop);
  const numbers: number[] = [];
  for (const old of decodeGrowing(list)) {
    const number = now[old];
    if (number === undefined) throw new Lost();
    if (number !== -1 && !dropped.has(number)) numbers.push(number);
  }
  return encodeGrowing(add.length === 0 ? numbers : [...numbers, ...add].sort((a, b) => a - b));
}
