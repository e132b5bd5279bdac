/** All that is in a folder of the owner's, for those who take it along as it is. Follows no link. May import: nothing. */
import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export interface Tree {
  /** Paths of regular files, with `/`, in order. */
  readonly files: readonly string[];
  /** What is neither file nor folder, or cannot be opened, and why. */
  readonly others: readonly { readonly path: string; readonly reason: string }[];
}

/** Lists a folder, all levels; empty where there is none. Hidden files and folders (`.git`) are passed over, as a build does. */
export function listTree(root: string): Tree {
  const files: string[] = [];
  const others: { path: string; reason: string }[] = [];
  const waiting = statSync(root, { throwIfNoEntry: false })?.isDirectory() === true ? [""] : [];
  while (waiting.length > 0) {
    const folder = waiting.pop() as string;
    const { entries, reason } = entriesOf(join(root, folder));
    if (reason !== null) others.push({ path: folder, reason });
    for (const entry of entries) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile()) files.push(path);
      else others.push({ path, reason: entry.isSymbolicLink() ? "is a link" : "is no regular file" });
    }
  }
  return { files: files.sort(), others: others.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** What a folder holds, and why nothing where it cannot be opened. */
function entriesOf(folder: string): { entries: Dirent[]; reason: string | null } {
  try {
    return { entries: readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith(".")), reason: null };
  } catch (error) {
    return { entries: [], reason: `cannot be opened (${(error as NodeJS.ErrnoException).code ?? String(error)})` };
  }
}
