/** The marks behind a story: it is over, and who sent it. May import: model, text, parse/marks. */
import type { Author } from "../../model/article.ts";
import type { BylineValue } from "../../model/claim.ts";
import { foldWord } from "../../text/fold.ts";
import { isAgency, type Words } from "./words.ts";

const longestEndMark = 40;

/**
 * Reads a mark that ends a story: `-30-`, `(ENDS)`, `*** КОНЕЦ ***`, `（完）`; `bare` where it is a word in capitals without any mark beside it,
 * which can be a subheading in the midst of a story. Null for any other line.
 */
export function readEndMark(text: string, words: Words): "drawn" | "bare" | null {
  if (text.length > longestEndMark) return null;
  if (/^[-–—#*(]\s?30\s?[-–—#*)]$/.test(text) || /^#\s?#\s?#$/.test(text)) return "drawn";
  const inside = text.replace(/^[\s([（【<*#=~_\-–—/]+|[\s)\]）】>*#=~_\-–—/.]+$/g, "");
  if (!words.endMarks.has(foldWord(inside))) return null;
  const isMarked = /^[([（【<*#=~_\-–—/]/.test(text) && /[)\]）】>*#=~_\-–—/]$/.test(text);
  if (isMarked) return "drawn";
  return inside === inside.toUpperCase() && inside === text.replace(/\.$/, "") ? "bare" : null;
}

/** The sign of an agency alone on a line: `abc/dpa`, `(AFP)`, `dpa/sda`. Null where no part of it is an agency that is known. */
export function readAgencySign(text: string, words: Words): BylineValue | null {
  if (text.length > longestEndMark) return null;
  const inside = text.replace(/^[([（/\s]+|[)\]）/\s.]+$/g, "");
  const parts = inside.split(/\s?[/,]\s?/);
  const agencies = parts.filter((part) => isAgency(part) && !words.roles.has(foldWord(part)));
  // `abc`: two to four small letters are how an editor signs.
  if (agencies.length === 0 || !parts.every((part) => isAgency(part) || /^\p{Ll}{2,4}$/u.test(part))) return null;
  const author = (name: string): Author => ({ name, kind: "agency", role: null, place: null, affiliation: null });
  return { asPrinted: text, authors: agencies.map(author) };
}
