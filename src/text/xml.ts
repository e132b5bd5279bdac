/** Text for XML. The one place where what XML cannot hold is taken out. May import: nothing. */

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/**
 * Escapes a string for element content and for attribute values in quotes (XML 1.0, fifth edition, 2.2 and 2.4). Characters that XML 1.0 forbids even
 * as references (controls, U+FFFE, U+FFFF, lone surrogates) become U+FFFD. Tabs and line ends are written as references, so that no parser changes them.
 */
export function escapeXml(text: string): string {
  if (!/[\0-\u001f&<>"'\ud800-\udfff\ufffe\uffff]/.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"'\t\n\r]/g, (character) => references[character] ?? character);
}
