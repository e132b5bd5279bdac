/** Text for a terminal: what must not command it, how wide it is, and how it is cut. May import: nothing. */

/**
 * Characters that are not seen, or that turn, join or hide others: C0 and C1 controls, soft hyphens, marks and overrides of direction
 * (Unicode, UAX #9), separators, joiners without a form, interlinear marks, tags, byte order marks, lone surrogates.
 */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e007f}]/gu;

const named: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\v": "\\v", "\f": "\\f" };

/** A line with what cannot be seen written out (`\t`, `\u202e`, `\u{e0041}`): a file must not command the terminal, nor hide its words. */
export function escapeUnseen(text: string): string {
  return text.replace(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return named[character] ?? (code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`);
  });
}

/** Letters that a terminal sets two cells wide (roughly Unicode, UAX #11: W and F). */
const wide = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const none = /\p{M}|\u200c|\u200d/u;

function cellsOfCharacter(character: string): number {
  if (character < "\u0300") return 1;
  return none.test(character) ? 0 : wide.test(character) ? 2 : 1;
}

/** How many cells of a terminal a text fills. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += cellsOfCharacter(character);
  return cells;
}

/** The beginning of a text that fits into so many cells, with `…` at its end where something is left out. */
export function cutToCells(text: string, most: number): string {
  let cells = 0;
  let end = 0;
  let whole = 0;
  for (const character of text) {
    cells += cellsOfCharacter(character);
    if (cells > most) return `${text.slice(0, end).trimEnd()}…`;
    whole += character.length;
    if (cells <= most - 1) end = whole;
  }
  return text;
}

/** A text with spaces behind it, so many cells wide. */
export function padToCells(text: string, cells: number): string {
  return text + " ".repeat(Math.max(0, cells - cellsOf(text)));
}
