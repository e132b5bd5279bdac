/** `tearsheet build`: seeds → published archive. What a build needs is loaded once it is known that there is something to build. May import: model, text, io, build/authorities-file, build/severity, build/unchanged, commands. */

import { findAuthorities, strayAuthorities } from "../build/authorities-file.ts";
import type { BuiltSite } from "../build/build-site.ts";
import { countOf, severityOf, withSeverity } from "../build/severity.ts";
import { beginningOf, forgetReport, lastReport, noteReport } from "../build/unchanged.ts";
import { isFolder, isInside, namesIn, readTextIfAny, readTextOrReason, real, splitPath } from "../io/owner-files.ts";
import { threadsHere } from "../io/pool.ts";
import { configFile } from "../model/config.ts";
import type { Redaction } from "../model/redaction.ts";
import { cacheFolder, cacheFor } from "./cache-folder.ts";
import { CallProblem, exitCodeFor, folderOptions, many, textOption } from "./call.ts";
import type { Command, ExitCode, OptionValues, Terminal } from "./command.ts";

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
  run: async (values, files, terminal) => {
    if (files.length > 0) throw new CallProblem(`\`build\` takes no file (${files[0]}). Name the folder with --seeds.`);
    const start = terminal.now();
    const [seeds, out, templates] = [textOption(values, "seeds", "seeds"), textOption(values, "out", "dist"), textOption(values, "templates", "templates")];
    if (whyNot(seeds, out) !== null) return refuse(seeds, out, values, terminal);
    const cache = cacheFor(values, seeds, out);
    const threads = threadsOf(values);
    const releases = values["releases"] === true;
    const settings = settingsOf(values, seeds);
    const beginning = beginningOf(seeds, templates, settings);
    const closeWith = (report: Report, redactions: readonly Redaction[]) =>
      close(report, { values, terminal, milliseconds: Math.round(terminal.now() - start), seeds, out, redactions });
    const last = cache === null || settings === null ? null : lastReport<Report>(cache, beginning, seeds, out, releases);
    if (last !== null) return closeWith(last, []);
    if (cache !== null && settings === null) forgetReport(cache);
    const { buildNow } = await import("./build-now.ts");
    const result = buildNow({ seeds, out, templates }, { values, terminal, beginning, cache, threads });
    if ("exit" in result) return result.exit;
    if (cache !== null && settings !== null) noteReport(cache, beginning, seeds, out, releases, unchangedAgain(result.built));
    return closeWith(result.built, result.redactions);
  },
};

/** What a build has to tell. */
type Report = Extract<BuiltSite, { outcome: "built" }>;

/** The same build once more: nothing is new any more, and nothing is there to be completed. */
function unchangedAgain(built: Report): Report {
  const { published, diagnostics } = built;
  const again = { ...published, written: 0, unchanged: published.written + published.unchanged, removed: 0 };
  // What is gone is said once.
  return { ...built, isRecovered: false, published: again, diagnostics: diagnostics.filter(({ code }) => code !== "articles-gone") };
}

/** The settings as they are written; null where a list of redactions is or may be there, which has to be read first. */
function settingsOf(values: OptionValues, seeds: string): unknown {
  const config = textOption(values, "config", configFile);
  const folders = [splitPath(seeds).folder, splitPath(real(seeds)).folder, splitPath(config).folder, seeds];
  if (folders.some((folder) => namesIn(folder).some((name) => /redaction/i.test(name)))) return null;
  return {
    config: readTextIfAny(config),
    isNamed: values["config"] !== undefined,
    authorities: authoritiesNow(seeds, config),
    baseUrl: values["base-url"] ?? null,
    releases: values["releases"] === true,
  };
}

/** The list of authorities as it is written, and what looks like one. */
function authoritiesNow(seeds: string, config: string): unknown {
  const path = findAuthorities(seeds, config);
  return [path, path === null ? null : readTextOrReason(path), strayAuthorities(seeds, config)];
}

function threadsOf(values: OptionValues): number {
  const { workers } = values;
  if (typeof workers !== "string") return threadsHere();
  if (!/^[1-9]\d?$/.test(workers)) throw new CallProblem(`--workers ${workers} is no number of threads. Write one from 1 to 99.`);
  return Number(workers);
}

/** Neither folder may lie in the other: the next build would read its own pages, or write over the articles. Null where all is well. */
function whyNot(seeds: string, out: string): string | null {
  if (!isFolder(seeds)) return `There is no folder ${seeds}. Put your articles into a folder named seeds, or name yours with --seeds.`;
  if (isInside(out, seeds) || isInside(seeds, out))
    return `The archive (${out}) and the articles (${seeds}) have to be in separate folders. Choose another with --out.`;
  return null;
}

/** Folders may be wrong because the settings are: what is wrong with those is said first. */
async function refuse(seeds: string, out: string, values: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const { loadConfig } = await import("./shared.ts");
  if (loadConfig(values, terminal) === null) return 2;
  throw new CallProblem(whyNot(seeds, out) ?? "");
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
async function close(
  { account, published, diagnostics, articles, isRecovered }: Report,
  { values, terminal, milliseconds, seeds, out, redactions }: Call,
): Promise<ExitCode> {
  const isQuiet = values["quiet"] === true;
  if (isRecovered && !isQuiet) terminal.err(`The last build was cut short while it published to ${out}; it was completed first.\n`);
  const least = isQuiet ? "error" : "warning";
  if (diagnostics.some((each) => severityOf(each) === "error" || severityOf(each) === least))
    (await import("./shared.ts")).printDiagnostics(diagnostics, seeds, least, mostFiles, terminal, redactions);
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
