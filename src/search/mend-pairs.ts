/** Published files of pairs, and what has changed → the files as they are now. May import: text, search. */
import { groupedBy } from "../text/grouped.ts";
import { pairFiles } from "./drawers.ts";
import { pairsName, type SearchRoot } from "./files.ts";
import { pairDrawers } from "./hash.ts";
import { edited, have, type ListEdit } from "./list-edits.ts";
import type { Renumbering } from "./renumber.ts";
import { type IndexFile, pairSize, type WordIndex } from "./write-index.ts";

/**
 * @param contentOf what a published file holds, by name; null where it is not as it was published
 * @returns null where there are to be more files than before, or fewer
 * @throws `Lost`
 */
export function mendPairs(
  root: SearchRoot,
  contentOf: (name: string) => string | null,
  moved: Renumbering,
  edits: ReadonlyMap<number, ListEdit>,
): Pick<WordIndex, "pairs" | "pairSigns"> | null {
  const files = root.pairs;
  const each = pairDrawers / files;
  const touched = groupedBy([...edits], ([drawer]) => Math.floor(drawer / each));
  let { pairSigns } = root;
  const pairs = Array.from({ length: files }, (_, file): IndexFile => {
    const name = file.toString(16);
    const own = touched.get(file) ?? [];
    if (own.length === 0 && !moved.isShifted) return { name, text: null };
    const lists = mendLists(have(contentOf(pairsName(name))), moved, new Map(own.map(([drawer, edit]) => [drawer - file * each, edit])));
    pairSigns += lists.grown;
    return { name, text: () => lists.lines.join("\n") };
  });
  return pairFiles(pairSigns) === files ? { pairs, pairSigns } : null;
}

/** Lines of a file of pairs after an edit, and by how much they take more. @param edits by the drawer, as it is counted in the file */
function mendLists(content: string, moved: Renumbering, edits: ReadonlyMap<number, ListEdit>): { readonly lines: readonly string[]; readonly grown: number } {
  const lists = new Map([...edits.keys()].map((drawer) => [drawer, ""]));
  for (const line of content === "" ? [] : content.split("\n")) {
    const tab = line.indexOf("\t");
    lists.set(Number.parseInt(line.slice(0, tab), 36), line.slice(tab + 1));
  }
  const lines: string[] = [];
  let grown = 0;
  for (const [drawer, list] of [...lists].sort(([a], [b]) => a - b)) {
    const edit = edits.get(drawer);
    const text = edit === undefined && !moved.isShifted ? list : edited(list, moved, edit);
    grown += (text === "" ? 0 : pairSize(text.length)) - (list === "" ? 0 : pairSize(list.length));
    if (text !== "") lines.push(`${drawer.toString(36)}\t${text}`);
  }
  return { lines, grown };
}
