/**
 * An article that was read by itself → the same where it stands in its file: line numbers are the file's, and the lines around it that are
 * its own (the export's head, a counter, separators) have their roles. May import: model, text, parse/split-seed.
 */
import type { Article, Provenance, Remark, RoleRun } from "../model/article.ts";
import type { Claim, LineRange } from "../model/claim.ts";
import type { Role } from "../model/role.ts";
import { isBlank, squeeze, withoutTerminator } from "../text/lines.ts";
import type { Part } from "./split-seed.ts";
import { drawnMark } from "./split-separators.ts";

/**
 * @param article as read from the lines `start` to `end` alone
 * @param lines all lines of the file
 */
export function placePart(article: Article, part: Part, lines: readonly string[]): Article {
  const by = part.start - 1;
  const shift = (range: LineRange) => inFile(range, part);
  const above = runsOf(lines, part.first, part.start - 1);
  const below = runsOf(lines, part.end + 1, part.last);
  const around = [...above, ...below].filter(({ role }) => role === "boilerplate").map((run) => remarkOf(run, lines));
  const remarks = (list: readonly Remark[]) => list.map((remark) => ({ ...remark, lines: shift(remark.lines) }));
  const provenance = Object.fromEntries(
    Object.entries(article.provenance).map(([field, from]): [string, Provenance] => [field, { ...from, lines: shift(from.lines) }]),
  );
  const [firstAround] = around;
  if (firstAround !== undefined && provenance["boilerplate"] === undefined)
    provenance["boilerplate"] = { lines: [firstAround.lines[0], around.at(-1)?.lines[1] ?? firstAround.lines[1]], rule: "split", confidence: "stated" };
  return {
    ...article,
    corrections: remarks(article.corrections),
    notes: remarks(article.notes),
    boilerplate: [
      ...around.filter(({ lines: [line] }) => line < part.start),
      ...remarks(article.boilerplate),
      ...around.filter(({ lines: [line] }) => line >= part.start),
    ],
    provenance,
    lines: joined([...above, ...article.lines.map((run) => ({ ...run, lines: shift(run.lines) })), ...below]),
    diagnostics: article.diagnostics.map((each) => ({ ...each, line: each.line === null ? null : each.line + by })),
  };
}

/** The claims of an article, with the lines that they have in the file. */
export function placeClaims(claims: readonly Claim[], part: Part): Claim[] {
  return claims.map((claim) => ({ ...claim, lines: inFile(claim.lines, part) }));
}

/** Lines of a part as lines of the file; `[0, 0]` is no line of it. A fence that nothing closes ends, for its parser, below the text. */
function inFile([first, last]: LineRange, { start, end }: Part): LineRange {
  const length = end - start + 1;
  return first === 0 ? [first, last] : [Math.min(first, length) + start - 1, Math.min(last, length) + start - 1];
}

/** The roles of lines around an article: blank, drawn, or words of the export. */
function runsOf(lines: readonly string[], from: number, to: number): RoleRun[] {
  const runs: RoleRun[] = [];
  for (let line = from; line <= to; line += 1) {
    const text = withoutTerminator(lines[line - 1] ?? "");
    const role: Role = isBlank(text) ? "blank" : drawnMark(text) === null ? "boilerplate" : "separator";
    runs.push({ role, lines: [line, line] });
  }
  return joined(runs);
}

/** Runs that follow each other in one role are one. */
function joined(runs: readonly RoleRun[]): RoleRun[] {
  const result: RoleRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last?.role === run.role) result[result.length - 1] = { role: run.role, lines: [last.lines[0], run.lines[1]] };
    else result.push(run);
  }
  return result;
}

function remarkOf({ lines: [first, last] }: RoleRun, lines: readonly string[]): Remark {
  return { text: squeeze(lines.slice(first - 1, last).join(" ")), lines: [first, last] };
}
