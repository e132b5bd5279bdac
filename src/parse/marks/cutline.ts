/** The line below a picture: a caption, a credit, or one that runs straight into the other. May import: model, text, parse/marks. */
import { foldWord } from "../../text/fold.ts";
import { hasCreditLabel, longestCredit } from "./credit-label.ts";
import { readChineseCutline } from "./cutline-chinese.ts";
import { isCapitalised, looksLikeName, nameAtEnd, tokensOf } from "./name.ts";
import { isPaper } from "./paper.ts";
import { isAgency, type Words } from "./words.ts";

export interface Cutline {
  readonly caption: string | null;
  readonly credit: string | null;
  /** False where the words could be cut in another place as well: said aloud as `credit-unsure`. */
  readonly sure: boolean;
}

const longestCutline = 600;
/** Where a site's name may end. */
const domainEnd = /\.(?:com|org|net|ru|ua|de|fr|es|uk|gov|info|press|media|by|kz|cn|eu|int)$/i;
const domain = new RegExp(`^(?:[a-z0-9-]+\\.)*[a-z0-9-]+${domainEnd.source}`, "i");
/** A dash and what may stand behind it, in UTF-16. */
const longestDashed = 82;

/**
 * Reads a line that ends with a picture credit: `Kremlin spokesman Dmitry Peskov Anton Novoderezhkin / TASS`, `A ferry. (AP Photo/Jane Roe)`,
 * `Jane Roe / Getty Images`, `A ferry. Photo: Jane Roe`, `Vladimir Putin kremlin.ru`. Null for any other line.
 */
export function readCutline(line: string, words: Words): Cutline | null {
  if (line.length > longestCutline) return null;
  const text = /^[\s*_]|[\s*_]$/.test(line) ? line.replace(/^[\s*_]+|[\s*_]+$/g, "") : line;
  const chinese = words.language.script === "Hani" ? readChineseCutline(text) : null;
  return chinese ?? inBrackets(text, words) ?? labelled(text, words) ?? signed(text, words) ?? slashed(text, words) ?? ownSite(text);
}

/** A credit by itself, as it stands behind `Photo:`: `Jane Roe / AFP`, `AFP`, `Jane Roe`. */
export function isCredit(text: string, words: Words): boolean {
  return (
    text.length <= longestCredit &&
    text.split(/\s?[/,|]\s?|\s(?:via|for)\s/i).every((part) => isAgency(part) || looksLikeName(part, words) || domain.test(part))
  );
}

/** `Caption. (Jane Roe / TASS)`, `Caption (Image: Getty)`, `Caption [AP Photo/Jane Roe]`. */
function inBrackets(text: string, words: Words): Cutline | null {
  if (!/[)\]）]\s*\.?$/.test(text)) return null;
  const match = /^(.*?)\s*[([（]([^()[\]（）]{2,120})[)\]）]\s*\.?$/u.exec(text);
  if (match === null) return null;
  const [, caption = "", inside = ""] = match;
  const label = /^(.{1,24}?)\s*[:：／]\s*(.+)$/u.exec(inside);
  if (label !== null && words.labels.get(foldWord(label[1] ?? "")) === "credit") return { caption: caption || null, credit: label[2] ?? null, sure: true };
  const parts = inside.split(/\s?\/\s?|\svia\s/i);
  const known = parts.some((part) => isAgency(part) || isPaper(part)) && parts.every((part) => isAgency(part) || isPaper(part) || looksLikeName(part, words));
  // `(Reuters)` behind a sentence of the story is an agency's mark, not a credit: a bracket needs a photographer or a short caption.
  if (!known || (parts.length === 1 && caption.length > 120)) return null;
  return { caption: caption || null, credit: inside, sure: true };
}

/** `Caption. Photo: Jane Roe`, `Caption. Photo by Jane Roe / AFP`, `Caption © Jane Roe`. */
function labelled(text: string, words: Words): Cutline | null {
  const copyright = /[©Ⓒ]/.test(text) ? /^(.*?)\s*[©Ⓒ]\s*(.{2,100})$/u.exec(text) : null;
  if (copyright !== null && isCredit(copyright[2]?.replace(/^\d{4}\s/, "") ?? "", words))
    return { caption: copyright[1] || null, credit: copyright[2] ?? null, sure: true };
  if (!hasCreditLabel(text, words)) return null;
  for (const match of text.matchAll(/(?<=^|[\s.|–—(-])(\p{L}{2,14}(?:\s\p{L}{2,10})?)(?:\s?[:：]\s?|\.?\s(?=\p{Lu}))/gu)) {
    const label = foldWord(match[1] ?? "");
    const credit = text.slice(match.index + match[0].length).trim();
    const caption = text.slice(0, match.index).replace(/[\s|–—-]+$/, "");
    if (words.labels.get(label) !== "credit" || caption === "") continue;
    // `Фото: Пресс-служба порта / РИА Новости` behind a whole sentence: one of the houses is known.
    const isTold = /[.!?…]$/u.test(caption) && /[:：]/.test(match[0]) && credit.length <= 80 && credit.split(/\s?\/\s?/).some((part) => isAgency(part));
    if (!isCredit(credit, words) && !isTold) continue;
    // `Fot. Jan Kowal`: a label cut short ends with a full stop.
    const isShort = label.length <= 3 && match[0].includes(".");
    if (!isShort && !/[:：]/.test(match[0]) && !words.creditEnd.test(label)) continue;
    return { caption, credit, sure: true };
  }
  return null;
}

/** `Caption. Courtesy of the Museum`; `AP Photo / Jane Roe`: the agency stands first. */
function signed(text: string, words: Words): Cutline | null {
  const courtesy = !/courtesy/iu.test(text) ? null : /^(?:(.*[.,;!?…”"])\s+)?\(?(Courtesy(?: of|:) .{2,60}?)\)?\.?$/iu.exec(text);
  if (courtesy !== null) return { caption: courtesy[1] ?? null, credit: courtesy[2] ?? null, sure: true };
  if (!text.includes("/")) return null;
  const match = /^(?:(.*?)\s)??((\p{Lu}[\p{L}-]*(?: (?:Photo|Images|Press))?)\s?\/\s?([^/]{3,60}))$/u.exec(text);
  if (match === null || !isAgency(match[3] ?? "") || !looksLikeName(match[4] ?? "", words) || isAgency(match[4] ?? "")) return null;
  return { caption: match[1]?.trim() || null, credit: match[2] ?? null, sure: true };
}

/** `Caption Jane Roe / AGENCY`: the credit is the name before the slash and all behind it. */
function slashed(text: string, words: Words): Cutline | null {
  // `Jane Roe—AFP`: a dash instead of the slash, before an agency that is known.
  const dashed = !/[—–]/.test(text.slice(-longestDashed)) ? null : /^(.+\p{L})\s?[—–]\s?([^—–]{2,40})$/u.exec(text);
  const match =
    (text.includes("/") ? /^([^/]*?)\s?((?:\/\s?[^/]{2,40}){1,3})$/u.exec(text) : null) ??
    (dashed !== null && isAgency(dashed[2] ?? "") ? dashed.with(2, text.slice(dashed[1]?.length)) : null);
  if (match === null) return null;
  const [, before = "", behind = ""] = match;
  const houses = behind
    .split(/[/—–]/)
    .slice(1)
    .map((house) => house.trim());
  const known = houses.some(isAgency);
  // `Vellmar/Orsund Ferry Talks Stall`: between two words that nobody knows for an agency, a slash without spaces is a slash.
  if (!known && !/\s\/\s/.test(text)) return null;
  if (!houses.every((house) => isAgency(house) || domain.test(house) || isHouseName(house))) return null;
  const credit = (from: number) => `${tokens.slice(from).join(" ")}${text.slice(before.length)}`.trim();
  const tokens = tokensOf(before);
  if (tokens.length === 0) return known ? { caption: null, credit: behind.replace(/^[\s/—–]+/, ""), sure: true } : null;
  const cut = creditStart(tokens, words, known);
  if (cut === null) return null;
  const caption = tokens.slice(0, cut.at).join(" ");
  return { caption: caption === "" ? null : caption, credit: cut.at === tokens.length ? behind.replace(/^[\s/—–]+/, "") : credit(cut.at), sure: cut.sure };
}

/** The word with which the credit begins. Null where the line is no cutline after all. */
function creditStart(tokens: readonly string[], words: Words, known: boolean): { at: number; sure: boolean } | null {
  const last = tokens.at(-1) ?? "";
  const agencyAlone = known ? { at: tokens.length, sure: true } : null;
  const behind = behindSentence(tokens, words);
  if (behind !== -1) return { at: behind, sure: true };
  if (endsSentence(last)) return agencyAlone;
  if (isAgency(last)) return { at: tokens.length - 1, sure: true };
  const at = nameAtEnd(tokens, words);
  if (at === -1) return agencyAlone;
  if (at === 0) return { at: 0, sure: true };
  return insideCaption(tokens, at, words, known);
}

/** Where a caption runs into a name without a mark between them. */
function insideCaption(tokens: readonly string[], at: number, words: Words, known: boolean): { at: number; sure: boolean } | null {
  const isTitleWord = (token: string | undefined) => words.captionTitles.has(foldWord(token ?? ""));
  // "… spokesman Dmitry Peskov / TASS": the name belongs to the picture, the credit is the agency alone.
  if (known && isTitleWord(tokens[at - 1])) return { at: tokens.length, sure: false };
  if (!known && tokens.length > 14) return null;
  const start = runStart(tokens, words);
  const [run, name] = [tokens.length - start, tokens.length - at];
  // "… on the quay Ana Maria Souza": three names behind a word that is no title and needs no name.
  if (run === 3 && name === 2 && !isTitleWord(tokens[start - 1])) return { at: start, sure: false };
  return { at, sure: run === name || run >= name * 2 };
}

/** A caption that is a sentence ends before the photographer. Index of the first word behind it; -1 where no name stands there. */
function behindSentence(tokens: readonly string[], words: Words): number {
  const end = tokens.slice(0, -1).findLastIndex((token) => /[.!?…»”"]$/u.test(token) && !isInitialOnly(token));
  const name = tokens.slice(end + 1).join(" ");
  return end !== -1 && (looksLikeName(name, words) || isAgency(name)) ? end + 1 : -1;
}

function endsSentence(token: string): boolean {
  return /[.!?…]$/u.test(token) && !isInitialOnly(token);
}

function isInitialOnly(token: string): boolean {
  return /^\p{Lu}\.$/u.test(token);
}

/** Where the row of capitalised words at the end begins; small words inside a name belong to it. */
function runStart(tokens: readonly string[], words: Words): number {
  const isPart = (at: number) =>
    isCapitalised(tokens[at] ?? "") ||
    (words.particles.has(foldWord(tokens[at] ?? "")) && at > 0 && (isCapitalised(tokens[at - 1] ?? "") || words.particles.has(foldWord(tokens[at - 1] ?? ""))));
  let at = tokens.length;
  while (at > 0 && isPart(at - 1)) at -= 1;
  return at;
}

/** `Vladimir Putin kremlin.ru`: a site as the credit. */
function ownSite(text: string): Cutline | null {
  if (!domainEnd.test(text)) return null;
  const tokens = tokensOf(text);
  const site = tokens.at(-1) ?? "";
  if (tokens.length < 2 || tokens.length > 30 || !domain.test(site) || /[,:]$/.test(tokens.at(-2) ?? "")) return null;
  if (tokens.slice(0, -1).some((token) => /^(?:at|on|to|from|via|visit|see|of)$/i.test(token) && token === tokens.at(-2))) return null;
  return {
    caption: tokens
      .slice(0, -1)
      .join(" ")
      .replace(/\s[/|–—-]$/, ""),
    credit: site,
    sure: true,
  };
}

/** The name of an agency that the table lacks: in capitals, or up to four capitalised words. */
function isHouseName(text: string): boolean {
  const tokens = tokensOf(text);
  return tokens.length <= 4 && tokens.every((token) => isCapitalised(token) && !/[.,]$/.test(token));
}
