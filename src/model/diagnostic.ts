/** What Tearsheet has to say about an input. Returned, never thrown, and printed only by the commands. May import: the model only. */
import type { Code, Severity } from "./codes.ts";

/** A place in a file. Line and column count from 1; column in UTF-16 code units, as editors do. Null where the whole file is meant. */
export interface Place {
  readonly line: number | null;
  readonly column: number | null;
}

export interface Diagnostic extends Place {
  /** Permanent name of the kind of problem; `model/codes.ts` has its severity and advice. */
  readonly code: Code;
  /** Seed path relative to the seeds folder, or the name of a template or the configuration. */
  readonly file: string;
  /** What was found, in the owner's words: one sentence. */
  readonly message: string;
  /** What to do: one sentence. */
  readonly hint: string;
}

/** The form that a record carries: its file is the record's own. */
export interface DiagnosticRecord extends Place {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}
