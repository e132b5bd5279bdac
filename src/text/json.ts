/** Data as JSON inside a page. May import: nothing. */

/** What the HTML tokenizer could take for markup, what may not stand in HTML at all (controls, the 66 noncharacters), and line ends of JavaScript. */
const unfit = /[<>&\u2028\u2029\u007f-\u009f\p{Noncharacter_Code_Point}]/gu;

/**
 * A value as JSON (RFC 8259) that may stand in a `<script>` data block: no character of it can end the element, open a comment, or make the
 * page malformed, whatever the strings hold, and `JSON.parse` gives the value back.
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(unfit, (found) =>
    Array.from({ length: found.length }, (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
}
