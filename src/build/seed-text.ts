/** The text of a seed, for showing its lines beside what is said of them. May import: io, parse. */
import { readSeedBytes } from "../io/seeds-folder.ts";
import { readBytes } from "../parse/encoding/read-bytes.ts";
import { largestSeed } from "../parse/open-seed.ts";

/** A seed's text in whatever encoding it is; null where it cannot be read or is no text. */
export function seedText(root: string, path: string): string | null {
  try {
    const decoded = readBytes(readSeedBytes(root, path, largestSeed), { language: "en" });
    return decoded.ok ? decoded.text : null;
  } catch {
    return null;
  }
}
