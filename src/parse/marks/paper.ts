/** Whether words are the name of a newspaper: one that is known, or one that says so. May import: languages, text, parse/marks/name. */
import { publicationsByHost, publicationWords } from "../../languages/publications.ts";
import { foldForCompare } from "../../text/fold.ts";
import { isTitle, tokensOf } from "./name.ts";

const names: ReadonlySet<string> = new Set(Object.values(publicationsByHost).map(foldForCompare));
const articles = /^(?:the|le|la|les|el|los|las|der|die|das)\s|^l['’]/iu;

/** A newspaper that the table knows by this name. */
export function isKnownPaper(text: string): boolean {
  return names.has(foldForCompare(text));
}

/** A known newspaper, or an article and a few capitalised words, one of which means a newspaper: `Le Courrier de la Baie`. */
export function isPaper(text: string): boolean {
  if (isKnownPaper(text)) return true;
  return articles.test(text) && saysPaper(text);
}

/** A few capitalised words, one of which means a newspaper: `Averill Courier`. */
export function saysPaper(text: string): boolean {
  return isTitle(text) && tokensOf(foldForCompare(text)).some((word) => publicationWords.has(word));
}
