/**
 * The index as it is published, and what has changed → the index as it would be if it were made anew. At 100,000 articles, making it takes most of a minute and a
 * gigabyte; an edited article is in some hundred of its seven thousand files. May import: model, search.
 */
import type { SearchWords } from "../model/search.ts";
import type { SearchRoot } from "./files.ts";
import { editsOf, Lost } from "./list-edits.ts";
import { mendPairs } from "./mend-pairs.ts";
import { mendWords } from "./mend-words.ts";
import type { Renumbering } from "./renumber.ts";
import type { WordIndex } from "./write-index.ts";

/** A published index. */
export interface IndexBefore {
  readonly root: SearchRoot;
  /** What one of its files holds, by name; null where it is not as it was published. */
  readonly content: (name: string) => string | null;
  /** The words of an article, by its number; null where they are not to be had. */
  readonly words: (article: number) => SearchWords | null;
}

/** Beyond a quarter of the articles, making it anew is no slower. */
const mostChanged = 0.25;

/**
 * Mends an index.
 *
 * @param words the words of an article as it is now, by its number now
 * @returns the very files that `openIndexWriter` would make, those that stay as they are marked; null where it has to make them
 */
export function mendIndex(before: IndexBefore, moved: Renumbering, words: (article: number) => SearchWords): WordIndex | null {
  const { changed, gone, come, now } = moved;
  if (before.root.words === "" || changed.length + gone.length + come.length > mostChanged * now.length) return null;
  try {
    const edits = editsOf(before.words, moved, words);
    const pairs = mendPairs(before.root, before.content, moved, edits.pairs);
    return pairs === null ? null : { ...mendWords(before.root, before.content, moved, edits.words), ...pairs };
  } catch (error) {
    if (error instanceof Lost) return null;
    throw error;
  }
}
