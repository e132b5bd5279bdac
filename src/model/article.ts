/**
 * The record: what Tearsheet knows of one article. Field names are a contract with other tools
 * (`tearsheet inspect --json` and `data/articles.jsonl`); `schema/article.schema.json` says the same in JSON Schema.
 * May import: the model only.
 */
import type { DiagnosticRecord } from "./diagnostic.ts";
import type { LineRange, Provenance } from "./provenance.ts";
import type { Role } from "./role.ts";

export type { Provenance } from "./provenance.ts";

/**
 * A civil date, as precise as its source and no more: ISO 8601 / EDTF levels 0 and 1
 * (`1923`, `2021-09`, `2021-09-15`, `2021-09-15T12:30`, `2021-09-15T12:30+03:00`). Where a paper prints Old Style beside New
 * Style, both days as an interval (`1905-01-09/1905-01-22`); the second is the civil day. Never a JavaScript `Date`.
 */
export type CivilDate = string;

/** Who wrote an article: a person, an agency (`AFP`), or a desk that signs without a name (`Staff Reporter`). */
export interface Author {
  /** As printed, never re-cased. */
  readonly name: string;
  readonly kind: "person" | "agency" | "desk";
  /** `Special Correspondent`, as printed. */
  readonly role: string | null;
  readonly place: string | null;
  readonly affiliation: string | null;
}

/** The place line that opens a news story: `MOSCOW (AFP) —`. */
export interface Dateline {
  readonly place: string | null;
  readonly agency: string | null;
  readonly asPrinted: string;
}

/** A picture as printed: the caption and the credit are two things. */
export interface Figure {
  readonly caption: string | null;
  readonly credit: string | null;
  /** Address of the picture as the seed gives it; null in a clipping that lost its pictures. */
  readonly src: string | null;
  readonly alt: string | null;
}

/** Another article that this one names. */
export interface Related {
  readonly headline: string | null;
  readonly url: string | null;
  /** The `id` of the article of this archive that is meant; null when the archive lacks it. */
  readonly article: string | null;
  /** How many paragraphs stand before it. */
  readonly after: number;
}

/** Words that belong to the article but not to its body: a correction, an editor's note, boilerplate. */
export interface Remark {
  readonly text: string;
  readonly lines: LineRange;
}

/** A run of lines with one role. All runs together cover the file, each line once. */
export interface RoleRun {
  readonly role: Role;
  readonly lines: LineRange;
}

export interface Article {
  /** Permalink without extension: `2021/09/15/russia-says-no-talks`. */
  readonly id: string;
  /** Path of the seed, relative to the seeds folder, with `/`. */
  readonly file: string;
  /** Name of the layout it was read by. */
  readonly layout: string;
  /** SHA-256 of the seed's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** BCP 47. */
  readonly language: string;
  readonly headline: string | null;
  readonly kicker: string | null;
  readonly deck: string | null;
  readonly byline: string | null;
  readonly authors: readonly Author[];
  readonly date: CivilDate | null;
  readonly dateAsPrinted: string | null;
  readonly updated: CivilDate | null;
  readonly dateline: Dateline | null;
  readonly section: string | null;
  readonly topics: readonly string[];
  readonly publication: string | null;
  readonly figures: readonly Figure[];
  /** The body as plain text, a string a paragraph; subheadings, list items and quotations in order. */
  readonly paragraphs: readonly string[];
  /** The body as Markdown. */
  readonly body: string;
  readonly related: readonly Related[];
  readonly sourceUrl: string | null;
  readonly corrections: readonly Remark[];
  readonly notes: readonly Remark[];
  readonly boilerplate: readonly Remark[];
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly lines: readonly RoleRun[];
  readonly diagnostics: readonly DiagnosticRecord[];
}
