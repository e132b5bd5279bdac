/** An article → its words, and how much each says of it. May import: model, text, search. */
import type { Article } from "../model/article.ts";
import type { SearchWords } from "../model/search.ts";
import { hostOf } from "../text/url.ts";
import { encodeGrowing } from "./coding.ts";
import { fieldSigns, type WordField } from "./fields.ts";
import { hashOf, pairDrawer } from "./hash.ts";
import { type Word, wordsOf } from "./words.ts";

/** Levels of words: places in `WeighedWords`. */
const headline = 0;
const strong = 1;
const middle = 2;
const weak = 3;

/** Words of an ordinary article. In BM25 this is the mean of all articles; a mean would move with every article, and every weight with it. */
const usualLength = 350;
/** BM25's usual constants. */
const saturation = 1.2;
const lengthShare = 0.75;

interface Tally {
  /** From word to how often it stands there, and to its level, where a place says it: one look-up a word. */
  readonly words: Map<string, { count: number; level: number | null }>;
  /** Drawers, some of them more than once. */
  readonly pairs: number[];
}

/** @param article as it is published: what is withheld is not in it */
export function weighWords(article: Article): SearchWords {
  const tally: Tally = { words: new Map(), pairs: [] };
  const { kicker, deck, section, publication, topics, authors, figures, corrections, notes } = article;
  addText(article.headline, headline, tally);
  for (const text of [kicker, deck, section, ...topics, article.dateline?.place ?? null, ...authors.map(({ name }) => name)]) addText(text, strong, tally);
  addText(publication, middle, tally);
  for (const { caption, credit, alt } of figures) for (const text of [caption, credit, alt]) addText(text, null, tally);
  let length = 0;
  for (const paragraph of article.paragraphs) length += addText(paragraph, null, tally);
  for (const { text } of [...corrections, ...notes]) length += addText(text, null, tally);
  const lists: [string[], string[], string[], string[]] = [[], [], [], []];
  for (const [term, { count, level }] of tally.words) lists[level ?? levelOf(count, length)]?.push(term);
  lists[weak].push(...fieldTerms(article));
  const [first, second, third, fourth] = lists;
  return {
    words: [first.join(" "), second.join(" "), third.join(" "), fourth.join(" ")],
    pairs: encodeGrowing(distinct(Uint16Array.from(tally.pairs).sort())),
  };
}

/** Adds the words of a text. Returns how many there are. */
function addText(text: string | null, level: number | null, tally: Tally): number {
  if (text === null) return 0;
  const words = wordsOf(text);
  for (const { term, others } of words) {
    add(term, level, tally);
    for (const other of others) add(other, level, tally);
  }
  addPairs(words, tally.pairs);
  return words.length;
}

function add(term: string, level: number | null, { words }: Tally): void {
  const known = words.get(term);
  if (known === undefined) words.set(term, { count: 1, level });
  else {
    known.count += 1;
    if (level !== null && (known.level === null || level < known.level)) known.level = level;
  }
}

/** Of scripts without spaces, the words are pairs already. */
function addPairs(words: readonly Word[], pairs: number[]): void {
  let before: Word | null = null;
  for (const word of words) {
    if (before !== null && !word.isRun) {
      pairs.push(pairDrawer(before.hash, word.hash));
      if (before.others.length + word.others.length > 0) addOthers(before, word, pairs);
    }
    before = word.isRun ? null : word;
  }
}

function addOthers(before: Word, word: Word, pairs: number[]): void {
  for (const first of [before.term, ...before.others]) for (const second of [word.term, ...word.others]) pairs.push(pairDrawer(hashOf(first), hashOf(second)));
}

function* distinct(sorted: Uint16Array): Iterable<number> {
  let before = -1;
  for (const number of sorted) {
    if (number !== before) yield number;
    before = number;
  }
}

/** BM25's measure of a count, in three steps. */
function levelOf(count: number, length: number): number {
  const share = 1 - lengthShare + (lengthShare * length) / usualLength;
  const measure = (count * (saturation + 1)) / (count + saturation * share);
  return measure >= 1.5 ? strong : measure >= 1 ? middle : weak;
}

function fieldTerms({ authors, publication, sourceUrl, section, topics, dateline }: Article): Set<string> {
  const texts: Readonly<Record<WordField, readonly (string | null)[]>> = {
    author: authors.map(({ name }) => name),
    source: [publication, hostOf(sourceUrl ?? "")],
    section: [section],
    topic: topics,
    place: [dateline?.place ?? null, ...authors.map(({ place }) => place)],
  };
  const terms = new Set<string>();
  for (const [field, sign] of Object.entries(fieldSigns))
    for (const text of texts[field as WordField])
      for (const { term, others } of text === null ? [] : wordsOf(text)) for (const each of [term, ...others]) terms.add(sign + each);
  return terms;
}
