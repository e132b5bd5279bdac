/** Whether bytes hold what is withheld, in whatever encoding, and in which line. Pure. May import: text. */
import { decodeAs, type EncodingName } from "../text/encodings.ts";
import { findAll, type Needle, needleOf } from "../text/withhold/find.ts";
import { sieveOf } from "../text/withhold/sieve.ts";

/** Words that may be in no file; or, where they are withheld in some articles alone, in none of theirs. */
export interface LeakNeedle extends Needle {
  /** Ids of the articles; null for all files. */
  readonly onlyIn: readonly string[] | null;
}

export type Search = (text: string) => readonly { readonly start: number; readonly needle: LeakNeedle }[];

export function searchFor(needles: readonly LeakNeedle[]): Search {
  const sieve = sieveOf(needles);
  return (text) => findAll(text, needles, sieve);
}

/** Encodings in which a picture's or another program's file may hold words. The first is what everything that Tearsheet writes is in. */
const wide = ["utf-16le", "utf-16be"] as const satisfies readonly EncodingName[];
const narrow = ["windows-1252", "windows-1251", "koi8-r"] as const satisfies readonly EncodingName[];

/** The texts that bytes may be. UTF-16 has two ways to begin. */
function textsOf(bytes: Uint8Array): string[] {
  const text = decodeAs(bytes, "utf-8");
  const isText = !/[\ufffd\u0000-\u0008]/.test(text) && !/[\u4e00-\u9fff]/.test(text);
  if (isText && !mayBeWide(text)) return [text];
  const shifted = bytes.subarray(1);
  return [
    text,
    ...wide.flatMap((encoding) => [decodeAs(bytes, encoding), decodeAs(shifted, encoding)]),
    ...narrow.map((encoding) => decodeAs(bytes, encoding)),
  ];
}

/** A text of Han in UTF-16 may look like letters and signs: then it has hardly any space or line end. */
function mayBeWide(text: string): boolean {
  return text.length > 0 && (text.match(/\s/g)?.length ?? 0) * 200 < text.length;
}

/**
 * The lines of a piece in which something is found, from 1, counted from the beginning of the piece.
 *
 * @param isMeant whether a needle counts for the line that holds it
 */
export function linesWith(bytes: Uint8Array, search: Search, isMeant: (needle: LeakNeedle, line: string) => boolean): Set<number> {
  const lines = new Set<number>();
  for (const text of textsOf(bytes)) {
    for (const { start, needle } of search(text)) {
      const from = text.lastIndexOf("\n", start - 1) + 1;
      const end = text.indexOf("\n", start);
      if (needle.onlyIn === null || isMeant(needle, text.slice(from, end === -1 ? undefined : end))) lines.add(countLines(text, start) + 1);
    }
  }
  return lines;
}

export function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

/** Letters of a piece that a long text is searched for by: the beginning of a paragraph that a list prints is found as well. */
const piece = 40;

/** A text in pieces between words, none shorter than 40 letters but the text itself. */
export function piecesOfText(text: string): string[] {
  const pieces: string[] = [];
  let current = "";
  for (const word of text.split(/(?<=\s)/)) {
    current += word;
    if (current.length < piece) continue;
    pieces.push(current);
    current = "";
  }
  // Where words have no spaces between, there is one long piece: it is cut.
  const cut = pieces.flatMap((each) => (each.length <= 3 * piece ? [each] : (each.match(new RegExp(`[\\s\\S]{1,${piece}}`, "g")) ?? [])));
  const last = pieces.length === 0 ? [text] : [text.slice(-Math.max(piece, current.length))];
  return [...cut, ...last].filter((each) => needleOf(each) !== null);
}
