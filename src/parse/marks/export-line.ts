/** Lines that a newspaper database prints around its articles. May import: languages, text. */
import { counterJoiners, counterWords, type ExportField, editionWords, endLines, exportLabels, loneLabels, tellingLabels } from "../../languages/exports.ts";
import { foldWord, isAscii } from "../../text/fold.ts";

const longestLine = 90;

/** `Document 3 of 50`, `3 of 50 DOCUMENTS`, `Документ 3 из 50`, `第3篇，共50篇`: which article of how many begins. Null for any other line. */
export function readCounter(line: string): { readonly number: number; readonly of: number } | null {
  if (line.length > longestLine || !/\d/.test(line) || (isAscii(line) && !counterOpening.test(line))) return null;
  const text = foldWord(line).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const match = chinese.exec(text) ?? before.exec(text) ?? behind.exec(text);
  const { n = "", all = "" } = match?.groups ?? {};
  return match === null || Number(n) < 1 || Number(n) > Number(all) ? null : { number: Number(n), of: Number(all) };
}

const oneOf = (words: readonly string[]) => `(?:${words.join("|")})`;
const numbers = `(?<n>\\d{1,6}) ?${oneOf(counterJoiners)} ?(?<all>\\d{1,6})`;
const before = new RegExp(`^${oneOf(counterWords)} ?(?:№|no|n°|nº|#)? ?${numbers}$`, "u");
const behind = new RegExp(`^${numbers} ${oneOf(counterWords)}$`, "u");
/** Two numbers, and the first letter of all that a counter may begin with. */
const counterOpening = new RegExp(
  `^[^A-Za-z0-9]*[0-9${[...new Set(counterWords.map((word) => word.charAt(0)).filter(isAscii))].join("")}].*\\d\\D+\\d|^[^A-Za-z0-9]*\\d\\D+\\d`,
  "is",
);
const chinese = /^第 ?(?<n>\d{1,6}) ?[篇条條份] ?[,，、/／]? ?[共/／] ?(?<all>\d{1,6}) ?[篇条條份]?$/u;

/** `End of Document`, and the line of a document's number with which some databases close (`Document AVCO000020210915eh9f00001`). */
export function isEndLine(line: string): boolean {
  if (line.length > longestLine || (isAscii(line) && !endOpening.test(line))) return false;
  return ends.has(foldWord(line.replace(/^[\s*=_-]+|[\s*=_-]+$/g, ""))) || /^\s*Document [A-Z]{2,8}0{2,}\d{6,}[a-z0-9]+\s*$/.test(line);
}

const ends: ReadonlySet<string> = new Set(endLines);
/** The first letters of all that an end line may be: most lines of a file are put aside by them. */
const endOpening = new RegExp(`^[\\s*=_.:-]*[${[...new Set(["d", ...endLines.map((line) => line.charAt(0))])].join("")}]`, "i");

/** A line that is nothing but a label of a database and its value. */
export interface ExportLabel {
  readonly field: ExportField;
  /** Whether no newspaper prints such a label. */
  readonly isTelling: boolean;
  readonly label: string;
  readonly rest: string;
}

/** `LENGTH: 543 words`, `Publication title: The Courier`, `HD  Ferry Returns`. Null for any other line. */
export function readExportLabel(line: string): ExportLabel | null {
  // Most lines have no colon where a label would have it: looking for that takes a fifth of the time.
  for (const shape of /^[^:：]{0,100}[:：]/.test(line) ? labelShapes : unmarkedShapes) {
    const match = shape.exec(line);
    if (match === null) continue;
    const label = foldWord(match[1] ?? "");
    const field = fieldByLabel.get(label);
    if (field !== undefined) return { field, isTelling: telling.has(label), label, rest: line.slice(match[0].length).trim() };
  }
  return line.length <= 40 ? readLoneLabel(line) : null;
}

const unmarkedShapes: readonly RegExp[] = [/^\s{0,8}([A-Z]{2,3})(?:\t| {2,})\s*/];
const labelShapes: readonly RegExp[] = [/^\s{0,8}(\p{L}[\p{L} -]{0,40}?)\s?[:：](?:\s|$|(?=[\p{Lo}]))\s*/u, ...unmarkedShapes];

/** `Body`, `Graphic`: by themselves, with a capital. */
function readLoneLabel(line: string): ExportLabel | null {
  const label = /^\p{Ll}/u.test(line.trim()) ? "" : foldWord(line);
  return loneLabels.includes(label) ? { field: fieldByLabel.get(label) ?? "boilerplate", isTelling: false, label, rest: "" } : null;
}

const fieldByLabel: ReadonlyMap<string, ExportField> = new Map(
  Object.entries(exportLabels).flatMap(([field, labels]) => labels.map((label) => [label, field as ExportField] as const)),
);
const telling: ReadonlySet<string> = new Set(tellingLabels);

/** `543 words`, by itself: how long an article is. */
export function isWordCount(line: string): boolean {
  return /^\s*\d{1,3}(?:[.,]?\d{3})* (?:words|слов|слова|слово|слів|mots|wörter|palabras)\s*$/iu.test(line);
}

/** The paper that a notice of rights names: `Copyright 2019 The Averill Courier`, `(c) 2019, The Courier. All Rights Reserved`. Empty where it names none; null where the line is no such notice. */
export function readCopyright(line: string): string | null {
  if (line.length > 200) return null;
  const match = /^\s*(?:copyright(?:\s*(?:\(c\)|©))?|\(c\)|©)[\s,]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)[\s,.]*/iu.exec(line);
  if (match === null) return null;
  return line
    .slice(match[0].length)
    .replace(/\.?\s*all rights reserved\.?\s*$/i, "")
    .replace(/[.,\s]+$/, "");
}

/** Words of the database that have no label: `543 words`, a counter, a notice of rights. */
export function isIdle(line: string): boolean {
  return isWordCount(line) || isEndLine(line) || readCounter(line) !== null || readCopyright(line) !== null;
}

/** `Late Edition`, as it stands below a date. */
export function isEdition(line: string): boolean {
  const words = foldWord(line).split(" ");
  return words.length <= 4 && (editionWords.includes(words.at(-1) ?? "") || editionWords.includes(words[0] ?? ""));
}
