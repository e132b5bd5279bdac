/** Digests. May import: nothing but node:crypto, which computes and does not touch the world. */
import { createHash, hash } from "node:crypto";

/** SHA-256 (FIPS 180-4) of bytes, or of a string's UTF-8, in lower-case hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return hash("sha256", content, "hex");
}

/** SHA-256 likewise, of a text that comes in pieces. */
export function sha256OfPieces(pieces: Iterable<string>): string {
  const digest = createHash("sha256");
  for (const piece of pieces) digest.update(piece);
  return digest.digest("hex");
}

/** SHA-512 (FIPS 180-4) likewise. */
export function sha512(content: Uint8Array | string): string {
  return createHash("sha512").update(content).digest("hex");
}

/** The first 128 bits of a SHA-256, in base64url: for telling whether something is as it was. 22 characters. */
export function digestKey(content: string): string {
  // Cut while it is bytes: V8 keeps a whole text alive for what is cut out of it, and there are a million of these.
  return hash("sha256", content, "buffer").toString("base64url", 0, 16);
}
