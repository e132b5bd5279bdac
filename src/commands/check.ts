/** `tearsheet check`: reads and links everything, writes nothing. May import: io, build, commands. */
import { prepare } from "../build/prepare.ts";
import { freshDesk } from "../build/read-entries.ts";
import { openRegister } from "../build/register-file.ts";
import { countOf, withSeverity } from "../build/severity.ts";
import { openScratchStore } from "../io/cache/body-store.ts";
import { isFolder } from "../io/owner-files.ts";
import { CallProblem, exitCodeFor, folderOptions, many, progressLine, textOption } from "./call.ts";
import type { Command } from "./command.ts";
import { checkCall, checkLeaks } from "./leaks.ts";
import { loadConfig, printDiagnostics } from "./shared.ts";

export const check: Command = {
  name: "check",
  summary: "read and link everything, and say what is doubtful",
  usage: "tearsheet check [options]",
  options: {
    ...folderOptions,
    leaks: { type: "boolean", summary: "look for what redactions.yml withholds in every byte of the published archive; exit with 1 if it is found" },
    out: { type: "string", value: "DIR", summary: "with --leaks: the published archive (default: dist)" },
    strict: { type: "boolean", summary: "exit with 1 if there are warnings" },
    json: { type: "boolean", summary: "print what became of each file, and the diagnostics, as one JSON object on standard output" },
  },
  run: (values, files, terminal) => {
    if (files.length > 0) throw new CallProblem(`\`check\` takes no file (${files[0]}). Name the folder with --seeds.`);
    const seeds = textOption(values, "seeds", "seeds");
    if (!isFolder(seeds)) throw new CallProblem(`There is no folder ${seeds}. Name yours with --seeds.`);
    const config = loadConfig(values, terminal);
    if (config === null) return 2;
    const { register, diagnostic } = openRegister(seeds);
    if (diagnostic !== null) {
      printDiagnostics([diagnostic], seeds, "info", 1, terminal);
      if (values["json"] === true) terminal.out(`${JSON.stringify({ diagnostics: withSeverity([diagnostic]) })}\n`);
      return 2;
    }
    const out = textOption(values, "out", "dist");
    const isForLeaks = values["leaks"] === true;
    if (isForLeaks) checkCall(out, config.house);
    const store = openScratchStore();
    try {
      const prepared = prepare(seeds, config, register, freshDesk(store), progressLine(terminal, "Reading"));
      if (isForLeaks) return checkLeaks(seeds, out, config.house, prepared, store, values["json"] === true, terminal);
      const { account, ledger, diagnostics } = prepared;
      if (values["json"] === true) terminal.out(`${JSON.stringify({ ...account, files: ledger(), diagnostics: withSeverity(diagnostics) })}\n`);
      else {
        printDiagnostics(diagnostics, seeds, "info", Number.POSITIVE_INFINITY, terminal, config.house.redactions);
        const { read, published, refused, ignored } = account;
        terminal.err(
          `Read ${many(read, "file")}: ${published} good, ${refused} refused, ${ignored} ignored; ${many(countOf(diagnostics, "error"), "error")}, ${many(countOf(diagnostics, "warning"), "warning")}, ${many(countOf(diagnostics, "info"), "remark")}.\n`,
        );
      }
      return exitCodeFor(diagnostics, values["strict"] === true);
    } finally {
      store.close();
    }
  },
};
