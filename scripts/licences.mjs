/**
 * What Tearsheet brings along at run time, under which licences: `npm run licences` writes `docs/licences.md`; with `--check` nothing is written,
 * and the exit status is 1 where the page is not up to date. Exit status 1 as well where a licence is not known to fit an MIT program, where a
 * package wants to run something when it is installed, or where README does not say what a package is for. Another project than this one can be named:
 * `node scripts/licences.mjs [--check] [FOLDER]`. May import: nothing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** Licences (SPDX) that ask for no more than their notice: what is under them may be used by a program under the MIT licence, and passed on with it. */
const fitting = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "Python-2.0",
  "PSF-2.0",
  "CC0-1.0",
  "Unlicense",
]);

const words = process.argv.slice(2);
const isCheck = words.includes("--check");
const root = words.find((word) => !word.startsWith("--")) ?? join(import.meta.dirname, "..");
const page = join(root, "docs", "licences.md");
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const uses = usesIn(readFileSync(join(root, "README.md"), "utf8"));
const problems = [];

/** The table of README: from package to what it is for. A row may name several. */
function usesIn(readme) {
  const rows = readme.matchAll(/^\| ((?:@?[a-z0-9/.-]+(?:, )?)+) \| (.+?) \|/gm);
  return new Map([...rows].flatMap(([, names, use]) => names.split(", ").map((name) => [name, use])));
}

/** Where a package finds another, as Node looks for it: in its own `node_modules`, then in those above. */
function placeOf(name, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const place = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (folder === "") return null;
  }
}

/** What a package needs to run: not its development, nor what it could use besides (an optional peer is not installed for it). */
function needsOf({ dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }) {
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers])];
}

/** All packages at run time: from place to the direct dependencies that brought it. */
function atRunTime() {
  const brought = new Map();
  for (const direct of Object.keys(packages[""].dependencies ?? {})) {
    const waiting = [placeOf(direct, "")];
    const seen = new Set(waiting);
    while (waiting.length > 0) {
      const place = waiting.pop();
      if (place === null) continue;
      brought.set(place, [...(brought.get(place) ?? []), direct]);
      for (const name of needsOf(packages[place])) {
        const next = placeOf(name, place);
        if (next !== null && !seen.has(next)) waiting.push(next);
        seen.add(next);
      }
    }
  }
  return brought;
}

/** The licence of a package: as the lock file has it, else as the package itself says in the way of its time. */
function licenceOf(place) {
  if (typeof packages[place].license === "string") return packages[place].license;
  try {
    const { license, licenses } = JSON.parse(readFileSync(join(root, place, "package.json"), "utf8"));
    return license?.type ?? license ?? licenses?.map(({ type }) => type).join(" OR ") ?? "";
  } catch {
    return "";
  }
}

/** Whether an SPDX expression leaves a way that fits: one of several alternatives, and of those that hold together each. */
function fits(expression) {
  return expression
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((alternative) => alternative.split(" AND ").every((name) => fitting.has(name.trim())));
}

const rows = [...atRunTime()]
  .map(([place, by]) => {
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    const isDirect = place === `node_modules/${name}` && by.includes(name);
    const licence = licenceOf(place);
    if (!fits(licence))
      problems.push(`${name} is under ${licence === "" ? "no licence that can be found" : licence}, which is not known to fit an MIT program.`);
    if (packages[place].hasInstallScript === true) problems.push(`${name} wants to run a script when it is installed.`);
    if (isDirect && !uses.has(name)) problems.push(`README does not say what ${name} is for.`);
    const use = isDirect ? (uses.get(name) ?? "") : `for ${by.join(", ")}`;
    return { name, version: packages[place].version, licence, use, isDirect };
  })
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));

const counts = new Map();
for (const { licence } of rows) counts.set(licence, (counts.get(licence) ?? 0) + 1);
const tally = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([licence, n]) => `${licence} ${n}`);

const text = `# Licences

Made by \`npm run licences\` of the lock file; a test holds it up to date. Tearsheet itself is under the MIT licence. At run time it brings along
${rows.length} packages, ${rows.filter(({ isDirect }) => isDirect).length} of them its own choice (in bold): ${tally.join(", ")}. None of these licences asks for more than
its notice.

| package | version | licence | what for |
|---|---|---|---|
${rows.map(({ name, version, licence, use, isDirect }) => `| ${isDirect ? `**${name}**` : name} | ${version} | ${licence} | ${use} |`).join("\n")}
`;

if (isCheck) {
  let before = "";
  try {
    before = readFileSync(page, "utf8");
  } catch {}
  if (before !== text) problems.push("docs/licences.md is not up to date: run `npm run licences`.");
} else writeFileSync(page, text);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`${rows.length} packages at run time: ${tally.join(", ")}.\n`);
if (problems.length > 0) process.exitCode = 1;
