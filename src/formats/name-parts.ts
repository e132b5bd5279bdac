/** A person's name in two parts, as the formats of citations want it. May import: model. */
import type { Author } from "../model/article.ts";

/** What an author is called in a bibliography: in parts, or in one piece that nothing may turn round. */
export type CitedName = { readonly family: string; readonly given: string; readonly suffix: string | null } | { readonly literal: string };

const word = /^[\p{L}\p{M}.'’ʼ‐‑-]+$/u;
const inOnePiece = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const suffixes = /^(?:Jr|Sr)\.?$|^I{2,3}$|^IV$/;

/**
 * The last word is the family name, with the particles in lower case before it (BibTeX's own rule): `Jean de la Fontaine` is `de la Fontaine, Jean`. Agencies,
 * desks, single words, names in scripts that put the family first, and whatever is not plain words, stay in one piece: a wrong cut is worse than none.
 */
export function citedName({ name, kind }: Author): CitedName {
  const literal = name.replace(/\s+/g, " ").trim();
  const words = literal.split(" ");
  const suffix = words.length > 2 && suffixes.test(words.at(-1) ?? "") ? (words.pop() ?? null) : null;
  const isPlain = words.every((each) => word.test(each) && /\p{L}/u.test(each) && !/^(?:and|others)$/i.test(each));
  if (kind !== "person" || words.length < 2 || !isPlain || inOnePiece.test(literal)) return { literal };
  let first = words.length - 1;
  while (first > 1 && /^\p{Ll}/u.test(words[first - 1] ?? "")) first -= 1;
  return { family: words.slice(first).join(" "), given: words.slice(0, first).join(" "), suffix };
}
