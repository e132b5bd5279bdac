/** Which language a text is in, by script, telling letters and everyday words. May import: languages, text. */
import type { Language } from "../languages/language.ts";
import { languages } from "../languages/table.ts";
import { isAscii } from "../text/fold.ts";

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
  const sample = (beginning.includes("http") ? beginning.replace(/https?:\/\/\S+/g, " ") : beginning).toLowerCase();
  const script = scriptOf(sample);
  const candidates = languages.filter((language) => language.script === script);
  // A script that one language of the table uses, as long as no letter says otherwise.
  if (script === "Hani") return /[\u3040-\u30ff]/.test(sample) ? null : (candidates[0] ?? null);
  const tokens = sample.match(isAscii(sample) ? /[a-z][a-z']*/g : /\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
  const hits = hitsOf(tokens);
  const scored = candidates.map((language) => ({ language, score: score(language, tokens.length, hits, sample) })).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score < leastShare || (second !== undefined && best.score === second.score)) return null;
  return best.language;
}

/** Fewer words than these show no language. */
const fewestWords = 5;

/** Everyday words and telling letters, for each hundred words. */
function score(language: Language, count: number, hits: ReadonlyMap<Language, number>, sample: string): number {
  if (count < fewestWords) return 0;
  const letters = [...language.tellingLetters].reduce((sum, letter) => sum + (sample.includes(letter) ? 1 : 0), 0);
  return (((hits.get(language) ?? 0) + letters) * 100) / Math.max(count, 10);
}

/** The languages of which each word is an everyday one: a word is looked up once, and not in every language. */
const everyday: ReadonlyMap<string, readonly Language[]> = languages.reduce((all, language) => {
  for (const word of new Set(language.stopWords)) all.set(word, [...(all.get(word) ?? []), language]);
  return all;
}, new Map<string, Language[]>());

/** How many of the words are everyday ones of each language. */
function hitsOf(tokens: readonly string[]): ReadonlyMap<Language, number> {
  const hits = new Map<Language, number>();
  for (const token of tokens) {
    for (const language of everyday.get(token) ?? none) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  return hits;
}

const none: readonly Language[] = [];

/** The script of most letters. Letters are counted one by one: a list of them all would take longer than all the rest. */
function scriptOf(sample: string): Language["script"] {
  let [latin, cyrillic, arabic, han] = [0, 0, 0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    // Most letters of most texts: small ones of ASCII (no capital is left), Cyrillic, Arabic, Han.
    if (code < 0x80) latin += code >= 0x61 && code <= 0x7a ? 1 : 0;
    else if (code >= 0x430 && code <= 0x45f) cyrillic += 1;
    else if (code >= 0x641 && code <= 0x64a) arabic += 1;
    else if (code >= 0x620 && code <= 0x63f) arabic += 1;
    else if (code >= 0x4e00 && code <= 0x9fff) han += 1;
    else if (code < 0x2000 || code > 0x2070) {
      const letter = String.fromCodePoint(sample.codePointAt(at) ?? 0);
      if (letter.length === 2) at += 1;
      if (/\p{Script=Latin}/u.test(letter)) latin += 1;
      else if (/\p{Script=Cyrillic}/u.test(letter)) cyrillic += 1;
      else if (/\p{Script=Arabic}/u.test(letter)) arabic += 1;
      else if (/\p{Script=Han}/u.test(letter)) han += 1;
    }
  }
  // A Chinese character says as much as a short word.
  const counts: [Language["script"], number][] = [
    ["Latn", latin],
    ["Cyrl", cyrillic],
    ["Arab", arabic],
    ["Hani", han * 3],
  ];
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
