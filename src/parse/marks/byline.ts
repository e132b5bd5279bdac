/** Who signs an article. A byline is a line that is nothing else: when one part of it is no author, it is no byline. May import: model, text, parse/marks. */
import type { Author } from "../../model/article.ts";
import type { BylineValue } from "../../model/claim.ts";
import { foldWord } from "../../text/fold.ts";
import { isChineseName, readChineseByline } from "./byline-chinese.ts";
import { unglue } from "./glued.ts";
import { readHelper } from "./helper.ts";
import { isTitle, looksLikeName, tokensOf } from "./name.ts";
import { isKnownPaper, isPaper } from "./paper.ts";
import { isAgency, type Words } from "./words.ts";

const longestByline = 200;

/**
 * Reads a line that opens with a byline word: `By Jane Roe and John Doe`, `BY AFP`, `Par Jeanne Roe, envoyée spéciale`, `Автор: Анна Ро`.
 *
 * @returns null where what follows the word is no list of authors (`By signing up, you agree …`)
 */
export function readByline(line: string, words: Words): BylineValue | null {
  if (line.length > longestByline) return null;
  const text = line.replace(/^[\s*_—–-]+|[\s*_—–-]+$/g, "").replace(/^\(([^()]*)\)$|^\[([^[\]]*)\]$/, "$1$2");
  const chinese = words.language.script === "Hani" ? readChineseByline(line) : null;
  if (chinese !== null) return chinese;
  const shared = /[;；]/.test(text) ? readSharedByline(text, words) : null;
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
    const authors = readAuthors(named, words);
    if (authors !== null) return { asPrinted: text, authors };
  }
  return null;
}

/** Agencies alone, perhaps behind an editor's initials, as they sign below a story: `abc/dpa`, `(AFP)`, `APA/sda/dpa`. The initials are an editor's. */
export function readWireSignature(line: string): BylineValue | null {
  const text = line.trim().replace(/^[([](.*)[)\]]$/u, "$1");
  if (text.length > 40) return null;
  const parts = text.split(/\s?[/,]\s?/);
  const from = parts.findIndex(isAgency);
  if (from === -1 || !parts.slice(from).every(isAgency) || !parts.slice(0, from).every((part) => /^\p{Ll}{2,4}$/u.test(part))) return null;
  const authors = parts.slice(from).map((name): Author => ({ ...nobody, name, kind: "agency" }));
  return { asPrinted: line.trim(), authors };
}

/** `By Jane Roe; translated by Olga Marin`, `Reporting by Jane Roe; Editing by Tom Okafor`: who only helped is no author. */
function readSharedByline(text: string, words: Words): BylineValue | null {
  const authors: Author[] = [];
  for (const [index, part] of text.split(/\s*[;；]\s*/).entries()) {
    if (index > 0 && readHelper(part, words) !== null) continue;
    const byline = /[;；]/.test(part) ? null : readByline(part, words);
    if (byline === null) return null;
    authors.push(...byline.authors);
  }
  return authors.length === 0 ? null : { asPrinted: text, authors };
}

/** Reads a line without a byline word: a person's name of two words or more, an agency, a desk. Whether such a line is a byline, its place must say. */
export function readBareByline(line: string, words: Words): BylineValue | null {
  if (line.length > longestByline / 2) return null;
  const placed = readPlacedByline(line.trim(), words);
  if (placed !== null) return placed;
  const authors = readAuthors(line, words);
  if (authors === null || (isKnownPaper(line) && !isAgency(line.trim()))) return null;
  const isFull = (name: string) => (words.language.script === "Hani" ? isChineseName(name) || /^\p{Lu}\p{L}+ \p{Lu}/u.test(name) : tokensOf(name).length >= 2);
  const sure = authors.every((author) => author.kind !== "person" || isFull(author.name));
  return sure ? { asPrinted: line.trim(), authors } : null;
}

/** `بيروت - رويترز`, `MANILA / AFP`, `القاهرة: سامي الخوري`: the place stands first. */
function readPlacedByline(text: string, words: Words): BylineValue | null {
  const match = /^([^:：/–—-]{2,30}?)(\s?[/–—-]\s?|:\s)([^:/]{2,60})$/u.exec(text);
  if (match === null) return null;
  const [, place = "", , behind = ""] = match;
  const authors = isAgency(place) || !looksLikeName(place, words) || tokensOf(place).length > 3 ? null : readAuthors(behind, words);
  const isTold = authors?.every(({ name, kind }) => kind !== "person" || (words.language.script === "Arab" && tokensOf(name).length >= 2));
  return authors === null || isTold !== true ? null : { asPrinted: text, authors: authors.map((author) => ({ ...author, place: author.place ?? place })) };
}

/**
 * Reads a list of authors, without the byline word: names, agencies and desks with their roles, places and papers.
 *
 * @returns null where some part is none of these
 */
export function readAuthors(text: string, words: Words): Author[] | null {
  const named = text.replace(/[\s,|–—-]*[(<[]?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}[)>\]]?/g, "");
  const cleaned = named.replace(/[.。]\s*$/, (end, at: number) => (/\b(?:\p{Lu}|Jr|Sr|Dr)$/u.test(named.slice(0, at)) ? end : "")).trim();
  if (cleaned === "") return null;
  const whole = readAuthor(cleaned, words);
  if (whole !== null && whole.kind !== "person") return [whole];
  const authors: Author[] = [];
  const parts = splitParts(unglue(cleaned, words), words);
  const joined = parts.some((part) => part.joined);
  for (const [index, part] of parts.entries()) {
    const previous = authors.at(-1);
    const detail = previous === undefined ? null : readDetail(part.text, words, !part.joined && (!joined || index === parts.length - 1));
    if (previous !== undefined && detail !== null) {
      authors[authors.length - 1] = { ...previous, ...detail };
      continue;
    }
    const author = readAuthor(part.text, words);
    if (author === null) return null;
    authors.push(author);
  }
  return authors.length === 0 ? null : authors;
}

/** Cuts at commas, semicolons, bars and joining words. `joined`: a joining word stands before the part. */
function splitParts(text: string, words: Words): { text: string; joined: boolean }[] {
  const parts: { text: string; joined: boolean }[] = [];
  let current: string[] = [];
  let joined = false;
  const flush = (next: boolean) => {
    if (current.length > 0) parts.push({ text: current.join(" "), joined });
    joined = current.length > 0 || !joined ? next : joined || next;
    current = [];
  };
  for (const token of tokensOf(text.replace(/([,;|·•،؛、，；/])/g, " $1 ").replace(/([()])/g, " $1 "))) {
    if (/^[,;|·•،؛、，；/()]$/.test(token)) flush(token === "、");
    else if (words.joiners.has(foldWord(token)) && current.length > 0) flush(true);
    else if (words.joiners.has(foldWord(token))) joined = true;
    else current.push(token);
  }
  flush(false);
  return parts;
}

/** What may follow an author: a role, `in Kyiv`, `for The Courier`, and, where a comma and no other author stands before it, a place of one word. */
function readDetail(text: string, words: Words, mayBePlace: boolean): Partial<Author> | null {
  const folded = foldWord(text);
  if (words.roles.has(folded)) return { role: text };
  if (readHelper(text, words) !== null) return {};
  if (isAgency(text)) return mayBePlace ? { affiliation: text } : null;
  const tokens = tokensOf(text);
  const first = foldWord(tokens[0] ?? "");
  const rest = tokens.slice(1).join(" ");
  if (words.bylinePlaces.has(first) && looksLikeName(rest, words)) return { place: rest };
  for (const opening of words.affiliations) {
    const paper = text.slice(opening.length).trim();
    if (folded.startsWith(`${opening} `) && isPaperName(paper)) return { affiliation: paper };
  }
  const placed = readRoleAndMore(tokens, words);
  if (placed !== null) return placed;
  if (/^the\s+\p{Lu}/iu.test(text) && isTitle(text.replace(/^the /, "The "))) return { affiliation: text };
  return mayBePlace && tokens.length === 1 && looksLikeName(text, words) ? { place: text } : null;
}

/** `envoyée spéciale à Orsund`, `correspondent for The Courier`: a role, and where or for whom. */
function readRoleAndMore(tokens: readonly string[], words: Words): Partial<Author> | null {
  for (let cut = Math.min(tokens.length - 2, 6); cut >= 1; cut -= 1) {
    const role = tokens.slice(0, cut).join(" ");
    const more = words.roles.has(foldWord(role)) ? readDetail(tokens.slice(cut).join(" "), words, false) : null;
    if (more !== null && more.role === undefined) return { role, ...more };
  }
  return null;
}

/** `The Courier`, or words in quotation marks that begin with a capital. */
function isPaperName(text: string): boolean {
  const inside = unquoted(text);
  return isTitle(text.replace(/^the /, "The ")) || (inside !== text && /^\p{Lu}|^\p{Lo}/u.test(inside) && tokensOf(inside).length <= 6 && !/[.!?:;]/.test(inside));
}

/** The words without the quotation marks around them. */
function unquoted(text: string): string {
  return text.replace(/^[«“„"](.*)[»”“"]$/u, "$1");
}

/** One author, with what stands beside the name without a comma: `Jane Roe in Kyiv`, `Special Correspondent Jane Roe`, `Jane Roe for The Courier`. */
function readAuthor(text: string, words: Words): Author | null {
  const printed = text.trim();
  if (words.desks.has(foldWord(printed))) return { ...nobody, name: printed, kind: "desk" };
  if (isAgency(printed)) return { ...nobody, name: printed, kind: "agency" };
  if (isPaper(unquoted(printed)) && (isKnownPaper(printed) || tokensOf(printed).every((token) => !words.joiners.has(foldWord(token))))) return { ...nobody, name: printed, kind: "desk" };
  const tokens = tokensOf(printed);
  for (let cut = 1; cut < tokens.length; cut += 1) {
    const author = readAuthorWithDetail(tokens.slice(0, cut).join(" "), tokens.slice(cut).join(" "), words);
    if (author !== null) return author;
  }
  return looksLikeName(printed, words) || isLowerCaseName(printed, words) ? named(printed) : null;
}

const nobody: Author = { name: "", kind: "person", role: null, place: null, affiliation: null };

function named(name: string, details: Partial<Author> = {}): Author {
  return { ...nobody, name, kind: isAgency(name) ? "agency" : "person", ...details };
}

/** A role and a name, or a name and a detail that its first word opens. */
function readAuthorWithDetail(head: string, tail: string, words: Words): Author | null {
  if (words.roles.has(foldWord(head)) && looksLikeName(tail, words)) return named(tail, { role: head });
  const next = foldWord(tokensOf(tail)[0] ?? "");
  const folded = foldWord(tail);
  const opens = words.bylinePlaces.has(next) || words.roles.has(folded) || words.affiliations.some((opening) => folded.startsWith(`${opening} `));
  const detail = opens && !words.particles.has(next) && (looksLikeName(head, words) || isAgency(head)) ? readDetail(tail, words, false) : null;
  return detail === null ? null : named(head, detail);
}

/** `jane roe`, where a whole clipping was typed without capitals: two or three words, none of them an everyday one. */
function isLowerCaseName(text: string, words: Words): boolean {
  const tokens = tokensOf(text);
  return (
    (tokens.length === 2 || tokens.length === 3) &&
    tokens.every((token) => /^\p{Ll}[\p{Ll}'’-]+$/u.test(token) && !words.stopWords.has(token)) &&
    words.language.script === "Latn"
  );
}
