/** Where a value came from, and how sure it is. May import: nothing. */

/** First and last line, both included, counted from 1. */
export type LineRange = readonly [first: number, last: number];

/** Written out, worked out from the layout, or fallen back to. An order, not a score. */
export type Confidence = "stated" | "inferred" | "assumed";

/** Where a field's value came from. */
export interface Provenance {
  /** First and last line in the seed, counted from 1. `[0, 0]` when no line of the seed says it (its path, the configuration). */
  readonly lines: LineRange;
  /** The rule that found it: `headed`, `front-matter`, `path`. */
  readonly rule: string;
  readonly confidence: Confidence;
}
