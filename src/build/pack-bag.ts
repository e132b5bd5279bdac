/** What goes into a bag: the published files, held against their manifest, and what they were built from. May import: text, io, packing, build. */
import { type BagFolder, type Copied, Unreadable } from "../io/bag-folder.ts";
import { isFileThere, joinPath, real, splitPath } from "../io/owner-files.ts";
import { listTree } from "../io/tree.ts";
import { configFile } from "../model/config.ts";
import type { PayloadFile } from "../packing/bagit.ts";
import { sha512 } from "../text/digest.ts";
import { type Manifest, manifestPath } from "../text/manifest.ts";
import { authoritiesFile, findAuthorities } from "./authorities-file.ts";
import type { Progress } from "./build-site.ts";

/** A file of the seeds folder that cannot be in the bag. */
export interface LeftOut {
  readonly path: string;
  /** Follows the path: `is a link`. */
  readonly reason: string;
}

/** Where the owner's things are; all but the seeds may be missing. */
export interface Sources {
  readonly seeds: string;
  readonly templates: string;
  /** The settings. */
  readonly config: string;
}

export const redactionsFile = "redactions.yml";

/** The files that the manifest names, held against it as they are copied, and the records once more in a place of their own. */
export function packSite(bag: BagFolder, out: string, { files }: Manifest, progress: Progress): { payload: PayloadFile[]; damaged: string[] } {
  const payload: PayloadFile[] = [];
  const damaged: string[] = [];
  let done = 0;
  for (const [path, digest] of files) {
    try {
      const { sha256, ...copied } = bag.copy(joinPath(out, path), `data/site/${path}`);
      payload.push({ path: `data/site/${path}`, ...copied });
      if (sha256 !== digest) damaged.push(`${path} was changed`);
    } catch (error) {
      // A full disk is no damage of the archive.
      if (!(error instanceof Unreadable)) throw error;
      damaged.push(`${path} ${error.reason}`);
    }
    done += 1;
    progress(done, files.size);
  }
  const add = (from: string, path: string) => payload.push({ path, ...withoutShort(bag.copy(from, path)) });
  add(joinPath(out, manifestPath), `data/site/${manifestPath}`);
  for (const name of ["articles.jsonl", "article.schema.json"])
    if (files.has(`data/${name}`) && damaged.length === 0) add(bag.at(`data/site/data/${name}`), `data/records/${name}`);
  return { payload, damaged };
}

/** What the archive was built from, under `root` as a build finds it: `cd` there, and `tearsheet build`. */
export function packSources(bag: BagFolder, root: string, { seeds, templates, config }: Sources): { payload: PayloadFile[]; leftOut: LeftOut[] } {
  const payload: PayloadFile[] = [];
  const leftOut: LeftOut[] = [];
  const add = (from: string, path: string) => payload.push({ path: `${root}/${path}`, ...withoutShort(bag.copy(from, `${root}/${path}`)) });
  const { files, others } = listTree(seeds);
  for (const { path, reason } of others) leftOut.push({ path, reason });
  for (const path of files) {
    try {
      add(joinPath(seeds, path), `seeds/${path}`);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      leftOut.push({ path, reason: error.reason });
    }
  }
  if (payload.length === 0) {
    // A bag keeps no empty folder (RFC 8493, section 2.1.3), and a build wants one.
    bag.write(`${root}/seeds/.keep`, "");
    payload.push({ path: `${root}/seeds/.keep`, bytes: 0, sha512: sha512("") });
  }
  for (const path of listTree(templates).files) add(joinPath(templates, path), `templates/${path}`);
  for (const [name, path] of besideSeeds(seeds, config)) if (isFileThere(splitPath(path).folder, splitPath(path).name)) add(real(path), name);
  return { payload, leftOut };
}

/** The owner's single files: what they are called beside a folder named `seeds`, and where they are now. */
function besideSeeds(seeds: string, config: string): [name: string, path: string][] {
  const { folder, name } = splitPath(seeds);
  const register = "permalinks.lock.json";
  return [
    [configFile, config],
    [register, joinPath(folder, name === "seeds" ? register : `${name}.${register}`)],
    [redactionsFile, joinPath(folder, redactionsFile)],
    [authoritiesFile, findAuthorities(seeds, config) ?? joinPath(folder, authoritiesFile)],
  ];
}

function withoutShort({ bytes, sha512: digest }: Copied): Omit<PayloadFile, "path"> {
  return { bytes, sha512: digest };
}
