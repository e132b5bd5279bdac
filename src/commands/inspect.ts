/** `tearsheet inspect FILE…`: the records as read. May import: model, io, build, commands. */
import { readPaired } from "../build/read-batch.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { House } from "../model/seed.ts";
import { CallProblem, exitCodeFor, folderOptions, textOption } from "./call.ts";
import type { Command, Terminal } from "./command.ts";
import { fieldLine, fieldsOf } from "./fields.ts";
import { loadConfig, locate, printDiagnostics } from "./shared.ts";

export const inspect: Command = {
  name: "inspect",
  summary: "show how articles are read",
  usage: "tearsheet inspect FILE… [options]",
  options: {
    ...folderOptions,
    json: { type: "boolean", summary: "print the records as JSON, one a line, on standard output" },
    strict: { type: "boolean", summary: "exit with 1 if there are warnings" },
  },
  run: (values, files, terminal) => {
    if (files.length === 0) throw new CallProblem("Name the files to inspect: tearsheet inspect seeds/article.txt");
    const config = loadConfig(values, terminal);
    if (config === null) return 2;
    const seeds = textOption(values, "seeds", "seeds");
    const diagnostics = files.flatMap((file) => show(file, seeds, config.house, values["json"] === true, terminal));
    return exitCodeFor(diagnostics, values["strict"] === true);
  },
};

/** Reads one file as a build would: a file of the seeds folder by its path there, any other by its name alone. */
function show(file: string, seeds: string, house: House, isJson: boolean, terminal: Terminal): readonly Diagnostic[] {
  const { root, path, pairs } = locate(file, seeds);
  const { reading } = readPaired(root, path, house, pairs);
  for (const { article, claims } of reading.articles)
    terminal.out(isJson ? `${JSON.stringify(article)}\n` : `${fieldsOf(article, claims).map(fieldLine).join("\n")}\n\n`);
  if (!isJson || reading.articles.length === 0) printDiagnostics(reading.diagnostics, root, "info", 1, terminal, house.redactions);
  return reading.diagnostics;
}
