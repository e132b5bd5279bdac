/** Where the pictures that articles show are published. May import: model, text, outputs/paths. */
import type { Archive, Card } from "../model/archive.ts";
import { sha256 } from "../text/digest.ts";
import { pictureOf } from "../text/picture-path.ts";
import { picturePath } from "./paths.ts";

/** From a picture's path in the seeds folder to that of its published file. */
export type PictureFiles = ReadonlyMap<string, string>;

/** The pictures that articles show. Two that differ only in case would be one file on some disks: the later by path gets a suffix. */
export function pictureFiles(archive: Archive): PictureFiles {
  const shown = new Set<string>();
  for (const card of archive.articles) for (const picture of picturesOf(card, archive)) shown.add(picture);
  const taken = new Set<string>();
  return new Map(
    [...shown].sort().map((path) => {
      const plain = picturePath(path);
      const own = taken.has(keyOf(plain)) ? plain.replace(/(\.[^.]*)$/, `-${sha256(path).slice(0, 6)}$1`) : plain;
      taken.add(keyOf(own));
      return [path, own] as const;
    }),
  );
}

function picturesOf(card: Card, archive: Archive): string[] {
  return card.figures.flatMap(({ src }) => (src === null ? [] : (pictureOf(src, card.file, archive.pictures) ?? [])));
}

function keyOf(path: string): string {
  return path.normalize("NFC").toLowerCase().normalize("NFC");
}
