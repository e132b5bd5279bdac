/** Digests. May import: nothing but node:crypto, which computes and does not touch the world. */
import { createHash } from "node:crypto";

/** SHA-256 (FIPS 180-4) of bytes, or of a string's UTF-8, in lower-case hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** SHA-512 (FIPS 180-4) likewise. */
export function sha512(content: Uint8Array | string): string {
  return createHash("sha512").update(content).digest("hex");
}
