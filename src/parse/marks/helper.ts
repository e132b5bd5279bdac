/** Who helped with an article and is not its author: `Edited by Jane Roe`, `Перевод: Анна Розова`, `责任编辑：李四`. May import: text, parse/marks. */
import { foldWord } from "../../text/fold.ts";
import { isChineseName } from "./byline-chinese.ts";
import { looksLikeName, tokensOf } from "./name.ts";
import { isAgency, type Words } from "./words.ts";

const longestHelper = 120;

/** A line that names helpers, taken apart. */
export interface HelperLine {
  /** The words that say what they did, in small letters: `edited by`. */
  readonly opening: string;
  readonly names: readonly string[];
  /** Whether a colon, or another mark, stands before the names. */
  readonly isMarked: boolean;
}

/**
 * Reads a line that names an editor, a translator, a proof-reader, and nothing else.
 *
 * @returns the line as printed; null for any other
 */
export function readHelper(line: string, words: Words): string | null {
  return helperOf(line, words) === null ? null : line.trim();
}

/** The same, taken apart. */
export function helperOf(line: string, words: Words): HelperLine | null {
  if (line.length > longestHelper) return null;
  const text = line.replace(/^[\s*_([（【—–-]+|[\s*_)\]）】.。]+$/gu, "");
  const folded = text.toLowerCase().replace(/[’‘]/g, "'");
  for (const opening of words.helpers) {
    if (!folded.startsWith(opening)) continue;
    const rest = text.slice(opening.length);
    const separated = /^\s*[:：/|｜／]\s*|^\s+/u.exec(rest);
    if (separated === null && words.language.script !== "Hani") continue;
    const names = namesIn(rest.slice(separated?.[0].length ?? 0), words, separated !== null);
    if (names !== null) return { opening, names, isMarked: separated !== null && separated[0].trim() !== "" };
  }
  return null;
}

/** The names of a list that holds nothing else; null for any other. */
function namesIn(text: string, words: Words, isMarked: boolean): string[] | null {
  if (words.language.script === "Hani") {
    const names = text.split(/[\s、，,/]+/u).filter((name) => name !== "");
    return names.length > 0 && names.length <= 6 && names.every((name) => isChineseName(name, isMarked)) ? names : null;
  }
  const joined = tokensOf(text)
    .map((token) => (words.joiners.has(foldWord(token)) ? "," : token))
    .join(" ");
  const names = joined.split(/\s*[,;،/]\s*/u).filter((name) => name !== "");
  const areNames =
    names.length > 0 &&
    names.length <= 6 &&
    names.every((name) => isAgency(name) || (tokensOf(name).filter((token) => /^\p{Lu}|^\p{Lo}/u.test(token)).length >= 2 && looksLikeName(name, words)));
  return areNames ? names : null;
}
