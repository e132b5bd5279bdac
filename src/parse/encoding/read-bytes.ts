/** A seed's bytes → its text, and in which encoding they were read. May import: model, text, parse/encoding. */
import type { Confidence } from "../../model/claim.ts";
import { decodeStated, decodeStrictly, firstBadByte, looksBinary } from "../../text/decode.ts";
import { decodeAs, type EncodingName, encodingNames } from "../../text/encodings.ts";
import { guessEncoding, guessUtf16 } from "./guess.ts";

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: EncodingName; readonly confidence: Confidence }
  | { readonly ok: false; readonly reason: "binary" }
  | { readonly ok: false; readonly reason: "encoding"; readonly line: number; readonly column: number; readonly byte: number };

/** What of a folder's defaults matters before there is a text. */
export interface Expectation {
  /** The encoding that the owner says the folder's files are in. */
  readonly encoding?: string | undefined;
  /** BCP 47. */
  readonly language: string;
}

/**
 * Decodes a file. A byte order mark decides; then the encoding that the owner named; then strict UTF-8, if the bytes are; then the encoding in which
 * they are the most plausible text (`guess.ts`). UTF-8 with a few bad bytes is UTF-8: they become U+FFFD, and `damage.ts` reports them.
 */
export function readBytes(bytes: Uint8Array, { encoding, language }: Expectation): Decoded {
  const named = encodingNames.find((name) => name === encoding);
  if (named !== undefined) return textOrBinary({ ...decodeStated(bytes, named), confidence: "stated" });
  const strict = decodeStrictly(bytes);
  if (strict !== null && !looksBinary(strict.text)) return { ok: true, ...strict, confidence: "stated" };
  // Letters of one script in UTF-16 without a mark share their high byte: every other byte is a control character, or a zero.
  const wide = strict !== null || hasManyControls(bytes) ? guessUtf16(bytes, language) : null;
  if (wide !== null) return textOrBinary({ text: decodeAs(bytes, wide), encoding: wide, confidence: "inferred" });
  if (strict !== null || looksBinary(decodeAs(bytes.subarray(0, 8192), "iso-8859-1"))) return { ok: false, reason: "binary" };
  const guessed = guessEncoding(bytes, language);
  if (guessed === null) return { ok: false, reason: "encoding", ...firstBadByte(bytes) };
  return textOrBinary({ text: decodeAs(bytes, guessed), encoding: guessed, confidence: "inferred" });
}

function textOrBinary(read: { text: string; encoding: EncodingName; confidence: Confidence }): Decoded {
  return looksBinary(read.text) ? { ok: false, reason: "binary" } : { ok: true, ...read };
}

function hasManyControls(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 8192);
  const controls = head.reduce((count, byte) => count + (byte < 0x09 ? 1 : 0), 0);
  return controls * 50 > head.length || head.length % 2 === 0;
}
