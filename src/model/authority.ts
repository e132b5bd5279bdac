/** What the owner knows of people, agencies and places: `authorities.yml` as plain data. May import: the model only. */
import type { Diagnostic } from "./diagnostic.ts";

/** One entry: all the names under which one person, agency or place is printed. */
export interface Authority {
  readonly kind: "person" | "agency" | "place";
  /** The name that counts: its page has it, and all the others lead there. */
  readonly name: string;
  /** Other forms, in the order of the file. */
  readonly variants: readonly NameVariant[];
  /** `Q42`; null where there is none. */
  readonly wikidata: string | null;
  /** The number of its cluster in the Virtual International Authority File; null where there is none. */
  readonly viaf: string | null;
  /** A sentence for readers. */
  readonly note: string | null;
  /** Where the entry stands. */
  readonly file: string;
  readonly line: number;
}

export interface NameVariant {
  readonly name: string;
  /** BCP 47; null where the file names none. */
  readonly language: string | null;
}

export interface Authorities {
  /** No two of a kind share a name; a person and an agency neither. */
  readonly entries: readonly Authority[];
  /** Of entries that are left out. */
  readonly diagnostics: readonly Diagnostic[];
}

export const noAuthorities: Authorities = { entries: [], diagnostics: [] };
