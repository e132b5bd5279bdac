/** `tearsheet bag DIR`: archive and sources → a package for keeping. May import: model, text, io, build, commands. */

import { type BagOrder, type MadeBag, makeBag } from "../build/make-bag.ts";
import { isFree } from "../io/bag-folder.ts";
import { today } from "../io/clock.ts";
import { isFolder, isInside, joinPath } from "../io/owner-files.ts";
import { configFile } from "../model/config.ts";
import { escapeUnseen } from "../text/terminal.ts";
import { CallProblem, folderOptions, many, progressLine, textOption } from "./call.ts";
import type { Command, ExitCode, OptionValues, Terminal } from "./command.ts";
import { loadConfig } from "./shared.ts";

export const bag: Command = {
  name: "bag",
  summary: "pack the archive with its sources for keeping (BagIt)",
  usage: "tearsheet bag DIR [options]",
  options: {
    ...folderOptions,
    out: { type: "string", value: "DIR", summary: "the published archive (default: dist)" },
    templates: { type: "string", value: "DIR", summary: "your own templates (default: templates)" },
    "base-url": { type: "string", value: "URL", summary: "where the archive is published, if it was built with this option" },
    redacted: { type: "boolean", summary: "for the public: the archive and its records, without the sources" },
    strict: { type: "boolean", summary: "exit with 1 if a file of the seeds folder had to be left out" },
    quiet: { type: "boolean", summary: "print problems only" },
    json: { type: "boolean", summary: "print one JSON object on standard output" },
  },
  run: (values, files, terminal) => {
    const order = orderOf(values, files);
    const config = loadConfig(values, terminal);
    if (config === null) return 2;
    const watched: Terminal = values["quiet"] === true ? { ...terminal, isTty: false } : terminal;
    const made = makeBag(order, config, progressLine(watched, "Packing"));
    if (made.outcome === "refused") throw new CallProblem(escapeUnseen(made.problem));
    return close(made, order, values, terminal);
  },
};

function orderOf(values: OptionValues, files: readonly string[]): BagOrder {
  const [target, other] = files;
  if (target === undefined) throw new CallProblem("Name a new folder for the bag: tearsheet bag DIR");
  if (other !== undefined) throw new CallProblem(`\`bag\` takes one folder, and got ${target} and ${other}.`);
  const folders = {
    seeds: textOption(values, "seeds", "seeds"),
    out: textOption(values, "out", "dist"),
    templates: textOption(values, "templates", "templates"),
  };
  if (!isFolder(folders.seeds)) throw new CallProblem(`There is no folder ${folders.seeds}. Name the folder of articles with --seeds.`);
  for (const folder of Object.values(folders))
    if (isInside(target, folder)) throw new CallProblem(`The bag (${target}) cannot lie in ${folder}, which goes into it. Name another folder.`);
  if (!isFree(target)) throw new CallProblem(`${target} is there already, and is no empty folder. Name a new one: a bag is never written over.`);
  const date = today();
  if (date === null) throw new CallProblem("SOURCE_DATE_EPOCH is set and is no number of seconds since 1970. Mend it, or unset it.");
  const baseUrl = values["base-url"];
  const command = `tearsheet build${typeof baseUrl === "string" ? ` --base-url '${baseUrl.replaceAll("'", "%27")}'` : ""}`;
  return { ...folders, config: textOption(values, "config", configFile), target, isRedacted: values["redacted"] === true, date, command };
}

function close({ outcome: _, ...made }: Extract<MadeBag, { outcome: "made" }>, order: BagOrder, values: OptionValues, terminal: Terminal): ExitCode {
  const { files, bytes, articles, fingerprint, leftOut } = made;
  for (const { path, reason } of leftOut) terminal.err(`${escapeUnseen(joinPath(order.seeds, path))} ${reason}, and is not in the bag.\n`);
  if (values["json"] === true) terminal.out(`${JSON.stringify(made)}\n`);
  else if (values["quiet"] !== true)
    terminal.err(
      `Packed ${many(files, "file")} (${many(articles, "article")}, ${(bytes / 1e6).toFixed(1)} MB) into ${order.target}${order.isRedacted ? ", without the sources" : ""}; the archive was built again from ${order.isRedacted ? "its sources" : "the bag"} and is the same.\n` +
        (fingerprint === null ? "" : `Fingerprint of the archive: ${fingerprint}\n`),
    );
  return leftOut.length > 0 && values["strict"] === true ? 1 : 0;
}
