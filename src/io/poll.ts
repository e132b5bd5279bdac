/** Watching without the system's help: looks again and again at each file's size and times. May import: nothing (io/watch for its types). */
import { type BigIntStats, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Watched } from "./watch.ts";

/** Milliseconds between two looks, and how many times longer than a look itself: a large archive is looked at less often. */
const pause = 1000;
const rest = 10;

/** Tells of every path whose file is new, gone, or another than at the look before. */
export function poll(watched: Watched, onChange: (path: string) => void): { close(): void } {
  let before = look(watched);
  let timer: NodeJS.Timeout;
  const again = (took: number) => {
    timer = setTimeout(
      () => {
        const start = performance.now();
        const now = look(watched);
        for (const [path, mark] of now) if (before.get(path) !== mark) onChange(path);
        for (const path of before.keys()) if (!now.has(path)) onChange(path);
        before = now;
        again(performance.now() - start);
      },
      Math.max(pause, took * rest),
    );
  };
  again(0);
  return { close: () => clearTimeout(timer) };
}

/** From path to what tells a file from another one. */
function look({ trees, files }: Watched): Map<string, string> {
  const seen = new Map<string, string>();
  for (const { folder, isMeant } of files) for (const name of namesIn(folder)) if (isMeant(name)) see(join(folder, name), seen);
  const waiting = [...trees];
  while (waiting.length > 0) {
    const folder = waiting.pop() as string;
    for (const name of namesIn(folder)) {
      if (name.startsWith(".")) continue;
      const path = join(folder, name);
      if (see(path, seen)?.isDirectory() === true) waiting.push(path);
    }
  }
  return seen;
}

function see(path: string, seen: Map<string, string>): BigIntStats | undefined {
  const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  // The time of a folder says less than its files do, and more than anybody asked.
  if (stat !== undefined) seen.set(path, stat.isDirectory() ? "folder" : `${stat.ino} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}`);
  return stat;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
