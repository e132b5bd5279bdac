/** What the commands have in common: settings, seeds that a call names, the printing of diagnostics. May import: model, text, io, build, commands. */
import { isBase, readConfig } from "../build/config.ts";
import { withRedactions } from "../build/redactions.ts";
import { report } from "../build/report.ts";
import { seedText } from "../build/seed-text.ts";
import { type Pairs, pairSidecars, sidecarNames } from "../build/sidecars.ts";
import { isFileThere, isFolder, joinPath, pathWithin, readTextIfAny, splitPath } from "../io/owner-files.ts";
import { programVersion } from "../io/program.ts";
import type { Severity } from "../model/codes.ts";
import { type Config, configFile } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import { type Sought, soughtOf, withholdIn } from "../text/withhold/withhold.ts";
import { CallProblem, textOption } from "./call.ts";
import type { OptionValues, Terminal } from "./command.ts";
import { loadRedactions } from "./redactions.ts";

/** Reads the settings, and what is to be withheld. Prints what is wrong with them and returns null: nothing is done without either. */
export function loadConfig(values: OptionValues, terminal: Terminal): Config | null {
  const named = values["config"];
  const file = typeof named === "string" ? named : configFile;
  const source = readTextIfAny(file);
  if (source === null && typeof named === "string") throw new CallProblem(`There is no file ${file}. Check the name after --config.`);
  const baseUrl = values["base-url"];
  if (typeof baseUrl === "string" && !isBase(baseUrl))
    throw new CallProblem(`--base-url ${baseUrl} is no web address. Write it like https://archive.example.org.`);
  const { config, diagnostics } = readConfig(source, file, `Tearsheet ${programVersion()}`, typeof baseUrl === "string" ? baseUrl : undefined);
  const say = (said: readonly Diagnostic[], text: string | null) =>
    terminal.err(`${report(said, { color: terminal.color, least: "info", textOf: () => text, pathOf: (name) => name, mostFiles: 9 })}\n`);
  if (config === null) {
    say(diagnostics, source);
    return null;
  }
  const loaded = loadRedactions(textOption(values, "seeds", "seeds"), file);
  const redacted = "redactions" in loaded ? withRedactions(config, loaded.redactions, file) : loaded.diagnostics;
  if ("house" in redacted) return redacted;
  // Without the lines of the file: they are what nobody is to see.
  say(Array.isArray(redacted) ? redacted : [redacted as Diagnostic], null);
  return null;
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
  const ownFiles = new Set(diagnostics.filter(({ code }) => codesOfOwnFiles.has(code)).map(({ file }) => file));
  const pathOf = (file: string) => (ownFiles.has(file) ? file : joinPath(seeds, file));
  // A seed of the archive, in whatever encoding it is; a file of the owner's own is UTF-8.
  const plainText = (file: string) => (ownFiles.has(file) ? null : seedText(seeds, file)) ?? readTextIfAny(pathOf(file));
  const secret = new Set(redactions.map(({ file }) => file));
  const sought = soughtOf(redactions);
  const textOf = (file: string) => (secret.has(file) ? null : withheldText(plainText(file), sought));
  const text = report(diagnostics, { color: terminal.color, least, mostFiles, pathOf, textOf });
  if (text !== "") terminal.err(`${text}\n\n`);
}

function withheldText(text: string | null, sought: readonly Sought[]): string | null {
  return text === null || sought.length === 0 ? text : withholdIn(text, sought);
}

/** Codes whose file is no seed: its path is whole already. */
const codesOfOwnFiles: ReadonlySet<string> = new Set([
  "config-invalid",
  "template-invalid",
  "folder-unknown",
  "register-invalid",
  "register-not-kept",
  "redactions-invalid",
  "redaction-unused",
]);
