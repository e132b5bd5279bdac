/** Words of all articles → the index: which article has which word. May import: model, search. */
import type { SearchWords } from "../model/search.ts";
import { decodeGrowing } from "./coding.ts";
import { cutDrawers, drawerName, pairFiles, type RenamedDrawers, renamedDrawers } from "./drawers.ts";
import { pairDrawers } from "./hash.ts";
import { openPostings, type Postings } from "./postings.ts";

/** A file of the index, as it is when it is asked for. */
export interface IndexFile {
  readonly name: string;
  /** Null where it is known to be what it was when it was published last. */
  readonly text: (() => string) | null;
}

export interface WordIndex {
  /** Lines of a word, a tab, and its lists by level with spaces between; a list is of articles' numbers. In the order of words, by UTF-16. */
  readonly words: readonly IndexFile[];
  /** The word with which each of these files begins. */
  readonly firstWords: readonly string[];
  /** Of those, the ones whose file has not the name that the word gives it (`drawers.ts`). */
  readonly renamed: RenamedDrawers;
  /** Lines of a drawer, counted from the first of the file, a tab, and its list. */
  readonly pairs: readonly IndexFile[];
  /** How large all of these are together: how many files there are comes of it. */
  readonly pairSigns: number;
}

/** What the line of a word takes, where its lists have so many signs together. */
export function wordSize(word: string, signs: number): number {
  return word.length + levels + 1 + signs;
}

/** What the line of a pair takes, in the sum that tells how many files there are. */
export function pairSize(signs: number): number {
  return signs + 3;
}

export interface IndexWriter {
  /** Articles come in the order of their numbers, from 0. */
  add(words: SearchWords): void;
  finish(): WordIndex;
}

/** How much a word can say of an article: `WeighedWords` has a list for each. */
export const levels = 4;

/**
 * Everything stays in memory in its coded form: some 60 MB at 100,000 articles.
 */
export function openIndexWriter(): IndexWriter {
  const postings = openPostings();
  const wordIds = new Map<string, number>();
  /** From word and level to its list, plus one; 0 for none. */
  let listOf = new Int32Array(levels * 4096);
  const pairLists = new Int32Array(pairDrawers);
  let article = 0;
  const listFor = (word: string, level: number): number => {
    let id = wordIds.get(word);
    if (id === undefined) {
      id = wordIds.size;
      // A word cut out of a list would keep the whole list in memory; one that JSON has seen is its own.
      wordIds.set(JSON.parse(JSON.stringify(word)) as string, id);
      if ((id + 1) * levels > listOf.length) {
        const larger = new Int32Array(listOf.length * 2);
        larger.set(listOf);
        listOf = larger;
      }
    }
    const place = id * levels + level;
    if (listOf[place] === 0) listOf[place] = postings.open() + 1;
    return (listOf[place] as number) - 1;
  };
  return {
    add: ({ words, pairs }) => {
      for (const [level, list] of words.entries()) if (list !== "") for (const word of list.split(" ")) postings.add(listFor(word, level), article);
      for (const drawer of decodeGrowing(pairs)) {
        if (pairLists[drawer] === 0) pairLists[drawer] = postings.open() + 1;
        postings.add((pairLists[drawer] as number) - 1, article);
      }
      article += 1;
    },
    finish: () => {
      const listsOf = (word: string) => {
        const first = (wordIds.get(word) as number) * levels;
        return listOf.subarray(first, first + levels);
      };
      return { ...wordFiles([...wordIds.keys()].sort(byUnits), listsOf, postings), ...filesOfPairs(pairLists, postings) };
    },
  };
}

/** @param listsOf a word's lists by level, each plus one; 0 for none */
function wordFiles(sorted: readonly string[], listsOf: (word: string) => Int32Array, postings: Postings): Pick<WordIndex, "words" | "firstWords" | "renamed"> {
  const sizeOf = (word: string) =>
    wordSize(
      word,
      listsOf(word).reduce((sum, list) => sum + (list === 0 ? 0 : postings.size(list - 1)), 0),
    );
  const lineOf = (word: string) =>
    `${word}\t${Array.from(listsOf(word), (list) => (list === 0 ? "" : postings.text(list - 1)))
      .join(" ")
      .trimEnd()}`;
  const starts = cutDrawers(sorted, sizeOf);
  const firstWords = starts.map((start) => sorted[start] as string);
  const renamed = renamedDrawers(firstWords);
  const words = starts.map((start, index) => ({
    name: drawerName(firstWords[index] as string, renamed),
    text: () =>
      sorted
        .slice(start, starts[index + 1])
        .map(lineOf)
        .join("\n"),
  }));
  return { words, firstWords, renamed };
}

/** The order of words: by their UTF-16 units. */
export function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function filesOfPairs(lists: Int32Array, postings: Postings): Pick<WordIndex, "pairs" | "pairSigns"> {
  let pairSigns = 0;
  for (const list of lists) if (list > 0) pairSigns += pairSize(postings.size(list - 1));
  const files = pairFiles(pairSigns);
  const each = pairDrawers / files;
  const pairs = Array.from({ length: files }, (_, file) => ({
    name: file.toString(16),
    text: () => {
      const lines: string[] = [];
      for (let drawer = file * each; drawer < (file + 1) * each; drawer += 1) {
        const list = lists[drawer] as number;
        if (list > 0) lines.push(`${(drawer - file * each).toString(36)}\t${postings.text(list - 1)}`);
      }
      return lines.join("\n");
    },
  }));
  return { pairs, pairSigns };
}
