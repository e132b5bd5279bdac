/** What the owner takes back: `redactions.yml` as plain data, and what is left to see of it. May import: nothing. */

/** One entry of `redactions.yml`. */
export interface Redaction {
  /** `withdraw` takes an article back; `replace` and `remove` take words back, wherever they stand. */
  readonly kind: "withdraw" | "replace" | "remove";
  /** The words; of a withdrawn article, its address or the path of its seed. */
  readonly target: string;
  /** What stands in the place of the words. */
  readonly mark: string;
  /** The one article that it is for, by its address or the path of its seed; null for all. */
  readonly within: string | null;
  /** The reason that readers may know; null where they may not. */
  readonly reason: string | null;
  /** Where the entry stands. */
  readonly file: string;
  readonly line: number;
}

/** What a page says of words that were taken out of it. */
export interface Withheld {
  readonly kind: "replace" | "remove";
  readonly reason: string | null;
}

/** What stands at the address of an article that is not there any more. */
export interface Tombstone {
  readonly id: string;
  readonly reason: string | null;
  readonly kind: "withdrawn" | "gone";
}

/** Marks that are left where the owner names no other. */
export const defaultMarks = { replace: "[name withheld]", remove: "[passage removed]", address: "[address withheld]" } as const;
