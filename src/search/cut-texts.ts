/** How the texts of articles are put into files, from which a page of results takes what it shows. For builds and for browsers. May import: search/hash. */
import { hashOf } from "./hash.ts";

/** A file holds at most so many articles, and so many words beyond the first article. */
const mostArticles = 6;
const mostWords = 2500;

/**
 * Where files begin: numbers of articles. Told by the articles around it alone, so that one more or less moves the next borders and no others.
 *
 * @param articles in the order of their numbers
 */
export function cutTexts(articles: readonly { readonly id: string; readonly wordCount: number }[]): number[] {
  const starts: number[] = [];
  let count = 0;
  let words = 0;
  let isClosed = true;
  for (const [number, { id, wordCount }] of articles.entries()) {
    if (isClosed || count === mostArticles || words + wordCount > mostWords) {
      starts.push(number);
      count = 0;
      words = 0;
    }
    count += 1;
    words += wordCount;
    isClosed = count > 1 && hashOf(id) % 3 === 0;
  }
  return starts;
}

/**
 * Names of the files, in order.
 *
 * @param dayOf the day of an article by its number, as precise as it is known; empty for none
 */
export function textFileNames(starts: readonly number[], dayOf: (article: number) => string): string[] {
  let before: string | null = null;
  let count = 0;
  return starts.map((start) => {
    const day = dayOf(start);
    count = day === before ? count + 1 : 1;
    before = day;
    return textFileName(day, count);
  });
}

/** The name of one of them: the 10th of a year is not its October. @param day of its first article; empty for none. @param count which file it is that begins on that day, from 1 */
export function textFileName(day: string, count: number): string {
  return `${day || "undated"}${count === 1 ? "" : `_${count}`}`;
}
