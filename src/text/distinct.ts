/** Names that are told apart: no two paths that some file system takes for one. May import: text. */
import { sha256 } from "./digest.ts";
import { pathKey } from "./portable.ts";

/** A path that somebody would like to have. */
export interface Wish {
  readonly path: string;
  /** What makes the suffix where another has the path; no two wishes of one path share it. */
  readonly salt: string;
}

/**
 * Gives every wish a path of its own. Of several that ask for the same one, the first keeps it and each other gets a suffix made of its own
 * salt: it does not depend on how many others there are. Paths that differ only in case, in the way their letters are composed or in what nobody
 * sees count as the same.
 *
 * @param wishes the first to ask first
 * @param suffixed puts a suffix to a path, where it does not belong at its end
 * @returns the paths, in the order of the wishes
 */
export function distinct(wishes: readonly Wish[], suffixed: (path: string, suffix: string) => string = (path, suffix) => `${path}-${suffix}`): string[] {
  const taken = new Set<string>();
  const paths = wishes.map(({ path }) => path);
  // First all that get what they wish, so that a suffix never takes another's plain path.
  const late = [...wishes.entries()].filter(([, { path }]) => {
    const key = pathKey(path);
    const isTaken = taken.has(key);
    taken.add(key);
    return isTaken;
  });
  for (const [index, { path, salt }] of late) {
    const digest = sha256(salt);
    let length = 6;
    while (taken.has(pathKey(suffixed(path, digest.slice(0, length)))) && length < digest.length) length += 1;
    paths[index] = suffixed(path, digest.slice(0, length));
    taken.add(pathKey(paths[index] ?? ""));
  }
  return paths;
}
