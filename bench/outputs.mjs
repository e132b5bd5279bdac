/** What a program has written: counted, so that nobody wins by doing less. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Path below the folder → bytes, for every file. */
export function filesOf(folder) {
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(file.slice(folder.length + 1), statSync(file).size);
  }
  return files;
}

/**
 * @param kinds name of a kind of page → pattern of its paths
 * @returns files and bytes in all, HTML pages, and how many of each kind
 */
export function countOutputs(folder, kinds) {
  const files = filesOf(folder);
  const counts = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 0]));
  let [bytes, pages] = [0, 0];
  for (const [path, size] of files) {
    bytes += size;
    if (path.endsWith(".html")) pages += 1;
    const kind = Object.keys(kinds).find((name) => kinds[name].test(path));
    if (kind !== undefined) counts[kind] += 1;
  }
  return { files: files.size, bytes, pages, kinds: counts };
}

/** Feeds and sitemaps are cut differently; of every other kind, all have to make as many pages. */
const free = new Set(["feed", "sitemap"]);

/** Where programs made different numbers of pages of a kind: a sentence each. */
export function unequal(outputs) {
  const [[first, { kinds }], ...others] = Object.entries(outputs);
  return others.flatMap(([name, other]) =>
    Object.keys(kinds)
      .filter((kind) => (free.has(kind) ? other.kinds[kind] === 0 : other.kinds[kind] !== kinds[kind]))
      .map((kind) => `Pages of the kind “${kind}”: ${kinds[kind]} by ${first}, ${other.kinds[kind]} by ${name}.`),
  );
}
