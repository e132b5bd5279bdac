/** A printed line in which the names lead to their pages. May import: nothing. */

/** Part of a line as printed. */
export interface Run {
  readonly text: string;
  /** Null for words between the names. */
  readonly href: string | null;
}

/**
 * The line in parts, which joined are the line again.
 *
 * @param names as printed, each with the address of its page
 */
export function linkedNames(line: string, names: readonly { readonly name: string; readonly href: string }[]): Run[] {
  const places = names
    .flatMap(({ name, href }) => {
      const start = name === "" ? -1 : line.indexOf(name);
      return start === -1 || isWithinWord(line, start) || isWithinWord(line, start + name.length) ? [] : [{ start, end: start + name.length, href }];
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end, href } of places) {
    if (start < at) continue;
    if (start > at) runs.push({ text: line.slice(at, start), href: null });
    runs.push({ text: line.slice(start, end), href });
    at = end;
  }
  if (at < line.length) runs.push({ text: line.slice(at), href: null });
  return runs;
}

/** In scripts with capitals: in the others, words stand together. */
function isWithinWord(line: string, at: number): boolean {
  return at > 0 && /^[\p{Lu}\p{Ll}]{2}$/u.test(line.slice(at - 1, at + 1));
}
