/** A list of authors, without the words that open a byline: names, agencies and desks, with their roles, places and papers. May import: model, text, parse/marks. */
import type { Author } from "../../model/article.ts";
import { foldWord } from "../../text/fold.ts";
import { unglue } from "./glued.ts";
import { readHelper } from "./helper.ts";
import { isTitle, looksLikeName, tokensOf } from "./name.ts";
import { isKnownPaper, isPaper, saysPaper } from "./paper.ts";
import { isAgency, type Words } from "./words.ts";

/**
 * Reads a list of authors, without the byline word: names, agencies and desks with their roles, places and papers.
 *
 * @returns null where some part is none of these
 */
export function readAuthors(text: string, words: Words): Author[] | null {
  const named = !text.includes("@") ? text : text.replace(/[\s,|–—-]*[(<[]?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}[)>\]]?/g, "");
  const cleaned = named.replace(/[.。]\s*$/, (end, at: number) => (/\b(?:\p{Lu}|Jr|Sr|Dr)$/u.test(named.slice(0, at)) ? end : "")).trim();
  if (cleaned === "") return null;
  const whole = readAuthor(cleaned, words);
  const isWhole = whole !== null && whole.kind !== "person" && (whole.place === null || !/[,;،，]/.test(cleaned));
  if (whole !== null && isWhole) return [whole];
  return authorsOf(splitParts(unglue(cleaned, words), words), words);
}

/** @returns null where some part is no author and says nothing of one */
function authorsOf(parts: readonly Part[], words: Words): Author[] | null {
  const authors: Author[] = [];
  const joined = parts.some((part) => part.joined);
  for (const [index, part] of parts.entries()) {
    const previous = authors.at(-1);
    if (previous !== undefined && !part.joined && isTask(part.text, authors, words)) continue;
    // `Redacción / EFE`: behind a desk or an agency, another agency is one of those that sign.
    const isOwn = previous === undefined || (previous.kind !== "person" && isAgency(part.text));
    const detail = isOwn
      ? null
      : readDetail(part.text, words, !part.joined && (!part.dashed || words.language.script === "Arab") && (!joined || index === parts.length - 1));
    if (previous !== undefined && detail !== null) {
      addDetail(authors, detail);
      continue;
    }
    const author = part.dashed ? null : readAuthor(part.text, words);
    if (author === null) return null;
    addAuthor(authors, author, part, words);
  }
  return authors.length === 0 ? null : authors;
}

/** `Our Special Correspondent, Jane Roe`: the desk is her role. */
function addAuthor(authors: Author[], author: Author, part: Part, words: Words): void {
  const previous = authors.at(-1);
  const isRole =
    !part.joined && previous?.kind === "desk" && author.kind === "person" && tokensOf(previous.name).some((token) => words.roles.has(foldWord(token)));
  if (isRole) authors.pop();
  authors.push(isRole ? { ...author, role: previous.name, place: author.place ?? previous.place } : author);
}

/** `(Text)`, `(Fotos)`: what the one before did. A photographer is no author, where somebody else is. True where the words are such a task. */
function isTask(text: string, authors: Author[], words: Words): boolean {
  const kind = words.labels.get(foldWord(text));
  if (kind === "credit" && authors.length > 1) authors.pop();
  return kind === "credit" || (kind === "byline" && !words.roles.has(foldWord(text)));
}

/** A role behind an agency is that of the person before it: `Jane Roe (with AFP), special correspondent`. */
function addDetail(authors: Author[], detail: Partial<Author>): void {
  const person = authors.at(-1)?.kind === "agency" && detail.role !== undefined ? authors.findLastIndex(({ kind }) => kind === "person") : -1;
  const at = person === -1 ? authors.length - 1 : person;
  authors[at] = { ...(authors[at] as Author), ...detail };
}

interface Part {
  readonly text: string;
  readonly joined: boolean;
  readonly dashed: boolean;
}

/** Cuts at commas, semicolons, bars, dashes and joining words. `joined`, `dashed`: a joining word or a dash stands before the part. */
function splitParts(text: string, words: Words): Part[] {
  const parts: Part[] = [];
  let current: string[] = [];
  let joined = false;
  let dashed = false;
  const flush = (next: boolean) => {
    if (current.length > 0) parts.push({ text: current.join(" "), joined, dashed });
    if (current.length > 0) dashed = false;
    joined = current.length > 0 || !joined ? next : joined || next;
    current = [];
  };
  for (const token of tokensOf(text.replace(/([,;|·•،؛、，；/])/g, " $1 ").replace(/([()])/g, " $1 "))) {
    if (/^[,;|·•،؛、，；/()]$/.test(token)) flush(token === "、");
    else if (/^[—–-]$/.test(token)) {
      flush(false);
      dashed = true;
    } else if (words.joiners.has(foldWord(token)) && current.length > 0) flush(true);
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
  const affiliation = readAffiliation(text, words);
  if (affiliation !== null) return { affiliation };
  const placed = readRoleAndMore(tokens, words);
  if (placed !== null) return placed;
  const staff = /^(.{4,40}?)\s(?:staff|staff writer|staff report)$/iu.exec(text)?.[1] ?? text;
  if (mayBePlace && tokens.length > 1 && saysPaper(staff)) return { affiliation: staff };
  if (/^the\s+\p{Lu}/iu.test(text) && isTitle(text.replace(/^the /, "The "))) return { affiliation: text };
  return mayBePlace && tokens.length === 1 && looksLikeName(text, words) ? { place: text } : null;
}

/** `for The Courier`, `special to the Courier of the North`: what two words open is a paper, however it is written. */
function readAffiliation(text: string, words: Words): string | null {
  const folded = foldWord(text);
  for (const opening of words.affiliations) {
    const paper = text.slice(opening.length).trim();
    const isTold = opening.includes(" ") && /^\p{Lu}|^\p{Lo}/u.test(paper) && tokensOf(paper).length <= 6;
    if (folded.startsWith(`${opening} `) && (isTold || isPaperName(paper))) return paper;
  }
  return null;
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
  return (
    isTitle(text.replace(/^the /, "The ")) || (inside !== text && /^\p{Lu}|^\p{Lo}/u.test(inside) && tokensOf(inside).length <= 6 && !/[.!?:;]/.test(inside))
  );
}

/** The words without the quotation marks around them. */
function unquoted(text: string): string {
  return text.replace(/^[«“„"](.*)[»”“"]$/u, "$1");
}

/** In words: a name, a role, a paper and a place have less. */
const longestAuthor = 40;

/** One author, with what stands beside the name without a comma: `Jane Roe in Kyiv`, `Special Correspondent Jane Roe`, `Jane Roe for The Courier`. */
function readAuthor(text: string, words: Words): Author | null {
  const printed = text.trim();
  if (words.desks.has(foldWord(printed))) return { ...nobody, name: printed, kind: "desk" };
  if (isAgency(printed)) return { ...nobody, name: printed, kind: "agency" };
  if (isPaper(unquoted(printed)) && (isKnownPaper(printed) || tokensOf(printed).every((token) => !words.joiners.has(foldWord(token)))))
    return { ...nobody, name: printed, kind: "desk" };
  const tokens = tokensOf(printed);
  if (tokens.length > longestAuthor) return null;
  for (let cut = 1; cut < tokens.length; cut += 1) {
    const author = readAuthorWithDetail(tokens.slice(0, cut).join(" "), tokens.slice(cut).join(" "), words);
    if (author !== null) return author;
  }
  return looksLikeName(printed, words) || isLowerCaseName(printed, words) ? named(printed) : null;
}

export const nobody: Author = { name: "", kind: "person", role: null, place: null, affiliation: null };

function named(name: string, details: Partial<Author> = {}): Author {
  return { ...nobody, name, kind: isAgency(name) ? "agency" : "person", ...details };
}

/** A role and a name, or a name and a detail that its first word opens. */
function readAuthorWithDetail(head: string, tail: string, words: Words): Author | null {
  const quoted = words.roles.has(foldWord(head)) ? /^([«“„"][^«»“”„"]{2,50}[»”“"])\s(.+)$/u.exec(tail) : null;
  if (quoted !== null && looksLikeName(quoted[2] ?? "", words)) return named(quoted[2] ?? "", { role: head, affiliation: quoted[1] ?? null });
  if (words.roles.has(foldWord(head)) && looksLikeName(tail, words)) return named(tail, { role: head });
  const next = foldWord(tokensOf(tail)[0] ?? "");
  const folded = foldWord(tail);
  const opens = words.bylinePlaces.has(next) || words.roles.has(folded) || words.affiliations.some((opening) => folded.startsWith(`${opening} `));
  const detail =
    opens && !words.particles.has(next) && (looksLikeName(head, words) || isAgency(head) || words.desks.has(foldWord(head)))
      ? readDetail(tail, words, false)
      : null;
  if (detail === null) return null;
  return words.desks.has(foldWord(head)) ? { ...named(head, detail), kind: "desk" } : named(head, detail);
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
