/**
 * A text as it would be read by those who decode it: entities, percent-encoding, escapes, tags. Each view knows where in the text its
 * characters came from. May import: text.
 */
import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { decodeAs } from "../encodings.ts";

export interface View {
  readonly text: string;
  /** For each character, where in the source what it stands for begins and ends; null where they are the same. */
  readonly places: { readonly from: Int32Array; readonly to: Int32Array } | null;
}

/** What a view may differ in. */
const telling = /[&%\\<=]|\]\s?[([]|\[\^/;

const references = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,31}));?/gi;
const bytes = /(?:[%=][0-9a-f]{2})+/gi;
const escapes = /\\{1,8}(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|x([0-9a-f]{2})|U([0-9a-f]{8}))/gi;
const spaceEscapes = /\\{1,8}[abefnrtv0_NLP]/g;
/** Tags, and where comments begin and end. */
const tags = /<!--|-->|<[/!?a-z][^<>]{0,5000}>/gi;
/** Comments, the targets of links, footnotes: what may stand between two words, and may hold words itself. */
const asides = /<!--[\s\S]{0,5000}?-->|\]\s?\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)|\]\s?\[[^[\]\n]{0,200}\]|\[\^[^[\]\s]{1,60}\]/gi;

/** How often what was decoded is decoded again: `&amp;#73;`. */
const deepest = 3;

/** All views of a text, the text itself first. */
export function viewsOf(text: string): View[] {
  const plain: View = { text, places: null };
  if (!telling.test(text)) return [plain];
  let decoded = plain;
  for (let depth = 0; depth < deepest; depth += 1) {
    const next = exchange(exchange(exchange(decoded, references, referenced), bytes, readBytes), escapes, escaped);
    if (next === decoded) break;
    decoded = next;
  }
  const untagged = exchange(decoded, tags, () => "");
  const bare = exchange(
    exchange(decoded, asides, () => ""),
    tags,
    () => "",
  );
  // Within a comment a name may stand as it may outside of it: `<!-- [Jane](https://…) Roe -->`.
  const opened = exchange(untagged, asides, () => "");
  const views = [plain, decoded, untagged, bare, opened];
  return [...new Set([...views, ...views.map((view) => exchange(view, spaceEscapes, () => "\n"))])];
}

/** The view with what a pattern finds exchanged; the same view where it finds nothing. Every character put in stands for all that was taken out. */
function exchange(view: View, pattern: RegExp, put: (match: RegExpExecArray) => string | null): View {
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  const keep = (end: number) => {
    parts.push(view.text.slice(at, end));
    for (let index = at; index < end; index += 1) {
      from.push(view.places?.from[index] ?? index);
      to.push(view.places?.to[index] ?? index + 1);
    }
  };
  for (const match of view.text.matchAll(pattern)) {
    const replacement = put(match as RegExpExecArray);
    if (replacement === null) continue;
    keep(match.index);
    at = match.index + match[0].length;
    parts.push(replacement);
    const start = view.places?.from[match.index] ?? match.index;
    const end = view.places?.to[at - 1] ?? at;
    for (let index = 0; index < replacement.length; index += 1) {
      from.push(start);
      to.push(end);
    }
  }
  if (at === 0) return view;
  keep(view.text.length);
  return { text: parts.join(""), places: { from: Int32Array.from(from), to: Int32Array.from(to) } };
}

function referenced([whole, hex, decimal, name]: RegExpExecArray): string | null {
  // In a line of capitals `&NBSP;` is none, and is read as one all the same.
  if (name !== undefined) return (whole.endsWith(";") && (decodeNamedCharacterReference(name) || decodeNamedCharacterReference(name.toLowerCase()))) || null;
  return character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
}

function escaped([, braced, four, two, eight]: RegExpExecArray): string | null {
  const code = Number.parseInt(braced ?? four ?? two ?? eight ?? "", 16);
  // The two halves of a pair come one by one, and make a character when they are joined.
  return code >= 0xd800 && code <= 0xdfff ? String.fromCharCode(code) : character(code);
}

function character(code: number): string | null {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null;
}

/** Percent-encoding (RFC 3986) and quoted-printable (RFC 2045), in UTF-8, else in the encoding that old Russian sites are in. */
function readBytes([run]: RegExpExecArray): string {
  const values = Uint8Array.from(run.match(/[0-9a-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16));
  const text = decodeAs(values, "utf-8");
  return text.includes("\ufffd") ? decodeAs(values, "windows-1251") : text;
}
