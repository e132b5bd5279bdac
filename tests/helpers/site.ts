/** The demonstration archive, built once for all tests of a file, and the ways to look at it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { projectFolder, tearsheet } from "./run.ts";

/** Builds the project's own seeds with its own settings. Gone when the tests of the file are over. */
export function demonstrationSite(): string {
  const folder = mkdtempSync(join(tmpdir(), "tearsheet-site-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const { status, err } = tearsheet(["build", "--out", folder, "--quiet"], projectFolder);
  if (status !== 0) throw new Error(`The demonstration archive does not build:\n${err}`);
  return folder;
}

/** All files of a folder, with `/`, sorted. */
export function filesOf(folder: string): string[] {
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  svg: "image/svg+xml",
  json: "application/json",
  jsonl: "application/x-ndjson",
  txt: "text/plain",
};

/** A plain file server on the loopback, as stupid as any host: files below `prefix`, `404.html` for the rest. */
export async function serve(folder: string, prefix = "/"): Promise<{ origin: string; close: () => void }> {
  const files = new Set(filesOf(folder));
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = path.startsWith(prefix) ? path.slice(prefix.length) : null;
    const file = inside === null ? undefined : [inside, `${inside}index.html`].find((each) => files.has(each));
    response.writeHead(file === undefined ? 404 : 200, { "content-type": types[(file ?? "404.html").split(".").at(-1) ?? ""] ?? "application/octet-stream" });
    response.end(readFileSync(join(folder, file ?? "404.html")));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}
