/** What a file of the seeds folder is there for. May import: io, parse/readers/endings, build/sidecars. */
import type { Kind } from "../io/seeds-folder.ts";
import { readerNameOf } from "../parse/readers/endings.ts";
import { isSidecar } from "./sidecars.ts";

/** Raster pictures only: a file with scripts in it (SVG, HTML) is never published as it is. */
const picture = /\.(?:jpe?g|png|gif|webp|avif)$/i;

/** By its name. */
export function kindOf(name: string): Kind {
  return readerNameOf(name) !== null ? "seed" : isSidecar(name) ? "sidecar" : picture.test(name) ? "picture" : "other";
}
