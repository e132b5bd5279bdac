/** The list of all files of a published archive with their digests, as `sha256sum --check` reads it. May import: nothing. */

/** Its name in the archive. It is not listed in itself. */
export const manifestPath = "manifest-sha256.txt";

export interface Manifest {
  /** From path (relative to the archive, with `/`) to the SHA-256 of the file's bytes, in hexadecimal. */
  readonly files: ReadonlyMap<string, string>;
  /** The archive's fingerprint; null in a manifest that names none. */
  readonly fingerprint: string | null;
}

/** Reads a manifest. A line that is none of its own is passed over, and so is a path that leads out of the archive. */
export function readManifest(text: string): Manifest {
  const lines = text.split("\n");
  const rows = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  const files = rows.flatMap((row) => (row !== null && isInside(row[2] ?? "") ? [[row[2] ?? "", row[1] ?? ""] as const] : []));
  return { files: new Map(files), fingerprint: /^# fingerprint: ([0-9a-f]{64})$/.exec(lines[0] ?? "")?.[1] ?? null };
}

function isInside(path: string): boolean {
  return !/[\\\0]/.test(path) && path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
