/** Runs the compiled program as a user does. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** `tearsheet WORDS` in a folder. `user`: run as this user, where the tests themselves run as one who may read everything. */
export function tearsheet(words: readonly string[], cwd: string, environment: Record<string, string | undefined> = {}, user?: number): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectFolder, "lib/bin/cli.js"), ...words], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...environment },
    maxBuffer: 1 << 28,
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  return { status, out: stdout, err: stderr };
}

/** An empty folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tearsheet-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with files: path → content. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The same, running beside the test. */
export function tearsheetAside(words: readonly string[], cwd: string, environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [join(projectFolder, "lib/bin/cli.js"), ...words], { cwd, env: { ...process.env, ...environment } });
}
