/** The time of day behind a date. May import: text, parse/marks/words. */
import { foldWord } from "../../text/fold.ts";
import type { Words } from "./words.ts";

/** Words that stand behind a time of day; only UTC and GMT say how far from where. */
export const zones = new Set([
  "utc",
  "gmt",
  "z",
  "msk",
  "мск",
  "est",
  "edt",
  "et",
  "cst",
  "cdt",
  "ct",
  "mst",
  "mdt",
  "mt",
  "pst",
  "pdt",
  "pt",
  "cet",
  "cest",
  "eet",
  "eest",
  "bst",
  "ist",
  "jst",
  "local",
  "time",
  "h",
  "hrs",
  "uhr",
  "ч",
]);

/** `12:30`, `at 3.15 p.m.`, `T12:30:00+03:00`, `12h30`, `10:00:00 +0200`: a time joins the date before it only when nothing but filler is between. */
export function clockAfter(text: string, words: Words): { time: string; end: number } | null {
  const match =
    /^([\s,T|–—-]*)((?:\p{L}{1,4}\s+){0,2})(\d{1,2})(?:[:.h]|\s?h\s?)(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d)(?:\s*([ap]\.?\s?m\b\.?))?(?:\s*(Z\b|UTC\b|GMT\b)?\s*([+-]\d{2}:?\d{2})?)?/iu.exec(
      text,
    );
  if (match === null) return null;
  const [whole, gap = "", filler = "", hourText, minute, second, half, zone, offset] = match;
  if (gap === "" && !/^T/i.test(text)) return null;
  if (!filler.split(/\s+/).every((word) => word === "" || words.dateFiller.has(foldWord(word)))) return null;
  let hour = Number(hourText);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const shift = offset !== undefined ? offset.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2") : zone !== undefined ? "Z" : "";
  return { time: `${String(hour).padStart(2, "0")}:${minute}${second === undefined || second === "00" ? "" : `:${second}`}${shift}`, end: whole.length };
}
