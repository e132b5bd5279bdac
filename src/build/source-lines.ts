/** A seed's bytes → its lines as they stand in the file, to be shown beside what was read in them. May import: model, text, parse. */
import type { House } from "../model/seed.ts";
import { decodeSeed } from "../parse/open-seed.ts";
import type { SeedReading } from "../parse/read-seed.ts";
import { clipping, readerOf } from "../parse/readers/table.ts";

/**
 * The lines of a file, each with its terminator: joined, they are the decoded text, byte order mark and all. None where the bytes are no text.
 *
 * @param path decides how lines are counted: CommonMark knows fewer ends of a line than a clipping does
 * @param last number of the last line that has a role, where the file was read: a Markdown file that had to be read as plain text counts as one
 */
export function sourceLines(path: string, bytes: Uint8Array, house: House, last: number | null): string[] {
  const decoded = decodeSeed(path, bytes, house);
  if ("outcome" in decoded) return [];
  const lines = (readerOf(path) ?? clipping).lines(decoded.text);
  return last === null || lines.length === last ? lines : clipping.lines(decoded.text);
}

/** The last line to which any article of a seed gives a role; null where there is no article. */
export function lastLineOf({ articles }: SeedReading): number | null {
  return articles.reduce<number | null>((last, { article }) => Math.max(last ?? 0, article.lines.at(-1)?.lines[1] ?? 0), null);
}
