/** Who signs an article. A byline is a line that is nothing else: when one part of it is no author, it is no byline. May import: model, text, parse/marks. */
import type { Author } from "../../model/article.ts";
import type { BylineValue } from "../../model/claim.ts";
import { foldWord } from "../../text/fold.ts";
import { isMark, withoutMarks } from "../../text/withhold/marks.ts";
import { nobody, readAuthors } from "./authors.ts";
import { isChineseName, readChineseByline } from "./byline-chinese.ts";
import { readHelper } from "./helper.ts";
import { looksLikeName, tokensOf } from "./name.ts";
import { isKnownPaper } from "./paper.ts";
import { isAgency, type Words } from "./words.ts";

const longestByline = 200;

/**
 * Reads a line that opens with a byline word: `By Jane Roe and John Doe`, `BY AFP`, `Par Jeanne Roe, envoyée spéciale`, `Автор: Анна Ро`.
 *
 * @returns null where what follows the word is no list of authors (`By signing up, you agree …`)
 */
export function readByline(line: string, words: Words): BylineValue | null {
  if (line.length > longestByline) return null;
  const text = line
    .replace(/\*\*/g, "")
    .replace(/^[\s*_—–-]+|[\s*_—–-]+$/g, "")
    .replace(/^\(([^()]*)\)$|^\[([^[\]]*)\]$/, "$1$2");
  const chinese = words.language.script === "Hani" ? readChineseByline(line) : null;
  if (chinese !== null) return chinese;
  const shared = /[;；]|\s[-–—]\s/.test(text) ? readSharedByline(text, words) : null;
  if (shared !== null) return { ...shared, asPrinted: line.trim() };
  const folded = text.toLowerCase().replace(/[’‘]/g, "'");
  for (const opening of words.bylineBefore) {
    if (!folded.startsWith(opening)) continue;
    const rest = text.slice(opening.length);
    const separated = /^\s*[:：]\s*|^\s+(?:[-–—]\s+)?/.exec(rest);
    const glued = words.language.script === "Hani" && isChineseName(rest);
    if (separated === null && !glued) continue;
    const named = rest.slice(separated?.[0].length ?? 0);
    if (words.notNames.has(foldWord(named))) continue;
    const authors = readKnownAuthors(named, words);
    if (authors !== null && !isWord(opening, separated?.[0] ?? "", authors, words)) return { asPrinted: text, authors };
  }
  return readDrawn(text, folded, words);
}

/** The authors whose names are not withheld; null where the text is no list of authors. */
function readKnownAuthors(text: string, words: Words): readonly Author[] | null {
  const rest = withoutMarks(text);
  if (rest === null) return readAuthors(text, words);
  const known = rest.split(/\s*(?:[,;&]|\s(?:and|und|et|y|e|и|і|й|та|و|i|oraz)(?=\s|$))\s*/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
  const read = known.map((part) => readAuthors(part, words));
  return read.some((each) => each === null) ? null : read.flatMap((each) => each ?? []);
}

/** `كتب كثيرة`, `记者：谢谢`: where the byline word is an everyday one, a single word behind it is no name. */
function isWord(opening: string, separator: string, authors: readonly Author[], { language }: Words): boolean {
  const people = authors.filter(({ kind }) => kind === "person");
  if (language.script === "Arab") return !/[:：–—-]/.test(separator) && people.some(({ name }) => tokensOf(name).length < 2);
  return /[记記]者$/u.test(opening) && people.some(({ name }) => /\p{Script=Han}/u.test(name) && !isChineseName(name));
}

/** `Con información de EFE y AFP`, `По материалам РИА Новости`, `(avec AFP)`: agencies, and nobody else. */
function readDrawn(text: string, folded: string, words: Words): BylineValue | null {
  const opening = words.drawnFrom.find((each) => folded.startsWith(`${each} `) || folded.startsWith(`${each}:`));
  if (opening === undefined || text.length > 100) return null;
  const authors = readAuthors(text.slice(opening.length).replace(/^\s*:?\s*/, ""), words);
  return authors?.every(({ kind }) => kind !== "person") === true ? { asPrinted: text, authors } : null;
}

/** A name by itself below a story, perhaps with the day: `Пётр ИЛЬИН.`, `(Anna Schmidt, 3.3.2020)`. Null for what is no full name of a person. */
export function readEndName(line: string, words: Words): BylineValue | null {
  const text = line
    .trim()
    .replace(/^[([](.*)[)\]]$/u, "$1")
    .replace(/\.$/, "");
  const count = tokensOf(text).length;
  if (isMark(line)) return null;
  if (text.length > 40 || count < 2 || count > 4 || words.language.script === "Hani") return null;
  // `Traduction de Proust`: no name begins with a word of the trade.
  const folded = `${foldWord(text)} `;
  if (words.helpers.some((opening) => folded.startsWith(`${opening} `)) || words.labels.has(foldWord(tokensOf(text)[0] ?? ""))) return null;
  const byline = readBareByline(text, words);
  const isPerson = byline?.authors.length === 1 && byline.authors[0]?.kind === "person" && byline.authors[0].name === text;
  return isPerson && !/\d/.test(text) ? { asPrinted: line.trim(), authors: byline.authors } : null;
}

/** Agencies alone, perhaps behind an editor's initials, as they sign below a story: `abc/dpa`, `(AFP)`, `APA/sda/dpa`. The initials are an editor's. */
export function readWireSignature(line: string): BylineValue | null {
  const text = line.trim().replace(/^[([](.*)[)\]]$/u, "$1");
  if (text.length > 40) return null;
  const parts = text.split(/\s?[/,]\s?/);
  const houses = parts.filter(isAgency);
  if (houses.length === 0 || !parts.every((part) => isAgency(part) || /^\p{Ll}{2,4}$/u.test(part))) return null;
  const authors = houses.map((name): Author => ({ ...nobody, name, kind: "agency" }));
  return { asPrinted: line.trim(), authors };
}

/** `By Jane Roe; translated by Olga Marin`, `Reporting by Jane Roe; Editing by Tom Okafor`: who only helped is no author. */
function readSharedByline(text: string, words: Words): BylineValue | null {
  const authors: Author[] = [];
  const parts = text.split(/\s*[;；]\s*|\s[-–—]\s/);
  // A dash that no helper stands behind is the line's own.
  if (!/[;；]/.test(text) && parts.slice(1).every((part) => readHelper(part, words) === null)) return null;
  for (const [index, part] of parts.entries()) {
    if (index > 0 && readHelper(part, words) !== null) continue;
    const byline = readByline(part.replace(/\sللنشرة العربية$/u, ""), words);
    if (byline === null) return null;
    authors.push(...byline.authors);
  }
  return authors.length === 0 ? null : { asPrinted: text, authors };
}

/** Reads a line without a byline word: a person's name of two words or more, an agency, a desk. Whether such a line is a byline, its place must say. */
export function readBareByline(line: string, words: Words): BylineValue | null {
  if (line.length > longestByline / 2 || isMark(line)) return null;
  const placed = readPlacedByline(line.trim(), words);
  if (placed !== null) return placed;
  const authors = readAuthors(line, words);
  if (authors === null || (isKnownPaper(line) && !isAgency(line.trim()))) return null;
  const isFull = (name: string) => (words.language.script === "Hani" ? isChineseName(name) || /^\p{Lu}\p{L}+ \p{Lu}/u.test(name) : tokensOf(name).length >= 2);
  const sure = authors.every((author) => author.kind !== "person" || isFull(author.name));
  return sure ? { asPrinted: line.trim(), authors } : null;
}

/** `بيروت - رويترز`, `MANILA - AFP`, `القاهرة: سامي الخوري`: the place stands first. */
function readPlacedByline(text: string, words: Words): BylineValue | null {
  // `أفيريل/ سامي الخوري/ الأناضول`
  const [first = "", second = "", third = "", ...others] = text.split(/\s?\/\s/);
  const isThree = third !== "" && others.length === 0 && isAgency(third) && tokensOf(second).length >= 2;
  if (isThree && looksLikeName(first, words) && looksLikeName(second, words))
    return { asPrinted: text, authors: [{ ...nobody, name: second, place: first, affiliation: third }] };
  const match = /^([^\s:：/–—-]{2,30})(\s[–—-]\s|:\s)([^:/]{2,60})$/u.exec(text);
  if (match === null) return null;
  const [, place = "", , behind = ""] = match;
  // `لندن – «البحر»`: the paper signs.
  if (words.language.script === "Arab" && /^«[^«»]{2,30}»$/u.test(behind))
    return { asPrinted: text, authors: [{ ...nobody, name: behind, kind: "desk", place }] };
  const authors = isAgency(place) || !looksLikeName(place, words) ? null : readAuthors(behind, words);
  const isTold = authors?.every(({ name, kind }) => kind !== "person" || (words.language.script === "Arab" && tokensOf(name).length >= 2));
  return authors === null || isTold !== true ? null : { asPrinted: text, authors: authors.map((author) => ({ ...author, place: author.place ?? place })) };
}
