/** Joining words that some scripts glue to the next word: Arabic `و`. May import: parse/marks. */

import { foldWord } from "../../text/fold.ts";
import { tokensOf } from "./name.ts";
import { isAgency, type Words } from "./words.ts";

/**
 * Sets a glued joiner apart: `سامي الخوري وليلى بن عمر` → `سامي الخوري و ليلى بن عمر`. Names that begin with the same letter (`وليد`) stay whole,
 * and so does a word with no full name before it.
 */
export function unglue(text: string, words: Words): string {
  const glued = words.language.byline.glued;
  if (glued === undefined) return text;
  const tokens = tokensOf(text);
  let since = 0;
  return tokens
    .map((token, index) => {
      since = words.joiners.has(token) || /[،,]$/u.test(tokens[index - 1] ?? "") ? 0 : since + 1;
      const rest = token.startsWith(glued.joiner) ? token.slice(glued.joiner.length) : "";
      const isHouse = isAgency(rest) || words.desks.has(foldWord(rest)) || isAgency([rest, ...tokens.slice(index + 1)].join(" "));
      const isName = since >= 3 && rest.length >= 3 && index < tokens.length - 1 && !glued.names.includes(token);
      if (index === 0 || rest === "" || !(isHouse || isName)) return token;
      since = 1;
      return `${glued.joiner} ${rest}`;
    })
    .join(" ");
}
