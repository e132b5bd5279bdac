/** Published drawers of words, and what has changed → the drawers as they are now. May import: search. */
import { closesBefore, drawerName, type RenamedDrawers, renamedDrawers } from "./drawers.ts";
import { type SearchRoot, wordsName } from "./files.ts";
import { edited, have, type WordEdits } from "./list-edits.ts";
import type { Renumbering } from "./renumber.ts";
import { byUnits, type IndexFile, levels, type WordIndex, wordSize } from "./write-index.ts";

interface Line {
  readonly word: string;
  /** As it is printed. */
  readonly text: string;
}

/** A drawer of words, old or new. */
interface Drawer {
  readonly firstWord: string;
  /** The lines; null where they are those of the published file of that first word. */
  readonly lines: readonly Line[] | null;
}

/**
 * @param contentOf what a published file holds, by name; null where it is not as it was published
 * @throws `Lost`; the text of a file that is marked as before, too, where it is asked for
 */
export function mendWords(
  root: SearchRoot,
  contentOf: (name: string) => string | null,
  moved: Renumbering,
  edits: ReadonlyMap<string, WordEdits>,
): Pick<WordIndex, "words" | "firstWords" | "renamed"> {
  const firstBefore = root.words.split(" ");
  const renamedBefore: RenamedDrawers = new Map(root.renamed);
  const content = (firstWord: string) => have(contentOf(wordsName(drawerName(firstWord, renamedBefore))));
  const drawers = mendDrawers(firstBefore, moved.isShifted, edits.keys(), (place, own) => mendLines(content(firstBefore[place] as string), moved, own, edits));
  const firstWords = drawers.map(({ firstWord }) => firstWord);
  const renamed = renamedDrawers(firstWords);
  const words = drawers.map(({ firstWord, lines }): IndexFile => {
    const name = drawerName(firstWord, renamed);
    if (lines !== null) return { name, text: () => lines.map(({ text }) => text).join("\n") };
    if (name === drawerName(firstWord, renamedBefore)) return { name, text: null };
    // The same lines, under another name.
    const same = content(firstWord);
    return { name, text: () => same };
  });
  return { words, firstWords, renamed };
}

/**
 * Where drawers begin now, with the lines of those that may have changed. A border is told by the word and by how full the drawer before it is (`drawers.ts`), so
 * from a drawer that changes one has to go on until a border stands where one stood.
 *
 * @param linesOf the lines of a published drawer, by its place, after the edits of these words
 */
function mendDrawers(
  firstWords: readonly string[],
  isAll: boolean,
  words: Iterable<string>,
  linesOf: (place: number, words: readonly string[]) => readonly Line[],
): Drawer[] {
  const touched = touchedBy(firstWords, words);
  const drawers: Drawer[] = [];
  for (let place = 0; place < firstWords.length; ) {
    if (!isAll && !touched.has(place)) {
      drawers.push({ firstWord: firstWords[place] as string, lines: null });
      place += 1;
    } else place = cutFrom(place, firstWords.length, (at) => linesOf(at, touched.get(at) ?? []), drawers);
  }
  return drawers;
}

/** The drawers that have to be looked at, each with the words that have changed in it. */
function touchedBy(firstWords: readonly string[], words: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const touched = new Map<number, string[]>();
  const touch = (place: number): string[] => {
    const own = touched.get(place) ?? [];
    touched.set(place, own);
    return own;
  };
  for (const word of words) {
    const place = placeOf(firstWords, word);
    touch(place).push(word);
    // Whether a drawer begins here is for the one before to say.
    if (word === firstWords[place] && place > 0) touch(place - 1);
  }
  return touched;
}

/** Cuts lines into drawers anew, from a published drawer on, until one begins where a published one does. Returns the place of that; the end where none does. */
function cutFrom(place: number, end: number, linesAt: (place: number) => readonly Line[], drawers: Drawer[]): number {
  let drawer: Line[] = [];
  let size = 0;
  const close = () => {
    const [first] = drawer;
    if (first !== undefined) drawers.push({ firstWord: first.word, lines: drawer });
    drawer = [];
    size = 0;
  };
  let at = place;
  for (let lines = linesAt(at); ; lines = linesAt(at)) {
    const [first] = lines;
    const isBorder = at > place && first !== undefined && (drawer.length === 0 || closesBefore(size, first.word, sizeOf(first)));
    if (isBorder) break;
    for (const line of lines) {
      const own = sizeOf(line);
      if (closesBefore(size, line.word, own)) close();
      drawer.push(line);
      size += own;
    }
    at += 1;
    if (at === end) break;
  }
  close();
  return at;
}

/** The drawer that a word is in, or would be. */
function placeOf(firstWords: readonly string[], word: string): number {
  let [low, high] = [0, firstWords.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byUnits(firstWords[middle] as string, word) <= 0) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function sizeOf({ word, text }: Line): number {
  return wordSize(word, text.slice(word.length + 1).replaceAll(" ", "").length);
}

function mendLines(content: string, moved: Renumbering, words: readonly string[], edits: ReadonlyMap<string, WordEdits>): readonly Line[] {
  const wanted = new Set(words);
  const lines: Line[] = [];
  for (const text of content.split("\n")) {
    const word = text.slice(0, text.indexOf("\t"));
    const isEdited = wanted.delete(word);
    if (!isEdited && !moved.isShifted) lines.push({ word, text });
    else {
      const line = lineOf(word, text.slice(word.length + 1).split(" "), moved, isEdited ? edits.get(word) : undefined);
      if (line !== null) lines.push(line);
    }
  }
  const fresh = [...wanted].flatMap((word) => lineOf(word, [], moved, edits.get(word)) ?? []);
  return fresh.length === 0 ? lines : [...lines, ...fresh].sort((a, b) => byUnits(a.word, b.word));
}

/** Null where no article has the word. */
function lineOf(word: string, lists: readonly string[], moved: Renumbering, own: WordEdits | undefined): Line | null {
  const text = Array.from({ length: levels }, (_, level) => edited(lists[level] ?? "", moved, own?.[level]))
    .join(" ")
    .trimEnd();
  return text === "" ? null : { word, text: `${word}\t${text}` };
}
