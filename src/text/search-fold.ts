/** Words as a search compares them, in all scripts at once. For builds and for browsers. May import: nothing. */

/** Latin letters that no Unicode decomposition takes apart. */
const latin: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "ng",
  ŧ: "t",
  ə: "e",
  ƒ: "f",
  ĸ: "k",
};

/** Arabic letters that one writer sets for another's: the final forms of ya and ta, and the shapes of Persian keyboards. */
const arabic: Readonly<Record<string, string>> = { ى: "ي", ی: "ي", ې: "ي", ة: "ه", ە: "ه", ک: "ك", ڪ: "ك" };

/** What joins letters or says nothing: apostrophes of every kind, soft hyphens, joiners, marks of direction, the Arabic tatweel. */
const silent = /['’‘ʼʹ`´＇\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The first of ten digits in each script that news is set in: Arabic, Persian, Devanagari, Bengali, Thai. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/**
 * A word in the form in which searches compare it: lower case; without accents, vowel signs, apostrophes and tatweel; `ё` as `е`, but `й`, `ў` and `ї`, which are
 * letters of their own, as they are; full width as half; Arabic letter forms and the digits of other scripts as one; the Arabic article cut off.
 * It may be empty.
 */
export function foldForSearch(word: string): string {
  // Most words of most papers, at a tenth of the time.
  if (/^[a-z0-9]*$/.test(word)) return word;
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase();
  const folded = word
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(silent, "")
    .replace(/([иу]\u0306|і\u0308)|\p{M}/gu, (_, letter: string | undefined) => letter ?? "")
    .normalize("NFC")
    .replace(/[ßæœøđðþłħıŋŧəƒĸ]/g, (letter) => latin[letter] ?? letter)
    .replace(/[ىیېةەکڪ]/g, (letter) => arabic[letter] ?? letter)
    .replace(/[٠-٩۰-۹०-९০-৯๐-๙]/g, digit);
  return folded.replace(/^ال(?=\p{L}{3})/u, "");
}

function digit(sign: string): string {
  const code = sign.charCodeAt(0);
  const zero = zeros.find((first) => code >= first && code < first + 10) ?? code;
  return String(code - zero);
}
