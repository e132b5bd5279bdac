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
export function publishedNow(out: string, releases: boolean): { readonly manifest: string; readonly isWhole: boolean } | null {
  const { root, workshop, releases: folder } = placeOf(out, releases);
  if (isThere(workshop) || (folder !== null && root === out)) return null;
  const text = manifestIn(root);
  const manifest = readManifest(text);
  return text === "" ? null : { manifest: sha256(text), isWhole: filesThere(root, manifest).size === manifest.files.size };
}

/** Those of a manifest's files that are there. By their names alone: what is in them is for `verify` to say. */
export function filesThere(root: string, { files }: Manifest): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of files.keys()) folders.add(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  const there = new Set<string>();
  for (const folder of folders) {
    const inFolder = folder === "" ? "" : `${folder}/`;
    for (const name of namesOf(join(root, folder))) if (files.has(inFolder + name)) there.add(inFolder + name);
  }
  return there;
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
