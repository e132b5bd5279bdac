/** The register of addresses: which article has been published where, for ever. May import: nothing. */

/** One address and the article it belongs to. */
export interface Registered {
  /** The address: the article's id. */
  readonly id: string;
  /** Path of its seed, as it was last published. */
  readonly file: string;
  /** How many articles of that seed stand before it. */
  readonly part: number;
  /** The address that its date and headline ask for by themselves. */
  readonly wish: string;
  readonly sourceUrl: string | null;
  /** The beginning of the SHA-256 of its seed's bytes, 16 hexadecimal digits. */
  readonly digest: string;
  /** No longer in the archive: a notice stands in its place, and no other article gets its address. */
  readonly isGone: boolean;
}

/** By id, as code units. */
export type Register = readonly Registered[];
