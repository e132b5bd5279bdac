/** All files of the new archive, as far as they are prepared. May import: io/publishing. */
import { type BenchPlace, drafterAt } from "./draft.ts";

export interface Bench {
  /** From path to digest of all that belongs to the new archive. */
  readonly digests: ReadonlyMap<string, string>;
  /** How many files are new. */
  prepared(): number;
  /** Prepares a file (`draft.ts`), and says whether it is new. */
  write(path: string, content: Uint8Array | Iterable<Uint8Array | string>, before?: string): boolean;
  /** Says that a published file belongs to the new archive as it is. */
  keep(path: string, digest: string): void;
  /** Takes over what another thread prepared at the same place. */
  note(path: string, digest: string, isNew: boolean): void;
}

export function openBench(place: BenchPlace): Bench {
  const digests = new Map<string, string>();
  const draft = drafterAt(place);
  let prepared = 0;
  const note = (path: string, digest: string, isNew: boolean) => {
    digests.set(path, digest);
    if (isNew) prepared += 1;
  };
  return {
    digests,
    prepared: () => prepared,
    note,
    keep: (path, digest) => note(path, digest, false),
    write: (path, content, before) => {
      const { digest, isNew } = draft(path, content, before);
      note(path, digest, isNew);
      return isNew;
    },
  };
}
