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

const attribute = /\s(?:href|src|srcset|cite|action|data|poster|background)\s*=\s*(?:"[^"]{0,5000}"|'[^']{0,5000}'|[^\s>"']{1,5000})/gi;
/** `](https://… "title")`, and the `![…` of a picture before it. */
const target =
  /(!\[[^[\]\n]{0,1000})?\]\(\s*<?[^\s<>()]{1,2000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,2000})?>?(?:\s+(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}'))?\s{0,9}\)/g;
const address = /<?(?:https?|ftps?|wss?):\/\/[^\s<>"“”«»]+>?|<?(?:mailto:|tel:|www\.)[^\s<>"“”«»]+>?/gi;
const mail = /[^\s<>()"“”«»,;:[\]@]{1,200}@[^\s<>()"“”«»,;:[\]@]{1,500}/g;

/** Those of a text that a place may be in. */
export type TokensAt = (start: number, end: number) => readonly Token[];

/** The addresses of a text, to be asked for by place. */
export function tokensOf(text: string): TokensAt {
  const tokens = allTokens(text).sort((a, b) => a.start - b.start);
  // How far any of the tokens up to here reaches: before that, none has to be looked at.
  let reach = 0;
  const reaches = tokens.map(({ end }) => {
    reach = Math.max(reach, end);
    return reach;
  });
  return (start, end) => {
    let [low, high] = [0, tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    const found: Token[] = [];
    for (let index = low - 1; index >= 0 && (reaches[index] ?? 0) > start; index -= 1) {
      const token = tokens[index];
      if (token !== undefined && token.end > start) found.push(token);
    }
    return found;
  };
}

function allTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const add = (start: number, end: number, before = "", after = "", isSeen = true) => tokens.push({ start, end, before, after, isSeen });
  for (const { index, 0: whole } of text.matchAll(attribute)) add(index, index + whole.length, "", "", false);
  for (const { index, 0: whole, 1: picture = "" } of text.matchAll(target)) {
    // A picture that is not there is shown as one that is missing.
    if (picture === "") add(index, index + whole.length, "] ");
    else add(index + picture.length, index + whole.length, "](withheld)", "", false);
  }
  for (const { index, 0: whole } of text.matchAll(address)) {
    const printed = whole.startsWith("<") ? whole : whole.replace(/[.,;:!?'’)\]>*_|\\]{1,99}$/, "");
    add(index, index + printed.length);
  }
  for (const { index, 0: whole } of text.matchAll(mail)) add(index, index + whole.length);
  return tokens;
}
