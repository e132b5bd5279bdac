/** Plain words as Markdown that means them. May import: nothing. */

/**
 * Escapes a paragraph of plain text so that CommonMark 0.31 with GFM reads the same words back: emphasis, code, links, HTML, entities and
 * autolinks anywhere; headings, lists, quotations, fences and underlines at the start of a line. A line end becomes a hard break.
 */
export function escapeMarkdown(text: string): string {
  // Three of four paragraphs have nothing of all this.
  if (!mayMean.test(text)) return text;
  const inline = text.replace(/[\\`*_[\]<>~|]/g, "\\$&").replace(/&(?=#?\w+;)/g, "\\&");
  // Both look at every character; most paragraphs are one line that begins with a letter, and hold no address.
  const lines = /\n|^[ \t]*[#+=:\d-]/.test(inline)
    ? inline.replace(/(^|\n)([ \t]*)([#+=:-])/g, "$1$2\\$3").replace(/(^|\n)([ \t]*\d{1,9})([.)])(?=\s|$)/g, "$1$2\\$3")
    : inline;
  const plain = /[@:]|www/i.test(lines) ? lines.replace(/(?<=\w)@(?=\w)|(?<=\bwww)\.|(?<=\b(?:https?|ftp|mailto|xmpp)):/gi, "\\$&") : lines;
  return plain.replaceAll("\n", "\\\n");
}

/** A sign or an address anywhere, or what means something at the beginning. */
const mayMean = /[\\`*_[\]<>~|&@:\n]|www|^[ \t]*[#+=\d-]/i;
