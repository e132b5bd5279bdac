/** `tearsheet check --leaks`: that a published archive holds nothing of what is withheld. May import: model, text, io, build, commands. */
import { findLeaks } from "../build/leaks.ts";
import type { Prepared } from "../build/prepare.ts";
import type { BodyStore } from "../io/cache/body-store.ts";
import { isFolder } from "../io/owner-files.ts";
import type { House } from "../model/seed.ts";
import { soughtOf, withholdInPath } from "../text/withhold/withhold.ts";
import { CallProblem, many, progressLine } from "./call.ts";
import type { ExitCode, Terminal } from "./command.ts";

/** @throws `CallProblem` where there is nothing to look for, or nowhere: an answer of “none” would be a false one */
export function checkCall(out: string, house: House): void {
  if ((house.redactions ?? []).length === 0) throw new CallProblem("There is no `redactions.yml`, or nothing in it: there is nothing to look for.");
  if (!isFolder(out)) throw new CallProblem(`There is no folder ${out}. Name the published archive with --out.`);
}

/** Prints the file and the line of each place on standard output, and not what is there. */
export function checkLeaks(seeds: string, out: string, house: House, prepared: Prepared, store: BodyStore, isJson: boolean, terminal: Terminal): ExitCode {
  const { files, needles, found, closed, alsoSaidBy } = findLeaks(seeds, out, house, prepared, store, progressLine(terminal, "Searching"));
  const sought = soughtOf(house.redactions ?? []);
  const shown = found.map(({ path, line }) => ({ path: withholdInPath(path, sought), line }));
  if (isJson) terminal.out(`${JSON.stringify({ files, needles, found: shown, closed, alsoSaidBy })}\n`);
  else for (const { path, line } of shown) terminal.out(line === 0 ? `${path}: in its name\n` : `${path}:${line}\n`);
  if (closed.length > 0) terminal.err(`${many(closed.length, "file")} could not be looked into, since they are packed: ${closed.slice(0, 5).join(", ")}.\n`);
  if (alsoSaidBy.length > 0)
    terminal.err(`Words of withdrawn articles are also words of published ones, and were not looked for: ${alsoSaidBy.slice(0, 10).join(", ")}.\n`);
  const result = found.length === 0 ? "nothing was found" : `found in ${many(found.length, "place")}`;
  terminal.err(`Searched ${many(files, "file")} for ${many(needles, "thing")}: ${result}.\n`);
  return found.length === 0 ? 0 : 1;
}
