/** What may not stand in any output, taken out once, where the record is made. May import: nothing. */

/**
 * Replaces what neither HTML nor XML 1.0 can hold (control characters but white space, the 66 noncharacters, lone surrogates)
 * by U+FFFD, so that nothing is lost unseen and every output stays well formed. Vertical tab and form feed, which end a line, are left to the
 * readers.
 */
export function cleanText(text: string): string {
  if (!mayBeUnclean.test(text)) return text;
  return text.toWellFormed().replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\p{Noncharacter_Code_Point}]/gu, "\ufffd");
}

/** Controls; surrogates, well set or lone; the block of noncharacters, and those at the end of the first plane. Few texts have any. */
const mayBeUnclean = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** The same for a text that is a value and has no lines to be ended: vertical tab, form feed and next line become spaces. */
export function cleanValue(text: string): string {
  return cleanText(text).replace(/[\v\f\u0085]/g, " ");
}
