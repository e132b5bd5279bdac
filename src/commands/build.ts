/** `tearsheet build`: seeds → published archive. May import: model, io, build, commands. */
import { type BuiltSite, buildSite } from "../build/build-site.ts";
import { countOf, withSeverity } from "../build/report.ts";
import { Busy, ForeignFiles, HalfPublished, LinkElsewhere } from "../io/output-folder.ts";
import { isFolder, isInside, joinPath, real, splitPath } from "../io/owner-files.ts";
import { threadsHere } from "../io/pool.ts";
import type { Redaction } from "../model/redaction.ts";
import { sha256 } from "../text/digest.ts";
import type { Command, ExitCode, OptionValues, Terminal } from "./command.ts";
import { CallProblem, exitCodeFor, folderOptions, loadConfig, many, printDiagnostics, progressLine, textOption } from "./shared.ts";

/** Where builds keep what they know for the next one. */
const cacheFolder = ".cache";

/** Files whose diagnostics a build prints; `check` prints all. */
const mostFiles = 20;

export const build: Command = {
  name: "build",
  summary: "publish the seeds folder as an archive",
  usage: "tearsheet build [options]",
  options: {
    ...folderOptions,
    out: { type: "string", value: "DIR", summary: "where the archive goes (default: dist)" },
    templates: { type: "string", value: "DIR", summary: "your own templates; a file of the same name wins (default: templates)" },
    "base-url": { type: "string", value: "URL", summary: "where the archive will be published" },
    cache: { type: "string", value: "DIR", summary: `where to keep what makes the next build quick; may be lost at any time (default: ${cacheFolder})` },
    "no-cache": { type: "boolean", summary: "know nothing of former builds: read every article, make every page" },
    workers: { type: "string", value: "N", summary: "how many threads read (default: as many as the machine has processors, at most 8)" },
    releases: { type: "boolean", summary: "publish as a link to a new folder, turned in one step (an archive once published so stays so)" },
    "allow-removals": { type: "boolean", summary: "let more than a tenth of the published articles go" },
    strict: { type: "boolean", summary: "exit with 1 if there are warnings" },
    quiet: { type: "boolean", summary: "print errors only" },
    json: { type: "boolean", summary: "print one JSON object on standard output" },
  },
  run: (values, files, terminal) => {
    if (files.length > 0) throw new CallProblem(`\`build\` takes no file (${files[0]}). Name the folder with --seeds.`);
    const start = terminal.now();
    const seeds = textOption(values, "seeds", "seeds");
    const out = textOption(values, "out", "dist");
    const config = loadConfig(values, terminal);
    if (config === null) return 2;
    checkFolders(seeds, out);
    const watched: Terminal = values["quiet"] === true ? { ...terminal, isTty: false } : terminal;
    const folders = { seeds, out, templates: textOption(values, "templates", "templates") };
    const publishing = { releases: values["releases"] === true, allowRemovals: values["allow-removals"] === true };
    const means = { cache: cacheFor(values, seeds, out), threads: threadsOf(values) };
    const built = withReasons(out, () => buildSite(folders, config, publishing, means, progressLine(watched, "Reading"), progressLine(watched, "Publishing")));
    const redactions = config.house.redactions ?? [];
    if (built.outcome === "built") return close(built, { values, terminal, milliseconds: Math.round(terminal.now() - start), seeds, out, redactions });
    if (built.outcome === "removals-stopped") terminal.err(stopped(built.gone, built.of, out));
    else printDiagnostics(built.diagnostics, seeds, "info", 1, terminal, redactions);
    if (values["json"] === true) terminal.out(`${JSON.stringify({ diagnostics: withSeverity(built.diagnostics) })}\n`);
    return 2;
  },
};

/** The folder of an archive's own cache; null where there is to be none. */
function cacheFor(values: OptionValues, seeds: string, out: string): string | null {
  if (values["no-cache"] === true) return null;
  const named = values["cache"];
  const folder = textOption(values, "cache", cacheFolder);
  const isApart = [seeds, out].every((each) => !isInside(folder, each) && !isInside(each, folder));
  if (!isApart && named !== undefined)
    throw new CallProblem(`The cache (${folder}) has to be in a folder apart from the articles and the archive. Choose another with --cache.`);
  // By its places, since one folder may hold what several archives keep.
  return isApart ? joinPath(folder, sha256(`${real(seeds)}\n${real(splitPath(out).folder)}\n${splitPath(out).name}`).slice(0, 16)) : null;
}

function threadsOf(values: OptionValues): number {
  const { workers } = values;
  if (typeof workers !== "string") return threadsHere();
  if (!/^[1-9]\d?$/.test(workers)) throw new CallProblem(`--workers ${workers} is no number of threads. Write one from 1 to 99.`);
  return Number(workers);
}

/** What stops a build is said to the person: what it is, that the archive is safe, and what to do. */
function withReasons(out: string, run: () => BuiltSite): BuiltSite {
  try {
    return run();
  } catch (error) {
    if (error instanceof ForeignFiles) throw new CallProblem(inTheWay(error.paths, out));
    if (error instanceof Busy) throw new CallProblem(busy(error, out));
    if (error instanceof LinkElsewhere)
      throw new CallProblem(`${out} is a link to ${error.target}, which is no release of this archive. Remove the link, or choose another folder with --out.`);
    if (error instanceof HalfPublished)
      throw new CallProblem(
        `The disk refused while the new archive was put into place (${error.message}). Every page in ${out} is whole, some are new and some are old: mend the disk and build again, which goes on from here.`,
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

/** Neither folder may lie in the other: the next build would read its own pages, or write over the articles. */
function checkFolders(seeds: string, out: string): void {
  if (!isFolder(seeds)) throw new CallProblem(`There is no folder ${seeds}. Put your articles into a folder named seeds, or name yours with --seeds.`);
  if (isInside(out, seeds) || isInside(seeds, out))
    throw new CallProblem(`The archive (${out}) and the articles (${seeds}) have to be in separate folders. Choose another with --out.`);
}

interface Call {
  readonly values: OptionValues;
  readonly terminal: Terminal;
  readonly milliseconds: number;
  readonly seeds: string;
  readonly out: string;
  readonly redactions: readonly Redaction[];
}

/** The report, the closing line, the exit status. */
function close(
  { account, published, diagnostics, articles, isRecovered }: Extract<BuiltSite, { outcome: "built" }>,
  { values, terminal, milliseconds, seeds, out, redactions }: Call,
): ExitCode {
  const isQuiet = values["quiet"] === true;
  if (isRecovered && !isQuiet) terminal.err(`The last build was cut short while it published to ${out}; it was completed first.\n`);
  printDiagnostics(diagnostics, seeds, isQuiet ? "error" : "warning", mostFiles, terminal, redactions);
  if (values["json"] === true) {
    const { fingerprint: _, ...sums } = published;
    terminal.out(`${JSON.stringify({ ...account, ...sums, milliseconds, diagnostics: withSeverity(diagnostics) })}\n`);
  } else if (!isQuiet) {
    const { read, published: done, refused, ignored } = account;
    terminal.err(
      `Read ${many(read, "file")}: ${done} published (${many(articles, "article")}), ${refused} refused, ${ignored} ignored; ${many(countOf(diagnostics, "warning"), "warning")}.\n` +
        `Wrote ${many(published.pages, "page")} to ${out}: ${many(published.written, "file")} new or changed, ${published.unchanged} as before, ${published.removed} removed; ${(milliseconds / 1000).toFixed(1)} s.\n` +
        `Fingerprint of the archive: ${published.fingerprint}\n`,
    );
  }
  return exitCodeFor(diagnostics, values["strict"] === true);
}
