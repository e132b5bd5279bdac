/** Where builds keep what they know for the next one. May import: text, io, commands. */
import { isInside, joinPath, real, splitPath } from "../io/owner-files.ts";
import { sha256 } from "../text/digest.ts";
import { CallProblem, textOption } from "./call.ts";
import type { OptionValues } from "./command.ts";

export const cacheFolder = ".cache";

/** The folder of an archive's own cache; null where there is to be none. */
export function cacheFor(values: OptionValues, seeds: string, out: string): string | null {
  if (values["no-cache"] === true) return null;
  const named = values["cache"];
  const folder = textOption(values, "cache", cacheFolder);
  const isApart = [seeds, out].every((each) => !isInside(folder, each) && !isInside(each, folder));
  if (!isApart && named !== undefined)
    throw new CallProblem(`The cache (${folder}) has to be in a folder apart from the articles and the archive. Choose another with --cache.`);
  // By its places, since one folder may hold what several archives keep.
  return isApart ? joinPath(folder, sha256(`${real(seeds)}\n${real(splitPath(out).folder)}\n${splitPath(out).name}`).slice(0, 16)) : null;
}
