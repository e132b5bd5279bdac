/** The lines around a place in a file, as they are shown to a person: two above, one below. May import: text. */
import { escapeUnseen } from "../text/terminal.ts";

export const longestFrameLine = 160;

/** The lines of a text, as editors count them. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029\v\f]/);
}

/** Lines near one (counted from 1), with their numbers. Long lines are cut, and what cannot be seen is written out: a frame is for the eye. */
export function linesNear(lines: readonly string[], line: number): { readonly number: number; readonly text: string }[] {
  const from = Math.max(0, line - 3);
  return lines.slice(from, line + 1).map((each, index) => ({
    number: from + index + 1,
    text: escapeUnseen((each.length > longestFrameLine ? `${each.slice(0, longestFrameLine)}…` : each).replaceAll("\t", " ")),
  }));
}
