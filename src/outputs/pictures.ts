/** Where the pictures that articles show are published. May import: model, text, outputs/paths. */
import type { Archive, Card } from "../model/archive.ts";
import { sha256 } from "../text/digest.ts";
import { pictureOf } from "../text/picture-path.ts";
import { picturePath } from "./paths.ts";

/** From a picture's path in the seeds folder to that of its published file. */
export type PictureFiles = ReadonlyMap<string, string>;

/** The pictures that articles show. Two that differ only in case would be one file on some disks: the later by path gets a suffix, as does one whose path had to be changed. */
export function pictureFiles(archive: Archive): PictureFiles {
  const shown = new Set<string>();
  for (const card of archive.articles) for (const picture of picturesOf(card, archive)) shown.add(picture);
  const taken = new Set<string>();
  return new Map(
    [...shown].sort().map((path) => {
      const plain = picturePath(path);
      const safe = portable(plain);
      const own = safe !== plain || taken.has(keyOf(plain)) ? safe.replace(/(\.[^.]*)$/, `-${sha256(path).slice(0, 6)}$1`) : plain;
      taken.add(keyOf(own));
      return [path, own] as const;
    }),
  );
}

/** Bytes: a name of a file is at most 255, and while it is written it is longer by some. */
const longestName = 200;
const longestPath = 1000;

/** The path as every disk and the list of published files can hold it: no control characters, line ends, `\\`, `:` and the like, and not too long. */
function portable(path: string): string {
  const safe = path.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\\:*?"<>|]|[. ](?=\/)/gu, "_");
  const isLong = safe.length > longestPath || safe.split("/").some((name) => Buffer.byteLength(name) > longestName);
  return isLong ? picturePath(`long/${sha256(path).slice(0, 16)}${/\.[^./]*$/.exec(safe)?.[0] ?? ""}`) : safe;
}

function picturesOf(card: Card, archive: Archive): string[] {
  return card.figures.flatMap(({ src }) => (src === null ? [] : (pictureOf(src, card.file, archive.pictures) ?? [])));
}

function keyOf(path: string): string {
  return path.normalize("NFC").toLowerCase().normalize("NFC");
}
