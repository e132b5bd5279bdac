/** What a search knows of an article, and of all of them. May import: nothing. */

/**
 * The words of an article, each once, by how much they say of it: those of the headline; then the strong, the middle and the weak ones. Words of a field
 * have its sign before them (`a:finch`). Each list is in one string, with spaces between.
 */
export type WeighedWords = readonly [headline: string, strong: string, middle: string, weak: string];

export interface SearchWords {
  readonly words: WeighedWords;
  /** Drawers of the pairs of words that stand side by side, coded (`search/coding.ts`, growing). */
  readonly pairs: string;
}

/** Of an article that nobody is to find. */
export const noWords: SearchWords = { words: ["", "", "", ""], pairs: "" };
