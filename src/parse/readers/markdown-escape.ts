/** Plain words as Markdown that means them. May import: nothing. */

/**
 * Escapes a paragraph of plain text so that CommonMark 0.31 with GFM reads the same words back: emphasis, code, links, HTML, entities and
 * autolinks anywhere; headings, lists, quotations, fences and underlines at the start of a line. A line end becomes a hard break.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/(^|\n)([ \t]*)([#+=:-])/g, "$1$2\\$3")
    .replace(/(^|\n)([ \t]*\d{1,9})([.)])(?=\s|$)/g, "$1$2\\$3")
    .replace(/(?<=\w)@(?=\w)|(?<=\bwww)\.|(?<=\b(?:https?|ftp|mailto|xmpp)):/gi, "\\$&")
    .replaceAll("\n", "\\\n");
}
