/** `tearsheet inspect FILE…`: the records as read. May import: model, io, build, commands. */
import { readOne } from "../build/read-seeds.ts";
import { isFolder, pathWithin, splitPath } from "../io/owner-files.ts";
import type { Article } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { House } from "../model/seed.ts";
import type { Command, Terminal } from "./command.ts";
import { CallProblem, exitCodeFor, folderOptions, loadConfig, printDiagnostics, textOption } from "./shared.ts";

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
  const within = isFolder(seeds) ? pathWithin(seeds, file) : null;
  const { folder, name } = splitPath(file);
  const root = within === null ? folder : seeds;
  const reading = readOne(root, within ?? name, house);
  for (const { article } of reading.articles) terminal.out(isJson ? `${JSON.stringify(article)}\n` : summary(article));
  if (!isJson || reading.articles.length === 0) printDiagnostics(reading.diagnostics, root, "info", 1, terminal);
  return reading.diagnostics;
}

/** The record for the eye: a field a line, with the lines it was read from. */
function summary(article: Article): string {
  const rows: [string, string | null][] = [
    ["file", article.file],
    ["id", article.id],
    ["layout", article.layout],
    ["encoding", article.provenance["encoding"]?.rule ?? null],
    ["language", article.language],
    ["kicker", article.kicker],
    ["headline", article.headline],
    ["deck", article.deck],
    ["byline", article.byline],
    [
      "authors",
      article.authors
        .map(({ name, kind, role, place, affiliation }) => [`${name} (${kind})`, role, place, affiliation].filter((part) => part !== null).join(", "))
        .join("; "),
    ],
    ["date", article.date === null ? null : `${article.date}${article.dateAsPrinted === null ? "" : ` (“${article.dateAsPrinted}”)`}`],
    ["updated", article.updated],
    ["dateline", article.dateline?.asPrinted ?? null],
    ["section", article.section],
    ["topics", article.topics.join(", ")],
    ["publication", article.publication],
    ...article.figures.map((figure): [string, string] => ["figures", [figure.caption, figure.credit, figure.src].filter((part) => part !== null).join(" | ")]),
    ["paragraphs", String(article.paragraphs.length)],
    ...article.related.map((related): [string, string] => [
      "related",
      `${related.headline ?? ""}${related.url === null ? "" : ` <${related.url}>`} (after paragraph ${related.after})`,
    ]),
    ["sourceUrl", article.sourceUrl],
    ...article.corrections.map(({ text }): [string, string] => ["corrections", text]),
    ...article.notes.map(({ text }): [string, string] => ["notes", text]),
  ];
  const lines = rows.flatMap(([field, value]) => {
    if (value === null || value === "") return [];
    const from = article.provenance[field];
    return [`${field.padEnd(12)} ${value}${from === undefined ? "" : `  [${place(from.lines)}, ${from.rule}, ${from.confidence}]`}`];
  });
  return `${lines.join("\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd")}\n\n`;
}

function place([first, last]: readonly [number, number]): string {
  if (first === 0) return "not in the text";
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}
