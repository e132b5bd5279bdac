/** Chinese dates whose numbers are no digits, or whose years count from 1912: `二〇二一年九月十五日`, `民國110年9月15日`. May import: nothing. */

export interface ChineseDate {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
  readonly start: number;
  readonly end: number;
}

const digits = "〇一二三四五六七八九";
const numeral = "[〇零○一二三四五六七八九十百廿卅]";
const pattern = new RegExp(
  `(?<!${numeral}|\\d)(?:(?<republic>中?[华華]?民[国國])\\s?)?(?<year>\\d{1,4}|${numeral}{1,6}|元)\\s?年\\s?(?<month>\\d{1,2}|${numeral}{1,3})\\s?月(?:份)?(?:\\s?(?<day>\\d{1,2}|${numeral}{1,3})\\s?[日号號])?`,
  "gu",
);

/** Finds them. A year counts from the Republic only where the words say so: `110年9月15日` is none. */
export function chineseDates(text: string): ChineseDate[] {
  const dates: ChineseDate[] = [];
  for (const match of text.matchAll(pattern)) {
    const { republic, year = "", month = "", day } = match.groups ?? {};
    const isCounted = republic !== undefined;
    const [y, m, d] = [isCounted ? counted(year) : yearOf(year), counted(month), day === undefined ? null : counted(day)];
    if (y === null || m === null || (day !== undefined && d === null) || (isCounted && y > 200)) continue;
    dates.push({ year: isCounted ? y + 1911 : y, month: m, day: d, start: match.index, end: match.index + match[0].length });
  }
  return dates;
}

/** `二〇二一`: four digits, none of them a ten. Years in European digits are read elsewhere. */
function yearOf(text: string): number | null {
  const plain = text.replace(/[零○]/g, "〇");
  return /^[〇一二三四五六七八九]{4}$/u.test(plain) ? Number([...plain].map((digit) => digits.indexOf(digit)).join("")) : null;
}

/** `十五`, `二十一`, `廿一`, `一百一十`, `110`, `元`: a number below a thousand. */
function counted(text: string): number | null {
  if (text === "元") return 1;
  if (/^\d+$/.test(text)) return Number(text);
  const plain = text.replace(/[零○]/g, "〇").replace(/廿/g, "二十").replace(/卅/g, "三十");
  const match = /^(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九])?(十))?([〇一二三四五六七八九])?$/u.exec(plain);
  if (match === null) return null;
  const [, hundreds, tens, ten, ones] = match;
  const digit = (each: string | undefined, none: number) => (each === undefined ? none : digits.indexOf(each));
  return digit(hundreds, 0) * 100 + (ten === undefined ? 0 : digit(tens, 1) * 10) + digit(ones, 0);
}
