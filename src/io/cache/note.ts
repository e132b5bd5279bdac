/** One value that a build leaves for the next. May import: io/cache. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ifDiskAllows } from "./if-disk-allows.ts";
import { openLog } from "./log.ts";

const noteFile = "last.log";

const logIn = (folder: string) => openLog(join(folder, noteFile), "tearsheet last build 1", (line) => JSON.parse(line) as unknown);

/** Null where there is none, or it is damaged. */
export function readNote(folder: string): unknown {
  return logIn(folder).take().at(-1)?.rows[0] ?? null;
}

/** Takes the value away: nothing is known. */
export function clearNote(folder: string): void {
  rmSync(join(folder, noteFile), { force: true });
}

export function writeNote(folder: string, value: object): void {
  ifDiskAllows(() => logIn(folder).rewrite([JSON.stringify(value)], ""));
}
