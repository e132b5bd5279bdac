/** Bytes → text, never guessing in silence. May import: nothing. */

/** How a file's bytes came to be text, or why they did not. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: "utf-8" | "utf-16le" | "utf-16be" }
  | { readonly ok: false; readonly reason: "binary" }
  | { readonly ok: false; readonly reason: "encoding"; readonly line: number; readonly column: number; readonly byte: number };

/**
 * Decodes UTF-8 (with or without a byte order mark) and UTF-16 with one, strictly (WHATWG Encoding Standard, `fatal`). The byte order mark
 * stays in the text as U+FEFF, so that the lines still give the file back. Anything else is reported with the place of the first bad byte.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  const encoding = utf16 ?? "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return looksBinary(text) ? { ok: false, reason: "binary" } : { ok: true, text, encoding };
  } catch {
    if (bytes.subarray(0, 8192).includes(0)) return { ok: false, reason: "binary" };
    return { ok: false, reason: "encoding", ...firstBadByte(bytes) };
  }
}

type Decoder = InstanceType<typeof TextDecoder>;

/** A text with NULs, or with one control character in fifty, was never typed. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 8192);
  if (head.includes("\0")) return true;
  const controls = head.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return controls * 50 > head.length;
}

/** Line and column (from 1) of the first byte that is not UTF-8, and its value. */
function firstBadByte(bytes: Uint8Array): { line: number; column: number; byte: number } {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let good = 0;
  let step = bytes.length;
  // Halve the step until the longest good beginning is known: a beginning that ends within a character is good as a stream.
  while (step >= 1) {
    const end = Math.min(bytes.length, good + step);
    if (end > good && isGoodBeginning(strict, bytes.subarray(0, end))) good = end;
    else step = Math.floor(step / 2);
  }
  let start = good;
  while (start > 0 && good - start < 3 && !isWhole(strict, bytes.subarray(0, start))) start -= 1;
  const before = new TextDecoder().decode(bytes.subarray(0, start)).split(/\r\n|[\n\r]/);
  return { line: before.length, column: (before.at(-1) ?? "").length + 1, byte: bytes[start] ?? 0 };
}

function isGoodBeginning(decoder: Decoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  } finally {
    try {
      decoder.decode();
    } catch {
      // The flush of an unfinished character: only the reset matters.
    }
  }
}

function isWhole(decoder: Decoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
