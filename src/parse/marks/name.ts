/** Whether words are a person's name. By the look of the words alone: nobody knows all names. May import: parse/marks/words, text. */
import { foldWord } from "../../text/fold.ts";
import type { Words } from "./words.ts";

const longestName = 6;

/** `J.K.`, `A.`, `Ю.` */
function isInitial(token: string): boolean {
  return /^(?:\p{Lu}\.?-?){1,3}$/u.test(token) && (token.includes(".") || token.length === 1);
}

/** Starts with a capital (also after `O'`, `al-`, `d'`), or belongs to a script without capitals. */
export function isCapitalised(token: string): boolean {
  return /^(?:\p{Ll}{1,3}['’-])?[\p{Lu}\p{Lt}\p{Lo}]/u.test(token) && !/[\d@/\\:;!?"“”«»()<>{}=+*_#|]/.test(token);
}

/** The words of a text, split at white space. */
export function tokensOf(text: string): string[] {
  return text.split(/\s+/).filter((token) => token !== "");
}

/**
 * Whether a text can be one person's name as printed: up to six words, each capitalised, an initial or a small word that names have
 * (`van`, `bin`), the last one no small word. Mononyms count.
 */
export function looksLikeName(text: string, words: Words): boolean {
  const tokens = tokensOf(text);
  const last = tokens.at(-1);
  if (last === undefined || tokens.length > longestName || text.length > 60) return false;
  if (!tokens.every((token) => isInitial(token) || isCapitalised(token) || words.particles.has(foldWord(token)))) return false;
  if (words.particles.has(last.toLowerCase()) && !isCapitalised(last)) return false;
  if (/[.,!?…。！？،؛]$/.test(last) && !isInitial(last) && !/^(?:Jr|Sr|St)\.$/.test(last)) return false;
  if (/^(?:the|a|an)$/i.test(tokens[0] ?? "")) return false;
  if (words.stopWords.has((tokens[0] ?? "").toLowerCase()) && !words.particles.has(foldWord(tokens[0] ?? ""))) return false;
  return /\p{L}{2}|\p{Script=Han}/u.test(text.replace(/\./g, ""));
}

/** Whether a text is up to six words, each with a capital but for small ones: a name such as `The Averill Courier` or `Le Courrier de la Baie`. */
export function isTitle(text: string): boolean {
  const tokens = tokensOf(text);
  return (
    tokens.length > 0 &&
    tokens.length <= longestName &&
    isCapitalised(text) &&
    tokens.every((token) => isCapitalised(token) || /^[\p{Ll}’']{1,4}$/u.test(token))
  );
}

/**
 * Where, in words that end with a person's name, that name begins: the last word is the family name, with the small words that belong to
 * it, and before it stands one given name or a row of initials. `-1` where the words do not end with a name.
 *
 * @returns index of the first word of the name
 */
export function nameAtEnd(tokens: readonly string[], words: Words): number {
  const isWord = (token: string | undefined) => token !== undefined && isCapitalised(token) && !/[.,]$/.test(token);
  let at = tokens.length - 1;
  if (!isWord(tokens[at])) return -1;
  const isParticle = (token: string | undefined) => token !== undefined && words.particles.has(foldWord(token));
  while (at > 1 && isParticle(tokens[at - 1])) at -= 1;
  const given = tokens[at - 1];
  if (given === undefined) return at;
  if (isInitial(given)) {
    while (at > 0 && isInitial(tokens[at - 1] ?? "")) at -= 1;
    // `Anna J. Roe` has a given name before the initial; `J. K. Roe` has all it needs.
    const isSingle = isInitial(tokens[at] ?? "") && !isInitial(tokens[at + 1] ?? "");
    return at > 0 && isSingle && isWord(tokens[at - 1]) && !isInitial(tokens[at - 2] ?? "") ? at - 1 : at;
  }
  return isWord(given) ? at - 1 : at;
}
