/** The place line that opens a story: `MOSCOW (AFP) —`. A kicker in capitals (`DÉCRYPTAGE - …`) is none. May import: model, text, parse/marks. */
import type { Dateline } from "../../model/article.ts";
import type { BylineValue } from "../../model/claim.ts";
import { foldWord } from "../../text/fold.ts";
import { findDates } from "./date.ts";
import { chineseDateline } from "./dateline-chinese.ts";
import { isCapitalised, looksLikeName, tokensOf } from "./name.ts";
import { isAgency, type Words } from "./words.ts";

export interface DatelineMark {
  readonly dateline: Dateline;
  /** Who reports, where the dateline itself says so: `/Корр. ТАСС Иван Иванов/`, `新华社北京4月24日电（记者张三）`. */
  readonly byline: BylineValue | null;
  /** UTF-16 offset at which the lede begins. */
  readonly end: number;
}

const longestDateline = 90;

/** Reads the dateline at the start of a paragraph; null where the paragraph begins without one. */
export function readDateline(paragraph: string, words: Words): DatelineMark | null {
  const head = paragraph.slice(0, longestDateline + 4);
  return (
    wired(head, words) ??
    chinese(head) ??
    slashed(head, words) ??
    dotted(head, words) ??
    agencyBehind(head, words) ??
    arabicAgency(head, words) ??
    placed(head, words)
  );
}

/** `AFP`, `dpa/AFP`. */
function areAgencies(text: string): boolean {
  return text.split(/\s?\/\s?/).every((each) => isAgency(each) || /^\p{L}{3,12}\.(?:ru|com|ua|net)$/iu.test(each));
}

/** `MOSCOW (AFP) —`, `Lantern Quay, Sept. 15 (Coastal Press) -`, `MADRID, 12 (EFE).-`, `(Reuters) -`, `Vellmar (dpa/AFP).` */
function wired(head: string, words: Words): DatelineMark | null {
  const match = /^(?:([^()—–]{2,60}?(?:\s\([^()]{2,25}\),[^()—–]{1,30}?)?)\s)?\(([^()]{2,40})\)\s?([.:]?\s?[-—–ـ]{1,2}|[.:](?=\s))\s?/u.exec(head);
  if (match === null) return null;
  const [whole, where, agency = "", end = ""] = match;
  const known = areAgencies(agency);
  if (!known && (end.length < 2 && /[.:]/.test(end) ? true : !tokensOf(agency).every(isCapitalised))) return null;
  const place = where === undefined ? null : placeOf(where, words);
  if ((where !== undefined && place === null) || (where === undefined && !known)) return null;
  // `AVERILL (Norland) -`: what nobody knows for an agency is the land.
  return mark(whole, place, known || /^[\p{Lu}\p{Lo}\s.-]+$/u.test(agency) ? agency : null);
}

/** `新华社北京4月24日电` */
function chinese(head: string): DatelineMark | null {
  const found = chineseDateline(head);
  if (found === null) return null;
  const { place, agency, asPrinted, byline, end } = found;
  return { dateline: { place, agency, asPrinted }, byline, end };
}

/** `МОСКВА, 9 мая. /ТАСС/.`, `АВЕРИЛЬ, 9 мая. /Корр. ТАСС Иван Иванов/.` */
function slashed(head: string, words: Words): DatelineMark | null {
  const match = /^([^/()—–]{2,60}?)\.?\s?\/([^/]{2,60})\/(?:\.|\s?[-—–])?\s?/u.exec(head);
  if (match === null) return null;
  const [whole, where = "", inside = ""] = match;
  const place = placeOf(where, words);
  if (place === null) return null;
  if (areAgencies(inside)) return mark(whole, place, inside);
  const signed = /^(?:спец|соб)?\.?\s?кор(?:р|респондент)?\.?\s(\S+)\s(.+)$/iu.exec(inside);
  const [, agency = "", name = ""] = signed ?? [];
  if (signed === null || !isAgency(agency) || !looksLikeName(name, words)) return null;
  return { ...mark(whole, place, agency), byline: signature(name, agency, inside) };
}

function signature(name: string, affiliation: string, asPrinted: string): BylineValue {
  return { asPrinted, authors: [{ name, kind: "person", role: null, place: null, affiliation }] };
}

/** `Москва. 9 мая. INTERFAX.RU -`, `КИЇВ. 9 травня. УНІАН.` */
function dotted(head: string, words: Words): DatelineMark | null {
  const match = /^([^.—–()/]{2,40})\.\s(\d{1,2}\s\p{L}{2,12})(?:\s\d{4}\sг)?\.\s([^—–()\s][^—–()]{1,30}?)(?:\s[-—–]\s|\.\s)/u.exec(head);
  if (match === null) return null;
  const [whole, place = "", day = "", agency = ""] = match;
  return areAgencies(agency) && isDayAndMonth(day, words) && looksLikeName(place, words) ? mark(whole, place, agency) : null;
}

/** `МОСКВА, 9 мая — РИА Новости.`, `بيروت - رويترز:`, `القاهرة – (د ب أ):`, `СОЧИ, 9 мая — РИА Новости, Иван Иванов.` */
function agencyBehind(head: string, words: Words): DatelineMark | null {
  const match = /^((?:[^—–.:ـ-]|(?<=\p{L})-(?=\p{L})){2,60}?)\s?(?:[—–]|\s-|-\s|\sـ)\s?([^—–.:]{2,60}?)\s?[.:]\s?/u.exec(head);
  if (match === null) return null;
  const [whole, where = "", behind = ""] = match;
  const [agency = "", name = "", ...others] = behind.replace(/^[(«“"]([^()«»“”"]*)[)»”"]$/, "$1").split(/\s?[,،]\s?/);
  const place = /^([^,،\d]+)/u.exec(where)?.[1]?.trim() ?? null;
  if (!areAgencies(agency) || place === null || tokensOf(place).length > 4 || others.length > 0) return null;
  if (name === "") return mark(whole, place, agency);
  return looksLikeName(name, words) ? { ...mark(whole, place, agency), byline: signature(name, agency, name) } : null;
}

/** `دمشق-سانا`: nothing stands behind the agency. */
function arabicAgency(head: string, words: Words): DatelineMark | null {
  const match = words.language.script === "Arab" ? /^([\p{L}\p{M} ]{2,30}?)\s?[-–]\s?([\p{L}\p{M}.]{2,20})\s+/u.exec(head) : null;
  const [whole = "", place = "", agency = ""] = match ?? [];
  return match !== null && isAgency(agency) && tokensOf(place).length <= 2 ? mark(whole, place, agency) : null;
}

/** `LANTERN QUAY —`, `KYIV, Sept. 15 –`: capitals, then a dash that is no hyphen. */
function placed(head: string, words: Words): DatelineMark | null {
  const match = /^([^—–]{2,60}?)(?:\.(?:[—–]|--)\s?|\s?(?:[—–]|--)\s)/u.exec(head);
  if (match === null) return null;
  const [whole, where = ""] = match;
  const place = placeOf(where, words);
  if (place === null || words.kickers.has(foldWord(place))) return null;
  if (place !== place.toUpperCase() || place === place.toLowerCase() || tokensOf(place).length > 4) return null;
  return mark(whole, place, null);
}

/** The place of `Lantern Quay, Sept. 15`; null where the words are no place and date. */
function placeOf(where: string, words: Words): string | null {
  const [first = "", ...rest] = where.replace(/\s\([^()]*\)/, "").split(/\s?[,،]\s?/);
  // `دمشق 15 أيلول`: no comma before the day.
  const dated = /^(\D{2,40}?)\s(\d{1,2}\s\S+(?:\s\S+){0,3})$/u.exec(first);
  const place = dated !== null && isDayAndMonth(dated[2] ?? "", words) ? (dated[1] ?? "") : first;
  if (!place.split(/\s?\/\s?/).every((each) => looksLikeName(each, words)) || /[?!"«»“”]/.test(place)) return null;
  const idle = (part: string) =>
    /^\d{4}$/.test(part) || findDates(part, words, null).length > 0 || isDayAndMonth(part, words) || (looksLikeName(part, words) && tokensOf(part).length <= 3);
  return rest.every((part) => idle(part)) ? place : null;
}

/** `Sept. 15`, `9 мая`, `12`: the day of a dateline, without its year. */
function isDayAndMonth(text: string, words: Words): boolean {
  const tokens = text.toLowerCase().match(/\d+|\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return (
    tokens.length > 0 &&
    tokens.length <= 4 &&
    tokens.some((token) => /^\d{1,2}$/.test(token)) &&
    tokens.every((token) => /^\d{1,4}$/.test(token) || words.months.has(token) || words.dateFiller.has(token))
  );
}

function mark(asPrinted: string, place: string | null, agency: string | null): DatelineMark {
  return { dateline: { place, agency, asPrinted: asPrinted.trim() }, byline: null, end: asPrinted.length };
}
