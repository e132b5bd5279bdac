/** What a program asks of the system, by `strace`: for tests that it asks for nothing that it has no business with. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { temporaryFolder } from "./run.ts";

export interface Asked {
  readonly status: number | null;
  readonly err: string;
  /** Sockets of whatever kind that the program opened, bound or connected. */
  readonly sockets: readonly string[];
  /** Programs that it started, itself not counted; and rings (io_uring), through which it could do things that no trace shows. */
  readonly started: readonly string[];
  /** Paths that it tried to write, make, move, link or remove. */
  readonly written: readonly string[];
  /** Paths that it opened to read. */
  readonly read: readonly string[];
}

/** Why nothing can be traced here; null where it can. */
export function whyNoStrace(): string | null {
  const { status, error, stderr } = spawnSync("strace", ["-qq", "-o", "/dev/null", "true"], { encoding: "utf8" });
  if (error !== undefined) return "strace is not installed (Debian, Ubuntu: apt-get install strace)";
  return status === 0 ? null : `strace may not trace here: ${stderr.trim()}`;
}

const changing =
  /^(?:creat|mkdir|mkdirat|mknod|mknodat|rename|renameat|renameat2|link|linkat|symlink|symlinkat|unlink|unlinkat|rmdir|truncate|(?:f?ch(?:mod|own)(?:at2?)?|lchown))$/;
const calls = "socket,socketpair,connect,bind,listen,accept,accept4,execve,execveat,io_uring_setup,%file";

/** Runs Node with these words, in this folder, and says what it asked for, with all its threads. */
export function traced(words: readonly string[], cwd: string, environment: Readonly<Record<string, string>> = {}): Asked {
  const log = join(temporaryFolder(), "trace");
  // -y: each file descriptor with the path that it stands for, so that paths relative to one can be told.
  const { status, stderr } = spawnSync("strace", ["-f", "-y", "-qq", "-s", "4096", "-e", `trace=${calls}`, "-o", log, process.execPath, ...words], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...environment },
    maxBuffer: 1 << 28,
  });
  const asked = { status, err: stderr, sockets: [] as string[], started: [] as string[], written: [] as string[], read: [] as string[] };
  for (const line of readFileSync(log, "utf8").split("\n")) {
    const [, call = "", rest = ""] = /^\d+ +([a-z_0-9]+)\((.*)$/.exec(line) ?? [];
    if (/^(?:socket|socketpair|connect|bind|listen|accept4?)$/.test(call)) asked.sockets.push(line);
    else if (/^(?:execve|execveat|io_uring_setup)$/.test(call)) asked.started.push(line);
    else if (changing.test(call)) asked.written.push(...pathsIn(rest, cwd));
    else if (/^open(?:at2?)?$/.test(call)) (/O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)/.test(rest) ? asked.written : asked.read).push(...pathsIn(rest, cwd));
  }
  asked.started.shift();
  return asked;
}

/** The paths among the arguments of a call, each joined to the folder that it is relative to. */
function pathsIn(rest: string, cwd: string): string[] {
  return [...rest.matchAll(/(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:\\.|[^"\\])*)"/g)].map(([, folder, path = ""]) => resolve(folder ?? cwd, path));
}
