/** What the commands have in common: options, settings, the printing of diagnostics. May import: model, text, io, build. */
import { configFile, isBase, readConfig } from "../build/config.ts";
import { namedFiles } from "../build/named-files.ts";
import { withRedactions } from "../build/redactions.ts";
import { countOf, report } from "../build/report.ts";
import { type Pairs, pairSidecars, sidecarNames } from "../build/sidecars.ts";
import { isFileThere, isFolder, pathWithin, readTextIfAny, splitPath } from "../io/owner-files.ts";
import { programVersion } from "../io/program.ts";
import type { Severity } from "../model/codes.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import { escapeUnseen } from "../text/terminal.ts";
import type { CommandOption, ExitCode, OptionValues, Terminal } from "./command.ts";
import { loadRedactions } from "./redactions.ts";

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

/** The settings, or what is wrong with them. */
export type Settings = { readonly config: Config } | { readonly config: null; readonly diagnostics: readonly Diagnostic[] };

/** Reads the settings, and what is to be withheld: nothing is done without either. Throws a `CallProblem` where the call itself is wrong. */
export function readSettings(values: OptionValues): Settings {
  const named = values["config"];
  const file = typeof named === "string" ? named : configFile;
  const source = readTextIfAny(file);
  if (source === null && typeof named === "string") throw new CallProblem(`There is no file ${file}. Check the name after --config.`);
  const baseUrl = values["base-url"];
  if (typeof baseUrl === "string" && !isBase(baseUrl))
    throw new CallProblem(`--base-url ${baseUrl} is no web address. Write it like https://archive.example.org.`);
  const { config, diagnostics } = readConfig(source, file, `Tearsheet ${programVersion()}`, typeof baseUrl === "string" ? baseUrl : undefined);
  if (config === null) return { config, diagnostics };
  const loaded = loadRedactions(textOption(values, "seeds", "seeds"), file);
  const redacted = "redactions" in loaded ? withRedactions(config, loaded.redactions, file) : loaded.diagnostics;
  if ("house" in redacted) return { config: redacted };
  return { config: null, diagnostics: Array.isArray(redacted) ? redacted : [redacted as Diagnostic] };
}

/** Reads the settings. Prints what is wrong with them and returns null. */
export function loadConfig(values: OptionValues, terminal: Terminal): Config | null {
  const settings = readSettings(values);
  if (settings.config === null) printDiagnostics(settings.diagnostics, textOption(values, "seeds", "seeds"), "info", 9, terminal);
  return settings.config;
}

/** A file that the call names, as a build would read it: by its path in the seeds folder, any other by its name alone; with its sidecar. */
export function locate(file: string, seeds: string): { readonly root: string; readonly path: string; readonly pairs: Pairs } {
  if (isFolder(file)) throw new CallProblem(`${file} is a folder. Name a file in it.`);
  const within = isFolder(seeds) ? pathWithin(seeds, file) : null;
  const { folder, name } = splitPath(file);
  const [root, path] = within === null ? [folder, name] : [seeds, within];
  return {
    root,
    path,
    pairs: pairSidecars(
      [path],
      sidecarNames(path).filter((each) => isFileThere(root, each)),
    ),
  };
}

/** What went wrong, for a terminal, in a line: a name of a file, or words of it, may stand in the message. `trace` adds where in the program. */
export function plainly(error: unknown, trace: "trace" | null = null): string {
  const message = escapeUnseen(error instanceof Error ? error.message : String(error));
  const stack = trace === null || !(error instanceof Error) ? [] : (error.stack ?? "").split("\n").filter((line) => /^ {4}at /.test(line));
  return [message, ...stack.map(escapeUnseen)].join("\n");
}

/** Prints diagnostics down to a severity. The lines of a file that are shown with them are without what is withheld. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  seeds: string,
  least: Severity,
  mostFiles: number,
  terminal: Terminal,
  redactions: readonly Redaction[] = [],
): void {
  const text = report(diagnostics, { color: terminal.color, least, mostFiles, ...namedFiles(diagnostics, seeds, redactions) });
  if (text !== "") terminal.err(`${text}\n\n`);
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
