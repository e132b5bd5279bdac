/**
 * Would the tests see it? Plants one small fault after the other into a copy of the program, runs the tests that should see it, and counts those that do
 * (promise G23). A fault that nobody sees asks for a test.
 *
 *   node scripts/planted-bugs.mjs            all of them: half an hour of a processor
 *   node scripts/planted-bugs.mjs 12 30      the 12th up to the 30th
 *   node scripts/planted-bugs.mjs --check    only whether each can still be planted
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { bugs } from "./planted-bugs-list.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);
const [from, to] = words.filter((word) => /^\d+$/.test(word)).map(Number);

const unplanted = bugs.filter(([file, before]) => readFileSync(join(project, "src", file), "utf8").split(before).length !== 2);
for (const [file, before] of unplanted) process.stderr.write(`Cannot be planted: ${file}: ${before}\n`);
if (unplanted.length > 0) process.exit(2);
process.stderr.write(`${bugs.length} faults can be planted.\n`);
if (words.includes("--check")) process.exit(0);

const copy = mkdtempSync(join(tmpdir(), "tearsheet-planted-"));
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));
const leftBehind = new Set([".git", ".cache", ".dist.tearsheet", "node_modules", "dist", "lib"]);
cpSync(project, copy, { recursive: true, filter: (path) => path === project || !leftBehind.has(basename(path)) });
symlinkSync(join(project, "node_modules"), join(copy, "node_modules"));

/** Tests that run the program as its users do need it compiled; the others are spared the time. */
const runsProgram = (test) =>
  /helpers\/(?:run|site|serving|injection|redaction|page-kinds|list-pages)/.test(readFileSync(join(copy, "tests", `${test}.test.ts`), "utf8"));

/** Whether some of the tests fail, and the first that does. */
function failure(tests) {
  const config = join(copy, "planted.config.mjs");
  const compiled = tests.some(runsProgram) ? `globalSetup: ["tests/helpers/compile.ts"],` : "";
  writeFileSync(
    config,
    `export default { cacheDir: ".vite", test: { include: ["tests/**/*.test.ts"], exclude: ["tests/trust/**"], ${compiled} setupFiles: ["tests/helpers/seed.ts"], testTimeout: 600000, hookTimeout: 600000, bail: 1 } };\n`,
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(copy, "node_modules/vitest/vitest.mjs"), "run", "--config", config, ...tests.map((test) => `tests/${test}.test.ts`)],
    { cwd: copy, encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, NO_COLOR: "1" } },
  );
  if (status === 0) return null;
  return /FAIL +(.*)/.exec(stdout + stderr)?.[1] ?? /(?:Error|error TS\d+).*/.exec(stdout + stderr)?.[0] ?? "the tests do not run";
}

const chosen = bugs.slice((from ?? 1) - 1, to ?? from ?? bugs.length);
if (words.includes("--control")) {
  const all = [...new Set(chosen.flatMap(([, , , tests]) => tests.split(" ")))];
  process.stderr.write(`Without any fault: ${failure(all) ?? "all pass"}.\n`);
}
let seen = 0;
for (const [index, [file, before, after, tests]] of chosen.entries()) {
  const path = join(copy, "src", file);
  const source = readFileSync(path, "utf8");
  writeFileSync(
    path,
    source.replace(before, () => after),
  );
  // One after the other, so that the rest is spared as soon as one sees it.
  const found = tests.split(" ").reduce((already, test) => already ?? failure([test]), null);
  writeFileSync(path, source);
  if (found !== null) seen += 1;
  process.stdout.write(`${(from ?? 1) + index} ${found === null ? "NOT SEEN" : "seen"}  ${file}: ${before.trim().split("\n")[0]}\n    ${found ?? tests}\n`);
}
process.stdout.write(`${seen} of ${chosen.length} planted faults were seen.\n`);
process.exitCode = seen === chosen.length ? 0 : 1;
