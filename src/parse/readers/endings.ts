/** By which endings of a name a reader takes a file. May import: nothing. */

/** In lower case, with the dot. */
export const endings = { clipping: [".txt"], markdown: [".md", ".markdown"] } as const;

/** Which reader takes a file, by its ending in whatever case; null where none does. */
export function readerNameOf(path: string): keyof typeof endings | null {
  const name = path.toLowerCase();
  const isOf = (reader: keyof typeof endings) => endings[reader].some((ending) => name.endsWith(ending));
  return isOf("clipping") ? "clipping" : isOf("markdown") ? "markdown" : null;
}
