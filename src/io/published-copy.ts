/** A published copy of an archive, to be read and held against its manifest: a folder, or a site. Never writes. May import: io/publishing/files. */
import { createHash } from "node:crypto";
import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf, isThere } from "./publishing/files.ts";

export interface PublishedCopy {
  /** The text of a file, or null where there is none. */
  text(path: string): Promise<string | null>;
  /** SHA-256 of a file, in hexadecimal; null where it is missing, and empty where something else than a file stands in its place. */
  digest(path: string): Promise<string | null>;
  /** All files that are there; null where that cannot be seen from outside. */
  paths(): Iterable<string> | null;
  /** How many files may be looked at side by side. */
  readonly atOnce: number;
}

/** A copy in a folder. Throws the system's error where a file cannot be read. */
export function folderCopy(root: string): PublishedCopy {
  return {
    text: async (path) => (lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true ? readFileSync(join(root, path), "utf8") : null),
    digest: async (path) => (isThere(join(root, path)) ? (digestOf(join(root, path)) ?? "") : null),
    paths: () => filesBelow(root),
    atOnce: 1,
  };
}

/** All that is no folder, at any depth, links not followed; a build's workshop is none of the copy. */
function* filesBelow(root: string): Iterable<string> {
  const waiting = [""];
  while (waiting.length > 0) {
    const folder = waiting.pop() as string;
    const entries: Dirent[] = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (path === ".tearsheet") continue;
      if (entry.isDirectory()) waiting.push(path);
      else yield path;
    }
  }
}

/** The site answered with something else than the file or its absence. */
export class SiteFailure extends Error {}

/** A copy that is published on the web. Throws `SiteFailure` where the site does not answer as a file server does. */
export function siteCopy(base: string): PublishedCopy {
  const addressOf = (path: string) => `${base.replace(/\/+$/, "")}/${path.split("/").map(encodeURIComponent).join("/")}`;
  const get = async (path: string): Promise<Response | null> => {
    const address = addressOf(path);
    let response: Response;
    try {
      response = await fetch(address);
    } catch (error) {
      const { message, cause } = error as Error;
      throw new SiteFailure(`${address}: ${cause instanceof Error ? cause.message : message}`);
    }
    if (response.status === 404 || response.status === 410) return null;
    if (!response.ok) throw new SiteFailure(`${address}: the site answered ${response.status}`);
    return response;
  };
  return {
    text: async (path) => (await get(path))?.text() ?? null,
    digest: async (path) => {
      const response = await get(path);
      if (response === null) return null;
      const hash = createHash("sha256");
      for await (const part of response.body ?? []) hash.update(part as Uint8Array);
      return hash.digest("hex");
    },
    paths: () => null,
    atOnce: 8,
  };
}
