/** Hijri dates beside civil ones: `8 صفر 1443 هـ - 15 سبتمبر 2021 مـ`. They are kept as printed and never converted: the month begins by sight. May import: languages, parse/marks. */
import { hijriMonths } from "../../languages/hijri.ts";
import { asciiDigits } from "./date-tokens.ts";

const months = [...hijriMonths]
  .sort((a, b) => b.length - a.length)
  .map((month) => month.replace(/(\p{L})(?=\p{L})/gu, "$1[\\u064b-\\u0652]?"))
  .join("|");
const pattern = new RegExp(
  `(?<!\\d)\\d{1,2}\\s?(?:من\\s)?(?:شهر\\s)?(?:${months})(?:\\s?[،,]?\\s?(?:سنة|عام)?)\\s?1[0-5]\\d{2}(?:\\s?(?:هـ|ه(?!\\p{L})|للهجرة|هجرية|هجري))?`,
  "u",
);

/** Where in a line a Hijri date stands; null where none does. */
export function hijriSpan(line: string): { readonly start: number; readonly end: number } | null {
  const match = pattern.exec(asciiDigits(line));
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
