/** Where a build prepares its files, each held against the one that is published. May import: text/digest, io/publishing. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../../text/digest.ts";
import { digestOf, hasBytes, writeNew } from "./files.ts";

export interface Bench {
  /** From path to digest of all that belongs to the new archive. */
  readonly digests: ReadonlyMap<string, string>;
  /** How many files are new. */
  prepared(): number;
  /** @param before digest of the published file, as far as it is known: where a large one has another now, it need not be read to see that it is new */
  write(path: string, content: Uint8Array | Iterable<Uint8Array | string>, before?: string): boolean;
  /** Says that a published file belongs to the new archive as it is. */
  keep(path: string, digest: string): void;
  /** Takes over what another bench at the same place prepared. */
  note(path: string, digest: string, isNew: boolean): void;
}

/** Plain data. */
export interface BenchPlace {
  /** The folder of prepared files. */
  readonly files: string;
  /** The published files. */
  readonly root: string;
  /** Whether nothing is published yet. */
  readonly isNew: boolean;
}

export function openBench({ files, root, isNew }: BenchPlace): Bench {
  const digests = new Map<string, string>();
  const folders = new Set<string>();
  let prepared = 0;
  const place = (path: string) => {
    const target = join(files, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return target;
  };
  const writeParts = (path: string, parts: Iterable<Uint8Array | string>, before: string | undefined): boolean => {
    const target = place(path);
    const digest = writeNew(target, parts);
    digests.set(path, digest);
    if (isNew || (before !== undefined && before !== digest) || digestOf(join(root, path)) !== digest) return true;
    rmSync(target);
    return false;
  };
  const writeBytes = (path: string, bytes: Uint8Array): boolean => {
    digests.set(path, sha256(bytes));
    if (!isNew && hasBytes(join(root, path), bytes)) return false;
    writeFileSync(place(path), bytes);
    return true;
  };
  return {
    digests,
    prepared: () => prepared,
    note: (path, digest, isWritten) => {
      digests.set(path, digest);
      if (isWritten) prepared += 1;
    },
    keep: (path, digest) => void digests.set(path, digest),
    write: (path, content, before) => {
      const isWritten = content instanceof Uint8Array ? writeBytes(path, content) : writeParts(path, content, before);
      if (isWritten) prepared += 1;
      return isWritten;
    },
  };
}
