/** Bytes → text where nothing has to be guessed. May import: text. */
import { byteOrderMark, decodeAs, type EncodingName } from "./encodings.ts";

/**
 * The text of bytes that say themselves what they are: strict UTF-8 with or without a byte order mark, UTF-16 with one (WHATWG Encoding
 * Standard, `fatal`). The byte order mark stays in the text as U+FEFF, so that the lines still give the file back. Null for anything else.
 */
export function decodeStrictly(bytes: Uint8Array): { readonly text: string; readonly encoding: "utf-8" | "utf-16le" | "utf-16be" } | null {
  const mark = byteOrderMark(bytes);
  const encoding = mark === "utf-16le" || mark === "utf-16be" ? mark : "utf-8";
  try {
    return { text: (encoding === "utf-8" ? utf8 : new TextDecoder(encoding, { fatal: true, ignoreBOM: true })).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** Made once: making one takes longer than decoding an article, and it keeps nothing of what it decoded. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A text with one control character in fifty, or one NUL in a hundred, was never typed. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, 8192);
  if (!/[\0-\u0008\u000e-\u001f]/.test(head)) return false;
  const controls = head.match(/[\0-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  const nulls = head.match(/\0/g)?.length ?? 0;
  return controls * 50 > head.length || nulls * 100 > head.length;
}

/** Line and column (from 1) of the first byte that is not UTF-8, and its value. */
export function firstBadByte(bytes: Uint8Array): { line: number; column: number; byte: number } {
  // U+FFFD in the file itself is three good bytes: the decoder's own stands where re-encoding gives other bytes than were read.
  let at = 0;
  for (const character of decodeAs(bytes, "utf-8")) {
    if (character === "\ufffd" && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd)) break;
    const code = character.codePointAt(0) ?? 0;
    at += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  const before = decodeAs(bytes.subarray(0, at), "utf-8").split(/\r\n|[\n\r]/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1, byte: bytes[at] ?? 0 };
}

/** The bytes as the encoding that their owner named has them; its byte order mark wins. */
export function decodeStated(bytes: Uint8Array, encoding: EncodingName): { readonly text: string; readonly encoding: EncodingName } {
  const actual = byteOrderMark(bytes) ?? encoding;
  return { text: decodeAs(bytes, actual), encoding: actual };
}
