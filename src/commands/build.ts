/** `tearsheet build`: seeds → published archive. May import: model, io, build, commands. */
import { type BuiltSite, buildSite } from "../build/build-site.ts";
import { countOf, withSeverity } from "../build/report.ts";
import { ForeignFiles } from "../io/output-folder.ts";
import { isFolder, isInside } from "../io/owner-files.ts";
import type { Redaction } from "../model/redaction.ts";
import type { Command, ExitCode, OptionValues, Terminal } from "./command.ts";
import { CallProblem, exitCodeFor, folderOptions, loadConfig, many, printDiagnostics, progressLine, textOption } from "./shared.ts";

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
    const built = withoutForeignFiles(out, () => buildSite(folders, config, progressLine(watched, "Reading"), progressLine(watched, "Publishing")));
    if (built.outcome === "built")
      return close(built, { values, terminal, milliseconds: Math.round(terminal.now() - start), seeds, out, redactions: config.house.redactions ?? [] });
    printDiagnostics(built.diagnostics, seeds, "info", 1, terminal, config.house.redactions);
    if (values["json"] === true) terminal.out(`${JSON.stringify({ diagnostics: withSeverity(built.diagnostics) })}\n`);
    return 2;
  },
};

/** A file of somebody else's in the way is named, and nothing is written over. */
function withoutForeignFiles(out: string, run: () => BuiltSite): BuiltSite {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ForeignFiles)) throw error;
    const [first] = error.paths;
    const others = error.paths.length === 1 ? "" : ` and ${many(error.paths.length - 1, "other file")}`;
    throw new CallProblem(
      `${first}${others} in ${out} ${error.paths.length === 1 ? "was" : "were"} not written by Tearsheet and would be overwritten. Move them away, or choose another folder with --out.`,
    );
  }
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
  { account, published, diagnostics, articles }: Extract<BuiltSite, { outcome: "built" }>,
  { values, terminal, milliseconds, seeds, out, redactions }: Call,
): ExitCode {
  const isQuiet = values["quiet"] === true;
  printDiagnostics(diagnostics, seeds, isQuiet ? "error" : "warning", mostFiles, terminal, redactions);
  if (values["json"] === true) {
    terminal.out(`${JSON.stringify({ ...account, ...published, milliseconds, diagnostics: withSeverity(diagnostics) })}\n`);
  } else if (!isQuiet) {
    const { read, published: done, refused, ignored } = account;
    terminal.err(
      `Read ${many(read, "file")}: ${done} published (${many(articles, "article")}), ${refused} refused, ${ignored} ignored; ${many(countOf(diagnostics, "warning"), "warning")}.\n` +
        `Wrote ${many(published.pages, "page")} to ${out}: ${many(published.written, "file")} new or changed, ${published.unchanged} as before, ${published.removed} removed; ${(milliseconds / 1000).toFixed(1)} s.\n`,
    );
  }
  return exitCodeFor(diagnostics, values["strict"] === true);
}
