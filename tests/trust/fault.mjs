/**
 * Loaded before the program (`node --import`): lets the disk fail, or the process die, at one chosen call. `TEARSHEET_FAULT` is
 * `NUMBER:WHAT`, WHAT being `kill` or the code of a system error; without it, the calls are only counted. The number of calls that change the
 * disk is written to `TEARSHEET_FAULT_COUNT` at the end. Each thread counts its own; `TEARSHEET_FAULT_IN` says in which the call is meant: `main`
 * (if nothing is said), `threads` or `all`.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";
import { isMainThread } from "node:worker_threads";

const [number, what] = (process.env.TEARSHEET_FAULT ?? "0:none").split(":");
const where = process.env.TEARSHEET_FAULT_IN ?? "main";
const isMeant = where === "all" || (where === "main") === isMainThread;
const chosen = isMeant ? Number(number) : 0;
let calls = 0;

const write = fs.writeFileSync.bind(fs);
const changing = [
  "writeSync",
  "fsyncSync",
  "renameSync",
  "mkdirSync",
  "linkSync",
  "symlinkSync",
  "rmSync",
  "rmdirSync",
  "utimesSync",
  "copyFileSync",
  "ftruncateSync",
  "mkdtempSync",
  "unlinkSync",
];
for (const name of changing) {
  const real = fs[name];
  fs[name] = (...given) => {
    calls += 1;
    if (calls !== chosen) return real(...given);
    if (what === "kill") {
      process.kill(process.pid, "SIGKILL");
      for (;;);
    }
    throw Object.assign(new Error(`${what}: injected, ${name}`), { code: what, syscall: name });
  };
}
const open = fs.openSync;
fs.openSync = (path, flags, ...rest) => {
  if (typeof flags === "string" && flags !== "r") {
    calls += 1;
    if (calls === chosen && what !== "kill") throw Object.assign(new Error(`${what}: injected, open`), { code: what, syscall: "open" });
    if (calls === chosen) {
      process.kill(process.pid, "SIGKILL");
      for (;;);
    }
  }
  return open(path, flags, ...rest);
};
syncBuiltinESMExports();

process.on("exit", () => {
  if (process.env.TEARSHEET_FAULT_COUNT !== undefined && isMainThread) write(process.env.TEARSHEET_FAULT_COUNT, String(calls));
});
