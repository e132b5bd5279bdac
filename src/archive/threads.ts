/** Stories: articles that name each other, directly or through others. May import: model, text. */
import type { LinkedCard, Thread } from "../model/archive.ts";
import { dayNumber, partsOf } from "../text/civil-date.ts";
import { groupedBy } from "../text/grouped.ts";

/** Two that name each other say so on their own pages. */
const fewest = 3;

/** Where everything hangs together, a story is what is closest in time, and holds no more than somebody reads. */
export const longestThread = 60;

/**
 * Joins the ends of every link, those closest in time first, as long as a story has at most `longestThread` articles; so a long chain falls apart
 * where nothing was written for longest, and the result depends on no order but that of the archive.
 *
 * @param articles in the order of the archive
 * @param namedBy from an article's id to those that name it
 * @returns stories in the order of their first articles
 */
export function threadsOf(articles: readonly LinkedCard[], namedBy: ReadonlyMap<string, readonly string[]>): Thread[] {
  const places = new Map(articles.map(({ id }, place) => [id, place]));
  const days = articles.map(({ date }) => dayAt(date));
  const links = [...namedBy].flatMap(([id, by]) => by.map((other) => linkBetween(places.get(id) ?? 0, places.get(other) ?? 0, days)));
  links.sort((a, b) => a.apart - b.apart || a.first - b.first || a.second - b.second);
  const above = articles.map((_, place) => place);
  const sizes = articles.map(() => 1);
  for (const { first, second } of links) join(top(first, above), top(second, above), above, sizes);
  const stories = groupedBy(articles, ({ id }) => {
    const root = top(places.get(id) ?? 0, above);
    return (sizes[root] ?? 0) < fewest ? null : root;
  });
  return [...stories.values()].map((own) => ({ articles: own }));
}

interface Link {
  readonly first: number;
  readonly second: number;
  /** In days. Those of which no day is known come last, and before those of which nothing is. */
  readonly apart: number;
}

function linkBetween(a: number, b: number, days: readonly (number | null)[]): Link {
  const [one, other] = [days[a] ?? null, days[b] ?? null];
  return { first: Math.min(a, b), second: Math.max(a, b), apart: one === null || other === null ? Number.MAX_SAFE_INTEGER : Math.abs(one - other) };
}

function dayAt(date: string | null): number | null {
  const parts = date === null ? null : partsOf(date);
  return parts === null ? null : dayNumber(parts.year, parts.month ?? 1, parts.day ?? 1);
}

function join(one: number, other: number, above: number[], sizes: number[]): void {
  const size = (sizes[one] ?? 1) + (sizes[other] ?? 1);
  if (one === other || size > longestThread) return;
  above[Math.max(one, other)] = Math.min(one, other);
  sizes[Math.min(one, other)] = size;
}

/** The first article of a story so far, the way to it shortened for the next one who asks. */
function top(place: number, above: number[]): number {
  let at = place;
  for (let next = above[at]; next !== undefined && next !== at; next = above[at]) {
    above[at] = above[next] ?? next;
    at = next;
  }
  return at;
}
