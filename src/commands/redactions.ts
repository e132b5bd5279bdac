/** Where `redactions.yml` lies, and that nothing goes on without it. May import: model, io, build, commands. */
import { readRedactions, redactionsFile } from "../build/redactions.ts";
import { joinPath, namesIn, readTextOrReason, real, splitPath } from "../io/owner-files.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";

/** Names that nobody gives to a file that is not meant to be followed. */
const lookalike = /^\.?redactions?(?:\.(?:ya?ml|json|toml|txt))+$|^\.?redactions?$/i;

/**
 * Reads `redactions.yml` beside the seeds folder and in the folder of the settings; where there are two, both count.
 *
 * @returns diagnostics where one cannot be followed to the letter, or where a file is most likely one and has another name
 */
export function loadRedactions(
  seeds: string,
  configPath: string,
): { readonly redactions: readonly Redaction[] } | { readonly diagnostics: readonly Diagnostic[] } {
  const folders = [splitPath(seeds).folder, splitPath(real(seeds)).folder, splitPath(configPath).folder];
  const paths = new Map(folders.map((folder) => [real(joinPath(folder, redactionsFile)), joinPath(folder, redactionsFile)]));
  const diagnostics: Diagnostic[] = strays(folders, seeds).map((path) => misplaced(path));
  const redactions: Redaction[] = [];
  for (const path of paths.values()) {
    const found = readTextOrReason(path);
    if (found === null) continue;
    const result = "text" in found ? readRedactions(found.text, path, seeds) : { diagnostics: [unreadable(path, found.reason)] };
    if ("redactions" in result) redactions.push(...result.redactions);
    else diagnostics.push(...result.diagnostics);
  }
  return diagnostics.length === 0 ? { redactions } : { diagnostics };
}

/** Files that look like a list of redactions and are not read as one. */
function strays(folders: readonly string[], seeds: string): string[] {
  const beside = folders.flatMap((folder) =>
    namesIn(folder)
      .filter((name) => lookalike.test(name) && name !== redactionsFile)
      .map((name) => joinPath(folder, name)),
  );
  const inside = namesIn(seeds)
    .filter((name) => lookalike.test(name))
    .map((name) => joinPath(seeds, name));
  return [...new Set([...beside, ...inside])];
}

function misplaced(path: string): Diagnostic {
  const hint = `Call it ${redactionsFile} and put it beside the seeds folder; or, if it is something else, give it another name.`;
  return {
    code: "redactions-invalid",
    file: path,
    message: "This file looks like a list of redactions, and is not read as one.",
    hint,
    line: null,
    column: null,
  };
}

function unreadable(path: string, reason: string): Diagnostic {
  const hint = "Nothing is built as long as the file cannot be read. Check that it is a file, and that you may read it.";
  return { code: "redactions-invalid", file: path, message: `The file cannot be read (${reason}).`, hint, line: null, column: null };
}
