/**
 * A claim is one rule's reading of one field. Rules never set a field: they claim, and `parse/settle.ts` chooses.
 * May import: the model only.
 */

import type { Author, CivilDate, Dateline, Figure, Remark } from "./article.ts";
import type { Confidence, LineRange } from "./provenance.ts";

export type { Confidence, LineRange } from "./provenance.ts";

export interface BylineValue {
  readonly asPrinted: string;
  readonly authors: readonly Author[];
}

export interface DateValue {
  readonly date: CivilDate;
  readonly asPrinted: string;
}

export interface RelatedValue {
  readonly headline: string | null;
  readonly url: string | null;
  readonly after: number;
}

/** Fields of which an article has one: the surest claim wins. */
export interface SingleFields {
  readonly language: string;
  readonly headline: string;
  readonly kicker: string;
  readonly deck: string;
  readonly byline: BylineValue;
  readonly date: DateValue;
  /** A printed date that could not be read: it keeps its words. */
  readonly dateAsPrinted: string;
  readonly updated: DateValue;
  readonly dateline: Dateline;
  readonly section: string;
  readonly publication: string;
  readonly sourceUrl: string;
  /** The last part of the permalink, where a front matter asks for one. Not a field of the record. */
  readonly slug: string;
}

/** Fields of which an article has many: every claim adds one, in order. */
export interface ListFields {
  readonly topics: string;
  readonly figures: Figure;
  readonly related: RelatedValue;
  readonly corrections: Remark;
  readonly notes: Remark;
  readonly boilerplate: Remark;
}

export type ClaimFields = SingleFields & ListFields;
export type FieldName = keyof ClaimFields;

/** `field` and `value` always fit: a headline claim cannot hold a date. */
export type Claim<Name extends FieldName = FieldName> = {
  readonly [F in FieldName]: {
    readonly field: F;
    readonly value: ClaimFields[F];
    readonly rule: string;
    readonly confidence: Confidence;
    readonly lines: LineRange;
  };
}[Name];
