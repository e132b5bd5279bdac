/** The tables of strings: each language says all that English says, in every form that its plurals have, and dates as its newspapers print them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { helpersOf, pluralRule, type Strings } from "../src/theme/strings.ts";
import { folderWith, projectFolder, tearsheet } from "./helpers/run.ts";

const folder = join(projectFolder, "templates/strings");
const languages = readdirSync(folder)
  .map((name) => name.replace(/\.json$/, ""))
  .sort();
const tableOf = (language: string) => JSON.parse(readFileSync(join(folder, `${language}.json`), "utf8")) as Strings;
const english = tableOf("en");

/** `{n}`, `{site}` …, in the order of the alphabet. */
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

test("there are tables for the languages that are promised", () => {
  expect(languages).toEqual(["ar", "de", "en", "es", "fr", "pl", "ru", "uk", "zh"]);
});

describe.each(languages)("%s", (language) => {
  const table = tableOf(language);
  const { forms, of } = pluralRule(language);

  test("has a text for each English one, and no other", () => {
    // What is missing is printed as English has it, to be translated and pasted.
    const missing = Object.entries(english.texts).filter(([key]) => !(key in table.texts));
    expect(missing.map(([key, text]) => `${JSON.stringify(key)}: ${JSON.stringify(text)},`)).toEqual([]);
    expect(Object.keys(table.texts).filter((key) => !(key in english.texts))).toEqual([]);
  });

  test("has each count in each form that its plural rule gives, and in no other", () => {
    const missing = Object.entries(english.counts).flatMap(([key, { other = "" }]) =>
      forms.filter((form) => table.counts[key]?.[form] === undefined).map((form) => `${key} › ${form}: ${JSON.stringify(other)}`),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(table.counts).sort()).toEqual(Object.keys(english.counts).sort());
    for (const [key, texts] of Object.entries(table.counts)) expect(Object.keys(texts).sort(), key).toEqual([...forms].sort());
  });

  test("fills the same places as English", () => {
    for (const [key, text] of Object.entries(table.texts)) expect(placeholders(text), key).toEqual(placeholders(english.texts[key] ?? ""));
    // A count may say its number in a word (`two`), but only where the form stands for that number alone.
    for (const [key, texts] of Object.entries(table.counts))
      for (const [form, text] of Object.entries(texts)) {
        const isNumbered = JSON.stringify(placeholders(text)) === '["{n}"]';
        const isOneNumber = Array.from({ length: 300 }, (_, n) => of(n)).filter((each) => each === form).length <= 2;
        expect(isNumbered || (isOneNumber && placeholders(text).length === 0), `${key} › ${form}: ${text}`).toBe(true);
      }
  });

  test("its plural rule gives all of its forms, and those alone", () => {
    const given = new Set([...Array.from({ length: 1000 }, (_, n) => n), 1_000_000, 2_000_000].map(of));
    expect([...given].sort()).toEqual([...forms].sort());
  });

  test("the rule is that of the Unicode tables that this Node has", () => {
    const rules = new Intl.PluralRules(language);
    for (const n of [...Array.from({ length: 250 }, (_, at) => at), 1000, 1001, 1002, 1011, 1021, 999_999, 1_000_000, 1_000_001, 3_000_000])
      expect(of(n), String(n)).toBe(rules.select(n));
  });

  test("nothing in it is markup, empty, or begins or ends in a blank", () => {
    const { "list.comma": comma, ...texts } = table.texts;
    const all = [...Object.values(texts), ...Object.values(table.counts).flatMap((forms) => Object.values(forms)), ...table.months];
    expect(all.filter((text) => /[<>]|^$|^\s|\s$/u.test(text))).toEqual([]);
    expect(comma).toMatch(/^\S\s?$/u);
    expect(table.months).toHaveLength(12);
  });
});

test.each([
  ["en", "15 September 2021", "September 2021", "2021", "2,021", "12,345"],
  ["ru", "15 сентября 2021", "Сентябрь 2021", "2021", "2 021", "12 345"],
  ["uk", "15 вересня 2021", "Вересень 2021", "2021", "2 021", "12 345"],
  ["pl", "15 września 2021", "Wrzesień 2021", "2021", "2021", "12 345"],
  ["fr", "15 septembre 2021", "Septembre 2021", "2021", "2 021", "12 345"],
  ["de", "15. September 2021", "September 2021", "2021", "2.021", "12.345"],
  ["es", "15 de septiembre de 2021", "Septiembre de 2021", "2021", "2021", "12.345"],
  ["ar", "15 سبتمبر 2021", "سبتمبر 2021", "2021", "2,021", "12,345"],
  ["zh", "2021年9月15日", "2021年9月", "2021年", "2,021", "12,345"],
])("%s: a day, a month, a year, and numbers", (language, day, month, year, small, large) => {
  const { date, number } = helpersOf(tableOf(language), language);
  // Whichever blank keeps a number together.
  const said = [date("2021-09-15"), date("2021-09"), date("2021"), number(2021), number(12_345)].map((text) => text.replace(/[\u00a0\u202f]/g, " "));
  expect(said).toEqual([day, month, year, small, large]);
});

test.each([
  ["en", 1000, "1,000"],
  ["pl", 10_000, "10 000"],
  ["es", 10_000, "10.000"],
])("%s: the least number whose thousands are set apart is %i", (language, least, printed) => {
  const { number } = helpersOf(tableOf(language), language);
  expect([number(least - 1), number(least).replace(/[\u00a0\u202f]/g, " ")]).toEqual([String(least - 1), printed]);
});

test("the first of a month in French, and an interval by its end", () => {
  const { date } = helpersOf(tableOf("fr"), "fr");
  expect(date("2021-05-01")).toBe("1er mai 2021");
  expect(date("2021-05-01/2021-06-02")).toBe("2 juin 2021");
});

test.each([
  ["ru", "1 статья", "3 статьи", "5 статей", "11 статей", "21 статья"],
  ["pl", "1 artykuł", "3 artykuły", "5 artykułów", "11 artykułów", "21 artykułów"],
  ["ar", "مقالة واحدة", "3 مقالات", "5 مقالات", "11 مقالة", "21 مقالة"],
  ["zh", "1 篇文章", "3 篇文章", "5 篇文章", "11 篇文章", "21 篇文章"],
])("%s: how many articles", (language, ...said) => {
  const { count } = helpersOf(tableOf(language), language);
  expect([1, 3, 5, 11, 21].map((n) => count("articles", n))).toEqual(said);
});

describe("the setting `language`", () => {
  const seeds = { "seeds/a.txt": "Ferry Runs Again\n\nBy Anna Holm\n2021-09-15\n\nThe ferry to the island runs again, the harbour board said.\n" };
  const build = (language: string, more: Readonly<Record<string, string>> = {}) => {
    const cwd = folderWith({ ...seeds, "tearsheet.config.json": JSON.stringify({ title: "T", language }), ...more });
    const { status, err } = tearsheet(["build"], cwd);
    return { cwd, status, err, html: readFileSync(join(cwd, "dist/index.html"), "utf8") };
  };

  test("takes the nearest table: that of the language where there is none for the region", () => {
    const { status, err, html } = build("fr-CA");
    expect(status).toBe(0);
    expect(err).not.toContain("strings-missing");
    expect(html).toContain('<html lang="fr" dir="ltr">');
    expect(html).toContain("1 article");
    expect(html).toContain("Aller au texte");
  });

  test.each([
    ["zh", "9月15日"],
    ["es", "15 de septiembre"],
    ["de", "15. September"],
    ["en", "15 September"],
  ])("prints a day of the year as %s does", (language, day) => {
    const { cwd } = build(language);
    expect(readFileSync(join(cwd, "dist/on-this-day/09-15.html"), "utf8")).toContain(day);
  });

  test("turns the page for Arabic", () => {
    expect(build("ar").html).toContain('<html lang="ar" dir="rtl">');
  });

  test("that has no table gives English, says so on the page, and is reported", () => {
    const { status, err, html } = build("sv");
    expect(status).toBe(0);
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(err).toContain("strings-missing");
    expect(err).toContain("strings/sv.json");
  });

  test("finds the owner's own table, and takes what it lacks from English", () => {
    const { err, html } = build("sv", { "templates/strings/sv.json": JSON.stringify({ texts: { skip: "Till texten" } }) });
    expect(err).not.toContain("strings-missing");
    expect(html).toContain('<html lang="sv"');
    expect(html).toContain("Till texten");
    expect(html).toContain("Most recent stories");
  });
});
