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
  readonly articles: Uint32Array;
  /** Whether some may be among them that do not meet a phrase, which only their text can tell (`meets` in `passages.ts`). */
  readonly isRough: boolean;
  /** Words whose beginning was too short to look for everything that begins so. */
  readonly tooShort: readonly string[];
}

/** What a word says by its level: in the headline; strong, middle, weak. */
const weights = [6, 2.2, 1.5, 1];
/** Of another form of the word, such a part of it. */
const otherForm = 0.6;
/** All that a word can say, the least first; a rank is a place in it, plus one. Whole numbers are gone through faster than others, before a browser has compiled anything. */
const says = weights.flatMap((weight) => [weight, weight * otherForm]).sort((a, b) => a - b);
/** Files that the words of one beginning may be in. */
const mostFiles = 8;
/** Files that the other forms of a word may be in. */
const mostFormFiles = 3;

/** What articles are worth for a condition. */
interface Worths {
  /** The articles that meet it, in no order. */
  readonly articles: Uint32Array;
  /** By article: 0 for those that do not meet it. */
  readonly met: Uint8Array;
  /** What one of those that meet it is worth. */
  readonly of: (article: number) => number;
}

export async function find(library: Library, clauses: readonly Clause[], filters: Filters, order: Order): Promise<Found> {
  const tooShort: string[] = [];
  const wanted = clauses.filter(({ isNot }) => !isNot);
  const unwanted = clauses.filter((clause) => clause.isNot && !isRough(clause));
  const coming = Promise.all([
    Promise.all(wanted.map((clause) => worthsOf(clause, library, tooShort))),
    Promise.all(unwanted.map((clause) => worthsOf(clause, library, tooShort))),
    Promise.all(Object.entries(filters.facets).map(([kind, values]) => withValues(library, kind as FacetKind, values))),
  ]);
  library.prepare();
  const [worths, against, allowed] = await coming;
  const days = daysWithin(library, filters);
  const meeting = all(worths, library);
  const has = [...allowed, ...(days === null ? [] : [days])];
  const lacks = against.map(({ met }) => met);
  const isLeft = (article: number) => has.every((marks) => marks[article] !== 0) && lacks.every((marks) => marks[article] === 0);
  const articles = has.length + lacks.length === 0 ? meeting.articles : meeting.articles.filter(isLeft);
  return {
    articles: inOrder(articles, meeting.of, library, wanted.length === 0 && order === "relevance" ? "newest" : order),
    isRough: clauses.some(isRough),
    tooShort,
  };
}

/** Loads what a search for these words begins with, while the rest of it is still being typed. */
export async function warm(library: Library, clauses: readonly Clause[]): Promise<void> {
  await Promise.all(clauses.map((clause) => worthsOf(clause, library, [])));
}

/** The articles that meet every condition; all, where there is none. Those of the rarest are gone through, not a hundred thousand. */
function all(conditions: readonly Worths[], { articles: count }: Pick<Library, "articles">): Pick<Worths, "articles" | "of"> {
  const [rarest, ...others] = [...conditions].sort((a, b) => a.articles.length - b.articles.length);
  if (rarest === undefined) return { articles: new Uint32Array(count).map((_, article) => article), of: () => 0 };
  const articles = others.reduce((left, { met }) => left.filter((article) => met[article] !== 0), rarest.articles);
  return { articles, of: (article) => conditions.reduce((sum, { of }) => sum + of(article), 0) };
}

/** Whether an index of words and pairs tells less than the clause asks: that three words follow each other. */
function isRough({ isPhrase, field }: Clause): boolean {
  return isPhrase && (field === null || field === "title");
}

/** Places in the order of days that a key has room for. */
const places = 2 ** 22;
/** Steps between nothing and the best. A key, of both, is a whole number below 2^53. */
const steps = 2 ** 28;

/** By worth, the newest of equals first; or by date. Undated ones are last, but among the oldest first, where they come as the archive has them. */
function inOrder(articles: Uint32Array, worthOf: Worths["of"], library: Library, order: Order): Uint32Array {
  const last = library.runs().at(-1);
  const dated = last === undefined ? 0 : last.first + last.count;
  const placeOf = (article: number) => (order === "oldest" || article >= dated ? article : dated - 1 - article);
  // Numbers alone are sorted in a tenth of the time that a comparison of two articles takes.
  const keys = new Float64Array(articles.length);
  let best = 0;
  if (order === "relevance")
    for (let index = 0; index < keys.length; index += 1) {
      const worth = worthOf(articles[index] as number);
      keys[index] = worth;
      if (worth > best) best = worth;
    }
  for (let index = 0; index < keys.length; index += 1) {
    const behind = best === 0 ? 0 : Math.round((1 - (keys[index] as number) / best) * steps);
    keys[index] = behind * places + placeOf(articles[index] as number);
  }
  keys.sort();
  // What turns an article into its place turns it back.
  return articles.map((_, index) => placeOf((keys[index] as number) % places));
}

async function worthsOf(clause: Clause, library: Library, tooShort: string[]): Promise<Worths> {
  const [parts, neighbours] = await Promise.all([
    Promise.all(clause.words.map((word) => worthsOfWord(word, clause, library, tooShort))),
    isRough(clause) ? sideBySide(clause.words, library) : [],
  ]);
  const [first] = parts;
  if (!clause.isPhrase && first !== undefined) return first;
  const { of, articles } = all(parts, library);
  const beside = articles.filter((article) => neighbours.every((each) => each[article] === 1));
  return { of, articles: beside, met: marked(beside, library) };
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

export function marked(articles: Uint32Array, library: Library): Uint8Array {
  const marks = new Uint8Array(library.articles);
  for (const article of articles) marks[article] = 1;
  return marks;
}

async function worthsOfWord({ term, isPrefix }: SoughtWord, clause: Clause, library: Library, tooShort: string[]): Promise<Worths> {
  const { field } = clause;
  const sign = field === null || field === "title" ? "" : fieldSigns[field];
  const [only, other] = await Promise.all([library.levels(sign + term), otherWords()]);
  if (other === null) tooShort.push(term);
  const found = [{ levels: only, share: 1 }, ...[...(other?.values() ?? [])].map((levels) => ({ levels, share: otherForm }))];
  return weigh(found, field === "title" ? 1 : weights.length, library);

  async function otherWords(): Promise<ReadonlyMap<string, Levels> | null> {
    if (isPrefix) return library.beginning(sign + term, mostFiles, (each) => each !== sign + term);
    if (!seeksForms(clause)) return new Map();
    const { start, isForm } = endingsApart(term);
    const words = await library.beginning(sign + start, mostFormFiles, (each) => each !== sign + term && isForm(each.slice(sign.length)));
    return words ?? new Map();
  }
}

/** The best of what the forms of a word say of each article, by how rare they are together. */
function weigh(found: readonly { readonly levels: Levels; readonly share: number }[], levelsOf: number, library: Library): Worths {
  const met = new Uint8Array(library.articles);
  const all = new Uint32Array(library.articles);
  let count = 0;
  for (const { levels, share } of found)
    for (const [level, list] of levels.slice(0, levelsOf).entries()) {
      const rank = says.indexOf(share * (weights[level] as number)) + 1;
      for (const article of list) {
        const before = met[article] as number;
        if (before === 0) {
          all[count] = article;
          count += 1;
        }
        if (before < rank) met[article] = rank;
      }
    }
  const rareness = Math.log(1 + (library.articles - count + 0.5) / (count + 0.5));
  // What stands in every article still meets the query.
  const worths = says.map((said) => said * rareness + 0.001);
  return { articles: all.subarray(0, count), met, of: (article) => worths[(met[article] as number) - 1] as number };
}

async function withValues(library: Library, kind: FacetKind, values: readonly string[]): Promise<Uint8Array> {
  const facet = await library.facet(kind);
  const marks = new Uint8Array(library.articles);
  for (const value of values) for (const article of facet.get(value) ?? []) marks[article] = 1;
  return marks;
}

/** Marks of the articles of some days; null where all days are meant. */
function daysWithin(library: Library, { from, to }: Filters): Uint8Array | null {
  if (from === null && to === null) return null;
  const marks = new Uint8Array(library.articles);
  for (const { date, first, count } of library.runs()) if (isWithin(date, from, to)) marks.fill(1, first, first + count);
  return marks;
}
