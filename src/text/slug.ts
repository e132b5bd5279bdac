/** Headlines and names as parts of an address. May import: text. */
import { foldLatin } from "./fold.ts";

const maxCharacters = 80;
const maxBytes = 160;

/** Names that Windows will not let a file have, with or without an extension, and the one that every folder's own page has. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|conin|conout|index)$/;

/**
 * A part of an address from any text in any script: lower case, letters and digits joined by single hyphens, Latin letters without
 * accents, other scripts as they are (NFC). At most 80 characters and 160 bytes of UTF-8, cut between words where there is a place to cut.
 * Never a name that a file system reserves; never `index`.
 *
 * @param fallback what to use where the text has neither letter nor digit; must be a slug itself
 */
export function slug(text: string, fallback: string): string {
  const words = foldLatin(text.normalize("NFKC"))
    .replace(/['’‘ʼ`´\u0640\u064b-\u0652\u0670\u00ad\u200b-\u200f\u2060]/g, "")
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
  if (words === null) return fallback;
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
  return reserved.test(result) ? `${result}-article` : result;
}

function fits(text: string): boolean {
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
