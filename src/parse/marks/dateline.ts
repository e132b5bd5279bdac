/** The place line that opens a story: `MOSCOW (AFP) —`. A kicker in capitals (`DÉCRYPTAGE - …`) is none. May import: model, text, parse/marks. */
import type { Dateline } from "../../model/article.ts";
import { findDates } from "./date.ts";
import { isCapitalised, looksLikeName, tokensOf } from "./name.ts";
import { isAgency, type Words } from "./words.ts";

export interface DatelineMark {
  readonly dateline: Dateline;
  /** UTF-16 offset at which the lede begins. */
  readonly end: number;
}

const longestDateline = 90;

/** Reads the dateline at the start of a paragraph; null where the paragraph begins without one. */
export function readDateline(paragraph: string, words: Words): DatelineMark | null {
  const head = paragraph.slice(0, longestDateline + 4);
  return wired(head, words) ?? chinese(head) ?? agencyBehind(head) ?? placed(head, words);
}

/** `MOSCOW (AFP) —`, `Lantern Quay, Sept. 15 (Coastal Press) -`, `MADRID, 12 (EFE).-`, `(Reuters) -`. */
function wired(head: string, words: Words): DatelineMark | null {
  const match = /^(?:([^()—–]{2,60}?)\s)?\(([^()]{2,40})\)\s?[.:]?\s?(?:[-—–]{1,2})\s?/u.exec(head);
  if (match === null) return null;
  const [whole, where, agency = ""] = match;
  if (!isAgency(agency) && !tokensOf(agency).every(isCapitalised)) return null;
  const place = where === undefined ? null : placeOf(where, words);
  if (where !== undefined && place === null) return null;
  if (where === undefined && !isAgency(agency)) return null;
  return mark(whole, place, agency);
}

/** `新华社北京4月24日电` */
function chinese(head: string): DatelineMark | null {
  const match =
    /^[（(]?((?:新华社|中新社|中新网|法新社|路透社|美联社|中央社|本报)[^\s\d，。]{0,12}?)((?:\d{1,2}月)?\d{1,2}日)(?:电|讯|報道|报道)[）)]?\s*/u.exec(head);
  if (match === null) return null;
  const agency = /^(?:新华社|中新社|中新网|法新社|路透社|美联社|中央社|本报)/.exec(match[1] ?? "")?.[0] ?? "";
  return mark(match[0], (match[1] ?? "").slice(agency.length) || null, agency);
}

/** `МОСКВА, 9 мая — РИА Новости.`, `بيروت - رويترز:` */
function agencyBehind(head: string): DatelineMark | null {
  const match = /^([^—–.:-]{2,60}?)\s?[—–-]\s?([^—–.:]{2,40}?)\s?[.:]\s?/u.exec(head);
  if (match === null) return null;
  const [whole, where = "", agency = ""] = match;
  const known = isAgency(agency);
  const place = /^([^,\d]+)/u.exec(where)?.[1]?.trim() ?? null;
  return known && place !== null && tokensOf(place).length <= 4 ? mark(whole, place, agency) : null;
}

/** `LANTERN QUAY —`, `KYIV, Sept. 15 –`: capitals, then a dash that is no hyphen. */
function placed(head: string, words: Words): DatelineMark | null {
  const match = /^([^—–]{2,60}?)\s?(?:[—–]|--)\s/u.exec(head);
  if (match === null) return null;
  const [whole, where = ""] = match;
  const place = placeOf(where, words);
  if (place === null || place !== place.toUpperCase() || place === place.toLowerCase() || tokensOf(place).length > 4) return null;
  return mark(whole, place, null);
}

/** The place of `Lantern Quay, Sept. 15`; null where the words are no place and date. */
function placeOf(where: string, words: Words): string | null {
  const [place = "", ...rest] = where.split(/\s?,\s?/);
  if (!looksLikeName(place, words) || /[?!"«»“”]/.test(place)) return null;
  const idle = (part: string) =>
    findDates(part, words, null).length > 0 || isDayAndMonth(part, words) || (looksLikeName(part, words) && tokensOf(part).length <= 3);
  return rest.every((part) => idle(part)) ? place : null;
}

/** `Sept. 15`, `9 мая`, `12`: the day of a dateline, without its year. */
function isDayAndMonth(text: string, words: Words): boolean {
  const tokens = text.toLowerCase().match(/\d+|\p{L}[\p{L}\p{M}]*/gu) ?? [];
  return tokens.length > 0 && tokens.length <= 3 && tokens.every((token) => /^\d{1,4}$/.test(token) || words.months.has(token) || words.dateFiller.has(token));
}

function mark(asPrinted: string, place: string | null, agency: string | null): DatelineMark {
  return { dateline: { place, agency, asPrinted: asPrinted.trim() }, end: asPrinted.length };
}
