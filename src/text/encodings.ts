/** TABLE: the encodings in which clippings come, and how their bytes become text. May import: nothing but iconv-lite. */
import iconv from "iconv-lite";

/** A script in which a language is written (ISO 15924), as far as an encoding can hold it. */
export type Script = "Latn" | "Cyrl" | "Arab" | "Hani" | "Jpan";

interface Encoding {
  readonly scripts: readonly Script[];
  /** How rare the encoding is among files that are not UTF-8 (in nats): what the letters must outweigh before it is believed. */
  readonly rarity: number;
}

/** By the names of the WHATWG Encoding Standard, which are the names a configuration uses. */
const table = {
  "utf-8": { scripts: ["Latn", "Cyrl", "Arab", "Hani", "Jpan"], rarity: 0 },
  "utf-16le": { scripts: ["Latn", "Cyrl", "Arab", "Hani", "Jpan"], rarity: 2 },
  "utf-16be": { scripts: ["Latn", "Cyrl", "Arab", "Hani", "Jpan"], rarity: 3 },
  "windows-1252": { scripts: ["Latn"], rarity: 0 },
  "iso-8859-1": { scripts: ["Latn"], rarity: 1 },
  "iso-8859-15": { scripts: ["Latn"], rarity: 2 },
  macintosh: { scripts: ["Latn"], rarity: 6 },
  "windows-1251": { scripts: ["Cyrl"], rarity: 0 },
  "koi8-r": { scripts: ["Cyrl"], rarity: 1 },
  "koi8-u": { scripts: ["Cyrl"], rarity: 1.5 },
  "iso-8859-5": { scripts: ["Cyrl"], rarity: 3 },
  ibm866: { scripts: ["Cyrl"], rarity: 3 },
  "windows-1256": { scripts: ["Arab"], rarity: 0 },
  "iso-8859-6": { scripts: ["Arab"], rarity: 3 },
  gb18030: { scripts: ["Hani"], rarity: 0 },
  big5: { scripts: ["Hani"], rarity: 1 },
  shift_jis: { scripts: ["Jpan"], rarity: 1 },
  "euc-jp": { scripts: ["Jpan"], rarity: 2 },
} as const satisfies Record<string, Encoding>;

export type EncodingName = keyof typeof table;

export const encodings: Readonly<Record<EncodingName, Encoding>> = table;
export const encodingNames = Object.keys(table) as EncodingName[];

/**
 * The text that the bytes are in an encoding, a byte order mark included. What means nothing in it becomes U+FFFD.
 * (Node's own decoder reads the quotation marks and dashes of windows-1252 as control characters.)
 */
export function decodeAs(bytes: Uint8Array, encoding: EncodingName): string {
  // iconv-lite has this table as it was before 1998, without the euro.
  if (encoding === "macintosh") return new TextDecoder("macintosh").decode(bytes);
  return iconv.decode(bytes, encoding, { stripBOM: false });
}

/** The encoding that a byte order mark names; null where there is none. */
export function byteOrderMark(bytes: Uint8Array): EncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}
