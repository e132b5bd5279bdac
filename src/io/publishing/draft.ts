/** A file of the new archive, prepared where it differs from the published one: what every thread of a build does. May import: text/digest, io/publishing. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../../text/digest.ts";
import { digestOf, hasBytes, writeNew } from "./files.ts";

/** Where files are prepared: plain data. */
export interface BenchPlace {
  /** The folder of prepared files. */
  readonly files: string;
  /** The published files. */
  readonly root: string;
  /** Whether nothing is published yet. */
  readonly isNew: boolean;
}

/** What came of a file. */
export interface Drafted {
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
  /** Whether they differ from those of the published file. */
  readonly isNew: boolean;
}

/** @param before digest of the published file, as far as it is known: where a large one has another now, it need not be read to see that it is new */
export type Draft = (path: string, content: Uint8Array | Iterable<Uint8Array | string>, before?: string) => Drafted;

/** It remembers which folders there are, and no file: a thread that makes a million of them stays small. */
export function drafterAt({ files, root, isNew }: BenchPlace): Draft {
  const folders = new Set<string>();
  const place = (path: string) => {
    const target = join(files, path);
    const folder = dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return target;
  };
  const parts = (path: string, content: Iterable<Uint8Array | string>, before: string | undefined): Drafted => {
    const target = place(path);
    const digest = writeNew(target, content);
    if (isNew || (before !== undefined && before !== digest) || digestOf(join(root, path)) !== digest) return { digest, isNew: true };
    rmSync(target);
    return { digest, isNew: false };
  };
  const bytes = (path: string, content: Uint8Array): Drafted => {
    const digest = sha256(content);
    if (!isNew && hasBytes(join(root, path), content)) return { digest, isNew: false };
    writeFileSync(place(path), content);
    return { digest, isNew: true };
  };
  return (path, content, before) => (content instanceof Uint8Array ? bytes(path, content) : parts(path, content, before));
}
