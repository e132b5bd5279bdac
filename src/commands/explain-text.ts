/** A seed, explained, for the eye: its lines with their roles and reasons, its fields, its doubts. May import: model, text, build, commands. */
import { styleText } from "node:util";
import type { Explained } from "../build/explain.ts";
import { severityOf } from "../build/severity.ts";
import type { Severity } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { cellsOf, cutToCells, escapeUnseen, padToCells } from "../text/terminal.ts";
import { fewest, linesOf, notesOf, type Style, type Styler } from "./explain-lines.ts";
import { type FieldRow, fieldsOf, placeOf } from "./fields.ts";

export interface TextOptions {
  readonly isColored: boolean;
  /** How many cells a line has. */
  readonly columns: number;
}

const severityStyles: Readonly<Record<Severity, Style>> = { error: "red", warning: "yellow", info: "blue" };
const severityWords: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "remark" };

/** @returns the whole report, with a line end behind it */
export function explainedText(file: string, explained: Explained, { isColored, columns }: TextOptions): string {
  const style: Styler = (format, text) => (isColored && text !== "" ? styleText(format, text, { validateStream: false }) : text);
  const { reading, claimsFrom } = explained;
  const heading = (text: string) => style("bold", text);
  const layouts = [...new Set(reading.articles.map(({ article }) => article.layout))].join(", ");
  const outcome = reading.articles.length === 0 ? `${reading.outcome}: see the doubts below` : `read as ${layouts}`;
  const parts = [[`${heading(escapeUnseen(file))}  ${style("dim", outcome)}`], linesOf(explained, columns, style)];
  const elsewhere = notesOf(claimsFrom.get(0) ?? []);
  if (elsewhere.length > 0) parts.push([heading("From no line of the file"), ...elsewhere.map((note) => `  ${style(note.style, note.text)}`)]);
  for (const [index, { article, claims }] of reading.articles.entries()) {
    const title = reading.articles.length === 1 ? "Fields" : `Fields of article ${index + 1} of ${reading.articles.length}`;
    parts.push([heading(title), ...tableOf(fieldsOf(article, claims), columns, style)]);
  }
  const doubts = reading.diagnostics.flatMap((diagnostic) => doubtOf(diagnostic, style));
  parts.push(doubts.length === 0 ? ["No doubts."] : [heading("Doubts"), ...doubts]);
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n")}\n`;
}

/** Field, value, lines, rule, confidence; the value is cut to what the others leave. */
function tableOf(rows: readonly FieldRow[], columns: number, style: Styler): string[] {
  const cells = rows.map(({ field, value, from }) => ({
    field,
    value,
    from: from === null ? ["", "", ""] : [placeOf(from.lines), from.rule, from.confidence],
  }));
  const width = (read: (row: (typeof cells)[number]) => string) => cells.reduce((most, row) => Math.max(most, cellsOf(read(row))), 0);
  const fieldWidth = width((row) => row.field);
  const fromWidths = [0, 1, 2].map((at) => width((row) => row.from[at] ?? ""));
  const others = fromWidths.reduce((sum, each) => sum + each + 2, fieldWidth + 4);
  const valueWidth = Math.max(
    fewest,
    Math.min(
      columns - others,
      width((row) => row.value),
    ),
  );
  return cells.map(({ field, value, from }) => {
    const start = `  ${style("bold", padToCells(field, fieldWidth))}  ${padToCells(cutToCells(value, valueWidth), valueWidth)}`;
    const end = from.map((text, at) => `  ${padToCells(text, fromWidths[at] ?? 0)}`).join("");
    return end.trim() === "" ? start.trimEnd() : start + style("dim", end.trimEnd());
  });
}

/** Severity, place, what was found, the code; what to do on the line below. */
function doubtOf(diagnostic: Diagnostic, style: Styler): string[] {
  const { code, message, hint, line, column } = diagnostic;
  const severity = severityOf(diagnostic);
  const place = line === null ? "" : column === null || column === 1 ? `line ${line}: ` : `line ${line}, column ${column}: `;
  return [
    `  ${style(severityStyles[severity], severityWords[severity].padEnd(7))}  ${place}${escapeUnseen(message)} ${style("dim", `[${code}]`)}`,
    `           ${escapeUnseen(hint)}`,
  ];
}
