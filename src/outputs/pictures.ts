/** Where the pictures that articles show are published. May import: model, text, outputs/paths. */
import type { Archive, Card } from "../model/archive.ts";
import { sha256 } from "../text/digest.ts";
import { distinct } from "../text/distinct.ts";
import { pictureOf } from "../text/picture-path.ts";
import { isPortableName } from "../text/portable.ts";
import { slug } from "../text/slug.ts";
import { picturePath } from "./paths.ts";

/** From a picture's path in the seeds folder to that of its published file. */
export type PictureFiles = ReadonlyMap<string, string>;

/** The pictures that articles show. Two that differ only in case would be one file on some disks: the later by path gets a suffix, as does one whose path had to be changed. */
export function pictureFiles(archive: Archive): PictureFiles {
  const shown = new Set<string>();
  for (const card of archive.articles) for (const picture of picturesOf(card, archive)) shown.add(picture);
  const sources = [...shown].sort();
  const paths = distinct(
    sources.map((path) => ({ path: picturePath(portable(path)), salt: path })),
    (path, suffix) => path.replace(/(\.[^./]*)$/, `-${suffix}$1`),
  );
  return new Map(sources.map((path, index) => [path, paths[index] ?? ""]));
}

/** Bytes of the longest path that is kept. */
const longest = 200;

/** The picture's own path (composed) where every system can have it; else a folder named by its digest, and what is left of its name. */
function portable(printed: string): string {
  const path = printed.normalize("NFC");
  if (Buffer.byteLength(path) <= longest && path.split("/").every(isPortableName)) return path;
  const [, stem = "", ending = ""] = /([^/]*)(\.[^./]*)$/.exec(path) ?? [];
  return `${sha256(printed).slice(0, 12)}/${slug(stem, "picture")}${ending.toLowerCase()}`;
}

/** The picture's own file in the archive; null where it is missing or lies elsewhere: no page loads anything from another site. */
export function pictureFileOf(src: string | null, card: Card, archive: Archive, pictures: PictureFiles): string | null {
  const picture = src === null ? null : pictureOf(src, card.file, archive.pictures);
  return picture === null ? null : (pictures.get(picture) ?? null);
}

function picturesOf(card: Card, archive: Archive): string[] {
  return card.figures.flatMap(({ src }) => (src === null ? [] : (pictureOf(src, card.file, archive.pictures) ?? [])));
}
