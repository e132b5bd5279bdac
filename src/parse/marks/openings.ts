/** How everything begins that is known by its words: the openings of all lists of a language, made one. May import: parse/marks. */
import type { PhraseTable } from "./phrases.ts";
import type { Words } from "./words.ts";

/** Letters that folding leaves as they are but for capitals (`text/fold.ts`). */
export const usualLetter = /[A-Za-zÀ-ÖØ-öø-ÿĀ-įĴ-ľŁ-ňŊ-žЀ-ԯ]/;

export interface Openings {
  /** First words of what may be one word long. */
  readonly singles: ReadonlySet<string>;
  /** First words, and the second words that follow each. */
  readonly pairs: ReadonlyMap<string, ReadonlySet<string>>;
  /** Beginnings of first words. */
  readonly beginnings: readonly string[];
  /** A word of each phrase that may stand anywhere in a line. */
  readonly within: RegExp;
  /** Endings of last words, of phrases that may begin with anything. */
  readonly endings: readonly string[];
}

const prepared = new WeakMap<Words, Openings>();

/** The openings of a language's words. Computed once a language. */
export function openingsOf(words: Words): Openings {
  const known = prepared.get(words);
  if (known !== undefined) return known;
  const openings = prepare(words);
  prepared.set(words, openings);
  return openings;
}

/** The runs of letters in a text, in lower case. */
export function runs(text: string): string[] {
  return text.toLowerCase().match(everyRun) ?? [];
}

const everyRun = new RegExp(`${usualLetter.source}+`, "g");

/** Words that open a notice of rights, or an address. */
const others = ["copyright", "http", "https", "ftp"];

function prepare(words: Words): Openings {
  const tables: readonly PhraseTable[] = [words.boilerplate, words.legalNotices];
  const whole = [
    ...[words.labels.keys(), words.endMarks].flatMap((each) => [...each]),
    ...[words.bylineBefore, words.helpers, words.drawnFrom, words.sources, words.corrections, others].flat(),
    ...tables.flatMap((table) => [...table.whole]),
  ];
  // A phrase with a gap may break off within a word.
  const broken = tables.flatMap((table) => [...table.gapped, ...[...table.starts.values()].flat()]).map(([first = "", ...rest]) => ({ first, rest }));
  const singles = new Set<string>();
  const pairs = new Map<string, Set<string>>();
  const beginnings = new Set<string>();
  const endings = new Set<string>();
  const add = (phrase: string, isBroken: boolean) => {
    const [first, second, third] = runs(phrase);
    if (first === undefined) return;
    if (second === undefined) (isBroken ? beginnings : singles).add(first);
    else if (isBroken && third === undefined) singles.add(first);
    else pairs.set(first, (pairs.get(first) ?? new Set()).add(second));
  };
  for (const phrase of whole) add(phrase, false);
  for (const { first, rest } of broken) add(first, rest.length > 0);
  for (const [first = "", ...rest] of tables.flatMap(({ gapped }) => gapped)) if (first === "") endings.add(runs(rest.at(-1) ?? "").at(-1) ?? "");
  const telling = [...tables.flatMap(({ contains }) => contains), "courtesy"].map((phrase) =>
    runs(phrase).reduce((best, run) => (run.length > best.length ? run : best), ""),
  );
  return { singles, pairs, beginnings: [...beginnings], within: new RegExp(telling.join("|"), "i"), endings: [...endings] };
}
