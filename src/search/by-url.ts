/**
 * Which article stood at an address: files in which a page looks it up, below `by-url/`, of the same make as the index of words (`files.ts`). `index.js` holds how many
 * others there are; `HEX.js` the entries of one share of all addresses, in the order of their keys (`urlKey` in `text/url.ts`). For builds and for browsers.
 * May import: text/url, search/hash.
 */
import { urlKey } from "../text/url.ts";
import { hashOf } from "./hash.ts";

/** An address and its article. */
export type UrlEntry = readonly [
  /** `urlKey` of the address. */
  key: string,
  /** Address below the archive's folder, without `.html`. */
  id: string,
  title: string,
  language: string,
];

export const urlFolder = "by-url";

/** How many files so many entries are put into: a power of two, of some hundred entries each. */
export function urlFileCount(entries: number): number {
  let files = 1;
  while (files < 4096 && entries / files > 150) files *= 2;
  return files;
}

/** The name of the file that a key's entries are in. @param files how many there are: a power of two */
export function urlFileName(key: string, files: number): string {
  return (hashOf(key) % files).toString(16);
}

/** The keys that somebody may mean by what was typed or followed, the surest first: as it is, without its query, without the name of a folder's page. */
export function keysFor(address: string): string[] {
  const text = address.trim();
  const key = urlKey(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/+/, "")}`);
  if (key === null) return [];
  const plain = key.replace(/\?.*$/, "");
  return [...new Set([key, plain, plain.replace(/\/(?:index|default)\.\w{3,5}$/i, "")])];
}

/** @param load the content of one of the files, by name */
export async function findByUrl(address: string, load: (name: string) => Promise<unknown>): Promise<readonly UrlEntry[]> {
  const files = (await load("index")) as number;
  for (const key of keysFor(address)) {
    const entries = (await load(urlFileName(key, files))) as readonly UrlEntry[];
    const found = entries.filter(([own]) => own === key);
    if (found.length > 0) return found;
  }
  return [];
}
