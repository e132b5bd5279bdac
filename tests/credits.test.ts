/** Whom pictures and helpers' lines credit: what is printed in a known form, and nothing guessed. */
import { expect, test } from "vitest";
import { languages } from "../src/languages/table.ts";
import { creditRoleOf, creditsOf } from "../src/parse/credits.ts";

function said(language: string, credit: string | null, note: string | null): string[] {
  const figures = credit === null ? [] : [{ caption: null, credit, src: null, alt: null }];
  const notes = note === null ? [] : [{ text: note, lines: [1, 1] as const }];
  return creditsOf({ language, figures, notes }).map(({ name, kind, role, isSure }) => `${role}: ${name} (${kind}${isSure ? "" : ", unsure"})`);
}

test.each([
  ["en", "Jane Roe / AFP", ["picture: Jane Roe (person)", "picture: AFP (agency)"]],
  ["en", "Jane Roe/Getty Images", ["picture: Jane Roe (person)", "picture: Getty Images (agency)"]],
  ["en", "AP Photo/Jane Roe", ["picture: AP (agency)", "picture: Jane Roe (person)"]],
  ["en", "Jane Roe/Orsund Tidende via AP", ["picture: Jane Roe (person)", "picture: AP (agency)"]],
  ["en", "Jane Roe / Pool / AFP", ["picture: Jane Roe (person)", "picture: AFP (agency)"]],
  ["en", "Jane Roe/The Averill Courier", ["picture: Jane Roe (person)"]],
  ["en", "Jane Roe and John Doe / Reuters", ["picture: Jane Roe (person)", "picture: John Doe (person)", "picture: Reuters (agency)"]],
  ["es", "Luis Pardo (EFE)", ["picture: Luis Pardo (person)", "picture: EFE (agency)"]],
  ["uk", "Марія Лис, УНІАН", ["picture: Марія Лис (person)", "picture: УНІАН (agency)"]],
  ["ru", "РИА Новости / Пётр Ильин", ["picture: РИА Новости (agency)", "picture: Пётр Ильин (person)"]],
  ["ar", "ليلى بن عمر - رويترز", ["picture: ليلى بن عمر (person)", "picture: رويترز (agency)"]],
  ["zh", "新华社记者 李四 摄", ["picture: 新华社 (agency)", "picture: 李四 (person)"]],
  ["zh", "圖／記者李四攝", ["picture: 李四 (person)"]],
  ["zh", "视觉中国", ["picture: 视觉中国 (agency)"]],
  // A name alone may be that of a house.
  ["en", "Jane Roe", ["picture: Jane Roe (person, unsure)"]],
  // Houses, offices, papers and addresses are nobody.
  ["en", "Courtesy of the Orsund Museum", []],
  ["en", "Orsund Museum / AFP", ["picture: AFP (agency)"]],
  ["en", "Harbour Police Department", []],
  ["ru", "Пресс-служба порта / РИА Новости", ["picture: РИА Новости (agency)"]],
  ["en", "kremlin.ru", []],
  ["en", "Averill Courier", []],
  ["en", "Getty", ["picture: Getty (agency)"]],
  ["en", "[name withheld] / AFP", ["picture: AFP (agency)"]],
  ["en", "x".repeat(200), []],
])("%s: a picture by %s", (language, credit, credits) => {
  expect(said(language, credit, null)).toEqual(credits);
});

test.each([
  ["en", "Edited by Tom Okafor", ["editing: Tom Okafor (person)"]],
  ["en", "Additional reporting by Jane Roe and Tom Okafor", ["reporting: Jane Roe (person)", "reporting: Tom Okafor (person)"]],
  ["en", "Fact-checked by Jane Roe", ["checking: Jane Roe (person)"]],
  ["de", "Aus dem Englischen von Karl Heide", ["translation: Karl Heide (person)"]],
  ["fr", "Traduit de l'anglais par Olga Marin", ["translation: Olga Marin (person)"]],
  ["es", "Traducción de Olga Marín", ["translation: Olga Marín (person)"]],
  ["ar", "ترجمة: ليلى بن عمر", ["translation: ليلى بن عمر (person)"]],
  ["zh", "责任编辑：李四", ["editing: 李四 (person)"]],
  ["ru", "Перевод: Ольга Марина", ["translation: Ольга Марина (person)"]],
  ["ru", "Перевела Ольга Марина", ["translation: Ольга Марина (person)"]],
  ["ru", "Редактор Пётр Ильин", ["editing: Пётр Ильин (person)"]],
  // The name is bent: whose it is nobody can tell without a list of names.
  ["ru", "Перевод с английского Ольги Мариной", ["translation: Ольги Мариной (person, unsure)"]],
  ["uk", "Переклад Івана Гая", ["translation: Івана Гая (person, unsure)"]],
  ["en", "The timetable was changed again in August.", []],
  ["ru", "* Павел Зорин внесён в реестр иностранных агентов", []],
])("%s: a note that says “%s”", (language, note, credits) => {
  expect(said(language, null, note)).toEqual(credits);
});

test("somebody who did two things is named twice, and once for each", () => {
  const figure = { caption: null, credit: "Jane Roe / AFP", src: null, alt: null };
  expect(
    creditsOf({ language: "en", figures: [figure, figure], notes: [{ text: "Edited by Jane Roe", lines: [1, 1] }] }).map(({ role, name }) => `${role} ${name}`),
  ).toEqual(["picture Jane Roe", "picture AFP", "editing Jane Roe"]);
});

test.each(languages.map((language) => [language.tag, language] as const))("%s: every line of a helper says what was done", (_, { byline }) => {
  expect((byline.helpers ?? []).filter((opening) => creditRoleOf(opening) === null)).toEqual([]);
});
