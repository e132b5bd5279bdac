/** Looks at many pages in real Chromium, a few loads for all: what ran, what is armed, whom they asked, whether they read back as they are. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type faultsOfDocument as Faults, inBrowser } from "./in-browser.ts";

/** In the browser, where `inBrowser` has put it. */
declare const faultsOfDocument: typeof Faults;

/** What a page should not have, in words. */
export interface Finding {
  readonly page: string;
  readonly what: string;
}

export interface Looked {
  readonly findings: readonly Finding[];
  /** Numbers of the payloads that ran. */
  readonly executed: ReadonlySet<string>;
  /** Requests to any other host than the server's own. */
  readonly foreign: ReadonlySet<string>;
  readonly pages: number;
}

export interface HostileServer {
  readonly origin: string;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  xml: "application/xml",
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  svg: "image/svg+xml",
  csv: "text/csv; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  gif: "image/gif",
};

/**
 * A file server on the loopback; besides, pages made here.
 *
 * @param made pages by path, as they are
 * @param folder of the site; null where there is none
 * @param policy a Content Security Policy for those of the pages made here that stand below `raw/`
 * @param isBare takes the policy out of the site's pages, so that it cannot hide a hole
 */
export async function serveHostile(folder: string | null, made: ReadonlyMap<string, string>, policy: string | null, isBare: boolean): Promise<HostileServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname).slice(1);
    const own = made.get(path);
    const headers = policy === null || !path.startsWith("raw/") ? {} : { "content-security-policy": policy };
    let content: Uint8Array | string | undefined = own;
    try {
      if (folder !== null) content ??= readFileSync(join(folder, path));
    } catch {
      content = undefined;
    }
    const type = own === undefined ? (types[path.split(".").at(-1) ?? ""] ?? "text/plain") : types["html"];
    response.writeHead(content === undefined ? 404 : 200, { "content-type": type, ...headers });
    if (isBare && own === undefined && path.endsWith(".html") && content !== undefined) content = withoutPolicy(content.toString());
    response.end(content ?? "");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() };
}

/** The page without its policy; throws where it has none. */
function withoutPolicy(html: string): string {
  const bare = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n?/, "");
  if (bare === html) throw new Error("The page has no policy.");
  return bare;
}

/** Frames at a time, and how often before the window is changed for a new one, since an old one keeps what it has seen. */
const atOnce = 16;
const groupsOfWindow = 12;

/**
 * Loads pages as frames of one page, in groups, and looks at each when it has settled.
 *
 * @param isControl clicks what is armed, and finds nothing wrong: what ran is all that counts
 */
export async function lookAt(browser: Browser, origin: string, paths: readonly string[], isControl = false): Promise<Looked> {
  const context = await browser.newContext();
  await context.addInitScript(inBrowser);
  const executed = new Set<string>();
  const foreign = new Set<string>();
  const findings: Finding[] = [];
  await context.exposeBinding("__xss", (_source, number: unknown) => void executed.add(String(number)));
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(?:https?|ftp|ws):$/.test(protocol) && hostname !== "127.0.0.1") foreign.add(request.url());
  });
  for (let at = 0; at < paths.length; at += atOnce * groupsOfWindow) {
    const page = await openWindow(context, origin, executed, findings);
    for (let from = at; from < Math.min(paths.length, at + atOnce * groupsOfWindow); from += atOnce)
      findings.push(...(await page.evaluate(look, { group: paths.slice(from, from + atOnce), isControl })));
    await page.close();
  }
  await context.close();
  return { findings, executed, foreign, pages: paths.length };
}

/** A window for frames. A dialog is something that ran; a window that was led away is found. */
async function openWindow(context: BrowserContext, origin: string, executed: Set<string>, findings: Finding[]): Promise<Page> {
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    executed.add(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame() && !frame.url().startsWith(origin)) findings.push({ page: frame.url(), what: "led the whole window away" });
  });
  await page.goto(`${origin}/looking-glass`);
  return page;
}

/** Runs in the browser: opens the pages as frames, waits until they have settled, looks, and takes them away. */
async function look({ group, isControl }: { group: readonly string[]; isControl: boolean }): Promise<Finding[]> {
  const addressOf = (path: string) => `/${path.split("/").map(encodeURIComponent).join("/")}`;
  const open = (path: string) =>
    new Promise<HTMLIFrameElement>((done) => {
      const frame = document.createElement("iframe");
      frame.addEventListener("load", () => done(frame), { once: true });
      frame.src = addressOf(path);
      document.body.append(frame);
    });
  const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
  // A link of SVG has no `click`, and its address is no text: it is armed as far as we know.
  const click = (doc: Document | null) => {
    for (const element of doc?.querySelectorAll<HTMLAnchorElement>("a, button") ?? [])
      if (!/^(?:https?|mailto|file):/.test(String(element.href))) element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  };
  const frames = await Promise.all(group.map(open));
  await pause(30);
  const found = frames.flatMap((frame, index) => {
    const page = group[index] ?? "";
    const doc = frame.contentDocument;
    if (isControl) click(doc);
    if (isControl) return [];
    if (doc === null || doc.location.pathname !== addressOf(page)) return [{ page, what: "went elsewhere" }];
    return faultsOfDocument(doc, page).map((what) => ({ page, what }));
  });
  if (isControl) await pause(60);
  for (const frame of frames) frame.remove();
  return found;
}
