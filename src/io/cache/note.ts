/** One value that a build leaves for the next. May import: io/cache/log. */
import { join } from "node:path";
import { openLog } from "./log.ts";

const logIn = (folder: string) => openLog(join(folder, "last.log"), "tearsheet last build 1", (line) => JSON.parse(line) as unknown);

/** Null where there is none, or it is damaged. */
export function readNote(folder: string): unknown {
  return logIn(folder).sections.at(-1)?.rows[0] ?? null;
}

/** A disk that refuses costs the next build time. */
export function writeNote(folder: string, value: object): void {
  try {
    logIn(folder).rewrite([JSON.stringify(value)], "");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}
