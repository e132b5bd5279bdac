/** Which language a text is in, by script, telling letters and everyday words. May import: languages. */
import type { Language } from "../languages/language.ts";
import { languages } from "../languages/table.ts";
import { quickTally, type Tally } from "./everyday-words.ts";

const sampleLength = 6000;
/** Everyday words that a Latin or Cyrillic text must show, for each hundred of its words, before it is called a language. */
const leastShare = 8;

/**
 * The language that the words of a text show; null where they do not show any of the table's (too short, or another language).
 *
 * @param text the article's plain text; its first 6,000 characters are looked at
 */
export function detectLanguage(text: string): Language | null {
  const beginning = text.slice(0, sampleLength);
  const sample = beginning.includes("http") ? beginning.replace(/https?:\/\/\S+/g, " ") : beginning;
  const { script, words, everyday, letters } = quickTally(sample) ?? fullTally(sample);
  // A script that one language of the table uses, as long as no letter says otherwise.
  if (script === "Hani") return /[\u3040-\u30ff]/.test(sample) ? null : (languages.find((language) => language.script === script) ?? null);
  const scored = languages
    .map((language, index) => ({ language, score: score(words, (everyday[index] ?? 0) + (letters[index] ?? 0)) }))
    .filter(({ language }) => language.script === script)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score < leastShare || (second !== undefined && best.score === second.score)) return null;
  return best.language;
}

/** What `quickTally` counts, for any characters there are. */
export function fullTally(text: string): Tally {
  const sample = text.toLowerCase();
  const script = scriptOf(sample);
  const tokens = script === "Hani" ? [] : (sample.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []);
  const letters = languages.map(({ tellingLetters }) => [...tellingLetters].filter((letter) => sample.includes(letter)).length);
  return { script, words: tokens.length, everyday: hitsOf(tokens), letters };
}

/** Fewer words than these show no language. */
const fewestWords = 5;

/** Everyday words and telling letters, for each hundred words. */
function score(words: number, telling: number): number {
  return words < fewestWords ? 0 : (telling * 100) / Math.max(words, 10);
}

/** The places in the table of the languages of which each word is an everyday one: a word is looked up once, and not in every language. */
const everyday: ReadonlyMap<string, readonly number[]> = languages.reduce((all, language, index) => {
  for (const word of new Set(language.stopWords)) all.set(word, [...(all.get(word) ?? []), index]);
  return all;
}, new Map<string, number[]>());
const longestEveryday = Math.max(...[...everyday.keys()].map((word) => word.length));

/** How many of the words are everyday ones of each language of the table. */
function hitsOf(tokens: readonly string[]): readonly number[] {
  const hits = languages.map(() => 0);
  for (const token of tokens) {
    const found = token.length > longestEveryday ? undefined : everyday.get(token);
    if (found !== undefined) for (const index of found) hits[index] = (hits[index] ?? 0) + 1;
  }
  return hits;
}

/** The script of most letters. They are counted one by one: a list of them all would take longer than all the rest. */
function scriptOf(sample: string): Language["script"] {
  const counts = { Latn: 0, Cyrl: 0, Arab: 0, Hani: 0 };
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    const script = code < 0x80 ? (code >= 0x61 && code <= 0x7a ? "Latn" : null) : scriptOfLetter(code, sample, at);
    if (script !== null) counts[script] += 1;
  }
  // A Chinese character says as much as a short word.
  const weighed: [Language["script"], number][] = [
    ["Latn", counts.Latn],
    ["Cyrl", counts.Cyrl],
    ["Arab", counts.Arab],
    ["Hani", counts.Hani * 3],
  ];
  return weighed.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

const scripts = { Latn: /^\p{Script=Latin}/u, Cyrl: /^\p{Script=Cyrillic}/u, Arab: /^\p{Script=Arabic}/u, Hani: /^\p{Script=Han}/u } as const;

/** The script of a small letter beyond ASCII; null for any other character, and for the second half of one. */
function scriptOfLetter(code: number, sample: string, at: number): keyof typeof scripts | null {
  // The usual letters of each by their numbers; punctuation has none.
  if (code >= 0x430 && code <= 0x45f) return "Cyrl";
  if (code >= 0x641 && code <= 0x64a) return "Arab";
  if (code >= 0x4e00 && code <= 0x9fff) return "Hani";
  if ((code >= 0x2000 && code <= 0x2070) || (code >= 0xdc00 && code <= 0xdfff)) return null;
  const letter = sample.slice(at, at + 2);
  return (Object.keys(scripts) as (keyof typeof scripts)[]).find((script) => scripts[script].test(letter)) ?? null;
}
