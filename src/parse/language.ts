/** Which language a text is in, by script, telling letters and everyday words. May import: languages. */
import type { Language } from "../languages/language.ts";
import { languages } from "../languages/table.ts";

const sampleLength = 6000;
/** Everyday words that a Latin or Cyrillic text must show, for each hundred of its words, before it is called a language. */
const leastShare = 8;

/**
 * The language that the words of a text show; null where they do not show any of the table's (too short, or another language).
 *
 * @param text the article's plain text; its first 6,000 characters are looked at
 */
export function detectLanguage(text: string): Language | null {
  const sample = text
    .slice(0, sampleLength)
    .replace(/https?:\/\/\S+/g, " ")
    .toLowerCase();
  const script = scriptOf(sample);
  const candidates = languages.filter((language) => language.script === script);
  // A script that one language of the table uses, as long as no letter says otherwise.
  if (script === "Hani") return /[\u3040-\u30ff]/.test(sample) ? null : (candidates[0] ?? null);
  const tokens = sample.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
  const scored = candidates.map((language) => ({ language, score: score(language, tokens, sample) })).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score < leastShare || (second !== undefined && best.score === second.score)) return null;
  return best.language;
}

/** Fewer words than these show no language. */
const fewestWords = 5;

/** Everyday words and telling letters, for each hundred words. */
function score(language: Language, tokens: readonly string[], sample: string): number {
  if (tokens.length < fewestWords) return 0;
  const words = new Set(language.stopWords);
  const hits = tokens.filter((token) => words.has(token)).length;
  const letters = [...language.tellingLetters].reduce((sum, letter) => sum + (sample.includes(letter) ? 1 : 0), 0);
  return ((hits + letters) * 100) / Math.max(tokens.length, 10);
}

function scriptOf(sample: string): Language["script"] {
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const counts: [Language["script"], number][] = [
    ["Latn", count(/\p{Script=Latin}/gu)],
    ["Cyrl", count(/\p{Script=Cyrillic}/gu)],
    ["Arab", count(/\p{Script=Arabic}/gu)],
    // A Chinese character says as much as a short word.
    ["Hani", count(/\p{Script=Han}/gu) * 3],
  ];
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
