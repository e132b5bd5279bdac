/** `tearsheet explain FILE`: the clipping as it was read, line by line. May import: model, io, build, commands. */
import { type Explained, explainSeed } from "../build/explain.ts";
import { withSeverity } from "../build/severity.ts";
import { CallProblem, exitCodeFor, folderOptions, textOption } from "./call.ts";
import type { Command, Terminal } from "./command.ts";
import { explainedText } from "./explain-text.ts";
import { loadConfig, locate } from "./shared.ts";

export const explain: Command = {
  name: "explain",
  summary: "show an article line by line, with roles and reasons",
  usage: "tearsheet explain FILE [options]",
  options: {
    ...folderOptions,
    json: { type: "boolean", summary: "print one JSON object on standard output" },
    strict: { type: "boolean", summary: "exit with 1 if there are warnings" },
  },
  run: (values, files, terminal) => {
    const [file] = files;
    if (file === undefined) throw new CallProblem("Name the file to explain: tearsheet explain seeds/article.txt");
    if (files.length > 1) throw new CallProblem("`explain` takes one file at a time. `tearsheet inspect` takes many.");
    const config = loadConfig(values, terminal);
    if (config === null) return 2;
    const { root, path, pairs } = locate(file, textOption(values, "seeds", "seeds"));
    const explained = explainSeed(root, path, config.house, pairs);
    terminal.out(values["json"] === true ? asJson(path, explained) : asText(path, explained, terminal));
    return exitCodeFor(explained.reading.diagnostics, values["strict"] === true);
  },
};

/** One object on one line. A line's `text` has its terminator: all of them joined are the file as decoded. */
function asJson(file: string, { reading, lines }: Explained): string {
  const diagnostics = withSeverity(reading.diagnostics).map(({ file: _file, ...rest }) => rest);
  return `${JSON.stringify({ file, lines, diagnostics })}\n`;
}

function asText(file: string, explained: Explained, { outColor, columns }: Terminal): string {
  return explainedText(file, explained, { isColored: outColor, columns });
}
