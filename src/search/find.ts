/** Which articles meet a query, the best first. For builds and for browsers. May import: search. */
import { isWithin } from "./dates.ts";
import { fieldSigns } from "./fields.ts";
import type { FacetKind } from "./files.ts";
import { endingsApart } from "./forms.ts";
import { hashOf, pairDrawer } from "./hash.ts";
import type { Levels, Library } from "./library.ts";
import { type Clause, type SoughtWord, seeksForms } from "./query.ts";

/** What else an article has to be. */
export interface Filters {
  /** Days, months or years: `2021`, `2021-09`, `2021-09-15`; null for no border. */
  readonly from: string | null;
  readonly to: string | null;
  /** Values, one of which it has to have. */
  readonly facets: Readonly<Partial<Record<FacetKind, readonly string[]>>>;
}

export type Order = "relevance" | "newest" | "oldest";

export interface Found {
  /** Numbers of the articles, in the order asked for. */
  readonly articles: readonly number[];
  /** Whether some may be among them that do not meet a phrase, which only their text can tell (`meets` in `passages.ts`). */
  readonly isRough: boolean;
  /** Words whose beginning was too short to look for everything that begins so. */
  readonly tooShort: readonly string[];
}

/** What a word says by its level: in the headline; strong, middle, weak. */
const weights = [6, 2.2, 1.5, 1];
/** Of another form of the word, such a part of it. */
const otherForm = 0.6;
/** Files that the words of one beginning may be in. */
const mostFiles = 8;
/** Files that the other forms of a word may be in. */
const mostFormFiles = 3;

export async function find(library: Library, clauses: readonly Clause[], filters: Filters, order: Order): Promise<Found> {
  const tooShort: string[] = [];
  const wanted = clauses.filter(({ isNot }) => !isNot);
  const unwanted = clauses.filter((clause) => clause.isNot && !isRough(clause));
  const [scores, against, allowed] = await Promise.all([
    Promise.all(wanted.map((clause) => scoresOf(clause, library, tooShort))),
    Promise.all(unwanted.map((clause) => scoresOf(clause, library, tooShort))),
    Promise.all(Object.entries(filters.facets).map(([kind, values]) => withValues(library, kind as FacetKind, values))),
  ]);
  const days = daysWithin(library, filters);
  const total = new Float32Array(library.articles);
  const articles: number[] = [];
  for (let article = 0; article < library.articles; article += 1) {
    if (days?.[article] === 0 || allowed.some((each) => each[article] === 0) || against.some((each) => (each[article] as number) > 0)) continue;
    let sum = 0;
    let meetsAll = true;
    for (const each of scores) {
      const score = each[article] as number;
      if (score === 0) {
        meetsAll = false;
        break;
      }
      sum += score;
    }
    if (!meetsAll) continue;
    total[article] = sum;
    articles.push(article);
  }
  return {
    articles: inOrder(articles, total, library, wanted.length === 0 && order === "relevance" ? "newest" : order),
    isRough: clauses.some(isRough),
    tooShort,
  };
}

/** Whether an index of words and pairs tells less than the clause asks: that three words follow each other. */
function isRough({ isPhrase, field }: Clause): boolean {
  return isPhrase && (field === null || field === "title");
}

/** By score, the newest of equals first; or by date, undated ones last. */
function inOrder(articles: number[], scores: Float32Array, { runs }: Library, order: Order): number[] {
  const last = runs.at(-1);
  const dated = last === undefined ? 0 : last.first + last.count;
  const newest = [...articles.filter((article) => article < dated).reverse(), ...articles.filter((article) => article >= dated)];
  if (order === "oldest") return articles;
  if (order === "newest") return newest;
  return newest.sort((a, b) => (scores[b] as number) - (scores[a] as number));
}

/** What the clause gives each article: 0 for those that do not meet it. */
async function scoresOf(clause: Clause, library: Library, tooShort: string[]): Promise<Float32Array> {
  const parts = await Promise.all(clause.words.map((word) => scoresOfWord(word, clause, library, tooShort)));
  if (!clause.isPhrase) return parts[0] ?? new Float32Array(library.articles);
  const sum = new Float32Array(library.articles);
  const neighbours = clause.field === null || clause.field === "title" ? await sideBySide(clause.words, library) : [];
  for (let article = 0; article < library.articles; article += 1)
    if (parts.every((each) => (each[article] as number) > 0) && neighbours.every((each) => each[article] === 1))
      sum[article] = parts.reduce((total, each) => total + (each[article] as number), 0);
  return sum;
}

/** For each two words that follow each other, the articles in which they may do so. */
async function sideBySide(words: readonly SoughtWord[], library: Library): Promise<Uint8Array[]> {
  const lists = words.map(async (word, index) => {
    const next = words[index + 1];
    if (next === undefined || word.isRun || next.isRun || next.isPrefix) return null;
    return marked(await library.pairs(pairDrawer(hashOf(word.term), hashOf(next.term))), library);
  });
  return (await Promise.all(lists)).filter((list) => list !== null);
}

function marked(articles: readonly number[], library: Library): Uint8Array {
  const marks = new Uint8Array(library.articles);
  for (const article of articles) marks[article] = 1;
  return marks;
}

async function scoresOfWord({ term, isPrefix }: SoughtWord, clause: Clause, library: Library, tooShort: string[]): Promise<Float32Array> {
  const { field } = clause;
  const sign = field === null || field === "title" ? "" : fieldSigns[field];
  const places = field === "title" ? 1 : weights.length;
  const found: { readonly levels: Levels; readonly share: number }[] = [{ levels: await library.levels(sign + term), share: 1 }];
  if (isPrefix) {
    const words = await library.beginning(sign + term, mostFiles, (other) => other !== sign + term);
    if (words === null) tooShort.push(term);
    for (const levels of words?.values() ?? []) found.push({ levels, share: otherForm });
  } else if (seeksForms(clause)) {
    const { start, isForm } = endingsApart(term);
    const words = await library.beginning(sign + start, mostFormFiles, (other) => other !== sign + term && isForm(other.slice(sign.length)));
    for (const levels of words?.values() ?? []) found.push({ levels, share: otherForm });
  }
  return weigh(found, places, library);
}

/** The best of what the forms of a word say of each article, by how rare they are together. */
function weigh(found: readonly { readonly levels: Levels; readonly share: number }[], places: number, { articles }: Library): Float32Array {
  const scores = new Float32Array(articles);
  for (const { levels, share } of found)
    for (const [level, list] of levels.slice(0, places).entries()) {
      const weight = share * (weights[level] as number);
      for (const article of list) if ((scores[article] as number) < weight) scores[article] = weight;
    }
  let count = 0;
  for (const score of scores) if (score > 0) count += 1;
  const rareness = Math.log(1 + (articles - count + 0.5) / (count + 0.5));
  // What stands in every article still meets the query.
  for (let article = 0; article < articles; article += 1) if ((scores[article] as number) > 0) scores[article] = (scores[article] as number) * rareness + 0.001;
  return scores;
}

async function withValues(library: Library, kind: FacetKind, values: readonly string[]): Promise<Uint8Array> {
  const facet = await library.facet(kind);
  return marked(
    values.flatMap((value) => facet.get(value) ?? []),
    library,
  );
}

/** Marks of the articles of some days; null where all days are meant. */
function daysWithin(library: Library, { from, to }: Filters): Uint8Array | null {
  if (from === null && to === null) return null;
  const marks = new Uint8Array(library.articles);
  for (const { date, first, count } of library.runs) if (isWithin(date, from, to)) marks.fill(1, first, first + count);
  return marks;
}

/** How many of some articles each year has, in order; those without a date are in none. */
export function countYears(articles: readonly number[], library: Library): Map<string, number> {
  const counts = new Map<string, number>();
  for (const article of articles) {
    const year = library.dayOf(article).slice(0, 4);
    if (year !== "") counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many of some articles each value has, most frequent first. */
export async function countValues(articles: readonly number[], kind: FacetKind, library: Library): Promise<[value: string, count: number][]> {
  const marks = marked(articles, library);
  const counts = [...(await library.facet(kind))].map(([value, list]): [string, number] => [
    value,
    list.reduce((sum, article) => sum + (marks[article] as number), 0),
  ]);
  return counts.filter(([, count]) => count > 0).sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
}
