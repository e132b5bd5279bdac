/** Whether a line is the name of a newspaper. May import: languages, text, parse/marks/name. */
import { publicationsByHost, publicationWords } from "../../languages/publications.ts";
import { foldForCompare } from "../../text/fold.ts";
import { isTitle, tokensOf } from "./name.ts";

/** A paper that is known, or one that says in its name that it is one. */
export function isPublication(text: string): boolean {
  return publicationNames.has(foldForCompare(text)) || saysPublication(text);
}

/** `The Averill Courier`, `Neue Hafener Zeitung`: a few capitalised words, one of which means a newspaper. */
function saysPublication(text: string): boolean {
  return isTitle(text) && tokensOf(text).length <= 6 && tokensOf(foldForCompare(text)).some((word) => publicationWords.has(word));
}

const publicationNames: ReadonlySet<string> = new Set(Object.values(publicationsByHost).map(foldForCompare));
