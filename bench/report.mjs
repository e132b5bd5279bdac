/** Results → Markdown. */
import { goalsOf } from "./goals.mjs";
import { programs } from "./programs.mjs";
import { median, pairedRatio } from "./statistics.mjs";

/** The report stands between these in `docs/benchmarks.md`. */
export const between = ["<!-- results: written by `npm run bench -- --docs` -->", "<!-- end of results -->"];

/** The page with the report in the place of the last one. */
export function docsWith(page, report, [from, to]) {
  const [begin, end] = [page.indexOf(from), page.indexOf(to)];
  if (begin === -1 || end < begin) throw new Error(`docs/benchmarks.md has lost its marks: ${from} … ${to}`);
  return `${page.slice(0, begin + from.length)}\n\n${report}\n\n${page.slice(end)}`;
}

const titleOf = (name) => (name === "limit" ? "The limit" : programs[name].title);
const count = (value) => String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
const seconds = (value) => value.toFixed(value < 10 ? 2 : 1);
const ratio = (value) => value.toFixed(value < 0.1 ? 3 : 2);
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** Whether others were at work when the runs began. */
export const isBusy = ({ load, cores }) => load > cores / 2;

export function reportOf(results) {
  const { day, machine, versions, runs, languages, settings, extra } = results;
  const named = Object.entries(versions).map(([name, version]) => `${titleOf(name)} (${version})`);
  const changed = [
    ...(Object.keys(settings).length === 0 ? [] : [`settings \`${JSON.stringify(settings)}\``]),
    ...(extra.length === 0 ? [] : [`options \`${extra.join(" ")}\``]),
  ];
  return [
    `Measured on ${day}, on ${machine.cores === 2 ? "two" : machine.cores} cores with ${machine.memoryGB} GB (${machine.system}), Node.js ${machine.node}: ${named.join("; ")}.`,
    `Medians of ${runs} run${runs === 1 ? "" : "s"}; ${languages === 1 ? "articles in English" : `articles in ${languages} languages`}${changed.length === 0 ? "" : `; Tearsheet with ${changed.join(" and ")}`}.`,
    ...(isBusy(machine) ? [`\n**The machine was busy when this began (load ${machine.load.toFixed(1)}): times by the clock say little here.**`] : []),
    ...results.sizes.flatMap(sizeReport),
    readingReport(results.reading),
    "### What was to be reached\n",
    goalTable(results),
  ].join("\n");
}

/** The figures of one program in one scenario, by round. */
const pick = (size, program, scenario = "cold") => size.runs.filter((run) => run.program === program && run.scenario === scenario);
const mid = (runs, what) => median(runs.map((run) => run[what]));

function sizeReport(size) {
  const names = [...new Set(size.runs.map(({ program }) => program))];
  const own = pick(size, "tearsheet");
  const cold = names.map((name) => {
    const runs = pick(size, name);
    const written = size.outputs[name] ?? size.outputs.tearsheet;
    return [
      titleOf(name),
      ...[seconds(mid(runs, "wall")), seconds(mid(runs, "cpu")), mid(runs, "memory").toFixed(0)],
      ...["wall", "cpu"].map((what) => (name === "tearsheet" ? "" : ratio(pairedRatio(own, runs, what)))),
      ...[count(written.files), count(written.pages), megabytes(written.bytes)],
    ];
  });
  const scenarios = [...new Set(size.runs.filter(({ program }) => program === "tearsheet").map(({ scenario }) => scenario))];
  const again = scenarios.map((scenario) => {
    const runs = pick(size, "tearsheet", scenario);
    return [
      scenario === "cold" ? "cold" : scenario,
      ...[seconds(mid(runs, "wall")), seconds(mid(runs, "cpu")), mid(runs, "memory").toFixed(0)],
      ...["wall", "cpu"].map((what) => (scenario === "cold" ? "" : ratio(pairedRatio(runs, own, what)))),
      count(mid(runs, "written")),
    ];
  });
  const kinds = Object.keys(programs.tearsheet.kinds);
  const counted = Object.entries(size.outputs).map(([name, { kinds: found }]) => [titleOf(name), ...kinds.map((kind) => count(found[kind]))]);
  return [
    `\n### ${count(size.articles)} articles\n`,
    "Cold: no output, no cache.\n",
    table(["", "wall, s", "CPU, s", "memory, MB", "Tearsheet ÷ it, wall", "… CPU", "files", "HTML pages", "MB written"], cold),
    "\nTearsheet again, after the cold build:\n",
    table(["", "wall, s", "CPU, s", "memory, MB", "÷ cold, wall", "… CPU", "files written"], again),
    "\nPages of each kind:\n",
    table(["", ...kinds], counted),
    "",
  ];
}

function readingReport({ articles, clipping, markdown }) {
  const row = (title, { median: middle, ninetyFifth, cpu, bytes }) => [title, middle.toFixed(3), ninetyFifth.toFixed(3), cpu.toFixed(3), count(bytes)];
  return [
    "### Reading alone\n",
    `From bytes to record, one thread, ${count(articles)} articles of each kind.\n`,
    table(["", "median, ms", "95 of 100 within, ms", "CPU, mean, ms", "bytes, mean"], [row("clipping", clipping), row("Markdown with front matter", markdown)]),
    "",
  ].join("\n");
}

function goalTable(results) {
  const rows = goalsOf(results).map(({ what, limit, unit, value }) => [
    what,
    `≤ ${limit}${unit}`,
    value === null ? "not measured here" : `${unit === "" ? ratio(value) : unit.includes("ms") ? value.toFixed(3) : value.toFixed(0)}${unit}`,
    value === null ? "" : value <= limit ? "yes" : "no",
  ]);
  return table(["", "to reach", "measured", "reached"], rows);
}
