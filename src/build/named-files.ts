/** The files that diagnostics name: where they are, and their lines, without what is withheld. May import: model, text, io, build/seed-text. */
import { joinPath, readTextIfAny } from "../io/owner-files.ts";
import type { Code } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import { soughtOf, withholdIn } from "../text/withhold/withhold.ts";
import { seedText } from "./seed-text.ts";

export interface NamedFiles {
  /** What to call a file that a diagnostic names, so that it can be opened from where the command was called. */
  readonly pathOf: (file: string) => string;
  /** The text of a file that a diagnostic names; null where it cannot be had, or is not to be seen. */
  readonly textOf: (file: string) => string | null;
}

/** Codes whose file is no seed: its path is whole already. */
const ofOwnFiles: ReadonlySet<Code> = new Set([
  "config-invalid",
  "template-invalid",
  "folder-unknown",
  "strings-missing",
  "register-invalid",
  "register-not-kept",
  "redactions-invalid",
  "redaction-unused",
  "authorities-invalid",
  "authority-invalid",
  "authority-twice",
  "authority-withheld",
  "authority-unused",
] satisfies Code[]);

export function namedFiles(diagnostics: readonly Diagnostic[], seeds: string, redactions: readonly Redaction[]): NamedFiles {
  const own = new Set(diagnostics.flatMap(({ code, file }) => (ofOwnFiles.has(code) ? [file] : [])));
  const authorities = redactions.length === 0 ? [] : diagnostics.filter(({ code }) => code.startsWith("authorit")).map(({ file }) => file);
  // The lines of a list of redactions are what nobody is to see; those of a list of authorities may have other names of the same people.
  const secret = new Set([
    ...authorities,
    ...redactions.map(({ file }) => file),
    ...diagnostics.flatMap(({ code, file }) => (code === "redactions-invalid" ? [file] : [])),
  ]);
  const sought = soughtOf(redactions);
  const pathOf = (file: string) => (own.has(file) ? file : joinPath(seeds, file));
  // A seed of the archive, in whatever encoding it is; a file of the owner's own is UTF-8.
  const plainText = (file: string) => (own.has(file) ? null : seedText(seeds, file)) ?? readTextIfAny(pathOf(file));
  const withheld = (text: string | null) => (text === null || sought.length === 0 ? text : withholdIn(text, sought));
  return { pathOf, textOf: (file) => (secret.has(file) ? null : withheld(plainText(file))) };
}
