/**
 * The server for one person at the same machine: bound to the loopback, answers what it is given a function for, and tells pages when to look again
 * (server-sent events, HTML Living Standard 9.2). It never opens a file. May import: io/requests.
 */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { judge } from "./requests.ts";

export interface Answer {
  readonly status: 200 | 302 | 404 | 500;
  readonly headers: Readonly<Record<string, string>>;
  /** In parts, where it is too large to be in memory at once. */
  readonly body: Uint8Array | Iterable<string>;
  /** Called when the answer has been given, or cannot be. */
  readonly done?: () => void;
}

export interface Responder {
  /** @param path decoded, without the slash at its beginning */
  answer(path: string): Answer;
  /** What the page of that path has to know. Data for JSON. */
  state(path: string): object;
  /** Is told what the program could not do. */
  failed(error: unknown): void;
}

export interface RunningServer {
  readonly port: number;
  /** Tells every open page its state. */
  tell(): void;
  close(): Promise<void>;
}

/** Where a page hears of changes: `?page=PATH`. No path of an archive begins so. */
export const eventsPath = ".tearsheet/events";

const host = "127.0.0.1";
/** Ports that are tried where nobody asked for one. */
const tries = 20;
/** Pages that listen at the same time. A browser opens six connections to a host. */
const mostListeners = 200;

/** The port is taken. */
export class PortTaken extends Error {}

/** A word that a page of this run of the server is known by, and nobody can foresee. */
export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * Starts to listen.
 *
 * @param isFirst whether the next free port will do where that one is taken
 * @throws `PortTaken`; the system's error where it may not listen
 */
export async function startServer(port: number, isFirst: boolean, responder: Responder): Promise<RunningServer> {
  const listeners = new Map<ServerResponse, string>();
  const server = createServer((request, response) => respond(request, response, responder, listeners, (server.address() as AddressInfo).port));
  const found = await listen(server, port, isFirst ? tries : 1);
  return {
    port: found,
    tell: () => {
      const known = new Map<string, string>();
      for (const [response, page] of listeners) {
        const state = known.get(page) ?? stateOf(page, responder);
        known.set(page, state);
        response.write(state);
      }
    },
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, port: number, left: number): Promise<number> {
  const error = await new Promise<NodeJS.ErrnoException | null>((done) => {
    server.once("error", done);
    server.listen({ port, host }, () => {
      server.off("error", done);
      done(null);
    });
  });
  if (error === null) return (server.address() as AddressInfo).port;
  if (error.code !== "EADDRINUSE") throw error;
  if (left <= 1 || port === 0 || port >= 65_535) throw new PortTaken(`Port ${port} is taken.`);
  return listen(server, port + 1, left - 1);
}

function respond(request: IncomingMessage, response: ServerResponse, responder: Responder, listeners: Map<ServerResponse, string>, port: number): void {
  const asked = judge(request.method ?? "", request.url ?? "", request.rawHeaders, port);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  try {
    if (!asked.isGood) plain(response, asked.status, asked.reason, asked.status === 405 ? { Allow: "GET, HEAD" } : {});
    else if (asked.path === eventsPath && listeners.size >= mostListeners) plain(response, 404, "Too many pages listen already.");
    else if (asked.path === eventsPath) listenTo(request, response, asked.query, responder, listeners);
    else void give(request, response, responder.answer(asked.path), responder);
  } catch (error) {
    responder.failed(error);
    plain(response, 500, "This is a fault of the program. The terminal says more.");
  }
}

function plain(response: ServerResponse, status: number, reason: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Content-Security-Policy": "default-src 'none'", ...headers });
  response.end(`${reason}\n`);
}

async function give(request: IncomingMessage, response: ServerResponse, { status, headers, body, done }: Answer, responder: Responder): Promise<void> {
  try {
    const isWhole = body instanceof Uint8Array;
    response.writeHead(status, { ...headers, ...(isWhole ? { "Content-Length": String(body.length) } : {}) });
    if (request.method === "HEAD") response.end();
    else if (isWhole) response.end(body);
    else await pipeline(Readable.from(body), response);
  } catch (error) {
    // Whoever asked is gone, or has half of it: what is missing cannot be sent any more.
    if (!isGone(error)) responder.failed(error);
    response.destroy();
  } finally {
    done?.();
  }
}

function isGone(error: unknown): boolean {
  return ["ERR_STREAM_PREMATURE_CLOSE", "ECONNRESET", "EPIPE", "ERR_STREAM_DESTROYED"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function listenTo(request: IncomingMessage, response: ServerResponse, query: string, responder: Responder, listeners: Map<ServerResponse, string>): void {
  const page = new URLSearchParams(query).get("page") ?? "";
  const state = stateOf(page, responder);
  response.writeHead(200, { "Content-Type": "text/event-stream", Connection: "close" });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  response.on("close", () => listeners.delete(response));
  response.on("error", () => listeners.delete(response));
  listeners.set(response, page);
  response.write(`retry: 500\n${state}`);
}

/** JSON has no line end in it, so it is one line of data. */
function stateOf(page: string, responder: Responder): string {
  return `data: ${JSON.stringify(responder.state(page))}\n\n`;
}
