/** `tearsheet serve` as it runs, and ways to ask it: as a browser does, as no browser does, and as a page that listens. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { get } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { PageState } from "../../src/build/problems.ts";
import { fingerprintUnknown } from "../../src/build/served-page.ts";
import { projectFolder } from "./run.ts";

export interface Serving {
  readonly origin: string;
  readonly port: number;
  /** All that it has said to the person so far. */
  said(): string;
  /** Waits until it has said so. */
  until(what: RegExp): Promise<void>;
  isRunning(): boolean;
  /** Ctrl-C. Gives the exit status, or the signal that ended it. */
  end(): Promise<number | string | null>;
}

/** Starts it in a folder, on a port of its own choice, and waits until it can be asked. It is ended when the test is over. */
export async function startServing(cwd: string, words: readonly string[] = ["--port", "0"]): Promise<Serving> {
  const serving = await serveUntilEnded(cwd, words);
  onTestFinished(async () => void (await serving.end()));
  return serving;
}

/** The same, to be ended by whoever starts it. */
export async function serveUntilEnded(cwd: string, words: readonly string[] = ["--port", "0"]): Promise<Serving> {
  const child = spawn(process.execPath, [join(projectFolder, "lib/bin/cli.js"), "serve", ...words], { cwd });
  const ended = new Promise<number | string | null>((done) => child.on("exit", (status, signal) => done(status ?? signal)));
  let text = "";
  const waiting = new Set<() => void>();
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    text += part;
    for (const look of waiting) look();
  });
  const until = (what: RegExp) =>
    new Promise<void>((done, fail) => {
      const look = () => {
        if (!what.test(text)) return;
        waiting.delete(look);
        done();
      };
      waiting.add(look);
      look();
      void ended.then(() => fail(new Error(`It ended and had not said ${what}:\n${text}`)));
    });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const end = () => {
    if (isRunning()) child.kill("SIGINT");
    return ended;
  };
  await until(/is shown at http:\/\/127\.0\.0\.1:\d+\//);
  const port = Number(/127\.0\.0\.1:(\d+)/.exec(text)?.[1]);
  return { origin: `http://127.0.0.1:${port}`, port, said: () => text, until, isRunning, end };
}

export interface Response {
  readonly status: number;
  readonly head: string;
  readonly body: Buffer;
}

/** Sends bytes as they are, and gives all that comes back; status 0 where nothing does. */
export function raw(port: number, bytes: string | Uint8Array, host = "127.0.0.1"): Promise<Response> {
  return new Promise((done) => {
    const parts: Buffer[] = [];
    const socket = connect(port, host);
    const finish = () => {
      socket.destroy();
      const all = Buffer.concat(parts);
      const end = all.indexOf("\r\n\r\n");
      const head = all.subarray(0, end === -1 ? all.length : end).toString("latin1");
      done({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: end === -1 ? Buffer.alloc(0) : all.subarray(end + 4) });
    };
    socket.on("data", (part) => parts.push(part));
    socket.on("end", finish);
    socket.on("error", finish);
    // Half is closed: a request that is not whole is not waited for.
    socket.on("connect", () => socket.end(bytes));
  });
}

/** A plain request with headers. */
export function ask(port: number, target: string, headers: Readonly<Record<string, string>> = {}, method = "GET"): Promise<Response> {
  const lines = Object.entries({ Host: `127.0.0.1:${port}`, Connection: "close", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return raw(port, `${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`);
}

/** The bytes at an address of the archive. */
export async function bytesAt(origin: string, path: string): Promise<{ status: number; body: Buffer }> {
  return new Promise((done, fail) => {
    get(`${origin}/${path.split("/").map(encodeURIComponent).join("/")}`, { agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => done({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
      response.on("error", fail);
    }).on("error", fail);
  });
}

export interface Listener {
  /** Waits for a state that is so; those before it are forgotten. */
  until(isSo: (state: PageState) => boolean): Promise<PageState>;
  /** How many states have come. */
  count(): number;
  close(): void;
}

/** Listens as a page does. */
export function listen(origin: string, page: string): Listener {
  const states: PageState[] = [];
  let count = 0;
  let look = () => {};
  let rest = "";
  const request = get(`${origin}/.tearsheet/events?page=${encodeURIComponent(page)}`, { agent: false }, (response) => {
    response.setEncoding("utf8").on("data", (part: string) => {
      const blocks = (rest + part).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data === undefined) continue;
        states.push(JSON.parse(data) as PageState);
        count += 1;
      }
      look();
    });
    response.on("error", () => {});
  });
  request.on("error", () => {});
  onTestFinished(() => void request.destroy());
  return {
    until: (isSo) =>
      new Promise((done) => {
        look = () => {
          for (let state = states.shift(); state !== undefined; state = states.shift()) {
            if (!isSo(state)) continue;
            look = () => {};
            done(state);
            return;
          }
        };
        look();
      }),
    count: () => count,
    close: () => request.destroy(),
  };
}

/** A served page as a build would have written it, but for the fingerprint. */
export function asBuilt(path: string, served: Buffer): string {
  if (!path.endsWith(".html")) return served.toString("latin1");
  return (
    served
      .toString("utf8")
      .replace(/; script-src &#39;nonce-[\w+/=]+&#39;(?! )/, "")
      // A page with a script of its own.
      .replace(/; script-src &#39;nonce-[\w+/=]+&#39; (&#39;self&#39;[^"]*)/, "; script-src $1")
      .replace(/<script async src="\/\.tearsheet\/overlay\.js" nonce="[\w+/=]+" data-page="[^"]*" data-digest="[0-9a-f]{64}"><\/script>\n/, "")
  );
}

/** A file that a build wrote, but for the fingerprint, and the base of the 404 page. */
export function asWritten(root: string, path: string): string {
  const bytes = readFileSync(join(root, path));
  if (!path.endsWith(".html")) return bytes.toString("latin1");
  const text = bytes.toString("utf8");
  if (path === "index.html") return text.replace(/(<p id="fingerprint"[^\n]*<code>)[0-9a-f]{64}/, `$1${fingerprintUnknown}`);
  return path === "404.html" ? text.replace(/<base href="[^"]*">/, '<base href="/">') : text;
}
