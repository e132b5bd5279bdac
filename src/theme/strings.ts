/** The words of the pages around the articles, in the archive's language. May import: nothing. */

/** A table of strings, as `templates/strings/en.json` has it. */
export interface Strings {
  /** Full names, January first, as they stand in a whole date: `15 сентября 2021`. */
  readonly months: readonly string[];
  /** As they stand without a day, where that is another form: `Сентябрь 2021`. */
  readonly monthsAlone?: readonly string[] | undefined;
  /** Days of the month that are not written as a number: the `1er` of French. */
  readonly days?: Readonly<Record<string, string>> | undefined;
  /** `{day} {month} {year}`, `{month} {year}`, `{year}`, `{day} {month}`. */
  readonly dates: { readonly day: string; readonly month: string; readonly year?: string | undefined; readonly monthDay?: string | undefined };
  readonly thousands: string;
  /** The least number whose thousands are set apart, where it is not 1000. */
  readonly thousandsFrom?: number | undefined;
  /** One form for each plural category of the language (CLDR): `one`, `few`, `many`, `other`. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly texts: Readonly<Record<string, string>>;
}

type Plural = "zero" | "one" | "two" | "few" | "many" | "other";

interface PluralRule {
  /** All that the rule can give for a whole number. */
  readonly forms: readonly Plural[];
  readonly of: (n: number) => Plural;
}

const oneOrOther: PluralRule = { forms: ["one", "other"], of: (n) => (n === 1 ? "one" : "other") };
const slavic: PluralRule = {
  forms: ["one", "few", "many"],
  of: (n) => (n % 10 === 1 && n % 100 !== 11 ? "one" : isFew(n) ? "few" : "many"),
};

/** TABLE: plural categories of whole numbers, by language (Unicode CLDR 45, cardinal rules). Written out, since `Intl` differs from one Node to the next. */
const plurals: Readonly<Record<string, PluralRule>> = {
  en: oneOrOther,
  de: oneOrOther,
  es: { forms: ["one", "many", "other"], of: (n) => (n === 1 ? "one" : isMillions(n) ? "many" : "other") },
  fr: { forms: ["one", "many", "other"], of: (n) => (n < 2 ? "one" : isMillions(n) ? "many" : "other") },
  ru: slavic,
  uk: slavic,
  pl: { forms: ["one", "few", "many"], of: (n) => (n === 1 ? "one" : isFew(n) ? "few" : "many") },
  ar: { forms: ["zero", "one", "two", "few", "many", "other"], of: arabic },
  zh: { forms: ["other"], of: () => "other" },
};

function arabic(n: number): Plural {
  if (n < 3) return n === 0 ? "zero" : n === 1 ? "one" : "two";
  const rest = n % 100;
  return rest < 3 ? "other" : rest <= 10 ? "few" : "many";
}

function isFew(n: number): boolean {
  return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
}

function isMillions(n: number): boolean {
  return n !== 0 && n % 1_000_000 === 0;
}

/** The plural rule of a language, by its BCP 47 tag; English's for one that is not in the table. */
export function pluralRule(language: string): PluralRule {
  return plurals[language.toLowerCase().split("-", 1)[0] ?? ""] ?? oneOrOther;
}

/** Helpers that every template is given. All are pure. */
export interface Helpers {
  /** The text of a key, with `{name}` filled in. A key that the table lacks is printed as it is, so that it is seen. */
  t(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** `1 article`, `2 articles`. */
  count(key: string, n: number): string;
  /** A civil date in words, as precise as it is; the time of day is left out. */
  date(iso: string): string;
  /** A month, or a day of it, of no year: `September`, `15 September`. */
  monthDay(month: number, day?: number): string;
  /** What dates are printed with, as JSON: for the scripts of a page. */
  dateWords(): string;
  /** What numbers are printed with, as JSON, for the same: what stands between thousands, and the least number in which it does. */
  numberWords(): string;
  /** The name of a language; its tag where the table has none. */
  languageName(tag: string): string;
  /** `1,234` */
  number(n: number): string;
}

/** @param language BCP 47 tag of the table */
export function helpersOf(strings: Strings, language: string): Helpers {
  const plural = pluralRule(language);
  const thousandsFrom = strings.thousandsFrom ?? 1000;
  const number = (n: number) => (n < thousandsFrom ? String(n) : String(n).replace(/\B(?=(?:\d{3})+$)/g, strings.thousands));
  const dayOf = (day: number) => strings.days?.[day] ?? String(day);
  // Most texts have nothing to fill in, and a page asks for two hundred.
  const fill = (text: string, values: Readonly<Record<string, string | number>>) =>
    !text.includes("{")
      ? text
      : text.replace(/\{(\w+)\}/g, (whole, name: string) =>
          values[name] === undefined ? whole : typeof values[name] === "number" ? number(values[name]) : values[name],
        );
  return {
    t: (key, values = {}) => fill(strings.texts[key] ?? key, values),
    count: (key, n) => fill(strings.counts[key]?.[plural.of(n)] ?? strings.counts[key]?.["other"] ?? key, { n }),
    date: (iso) => {
      const [year = "", month, day] = iso
        .slice(iso.indexOf("/") + 1)
        .slice(0, 10)
        .split("-");
      if (month === undefined) return fill(strings.dates.year ?? "{year}", { year });
      const names = day === undefined ? (strings.monthsAlone ?? strings.months) : strings.months;
      const values = { year, month: names[Number(month) - 1] ?? month, day: day === undefined ? "" : dayOf(Number(day)) };
      return fill(day === undefined ? strings.dates.month : strings.dates.day, values);
    },
    monthDay: (month, day) => {
      if (day === undefined) return (strings.monthsAlone ?? strings.months)[month - 1] ?? "";
      return fill(strings.dates.monthDay ?? "{day} {month}", { day: dayOf(day), month: strings.months[month - 1] ?? "" });
    },
    dateWords: () => JSON.stringify([strings.months, strings.monthsAlone ?? strings.months, strings.days ?? {}, strings.dates]),
    numberWords: () => JSON.stringify([strings.thousands, thousandsFrom]),
    languageName: (tag) => strings.texts[`language.${tag}`] ?? tag,
    number,
  };
}
