/** What the owner knows of names, as far as it can be read: nothing waits for it. May import: model, text, io, build, commands. */
import { readAuthorities } from "../build/authorities.ts";
import { authoritiesFile, findAuthorities, strayAuthorities } from "../build/authorities-file.ts";
import { readTextOrReason } from "../io/owner-files.ts";
import type { Authorities } from "../model/authority.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import { soughtOf } from "../text/withhold/withhold.ts";

/** Reads `authorities.yml` beside the seeds folder, or else in the folder of the settings. */
export function loadAuthorities(seeds: string, config: string, redactions: readonly Redaction[]): Authorities {
  const strays = strayAuthorities(seeds, config).map((path) =>
    problem(path, "This file looks like a list of authorities, and is not read as one.", `Call it ${authoritiesFile} and put it beside the seeds folder.`),
  );
  const path = findAuthorities(seeds, config);
  const found = path === null ? null : readTextOrReason(path);
  if (path === null || found === null) return { entries: [], diagnostics: strays };
  if ("reason" in found) return { entries: [], diagnostics: [...strays, problem(path, `The file cannot be read (${found.reason}).`)] };
  const { entries, diagnostics } = readAuthorities(found.text, path, soughtOf(redactions));
  return { entries, diagnostics: [...strays, ...diagnostics] };
}

function problem(file: string, message: string, hint: string = codes["authorities-invalid"].advice): Diagnostic {
  return { code: "authorities-invalid", file, message, hint, line: null, column: null };
}
