/**
 * Queries as readers type them, with what a person would want to see first. The paper is small and invented; of each query it is said which article has to be the first,
 * which others have to be found, and that nothing else is.
 */
import { beforeAll, expect, test } from "vitest";
import { anything, type Shelf, shelfOf, type Told } from "../helpers/searching.ts";

const person = (name: string) => ({ name, kind: "person" as const, role: null, place: null, affiliation: null });

/** By a short name; each names its matter in a headline, or in its text alone, or in passing. */
const paper: Readonly<Record<string, Told>> = {
  winter: {
    headline: "Island Ferry to Run Through the Winter",
    date: "2019-11-04",
    authors: [person("Ada Finch")],
    section: "Harbour",
    paragraphs: [
      "The ferry between Averill and the island will keep running after Christmas, the harbour office said on Monday.",
      "Two crews have been hired. In other years the last crossing was in October.",
    ],
  },
  strike: {
    headline: "Ferries Stand Still as Crews Strike",
    date: "2021-03-12",
    authors: [person("Tom O’Hara")],
    section: "Harbour",
    paragraphs: ["No boat left the quay on Friday. The crews want a pay rise of six per cent.", "Talks go on at Russia’s consulate, of all places."],
  },
  mayor: {
    headline: "Mayor Opens the New Harbour",
    date: "2020-06-01",
    authors: [person("Ada Finch")],
    section: "Town",
    paragraphs: ["The mayor cut a ribbon. A band played, and the old ferry sounded its horn.", "COVID-19 kept the crowd small."],
  },
  election: {
    headline: "Five Want to Be Mayor",
    date: "2018-09-20",
    authors: [person("Winter Jones")],
    section: "Town",
    publication: "The Courier",
    paragraphs: ["Five people stand in the election. The harbour, new schools and the price of fish are what they speak of."],
  },
  fish: {
    headline: "The Price of Fish",
    date: "2021-10-02",
    section: "Trade",
    paragraphs: ["A kilo of cod costs twice what it did. “It is the winter,” a fishmonger said; it was October.", "The New York harbour prices are no better."],
  },
  moscow: {
    headline: "Ещё один мост через реку в Москве",
    language: "ru",
    date: "2021-05-05",
    authors: [person("Анна Петрова")],
    section: "Город",
    paragraphs: ["В Москве открыли новый мост. Его строили пять лет.", "Рядом посадили ёлки."],
  },
  bridges: {
    headline: "Мосты закроют на ночь",
    language: "ru",
    date: "2020-12-01",
    section: "Город",
    paragraphs: ["Все мосты столицы будут закрыты, сообщила мэрия. Ёлка на площади останется."],
  },
  kyiv: {
    headline: "У Києві відкрили п’ять шкіл",
    language: "uk",
    date: "2020-09-01",
    section: "Місто",
    paragraphs: ["П'ять нових шкіл відкрили в Києві першого вересня."],
  },
  president: {
    headline: "الرئيس يفتتح الميناء الجديد",
    language: "ar",
    date: "2019-02-02",
    section: "أخبار",
    paragraphs: ["افتتح الرئيسُ ميناءً جديدًا في المدينة يوم السبت."],
  },
  university: {
    headline: "莫斯科大学迎来新生",
    language: "zh",
    date: "2021-09-01",
    section: "教育",
    paragraphs: ["莫斯科大学星期三迎来五千名新生。校长在开学典礼上讲话。"],
  },
  water: {
    headline: "Le prix de l’eau monte à l’école",
    language: "fr",
    date: "2017-01-15",
    authors: [person("Élise Béranger")],
    section: "Ville",
    paragraphs: ["L’eau coûte plus cher. Les journaux du matin en parlent aujourd'hui."],
  },
  street: {
    headline: "Straßenfest in der Altstadt",
    language: "de",
    date: "2016-07-07",
    section: "Stadt",
    paragraphs: ["Tausende kamen zum Fest. Die Hafenkapelle spielte bis in die Nacht."],
  },
};

let shelf: Shelf;
beforeAll(async () => {
  shelf = await shelfOf(Object.entries(paper).map(([name, told]) => ({ id: `x/${name}`, ...told })));
});

/** TABLE: query; then what is found, where the first is the best and the order of the others is open; nothing for nothing. */
const judged: readonly (readonly [query: string, ...found: string[]])[] = [
  // The matter itself before those who mention it.
  ["ferry", "winter", "strike", "mayor"],
  ["ferries", "strike", "winter", "mayor"],
  ["harbour", "mayor", "winter", "strike", "election", "fish"],
  ["mayor", "mayor", "election"],
  ["fish", "fish", "election"],
  ["winter ferry", "winter"],
  ["new harbour", "mayor", "election", "fish"],
  ["price of fish", "fish", "election"],
  ["winter", "winter", "election", "fish"],
  // Phrases stand as they are typed, over whatever stands between the words, and not over paragraphs.
  ['"new harbour"', "mayor"],
  ["“last crossing”", "winter"],
  ['"new harbour" -ribbon'],
  ['"quay on friday the crews"', "strike"],
  ['"per cent talks"'],
  ['"winter a fishmonger"', "fish"],
  ["covid-19", "mayor"],
  ["covid", "mayor"],
  // Fields.
  ["author:finch ferry", "winter", "mayor"],
  ["author:winter", "election"],
  ["author:ohara", "strike"],
  ["author:o’hara", "strike"],
  ["author:beranger", "water"],
  ["title:harbour", "mayor"],
  ["title:mayor -title:new", "election"],
  ["source:courier", "election"],
  // Of equals the newest.
  ["section:harbour", "strike", "winter"],
  // Beginnings.
  ["strik*", "strike"],
  ["title:fer*", "strike", "winter"],
  ["莫*", "university"],
  // Apostrophes, accents, letters that have another spelling.
  ["russia", "strike"],
  ["eau", "water"],
  ["l'eau", "water"],
  ["ecole", "water"],
  ["ÉCOLE", "water"],
  ["journal", "water"],
  ["strassenfest", "street"],
  ["STRASSENFEST", "street"],
  ["ещё", "moscow"],
  ["еще мост", "moscow"],
  ["елка", "bridges", "moscow"],
  ["мост", "moscow", "bridges"],
  ["москва", "moscow"],
  ["автор:петрова"],
  ["author:петрова", "moscow"],
  ["п'ять шкіл", "kyiv"],
  // The same word without its apostrophe, in Russian, comes after.
  ["пʼять", "kyiv", "moscow"],
  ["رئيس", "president"],
  ["الرئيس", "president"],
  ["ميناء", "president"],
  ["الـميـناء", "president"],
  ["莫斯科", "university"],
  ["大学", "university"],
  ["科学"],
  ["莫斯科大学 新生", "university"],
  // All languages in one query, and nothing that is in none.
  ["ferry мост"],
  ["-ferry harbour", "fish", "election"],
];

test.each(judged)("%s", async (query, ...expected) => {
  const found = (await shelf.ask(query)).map((id) => id.slice(2));
  expect(found.slice().sort()).toEqual(expected.slice().sort());
  expect(found[0]).toBe(expected[0]);
});

test("days, and lists, leave only what is of them", async () => {
  const ids = async (query: string, filters: Partial<typeof anything>) => (await shelf.ask(query, { ...anything, ...filters })).map((id) => id.slice(2));
  expect(await ids("harbour", { from: "2020", to: "2020" })).toEqual(["mayor"]);
  expect(await ids("harbour", { from: "2021-04" })).toEqual(["fish"]);
  expect(await ids("", { from: "2021-09", to: "2021-10-01" })).toEqual(["university"]);
  expect((await ids("", { facets: { language: ["ru", "uk"] } })).sort()).toEqual(["bridges", "kyiv", "moscow"]);
  expect(await ids("harbour", { facets: { section: ["Town"], author: ["Ada Finch"] } })).toEqual(["mayor"]);
});
