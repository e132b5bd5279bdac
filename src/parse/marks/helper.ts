/** Who helped with an article and is not its author: `Edited by Jane Roe`, `Перевод: Анна Розова`, `责任编辑：李四`. May import: text, parse/marks. */
import { foldWord } from "../../text/fold.ts";
import { isChineseName } from "./byline-chinese.ts";
import { looksLikeName, tokensOf } from "./name.ts";
import { isAgency, type Words } from "./words.ts";

const longestHelper = 120;

/**
 * Reads a line that names an editor, a translator, a proof-reader, and nothing else.
 *
 * @returns the line as printed; null for any other
 */
export function readHelper(line: string, words: Words): string | null {
  if (line.length > longestHelper) return null;
  const text = line.replace(/^[\s*_([（【—–-]+|[\s*_)\]）】.。]+$/gu, "");
  const folded = text.toLowerCase().replace(/[’‘]/g, "'");
  for (const opening of words.helpers) {
    if (!folded.startsWith(opening)) continue;
    const rest = text.slice(opening.length);
    const separated = /^\s*[:：/|｜／]\s*|^\s+/u.exec(rest);
    if (separated === null && words.language.script !== "Hani") continue;
    const named = rest.slice(separated?.[0].length ?? 0);
    if (areNames(named, words, separated !== null)) return line.trim();
  }
  return null;
}

function areNames(text: string, words: Words, isMarked: boolean): boolean {
  if (words.language.script === "Hani") {
    const names = text.split(/[\s、，,/]+/u).filter((name) => name !== "");
    return names.length > 0 && names.length <= 6 && names.every((name) => isChineseName(name, isMarked));
  }
  const joined = tokensOf(text)
    .map((token) => (words.joiners.has(foldWord(token)) ? "," : token))
    .join(" ");
  const names = joined.split(/\s*[,;،/]\s*/u).filter((name) => name !== "");
  return (
    names.length > 0 &&
    names.length <= 6 &&
    names.every((name) => isAgency(name) || (tokensOf(name).filter((token) => /^\p{Lu}|^\p{Lo}/u.test(token)).length >= 2 && looksLikeName(name, words)))
  );
}
