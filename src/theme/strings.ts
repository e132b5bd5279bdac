/** The words of the pages around the articles, in the archive's language. May import: nothing. */

/** A table of strings, as `templates/strings/en.json` has it. */
export interface Strings {
  /** Full names, January first. */
  readonly months: readonly string[];
  /** `{day} {month} {year}`, `{month} {year}`. */
  readonly dates: { readonly day: string; readonly month: string; readonly monthDay?: string | undefined };
  readonly thousands: string;
  /** One form for each plural category of the language (CLDR): `one`, `few`, `many`, `other`. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** Plural categories of whole numbers, by language (Unicode CLDR 45, cardinal rules). Written out, since `Intl` differs from one Node to the next. */
const plurals: Readonly<Record<string, (n: number) => string>> = {
  en: (n) => (n === 1 ? "one" : "other"),
  de: (n) => (n === 1 ? "one" : "other"),
  es: (n) => (n === 1 ? "one" : n !== 0 && n % 1_000_000 === 0 ? "many" : "other"),
  fr: (n) => (n === 0 || n === 1 ? "one" : n % 1_000_000 === 0 ? "many" : "other"),
  ru: slavic,
  uk: slavic,
  ar: (n) => (n === 0 ? "zero" : n === 1 ? "one" : n === 2 ? "two" : n % 100 >= 3 && n % 100 <= 10 ? "few" : n % 100 >= 11 ? "many" : "other"),
  zh: () => "other",
  pl: (n) => (n === 1 ? "one" : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? "few" : "many"),
};

function slavic(n: number): string {
  if (n % 10 === 1 && n % 100 !== 11) return "one";
  return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? "few" : "many";
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
  /** The name of a language; its tag where the table has none. */
  languageName(tag: string): string;
  /** `1,234` */
  number(n: number): string;
}

/** @param language BCP 47 tag of the table */
export function helpersOf(strings: Strings, language: string): Helpers {
  const plural = plurals[language.split("-", 1)[0] ?? ""] ?? ((n: number) => (n === 1 ? "one" : "other"));
  const number = (n: number) => String(n).replace(/\B(?=(?:\d{3})+$)/g, strings.thousands);
  // Most texts have nothing to fill in, and a page asks for two hundred.
  const fill = (text: string, values: Readonly<Record<string, string | number>>) =>
    !text.includes("{")
      ? text
      : text.replace(/\{(\w+)\}/g, (whole, name: string) =>
          values[name] === undefined ? whole : typeof values[name] === "number" ? number(values[name]) : values[name],
        );
  return {
    t: (key, values = {}) => fill(strings.texts[key] ?? key, values),
    count: (key, n) => fill(strings.counts[key]?.[plural(n)] ?? strings.counts[key]?.["other"] ?? key, { n }),
    date: (iso) => {
      const [year = "", month, day] = iso
        .slice(iso.indexOf("/") + 1)
        .slice(0, 10)
        .split("-");
      if (month === undefined) return year;
      const values = { year, month: strings.months[Number(month) - 1] ?? month, day: String(Number(day)) };
      return fill(day === undefined ? strings.dates.month : strings.dates.day, values);
    },
    monthDay: (month, day) => {
      const name = strings.months[month - 1] ?? "";
      return day === undefined ? name : fill(strings.dates.monthDay ?? "{day} {month}", { day: String(day), month: name });
    },
    languageName: (tag) => strings.texts[`language.${tag}`] ?? tag,
    number,
  };
}
