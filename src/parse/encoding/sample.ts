/** The part of a file that tells its encoding. May import: nothing. */

const longest = 3000;
/** ASCII around a byte that is not, as far as it is looked at. */
const context = 120;

/**
 * Those stretches of the bytes that hold something else than ASCII, with some words around them, up to 3,000 bytes. They are cut where two
 * bytes of ASCII meet: there a character begins, whatever the encoding.
 */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let at = 0;
  while (length < longest) {
    const high = nextHigh(bytes, at);
    if (high === bytes.length) break;
    const from = Math.max(at, high - context);
    const most = Math.min(bytes.length, high + longest - length);
    let end = Math.min(most, high + context);
    while (end < most && ((bytes[end] ?? 0) >= 0x80 || (bytes[end - 1] ?? 0) >= 0x80)) end += 1;
    parts.push(bytes.subarray(from, end), newLine);
    length += end - from + 1;
    at = end;
  }
  return Buffer.concat(parts);
}

const newLine = Uint8Array.of(0x0a);

function nextHigh(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] as number) < 0x80) at += 1;
  return at;
}
