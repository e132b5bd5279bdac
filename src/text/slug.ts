/** Headlines and names as parts of an address. May import: text. */
import { foldLatin, isAscii } from "./fold.ts";
import { isPortableName } from "./portable.ts";

const maxCharacters = 80;
const maxBytes = 160;

/**
 * A part of an address from any text in any script: lower case, letters and digits joined by single hyphens, Latin letters without
 * accents, other scripts as they are (NFC). At most 80 characters and 160 bytes of UTF-8, cut between words where there is a place to cut.
 * Never a name that a file system reserves, nor a letter that nobody sees (Unicode, Default_Ignorable_Code_Point); never `index`, the name of
 * every folder's own page.
 *
 * @param fallback what to use where the text has neither letter nor digit; must be a slug itself
 */
export function slug(text: string, fallback: string): string {
  return slugOrNull(text) ?? fallback;
}

/** The same; null where the text has neither letter nor digit. */
export function slugOrNull(text: string): string | null {
  const words = isAscii(text)
    ? text
        .toLowerCase()
        .replace(/['`]/g, "")
        .match(/[a-z0-9]+/g)
    : wordsOf(text);
  if (words === null) return null;
  let result = "";
  for (const word of words) {
    const next = result === "" ? word : `${result}-${word}`;
    if (fits(next)) {
      result = next;
      continue;
    }
    if (result === "") result = cut(word);
    break;
  }
  return result !== "index" && isPortableName(result) ? result : `${result}-article`;
}

function wordsOf(text: string): string[] | null {
  return foldLatin(text.replace(unseen, "").normalize("NFKC").replace(unseen, ""))
    .replace(/['’‘ʼ`´\u0640\u064b-\u0652\u0670]/g, "")
    .normalize("NFC")
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
}

/** Fillers, joiners, selectors of a variant, controls of direction: some of them are letters or marks to Unicode. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

function fits(text: string): boolean {
  // A string has as many units as characters, or more; of the shortest no byte has to be counted.
  if (text.length <= maxBytes / 3 && text.length <= maxCharacters) return true;
  return [...text].length <= maxCharacters && Buffer.byteLength(text) <= maxBytes;
}

/** The longest beginning of a single word that fits, whole characters only. */
function cut(word: string): string {
  let result = "";
  for (const { segment } of new Intl.Segmenter("und", { granularity: "grapheme" }).segment(word)) {
    if (!fits(result + segment)) break;
    result += segment;
  }
  return result;
}
