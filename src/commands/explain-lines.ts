/** The lines of a seed, explained: number, role, words, and what was read in them. May import: model, text, build. */
import type { styleText } from "node:util";
import type { Explained, ExplainedClaim, ExplainedLine } from "../build/explain.ts";
import type { Role } from "../model/role.ts";
import { isBlank, withoutTerminator } from "../text/lines.ts";
import { cellsOf, cutToCells, escapeUnseen, padToCells } from "../text/terminal.ts";

export type Style = Parameters<typeof styleText>[0];

/** Colours a text, or leaves it as it is where no colour is wanted. */
export type Styler = (format: Style, text: string) => string;

/** Fewest cells for words of the file, however narrow the terminal. */
export const fewest = 20;

const roleStyles: Readonly<Partial<Record<Role, Style>>> = {
  headline: ["bold", "cyan"],
  kicker: "cyan",
  deck: "cyan",
  subheading: "cyan",
  byline: "green",
  date: "green",
  updated: "green",
  dateline: "green",
  caption: "magenta",
  credit: "magenta",
  "related-label": "blue",
  "related-headline": "blue",
  source: "blue",
  publication: "blue",
  section: "blue",
  tags: "blue",
  language: "blue",
  correction: "yellow",
  note: "yellow",
  "front-matter": "dim",
  boilerplate: "dim",
  separator: "dim",
};

/** Fewest cells for them beside what was read in them. */
const fewestBeside = 32;

/** Widths in cells. */
interface Columns {
  readonly number: number;
  readonly role: number;
  /** For the words, and what was read in them. */
  readonly room: number;
  /** For what was read, beside the words; null where it has to stand below them. */
  readonly note: number | null;
}

/** A row for each line, and below it for what more was read in it. Blank lines in a row are one: the numbers tell how many. */
export function linesOf({ lines, claimsFrom }: Explained, columns: number, style: Styler): string[] {
  const notes = new Map(lines.map(({ line }) => [line, notesOf(claimsFrom.get(line) ?? [])]));
  const widths = columnsOf(lines, [...notes.values()].flat(), columns);
  const rows: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (!isFolded(line)) rows.push(...rowsOf(line, notes.get(line.line) ?? [], widths, style));
    else if (rows.length > 0 && !isFolded(lines[index - 1])) rows.push("");
  }
  return rows.at(-1) === "" ? rows.slice(0, -1) : rows;
}

function isFolded(line: ExplainedLine | undefined): boolean {
  return line?.role === "blank" || (line?.role === null && isBlank(line.text));
}

function columnsOf(lines: readonly ExplainedLine[], notes: readonly Note[], columns: number): Columns {
  const number = Math.max(4, String(lines.length).length);
  const role = lines.reduce((width, line) => Math.max(width, line.role === "blank" ? 0 : (line.role ?? "").length), 4);
  const room = Math.max(fewest, columns - number - role - 4);
  const note = notes.reduce((width, { text }) => Math.max(width, text.length), 0);
  return { number, role, room, note: room - note - 2 >= fewestBeside ? note : null };
}

function rowsOf({ line, role, text }: ExplainedLine, notes: readonly Note[], { number, role: roleWidth, room, note }: Columns, style: Styler): string[] {
  const width = note === null || notes.length === 0 ? room : room - note - 2;
  const words = cutToCells(asItStands(text, width), width);
  const label = padToCells(role ?? "–", roleWidth);
  const wordStyle = wordsStyle(role);
  const roleStyle = role === null ? "dim" : roleStyles[role];
  const start = `${style("dim", String(line).padStart(number))}  ${roleStyle === undefined ? label : style(roleStyle, label)}  ${wordStyle === null ? words : style(wordStyle, words)}`;
  const [first, ...others] = notes.map((each) => style(each.style, each.text));
  if (first === undefined) return [start];
  const left = " ".repeat(number + roleWidth + 4);
  if (note === null) return [start, ...[first, ...others].map((each) => `${left}  ${each}`)];
  const gap = " ".repeat(Math.max(0, width - cellsOf(words)) + 2);
  return [start + gap + first, ...others.map((each) => left + " ".repeat(width + 2) + each)];
}

function wordsStyle(role: Role | null): Style | null {
  return role === "headline" ? "bold" : role === "boilerplate" || role === null ? "dim" : null;
}

/** The line without its end, unless that is a rare one, and with what cannot be seen written out. More than fits is not looked at. */
function asItStands(text: string, width: number): string {
  const words = withoutTerminator(text);
  const end = text.slice(words.length);
  return escapeUnseen((words + (/^[\r\n]*$/.test(end) ? "" : end)).slice(0, width * 8));
}

/** What was read in a line, in words. */
export interface Note {
  readonly text: string;
  readonly style: Style;
}

/** `byline, date: headed, inferred`: fields that one rule read with the same confidence are named together. */
export function notesOf(claims: readonly ExplainedClaim[]): Note[] {
  const groups = new Map<string, { fields: string[]; claim: ExplainedClaim }>();
  for (const claim of claims) {
    const key = `${claim.rule} ${claim.confidence} ${claim.chosen}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { fields: [claim.field], claim });
    else if (!group.fields.includes(claim.field)) group.fields.push(claim.field);
  }
  return [...groups.values()].map(({ fields, claim: { rule, confidence, chosen } }) => ({
    text: `${fields.join(", ")}: ${rule}, ${confidence}${chosen ? "" : " (not taken)"}`,
    style: chosen ? (confidence === "assumed" ? "yellow" : "green") : "dim",
  }));
}
