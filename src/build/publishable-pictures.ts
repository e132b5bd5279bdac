/** Pictures that say nothing of what is withheld. May import: model, text, io, build/leak-search. */
import { readSeedBytes } from "../io/seeds-folder.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import { soughtOf } from "../text/withhold/withhold.ts";
import { linesWith, type Search, searchFor } from "./leak-search.ts";

/**
 * The pictures that may be published. One whose name may not be seen is most likely of whoever is named; one that holds words that are withheld (who
 * took it, where) would give them away.
 */
export function publishablePictures(
  root: string,
  paths: readonly string[],
  nameOf: (path: string) => string,
  redactions: readonly Redaction[],
): { pictures: ReadonlySet<string>; withheld: readonly Diagnostic[] } {
  if (redactions.length === 0) return { pictures: new Set(paths), withheld: [] };
  const search = searchFor(soughtOf(redactions.filter(({ within }) => within === null)).map((sought) => ({ ...sought, onlyIn: null })));
  const withheld: Diagnostic[] = [];
  const pictures = paths.filter((path) => {
    const isNamed = nameOf(path) !== path;
    if (!isNamed && !holdsWords(root, path, search)) return true;
    const where = isNamed ? "in its name" : "in what is stored with it";
    const message = `The picture has words ${where} that \`redactions.yml\` withholds, or cannot be read: it is not published.`;
    withheld.push({ code: "picture-withheld", file: nameOf(path), message, hint: codes["picture-withheld"].advice, line: null, column: null });
    return false;
  });
  return { pictures: new Set(pictures), withheld };
}

function holdsWords(root: string, path: string, search: Search): boolean {
  try {
    return linesWith(readSeedBytes(root, path, Number.MAX_SAFE_INTEGER), search, () => false).size > 0;
  } catch {
    return true;
  }
}
