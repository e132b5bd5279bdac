/** What is published in an output now, by its manifest and by the names of its files. May import: text, io/publishing. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../text/digest.ts";
import { type Manifest, manifestPath, readManifest } from "../../text/manifest.ts";
import { isThere } from "./files.ts";
import { placeOf } from "./place.ts";

/**
 * What is published in an output now; null where nothing is, or a build is at work or was cut short.
 *
 * @throws what `placeOf` throws
 */
export function publishedNow(out: string, releases: boolean): { readonly manifest: string; readonly isWhole: () => boolean } | null {
  const { root, workshop, releases: folder } = placeOf(out, releases);
  if (isThere(workshop) || (folder !== null && root === out)) return null;
  const text = manifestIn(root);
  return text === "" ? null : { manifest: sha256(text), isWhole: () => missingFiles(root, readManifest(text)).size === 0 };
}

/** Those of a manifest's files that are not there. By their names alone: what is in them is for `verify` to say. */
export function missingFiles(root: string, { files }: Manifest): ReadonlySet<string> {
  const named = new Map<string, string[]>();
  for (const path of files.keys()) {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    const paths = named.get(folder);
    if (paths === undefined) named.set(folder, [path]);
    else paths.push(path);
  }
  const missing = new Set<string>();
  for (const [folder, paths] of named) {
    const there = new Set(namesOf(join(root, folder)));
    for (const path of paths) if (!there.has(path.slice(folder.length))) missing.add(path);
  }
  return missing;
}

/** Names of the files in a folder; none where it is not there. */
function namesOf(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  } catch {
    return [];
  }
}

/** The text of a published archive's manifest; empty where there is none. */
export function manifestIn(root: string): string {
  try {
    return readFileSync(join(root, manifestPath), "utf8");
  } catch {
    return "";
  }
}
