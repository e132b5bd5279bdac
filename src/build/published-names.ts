/** Under which name each file of the seeds folder may be spoken of. May import: model, text. */
import type { Redaction } from "../model/redaction.ts";
import { soughtOf, withholdInPath } from "../text/withhold/withhold.ts";

/**
 * A function from a file's path to the name that pages, records and reports may give it: the path itself, unless words in it are withheld. No two files
 * have the same name.
 */
export function publishedName(redactions: readonly Redaction[]): (path: string, wish?: string) => string {
  const everywhere = redactions.length === 0 ? [] : soughtOf(redactions.filter(({ within }) => within === null));
  const names = new Map<string, string>();
  const taken = new Set<string>();
  return (path, wish) => {
    const known = names.get(path);
    if (known !== undefined) return known;
    if (redactions.length === 0) return path;
    const plain = wish ?? withholdInPath(path, everywhere);
    let name = plain;
    // Counted in the order in which the files are listed: a digest of the path could be guessed.
    for (let count = 2; taken.has(name); count += 1) name = plain.replace(/(\.[^./]*)?$/, `-${count}$1`);
    names.set(path, name);
    taken.add(name);
    return name;
  };
}
