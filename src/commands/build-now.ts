/** A build from its settings to its end, and what stops it, said to the person. May import: model, io, build, commands. */
import { type BuiltSite, buildSite, type Folders } from "../build/build-site.ts";
import { SeedsGone } from "../build/gather-archive.ts";
import { countOf, withSeverity } from "../build/severity.ts";
import type { Beginning } from "../build/unchanged.ts";
import { Busy, ForeignFiles, HalfPublished, LinkElsewhere } from "../io/output-folder.ts";
import type { Redaction } from "../model/redaction.ts";
import { CallProblem, many, progressLine } from "./call.ts";
import type { ExitCode, OptionValues, Terminal } from "./command.ts";
import { loadConfig, printDiagnostics } from "./shared.ts";

/** What a call has found out before. */
export interface Occasion {
  readonly values: OptionValues;
  readonly terminal: Terminal;
  readonly beginning: Beginning;
  readonly cache: string | null;
  readonly threads: number;
}

/** Builds, or says why not and returns with which status to end. */
export function buildNow(
  folders: Folders,
  { values, terminal, beginning, cache, threads }: Occasion,
): { readonly built: Extract<BuiltSite, { outcome: "built" }>; readonly redactions: readonly Redaction[] } | { readonly exit: ExitCode } {
  const config = loadConfig(values, terminal);
  if (config === null) return { exit: 2 };
  const { seeds, out } = folders;
  const watched: Terminal = values["quiet"] === true ? { ...terminal, isTty: false } : terminal;
  const publishing = { releases: values["releases"] === true, allowRemovals: values["allow-removals"] === true };
  const means = { beginning, cache, threads };
  const built = withReasons(folders, () =>
    buildSite(folders, config, publishing, means, progressLine(watched, "Reading"), progressLine(watched, "Publishing")),
  );
  const redactions = config.house.redactions ?? [];
  if (built.outcome === "built") return { built, redactions };
  if (built.outcome === "removals-stopped") {
    // A file that is refused is the likeliest reason why an article would go.
    if (countOf(built.diagnostics, "error") > 0) printDiagnostics(built.diagnostics, seeds, "error", 20, terminal, redactions);
    terminal.err(stopped(built.gone, built.of, out));
  } else printDiagnostics(built.diagnostics, seeds, "info", 1, terminal, redactions);
  if (values["json"] === true) terminal.out(`${JSON.stringify({ diagnostics: withSeverity(built.diagnostics) })}\n`);
  return { exit: 2 };
}

/** What stops a build is said to the person: what it is, that the archive is safe, and what to do. */
function withReasons({ seeds, out }: Folders, run: () => BuiltSite): BuiltSite {
  try {
    return run();
  } catch (error) {
    if (error instanceof ForeignFiles) throw new CallProblem(inTheWay(error.paths, out));
    if (error instanceof SeedsGone)
      throw new CallProblem(
        `The articles (${seeds}) went away while they were read. What was published in ${out} before is as it was: bring the folder back, and build again.`,
      );
    if (error instanceof Busy) throw new CallProblem(busy(error, out));
    if (error instanceof LinkElsewhere)
      throw new CallProblem(`${out} is a link to ${error.target}, which is no release of this archive. Remove the link, or choose another folder with --out.`);
    if (error instanceof HalfPublished)
      throw new CallProblem(
        `The disk refused while the new archive was put into place (${error.message}). ${standing(error, out)}: mend the disk and build again, which goes on from here.`,
      );
    const reason = diskReason(error);
    if (reason === null) throw error;
    throw new CallProblem(`${reason} What was published in ${out} before is as it was. (${(error as Error).message})`);
  }
}

function inTheWay(paths: readonly string[], out: string): string {
  const others = paths.length === 1 ? "" : ` and ${many(paths.length - 1, "other file")}`;
  return `${paths[0]}${others} in ${out} ${paths.length === 1 ? "was" : "were"} not written by Tearsheet and would be overwritten. Move them away, or choose another folder with --out.`;
}

function busy({ pid, isHere, file }: Busy, out: string): string {
  return isHere
    ? `Another build (process ${pid}) is publishing to ${out}. Wait until it is done, or choose another folder with --out.`
    : `Another machine or container has been publishing to ${out} until just now. Wait until it is done; if it was stopped, try again in two minutes, or remove ${file}.`;
}

function standing({ releases }: HalfPublished, out: string): string {
  return releases ? `Readers find one whole archive in ${out}, the old or the new` : `Every page in ${out} is whole, some are new and some are old`;
}

/** In words, what the disk says most often; null for what is no failure of the disk. */
function diskReason(error: unknown): string | null {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "ENOSPC" || code === "EDQUOT") return "There is no room left on the disk. Make room and build again.";
  if (code === "EROFS") return "The disk may only be read. Choose another folder with --out.";
  if (code === "EACCES" || code === "EPERM" || code === "ERR_ACCESS_DENIED")
    return "You may not write there (or read something the build needs). Ask whoever keeps the machine, or choose another folder with --out.";
  return /^E[A-Z0-9]+$/.test(code) ? "The disk refused." : null;
}

function stopped(gone: readonly string[], of: number, out: string): string {
  const shown = gone.slice(0, 10).map((id) => `  ${id}.html\n`);
  const rest = gone.length > shown.length ? `  and ${gone.length - shown.length} more\n` : "";
  return `${many(gone.length, "article")} of ${many(of, "published one")} would go from the archive in ${out}:\n${shown.join("")}${rest}Nothing was changed. Check that the seeds folder is the right one and whole. If they are to go, build again with --allow-removals.\n`;
}
