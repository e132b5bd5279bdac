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
  return clockOf(text, words) ?? chineseClock(text, words) ?? fullHour(text, words);
}

/** `下午3:20`, `（周三）15时20分`, behind a Chinese date. */
function chineseClock(text: string, words: Words): { time: string; end: number } | null {
  if (words.language.script !== "Hani") return null;
  const match =
    /^[\s（(]{0,3}(?:(?:星期|[周週]|[礼禮]拜)[一二三四五六日天])?[\s)）]{0,3}(?:[北香台][京港北][时時][间間]|[当當]地[时時][间間])?\s?(\p{Script=Han}{1,2})?\s?(\d{1,2})(?:[:：]|\s?[点點时時]\s?)(?:(\d{2})\s?分?)?(?:[:：]?(\d{2})秒?)?(?!\d)/u.exec(
      text,
    );
  if (match === null) return null;
  const [whole, half = "", hourText, minute = "00", second] = match;
  if (half !== "" && !words.am.has(half) && !words.pm.has(half)) return null;
  return timeOf(Number(hourText), minute, second, words.pm.has(half), half !== "", whole.length);
}

/** `à 8 heures`, `um 18 Uhr`, `a las 9 h`: an hour without minutes. */
function fullHour(text: string, words: Words): { time: string; end: number } | null {
  const match = /^[\s,|–—-]{1,4}((?:\p{L}{1,4}\s+){0,2})(\d{1,2})\s?(?:heures?|h|uhr|horas?|часов|часа)(?![\p{L}\d])/iu.exec(text);
  if (match === null || !idle(match[1] ?? "", words)) return null;
  return timeOf(Number(match[2]), "00", undefined, false, false, match[0].length);
}

function idle(filler: string, words: Words): boolean {
  return filler.split(/[\s,]+/).every((word) => word === "" || words.dateFiller.has(foldWord(word)));
}

/** @param isHalved whether a word says which half of the day it is */
function timeOf(
  hour: number,
  minute: string,
  second: string | undefined,
  isLate: boolean,
  isHalved: boolean,
  end: number,
): { time: string; end: number } | null {
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59 || (isHalved && hour === 0)) return null;
  // `晚上12点` and `凌晨12点` are midnight or noon as the speaker has it: only hours up to eleven are moved.
  const full = isLate && hour < 12 ? hour + 12 : hour;
  return { time: `${String(full).padStart(2, "0")}:${minute}${second === undefined || second === "00" ? "" : `:${second}`}`, end };
}

/** A word for the half of the day behind a time: `مساءً`, `de la tarde`, `вечера`. */
function halfBehind(text: string, words: Words): { half: string; end: number } | null {
  const match = /^\s?(\p{L}[\p{L}\p{M}.']*(?:\s\p{L}[\p{L}\p{M}.'-]*){0,2})/u.exec(text);
  const tokens = (match?.[1] ?? "").split(" ");
  for (let count = tokens.length; count > 0; count -= 1) {
    const printed = tokens.slice(0, count).join(" ");
    const folded = foldWord(printed);
    const end = text.indexOf(printed) + printed.length;
    if (words.pm.has(folded)) return { half: "pm", end };
    if (words.am.has(folded)) return { half: "am", end };
  }
  return null;
}

function clockOf(text: string, words: Words): { time: string; end: number } | null {
  const match =
    /^([\s,T|/–—-]*)((?:\p{L}{1,7}[.,]?\s+){0,2})(\d{1,2})(?:[:.h]|\s?h\s?)(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d)(?:\s*([ap]\.?\s?m\b\.?))?(?:\s*(Z\b|UTC\b|GMT\b)?\s*([+-]\d{2}:?\d{2})?)?/iu.exec(
      text,
    );
  if (match === null) return null;
  const [whole, gap = "", filler = "", hourText, minute, second, latinHalf, zone, offset] = match;
  const behind = latinHalf === undefined && zone === undefined && offset === undefined ? halfBehind(text.slice(whole.length), words) : null;
  const isMoved = behind !== null && Number(hourText) >= 1 && Number(hourText) <= 12;
  if ((gap === "" && !/^T/i.test(text)) || !idle(filler, words)) return null;
  const hour = hourOf(Number(hourText), isMoved ? behind.half : latinHalf);
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const shift = offset !== undefined ? offset.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2") : zone !== undefined ? "Z" : "";
  return {
    time: `${String(hour).padStart(2, "0")}:${minute}${second === undefined || second === "00" ? "" : `:${second}`}${shift}`,
    end: whole.length + (isMoved ? behind.end : 0),
  };
}

/** The hour of 24; 24 and above where the clock has no such hour. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return hour < 1 || hour > 12 ? 24 : (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}
