/** Diagnostics → what a person reads: vfile messages, printed by vfile-reporter, each with a frame of the lines it speaks of. May import: model, text, build/frame, build/severity. */
import { codeFrameColumns } from "@babel/code-frame";
import { VFile } from "vfile";
import { reporter } from "vfile-reporter";
import { codes, type Severity } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { groupedBy } from "../text/grouped.ts";
import { escapeUnseen } from "../text/terminal.ts";
import { linesNear, linesOf, longestFrameLine } from "./frame.ts";
import { severityOf } from "./severity.ts";

export interface ReportOptions {
  readonly color: boolean;
  /** The least severe to print. */
  readonly least: Severity;
  /** The text of a file that a diagnostic names; null where it cannot be had. */
  readonly textOf: (file: string) => string | null;
  /** What to call a file that a diagnostic names, so that it can be opened from where the command was called. */
  readonly pathOf: (file: string) => string;
  /** How many files to print before the rest is only counted. */
  readonly mostFiles: number;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
/** How many remarks on one file are printed. */
const mostOfAFile = 50;

/** The report, without a line end behind it; empty where there is nothing to say. Files are in the order of their names, those with errors first. */
export function report(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  const byFile = groupedBy(diagnostics, (diagnostic) => (rank[severityOf(diagnostic)] > rank[options.least] ? null : diagnostic.file));
  const worst = (own: readonly Diagnostic[]) => own.reduce((least, diagnostic) => Math.min(least, rank[severityOf(diagnostic)]), rank.info);
  const files = [...byFile].sort(([a, left], [b, right]) => worst(left) - worst(right) || (a < b ? -1 : 1));
  const shown = files.slice(0, options.mostFiles).map(([file, own]) => fileOf(file, own, options));
  if (shown.length === 0) return "";
  const left = files.length - shown.length;
  const text = reporter(shown, { color: options.color, verbose: true, quiet: true });
  return left === 0 ? text : `${text}\n\n${left} more files have something to report: \`tearsheet check\` prints all of them.`;
}

function fileOf(name: string, diagnostics: readonly Diagnostic[], { textOf, pathOf }: ReportOptions): VFile {
  const file = new VFile({ path: escapeUnseen(pathOf(name)) });
  const needsText = diagnostics.some(({ line }) => line !== null);
  const text = needsText ? textOf(name) : null;
  const lines = text === null ? null : linesOf(text);
  for (const { code, message, hint, line, column } of diagnostics.slice(0, mostOfAFile)) {
    const place = line === null ? {} : { place: { line, column: column ?? 1 } };
    const entry = file.message(escapeUnseen(message), { source: "tearsheet", ruleId: code, ...place });
    const severity = codes[code].severity;
    entry.fatal = severity === "error" ? true : severity === "warning" ? false : undefined;
    entry.note = [escapeUnseen(hint), ...(lines === null || line === null ? [] : [frameOf(lines, line, column ?? 1)])].join("\n");
  }
  const left = diagnostics.length - mostOfAFile;
  if (left > 0) file.info(`${left} more remarks on this file are left out.`);
  return file;
}

/** A few lines of the file with a mark at the place. */
function frameOf(lines: readonly string[], line: number, column: number): string {
  const near = linesNear(lines, line);
  const above = (near[0]?.number ?? 1) - 1;
  const place = { start: { line: line - above, column: Math.min(column, longestFrameLine) } };
  const frame = codeFrameColumns(near.map(({ text }) => text).join("\n"), place, { highlightCode: false, forceColor: false, linesAbove: 2, linesBelow: 1 });
  return frame.replace(/^(>?\s*)(\d+)( \|)/gm, (_, mark: string, number: string, bar: string) => `${mark}${Number(number) + above}${bar}`);
}
