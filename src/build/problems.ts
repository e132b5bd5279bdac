/** Errors → what the overlay in the browser shows of them: the same as the terminal, as data. May import: model, text, build. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { sha256 } from "../text/digest.ts";
import { escapeUnseen } from "../text/terminal.ts";
import { linesNear, linesOf } from "./frame.ts";
import type { NamedFiles } from "./named-files.ts";
import { severityOf } from "./severity.ts";

/** Plain text throughout: whoever shows it does so as text. */
export interface Problem {
  /** Null where it is no file's. */
  readonly file: string | null;
  /** Counted from 1; null where it is the whole file's. */
  readonly line: number | null;
  readonly message: string;
  /** What to do. */
  readonly hint: string;
  /** The lines around; empty where they cannot be had. */
  readonly frame: readonly { readonly number: number; readonly text: string; readonly isMeant: boolean }[];
}

/** What a page has to know of the archive it belongs to. */
export interface PageState {
  /** Of the page and of the files that it shows: another one means that it has to be loaded again. */
  readonly digest: string;
  readonly problems: readonly Problem[];
  /** How many problems there are: not all of many are sent. */
  readonly count: number;
  readonly warnings: number;
  /** Tells one set of problems from another. */
  readonly key: string;
}

const most = 20;

/** The errors among diagnostics. */
export function problemsOf(diagnostics: readonly Diagnostic[], { pathOf, textOf }: NamedFiles): Problem[] {
  const texts = new Map<string, readonly string[]>();
  const linesIn = (file: string): readonly string[] => {
    const known = texts.get(file) ?? linesOf(textOf(file) ?? "");
    texts.set(file, known);
    return known;
  };
  return diagnostics
    .filter((diagnostic) => severityOf(diagnostic) === "error")
    .map(({ file, line, message, hint }, index) => ({
      file: escapeUnseen(pathOf(file)),
      line,
      message: escapeUnseen(message),
      hint: escapeUnseen(hint),
      frame: line === null || index >= most ? [] : frameAt(linesIn(file), line),
    }));
}

function frameAt(lines: readonly string[], line: number): Problem["frame"] {
  const near = linesNear(lines, line);
  return near.every(({ text }) => text === "") ? [] : near.map((each) => ({ ...each, isMeant: each.number === line }));
}

export function stateOf(digest: string, problems: readonly Problem[], warnings: number): PageState {
  const shown = problems.slice(0, most);
  return { digest, problems: shown, count: problems.length, warnings, key: sha256(JSON.stringify(problems)).slice(0, 16) };
}

/** Problems as a terminal shows what is no diagnostic, or as a page that has nothing else to show. */
export function textOfProblems(problems: readonly Problem[]): string {
  return problems
    .map(({ file, line, message, hint, frame }) =>
      [
        file === null ? message : `${file}${line === null ? "" : `:${line}`}\n  ${message}`,
        ...frame.map(({ number, text, isMeant }) => `${isMeant ? ">" : " "} ${String(number).padStart(4)} | ${text}`),
        `  ${hint}`,
      ].join("\n"),
    )
    .join("\n\n");
}
