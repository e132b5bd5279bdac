/** The list of all files of a published archive, and the fingerprint made of it. May import: text/digest. */
import { sha256, sha256OfPieces } from "./digest.ts";

/** Lists every published file with its digest. Not listed in itself. */
export const manifestPath = "manifest-sha256.txt";

/**
 * Stands in a page where the archive's fingerprint is to be: the fingerprint is made of all pages, so it can be put into one only at the end.
 * No text can hold it by chance.
 */
export const fingerprintMark = sha256("where the fingerprint of the archive is to stand");

export interface Manifest {
  /** From path (relative to the archive, with `/`) to the SHA-256 of the file's bytes, in hexadecimal. */
  readonly files: ReadonlyMap<string, string>;
  /** SHA-256 in hexadecimal; null in a manifest that names none. */
  readonly fingerprint: string | null;
  /** The files that print the fingerprint. */
  readonly printedIn: readonly string[];
}

/**
 * The fingerprint of an archive: SHA-256 over the rows of its manifest. Of a file that prints the fingerprint itself, the digest is that of
 * the file with `fingerprintMark` in its place.
 *
 * @param files from path to digest, in any order
 */
export function fingerprintOf(files: ReadonlyMap<string, string>): string {
  return sha256OfPieces(rowsOf(files));
}

/** The text of a manifest: what `sha256sum --check` reads, behind two lines that it passes over. */
export function printManifest({ files, fingerprint, printedIn }: Manifest): string {
  const head = [`# fingerprint: ${fingerprint ?? ""}\n`, ...printedIn.map((path) => `# printed in: ${path}\n`)];
  return [...head, ...rowsOf(files)].join("");
}

/** Reads a manifest. A line that is none of its own is passed over, and so is a path that leads out of the archive. */
export function readManifest(text: string): Manifest {
  const files = new Map<string, string>();
  const printedIn: string[] = [];
  let fingerprint: string | null = null;
  for (const line of text.split("\n")) {
    const row = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
    const path = row?.[2] ?? /^# printed in: (.+)$/.exec(line)?.[1];
    if (path !== undefined && !isInside(path)) continue;
    if (row !== null) files.set(path ?? "", row[1] ?? "");
    else if (path !== undefined) printedIn.push(path);
    else fingerprint = /^# fingerprint: ([0-9a-f]{64})$/.exec(line)?.[1] ?? fingerprint;
  }
  return { files, fingerprint, printedIn };
}

/** Whether a path of a manifest stays within the archive, whoever wrote it there. */
export function isInside(path: string): boolean {
  return path !== "" && !/[\\\0]/.test(path) && path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

/** Letters of a piece of rows: a million rows are not wanted as a million strings. */
const pieceLength = 1 << 16;

/** In the order of the paths by their UTF-16 units. */
function* rowsOf(files: ReadonlyMap<string, string>): Iterable<string> {
  let rows = "";
  for (const path of [...files.keys()].sort()) {
    rows += `${files.get(path)}  ${path}\n`;
    if (rows.length < pieceLength) continue;
    yield rows;
    rows = "";
  }
  yield rows;
}
