/** What the commands have in common: settings, seeds that a call names, the printing of diagnostics. May import: model, text, io, build, commands. */
import { isBase, readConfig } from "../build/config.ts";
import { namedFiles } from "../build/named-files.ts";
import { withRedactions } from "../build/redactions.ts";
import { report } from "../build/report.ts";
import { type Pairs, pairSidecars, sidecarNames } from "../build/sidecars.ts";
import { isFileThere, isFolder, pathWithin, readTextIfAny, splitPath } from "../io/owner-files.ts";
import { programVersion } from "../io/program.ts";
import type { Severity } from "../model/codes.ts";
import { type Config, configFile } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import { loadAuthorities } from "./authorities.ts";
import { CallProblem, textOption } from "./call.ts";
import type { OptionValues, Terminal } from "./command.ts";
import { loadRedactions } from "./redactions.ts";

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
  const seeds = textOption(values, "seeds", "seeds");
  const loaded = loadRedactions(seeds, file);
  const redacted = "redactions" in loaded ? withRedactions(config, loaded.redactions, file) : loaded.diagnostics;
  if ("house" in redacted) return { config: { ...redacted, authorities: loadAuthorities(seeds, file, redacted.house.redactions ?? []) } };
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
