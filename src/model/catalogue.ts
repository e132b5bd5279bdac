/** What was read of the seeds the last time: a file that is as it was need not be read again. May import: the model only. */
import type { Card } from "./archive.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Outcome } from "./seed.ts";

/** How a file looks from outside, as the system gives it. Two equal looks are of the same bytes, unless they are younger than the clock is fine. */
export interface Look {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions: of the last change of the content, and of the last change of content, name or rights. */
  readonly modified: number;
  readonly changed: number;
  readonly inode: number;
}

/** All that the archive needs of one seed: a function of its bytes, its path, its sidecar and the house. */
export interface SeedEntry {
  readonly outcome: Outcome;
  /** The name under which the file may be spoken of. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly cards: readonly Card[];
  /** Ids that the articles would have if nothing were withheld. */
  readonly idsBefore: readonly string[];
  /** Places in the house's list of redactions: of those that were found in the seed, and of those that count for it. */
  readonly used: readonly number[];
  readonly inForce: readonly number[];
}

/** A seed as the catalogue keeps it. */
export interface KeptSeed {
  readonly look: Look;
  /** Of its sidecar; null where it has none. */
  readonly sidecar: Look | null;
  /** Whether the looks were old enough when they were taken that no later change can look the same. */
  readonly isSettled: boolean;
  /** SHA-256 of the bytes, and of the sidecar's, in hexadecimal. Never published. */
  readonly digest: string;
  readonly entry: SeedEntry;
}

/** The seeds that were read before, by path. */
export interface Catalogue {
  get(path: string): KeptSeed | undefined;
  /** Keeps a seed for the next time; null forgets it. */
  set(path: string, seed: KeptSeed | null): void;
}
