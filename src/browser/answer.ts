/** A request → its results on the page. May import: search, browser. */

import type { SearchText } from "../search/files.ts";
import { find } from "../search/find.ts";
import { IndexUnfit, type Library } from "../search/library.ts";
import { meets } from "../search/passages.ts";
import { type Clause, parseQuery } from "../search/query.ts";
import type { Request } from "./request.ts";
import { type Labels, printNumber, resultItem } from "./show.ts";

/** Results that are shown at a time. */
const page = 10;

/** What of the page is written to. */
export interface Parts {
  readonly list: HTMLOListElement;
  readonly more: HTMLButtonElement;
  readonly labels: Labels;
  /** The folder of the archive. */
  readonly home: URL;
  readonly say: (text: string) => void;
}

/**
 * Shows the best results, each as soon as its text is there, and says how many there are.
 *
 * @param isCurrent whether the reader still waits for this
 * @returns the articles that were found; null where nobody waits any more
 */
export async function answer(request: Request, library: Library, parts: Parts, isCurrent: () => boolean): Promise<Uint32Array | null> {
  const { list, more, labels, home, say } = parts;
  const clauses = parseQuery(request.query);
  const { articles, isRough, tooShort } = await find(library, clauses, request, request.order);
  if (!isCurrent()) return null;
  const texts = textsOf(articles, library, clauses);
  let done = 0;
  let refused = 0;
  /** Shows the next results, below those that are there or in their place. Returns the first of them. */
  const show = async (isMore: boolean): Promise<HTMLElement | null> => {
    const items: HTMLElement[] = [];
    while (items.length < page && done < articles.length) {
      const { value: text } = await texts.next();
      if (!isCurrent()) return null;
      done += 1;
      if (text === undefined) refused += 1;
      else {
        const item = resultItem(text, clauses, home, labels);
        if (!isMore && items.length === 0) list.replaceChildren();
        list.append(item);
        items.push(item);
      }
    }
    more.hidden = done >= articles.length;
    const isCertain = !isRough || done >= articles.length;
    say(summary(articles.length - refused, isCertain, tooShort, labels));
    return items[0] ?? null;
  };
  more.onclick = async () => {
    more.disabled = true;
    try {
      (await show(true))?.querySelector("a")?.focus();
    } catch (error) {
      say(failure(error, labels));
    }
    more.disabled = false;
  };
  await show(false);
  if (!isCurrent()) return null;
  return articles.length === refused ? articles.subarray(0, 0) : articles;
}

/** Texts in the order of the articles, each as soon as it is there; undefined for one that does not meet a phrase. As many are loaded at a time as are shown. */
async function* textsOf(articles: Uint32Array, library: Library, clauses: readonly Clause[]): AsyncGenerator<SearchText | undefined, undefined> {
  for (let at = 0; at < articles.length; at += page) {
    const coming = Array.from(articles.subarray(at, at + page), (article) => library.text(article));
    // Each is waited for in turn; whoever waits hears of what is wrong with it.
    for (const text of coming) text.catch(() => {});
    for (const text of coming) {
      const own = await text;
      yield meets(own, clauses) ? own : undefined;
    }
  }
}

function summary(count: number, isCertain: boolean, tooShort: readonly string[], labels: Labels): string {
  const short = tooShort.length === 0 ? "" : ` ${labels.short.replace("{words}", tooShort.map((word) => `${word}*`).join(", "))}`;
  const found = isCertain ? labels.found : labels.most;
  return (count === 0 ? labels.none : found.replace("{n}", printNumber(count, labels.numbers))) + short;
}

/** What to say where a search could not be finished. */
export function failure(error: unknown, labels: Labels): string {
  return `${error instanceof IndexUnfit ? labels.unfit : labels.failed} ${error instanceof Error ? error.message : String(error)}`;
}
