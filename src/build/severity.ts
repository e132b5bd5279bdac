/** How severe what is said of an archive is. May import: model. */
import { codes, type Severity } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

export function severityOf({ code }: Diagnostic): Severity {
  return codes[code].severity;
}

/** Diagnostics as the commands print them in JSON: each with its severity. */
export function withSeverity(diagnostics: readonly Diagnostic[]): (Diagnostic & { readonly severity: Severity })[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, severity: severityOf(diagnostic) }));
}

/** How many diagnostics of a severity there are. */
export function countOf(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((diagnostic) => severityOf(diagnostic) === severity).length;
}
