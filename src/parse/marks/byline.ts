/** Who signs an article. A byline is a line that is nothing else: when one part of it is no author, it is no byline. May import: model, text, parse/marks. */
import type { Author } from "../../model/article.ts";
import type { BylineValue } from "../../model/claim.ts";
import { foldWord } from "../../text/fold.ts";
import { isTitle, looksLikeName, tokensOf } from "./name.ts";
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
  const folded = text.toLowerCase().replace(/[’‘]/g, "'");
  for (const opening of words.bylineBefore) {
    if (!folded.startsWith(opening)) continue;
    const rest = text.slice(opening.length);
    const separated = /^\s*[:：]\s*|^\s+/.exec(rest);
    const glued = words.language.script === "Hani" && /^\p{Script=Han}/u.test(rest) && [...rest].length <= 4;
    if (separated === null && !glued) continue;
    const authors = readAuthors(rest.slice(separated?.[0].length ?? 0), words);
    if (authors !== null) return { asPrinted: text, authors };
  }
  return null;
}

/** Reads a line without a byline word: a person's name of two words or more, an agency, a desk. Whether such a line is a byline, its place must say. */
export function readBareByline(line: string, words: Words): BylineValue | null {
  if (line.length > longestByline / 2) return null;
  const authors = readAuthors(line, words);
  if (authors === null) return null;
  const sure = authors.every((author) => author.kind !== "person" || tokensOf(author.name).length >= 2);
  return sure ? { asPrinted: line.trim(), authors } : null;
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
  const parts = splitParts(cleaned, words);
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
  if (isAgency(text)) return mayBePlace ? { affiliation: text } : null;
  const tokens = tokensOf(text);
  const first = foldWord(tokens[0] ?? "");
  const rest = tokens.slice(1).join(" ");
  if (words.bylinePlaces.has(first) && looksLikeName(rest, words)) return { place: rest };
  for (const opening of words.affiliations) {
    const paper = text.slice(opening.length).trim();
    if (folded.startsWith(`${opening} `) && isTitle(paper.replace(/^the /, "The "))) return { affiliation: paper };
  }
  if (/^the\s+\p{Lu}/iu.test(text) && isTitle(text.replace(/^the /, "The "))) return { affiliation: text };
  return mayBePlace && tokens.length === 1 && looksLikeName(text, words) ? { place: text } : null;
}

/** One author, with what stands beside the name without a comma: `Jane Roe in Kyiv`, `Special Correspondent Jane Roe`, `Jane Roe for The Courier`. */
function readAuthor(text: string, words: Words): Author | null {
  const printed = text.trim();
  if (words.desks.has(foldWord(printed))) return { ...nobody, name: printed, kind: "desk" };
  if (isAgency(printed)) return { ...nobody, name: printed, kind: "agency" };
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
