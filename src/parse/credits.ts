/**
 * Whom the credits of pictures and the lines of helpers name. What is printed in a known form, and nothing guessed: a name that may be a house, or that is
 * bent, is no sure one. May import: model, languages, text, parse/marks.
 */
import { bendingLanguages, creditRoles, houseWords, noHouse, plainBehind } from "../languages/credits.ts";
import { english } from "../languages/en.ts";
import { languageByTag } from "../languages/table.ts";
import type { Credit, CreditRole } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import { foldWord } from "../text/fold.ts";
import { isMark } from "../text/withhold/marks.ts";
import { isChineseName } from "./marks/byline-chinese.ts";
import { helperOf } from "./marks/helper.ts";
import { looksLikeName, tokensOf } from "./marks/name.ts";
import { saysPaper } from "./marks/paper.ts";
import { isAgency, type Words, wordsOf } from "./marks/words.ts";

type Named = Omit<Credit, "role">;

const longestCredit = 120;

/** Everybody who is credited in an article, each once a role, in the order in which they are printed. */
export function creditsOf({ language, figures, notes }: Pick<Article, "language" | "figures" | "notes">): Credit[] {
  const printed = figures.flatMap(({ credit }) => credit ?? []);
  if (printed.length === 0 && notes.length === 0) return [];
  const words = wordsOf(languageByTag(language) ?? english);
  const credits = [
    ...printed.flatMap((credit) => inCredit(credit, words).map((named): Credit => ({ ...named, role: "picture" }))),
    ...notes.flatMap(({ text }) => inNote(text, words)),
  ];
  const once = new Map(credits.filter(({ name }) => !isMark(name)).map((credit) => [`${credit.role} ${credit.name}`, credit]));
  return [...once.values()];
}

/** What the opening of a helper's line says that was done; null for one that no table has. */
export function creditRoleOf(opening: string): CreditRole | null {
  return creditRoles.find(([, piece]) => piece.test(opening))?.[0] ?? null;
}

function inNote(text: string, words: Words): Credit[] {
  const helper = helperOf(text, words);
  const role = helper === null ? null : creditRoleOf(helper.opening);
  if (helper === null || role === null) return [];
  const isSure = helper.isMarked || !bendingLanguages.has(words.language.tag) || plainBehind.test(helper.opening);
  return helper.names.map((name) => ({ name, kind: isAgency(name) ? "agency" : "person", role, isSure }));
}

/** `Jane Roe / AFP`, `AP Photo/Jane Roe`, `Jane Roe and John Doe`, `新华社记者 李四 摄`. */
function inCredit(text: string, words: Words): Named[] {
  if (text.length > longestCredit) return [];
  if (/\p{Script=Han}/u.test(text)) return inChineseCredit(text);
  // What stands behind a paper's `for` or `via` is a house.
  const parts = text
    .replace(/^\s*©\s*(?:\d{4}\s)?/u, "")
    .split(/\s*[/|,;()—–]\s*|\s-\s|\s(?:via|for)\s/iu)
    .filter((part) => part !== "" && !noHouse.test(part));
  const first = parts.findIndex((part) => !isHouse(part));
  const people = first === 0 || first === 1 ? peopleIn(parts[first] ?? "", words) : [];
  const isSigned = parts.length > 1;
  return parts.flatMap((part, index): Named[] =>
    isAgency(part)
      ? [{ name: houseOf(part), kind: "agency", isSure: true }]
      : index === first
        ? people.map((name) => ({ name, kind: "person", isSure: isSigned }))
        : [],
  );
}

/** `AP Photo` is the AP. */
function houseOf(part: string): string {
  const house = part.replace(/\s(?:photos?|fotos?)$/iu, "");
  return isAgency(house) ? house : part;
}

function isHouse(part: string): boolean {
  return isAgency(part) || houseWords.test(part);
}

/** One name, or several that a small word joins; none where one of them can be no person's. */
function peopleIn(text: string, words: Words): string[] {
  const names: string[][] = [[]];
  for (const token of tokensOf(text)) {
    if (token === "&" || words.joiners.has(foldWord(token))) names.push([]);
    else names.at(-1)?.push(token);
  }
  const isPerson = (tokens: readonly string[]) => {
    const name = tokens.join(" ");
    return tokens.length > 1 && looksLikeName(name, words) && !isHouse(name) && !saysPaper(name) && !/\.\p{L}{2,}$/u.test(name);
  };
  return names.every(isPerson) ? names.map((tokens) => tokens.join(" ")) : [];
}

/** The house, the word for a reporter, the name, the word for taking a picture: each may be missing, and nothing need stand between them. */
function inChineseCredit(text: string): Named[] {
  if (isAgency(text)) return [{ name: text, kind: "agency", isSure: true }];
  const by = text.replace(/^[（(【\s]+|[）)】。\s]+$/gu, "").replace(/^(?:图|圖|摄影|攝影)[:：／/\s]*/u, "");
  const taken = by.replace(/\s*(?:摄|攝|摄影|攝影)$/u, "").trim();
  const match = /^(.*?)(?:记者|記者|通讯员|通訊員|发|發|[\s/／]|^)\s*([\p{Script=Han}·・]{2,17})$/u.exec(taken);
  const [, house = "", name = ""] = match ?? [];
  return [
    ...(house !== "" && isAgency(house.trim()) ? [{ name: house.trim(), kind: "agency", isSure: true } as const] : []),
    ...(isChineseName(name, taken !== by) && !isAgency(name) ? [{ name, kind: "person", isSure: taken !== by } as const] : []),
  ];
}
