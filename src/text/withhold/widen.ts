/** Withheld words that are part of an address: half an address would still lead somewhere, or nowhere. May import: nothing. */

/** Part of a text that goes as a whole if anything in it goes. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** What stays of it around the mark. */
  readonly before: string;
  readonly after: string;
  /** Whether a mark is left: not where the address is not seen, as in an attribute. */
  readonly isSeen: boolean;
}

const attribute = /\s(?:href|src|srcset|cite|action|data|poster|background)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+)/gi;
/** `](https://… "title")`, and the `![…` of a picture before it. */
const target = /(!\[[^[\]\n]{0,1000})?\]\(\s*<?[^\s<>()]{1,2000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,2000})?>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/g;
const address = /<?(?:https?|ftps?|wss?):\/\/[^\s<>"“”«»]+>?|<?(?:mailto:|tel:|www\.)[^\s<>"“”«»]+>?/gi;
const mail = /[^\s<>()"“”«»,;:[\]@]+@[^\s<>()"“”«»,;:[\]@]+/g;

/** The addresses of a text. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const add = (start: number, end: number, before = "", after = "", isSeen = true) => tokens.push({ start, end, before, after, isSeen });
  for (const { index, 0: whole } of text.matchAll(attribute)) add(index, index + whole.length, "", "", false);
  for (const { index, 0: whole, 1: picture = "" } of text.matchAll(target)) {
    // A picture that is not there is shown as one that is missing.
    if (picture === "") add(index, index + whole.length, "] ");
    else add(index + picture.length, index + whole.length, "](withheld)", "", false);
  }
  for (const { index, 0: whole } of text.matchAll(address)) {
    const printed = whole.startsWith("<") ? whole : whole.replace(/[.,;:!?'’)\]>*_|\\]+$/, "");
    add(index, index + printed.length);
  }
  for (const { index, 0: whole } of text.matchAll(mail)) add(index, index + whole.length);
  return tokens;
}
