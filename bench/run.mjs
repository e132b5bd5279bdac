/** The benchmark: `npm run bench -- [--articles 1000,10000] [--peers hugo,eleventy,hexo] [--runs 5]`. See `README.md` beside it. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus, loadavg, platform, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { archiveOf } from "./archive/articles.mjs";
import { seedOf } from "./archive/seeds.mjs";
import { generate } from "./generate.mjs";
import { measure, needTime } from "./measure.mjs";
import { countOutputs, filesOf, unequal } from "./outputs.mjs";
import { modules, programs } from "./programs.mjs";
import { between, docsWith, isBusy, reportOf } from "./report.mjs";

const here = import.meta.dirname;
const numbers = (text) => text.split(",").map(Number);
const say = (text) => process.stderr.write(`${text}\n`);

function optionsOf() {
  const { values } = parseArgs({
    options: {
      articles: { type: "string", default: "1000,10000" },
      peers: { type: "string", default: "tearsheet-plain,hugo,eleventy,hexo" },
      "peers-up-to": { type: "string", default: "10000" },
      runs: { type: "string", default: "5" },
      languages: { type: "string", default: "1" },
      settings: { type: "string" },
      tearsheet: { type: "string", default: "" },
      work: { type: "string", default: join(here, "work") },
      json: { type: "string" },
      docs: { type: "boolean", default: false },
    },
  });
  return {
    sizes: numbers(values.articles),
    peers: values.peers.split(",").filter((name) => name !== ""),
    peersUpTo: Number(values["peers-up-to"]),
    runs: Number(values.runs),
    languages: Number(values.languages),
    settings: values.settings === undefined ? {} : JSON.parse(readFileSync(values.settings, "utf8")),
    extra: values.tearsheet.split(" ").filter((word) => word !== ""),
    work: values.work,
    json: values.json ?? join(values.work, "results.json"),
    docs: values.docs,
  };
}

/** Those of the wanted programs that are here; says what to do for the others. */
function programsHere(names) {
  return names.filter((name) => {
    const program = programs[name];
    if (program === undefined) throw new Error(`There is no program “${name}”: choose from ${Object.keys(programs).join(", ")}.`);
    if (program.version() !== null) return true;
    say(`${program.title} is left out, since it is not installed. To have it: ${program.missing}`);
    return false;
  });
}

/** A fresh site of each program. */
function setUp(name, articles, aside, { languages, settings, work }) {
  const program = programs[name];
  const folder = join(work, String(articles), name);
  aside.put(folder);
  const inputs = join(folder, program.into ?? "");
  const { files, bytes } = generate({ articles, out: inputs, as: program.form, languages });
  program.setUp?.(folder, settings);
  if (program.needsModules) symlinkSync(modules, join(folder, "node_modules"));
  return { folder, inputs, files, bytes };
}

/**
 * Puts files aside, to be removed when everything is measured: for some minutes after many files were removed, ext4 takes two or three times as long to make
 * new ones (it gives none of their inodes away at once), and the next program would pay for it.
 */
function asideIn(work) {
  const name = /^aside-/;
  const folder = join(work, `aside-${process.pid}`);
  let count = 0;
  return {
    put(path) {
      if (!existsSync(path)) return;
      mkdirSync(folder, { recursive: true });
      renameSync(path, join(folder, `${++count}`));
    },
    /** Also what runs have left that were cut short. */
    remove() {
      for (const entry of readdirSync(work)) if (name.test(entry)) rmSync(join(work, entry), { recursive: true, force: true });
    },
  };
}

/** Files that a build of Tearsheet says it has written and pages that it has removed. */
function saidBy(name, said) {
  if (name !== "tearsheet") return {};
  const { written, removed, published } = JSON.parse(said);
  return { written, removed, published };
}

/** Changes to one clipping from the middle of the archive, one after the other: each build finds one file changed. */
const edits = {
  "body edited": ({ blocks }, text) => text.replace(blocks[0].text, `${blocks[0].text} There is more to follow.`),
  "headline edited": ({ headline }, text) => text.replace(headline, `${headline} Again`),
};

/** The clipping to be changed in a round. */
function clippingOf(site, archive, round) {
  let index = Math.floor(archive.count / 2) + round;
  while (archive.at(index).layout !== "clipping") index += 1;
  const article = archive.at(index);
  return { article, file: join(site.inputs, seedOf(article)[0]) };
}

function edit({ article, file }, change) {
  const text = readFileSync(file, "utf8");
  const changed = change(article, text);
  if (changed === text) throw new Error(`Nothing was changed in ${file}.`);
  writeFileSync(file, changed);
}

/** All runs of one size, in turn: each program once, then each again. */
function measureSize(articles, names, aside, options) {
  const archive = archiveOf({ count: articles, languages: options.languages });
  const sites = new Map(names.map((name) => [name, setUp(name, articles, aside, options)]));
  const runs = [];
  const outputs = {};
  const run = (name, scenario, round, command, cwd) => {
    const { said, ...figures } = measure(command, cwd);
    runs.push({ program: name, scenario, round, ...figures, ...saidBy(name, said) });
    say(`${articles} articles, run ${round + 1} of ${options.runs}: ${name}, ${scenario}: ${figures.wall.toFixed(2)} s, ${figures.memory.toFixed(0)} MB`);
  };
  for (let round = 0; round < options.runs; round += 1) {
    for (const [name, site] of sites) {
      const program = programs[name];
      const command = program.command(options.extra);
      // All that it has made goes, so that it begins anew.
      for (const path of program.generated) aside.put(join(site.folder, path));
      run(name, "cold", round, command, site.folder);
      outputs[name] ??= countOutputs(join(site.folder, program.output), program.kinds);
      if (outputs[name].kinds.article !== articles) throw new Error(`${program.title} made ${outputs[name].kinds.article} pages of ${articles} articles.`);
      const differences = unequal(outputs);
      if (differences.length > 0) throw new Error(`The comparison would not be fair. ${differences.join(" ")}`);
      if (name !== "tearsheet") continue;
      run(name, "no change", round, command, site.folder);
      const clipping = clippingOf(site, archive, round);
      const before = readFileSync(clipping.file);
      for (const [scenario, change] of Object.entries(edits)) {
        edit(clipping, change);
        run(name, scenario, round, command, site.folder);
      }
      writeFileSync(clipping.file, before);
    }
    runLimit(sites.get("tearsheet"), aside, (command, cwd) => run("limit", "cold", round, command, cwd));
  }
  const inputs = Object.fromEntries([...sites].map(([name, { files, bytes }]) => [name, { files, bytes }]));
  return { articles, inputs, outputs, runs };
}

/** Tearsheet's inputs read and its output's bytes written, by a program that does nothing else. */
function runLimit({ folder, inputs }, aside, run) {
  const [list, out] = [join(folder, "limit.txt"), join(folder, "limit")];
  writeFileSync(list, [...filesOf(join(folder, "dist"))].map(([path, size]) => `${size} ${path}\n`).join(""));
  run([process.execPath, join(here, "limit.mjs"), inputs, list, out], folder);
  aside.put(out);
}

function readingAlone() {
  const { stdout, status, stderr } = spawnSync(process.execPath, [join(here, "reading.mjs")], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

function main() {
  const options = optionsOf();
  needTime();
  const names = programsHere(["tearsheet", ...options.peers]);
  if (!names.includes("tearsheet")) throw new Error("Compile Tearsheet first: npm run compile");
  mkdirSync(options.work, { recursive: true });
  const machine = {
    ...{ cores: cpus().length, memoryGB: Math.round(totalmem() / 2 ** 30), load: loadavg()[0] },
    ...{ system: platform(), node: process.versions.node },
  };
  if (isBusy(machine)) say(`This machine is busy (load ${machine.load.toFixed(1)}): the figures will say little. Better wait until it is not.`);
  const results = {
    day: new Date().toISOString().slice(0, 10),
    machine,
    versions: Object.fromEntries(names.map((name) => [name, programs[name].version()])),
    languages: options.languages,
    runs: options.runs,
    settings: options.settings,
    extra: options.extra,
    reading: readingAlone(),
    sizes: [],
  };
  const aside = asideIn(options.work);
  for (const articles of options.sizes) {
    const wanted = articles <= options.peersUpTo ? names : ["tearsheet"];
    results.sizes.push(measureSize(articles, wanted, aside, options));
    writeFileSync(options.json, `${JSON.stringify(results, null, 1)}\n`);
  }
  aside.remove();
  const report = reportOf(results);
  process.stdout.write(`${report}\n`);
  if (!options.docs) return;
  const docs = join(here, "../docs/benchmarks.md");
  writeFileSync(docs, docsWith(readFileSync(docs, "utf8"), report, between));
  writeFileSync(join(here, "../docs/benchmarks.json"), readFileSync(options.json));
}

main();
