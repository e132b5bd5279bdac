/** What the commands have in common, and what takes no time to load. May import: model, text, build/severity, commands/command. */
import { countOf } from "../build/severity.ts";
import { configFile } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { escapeUnseen } from "../text/terminal.ts";
import type { CommandOption, ExitCode, OptionValues, Terminal } from "./command.ts";

export const folderOptions = {
  seeds: { type: "string", value: "DIR", summary: "the folder of articles (default: seeds)" },
  config: { type: "string", value: "FILE", summary: `the settings (default: ${configFile}, if there is one)` },
} as const satisfies Record<string, CommandOption>;

/** The value of an option as text. */
export function textOption(values: OptionValues, name: string, fallback: string): string {
  const value = values[name];
  return typeof value === "string" ? value : fallback;
}

/** Thrown where the call cannot be carried out as it stands: printed without a stack, exit status 2. */
export class CallProblem extends Error {}

/** What went wrong, for a terminal, in a line: a name of a file, or words of it, may stand in the message. `trace` adds where in the program. */
export function plainly(error: unknown, trace: "trace" | null = null): string {
  const message = escapeUnseen(error instanceof Error ? error.message : String(error));
  const stack = trace === null || !(error instanceof Error) ? [] : (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  return [message, ...stack.map(escapeUnseen)].join("\n");
}

export function exitCodeFor(diagnostics: readonly Diagnostic[], isStrict: boolean): ExitCode {
  return countOf(diagnostics, "error") > 0 || (isStrict && countOf(diagnostics, "warning") > 0) ? 1 : 0;
}

/** A line of progress that draws over itself; nothing where nobody watches. */
export function progressLine(terminal: Terminal, word: string): (done: number, all: number) => void {
  if (!terminal.isTty) return () => {};
  let drawn = Number.NEGATIVE_INFINITY;
  return (done, all) => {
    const now = terminal.now();
    if (done < all && now - drawn < 80) return;
    drawn = now;
    terminal.err(done < all ? `\r${word} ${done} of ${all} …` : "\r\u001b[K");
  };
}

/** `1 warning`, `2 warnings`. */
export function many(n: number, word: string): string {
  return `${String(n).replace(/\B(?=(?:\d{3})+$)/g, ",")} ${word}${n === 1 ? "" : "s"}`;
}
