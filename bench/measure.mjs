/** One run of a program, measured by the operating system: GNU time asks it (`wait4`) what the process and its children used. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const timeProgram = process.env.GNU_TIME ?? "/usr/bin/time";

/** Throws with what to do, where there is no GNU time. */
export function needTime() {
  const { stdout, stderr, error } = spawnSync(timeProgram, ["--version"], { encoding: "utf8" });
  if (error === undefined && /GNU/.test(`${stdout}${stderr}`)) return;
  throw new Error(
    `Memory and time are measured with GNU time, and ${timeProgram} is not that. Debian, Ubuntu: apt-get install time. macOS: brew install gnu-time, and GNU_TIME=$(which gtime).`,
  );
}

/**
 * Runs a command to its end.
 *
 * @returns wall and CPU time (user and system, children too) in seconds; memory: the most that one process of it had resident, in MB
 */
export function measure([command, ...words], cwd) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const figures = join(folder, "time");
  // What earlier runs have left to write should not fall into this one's time.
  spawnSync("sync");
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync(timeProgram, ["-o", figures, "-f", "%U %S %M", command, ...words], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1" },
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - began) / 1000;
  if (error !== undefined || status !== 0) {
    const said = `${stdout ?? ""}\n${stderr ?? ""}`.trim().split("\n").slice(-15).join("\n");
    throw new Error(`${command} ${words.join(" ")}: ${error?.message ?? `status ${status}`}\n${said}`);
  }
  const [user, system, kilobytes] = readFileSync(figures, "utf8").trim().split(" ").map(Number);
  rmSync(folder, { recursive: true });
  return { wall, cpu: user + system, memory: (kilobytes * 1024) / 1e6, said: stdout };
}
