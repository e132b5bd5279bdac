/** Looks at many pages in real Chromium, a few loads for all: what ran, what is armed, whom they asked, whether they read back as they are. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser } from "playwright-core";

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

const atOnce = 16;

/**
 * Loads pages as frames of one page, in groups, and looks at each when it has settled.
 *
 * @param isControl clicks what is armed, and finds nothing wrong: what ran is all that counts
 */
export async function lookAt(browser: Browser, origin: string, paths: readonly string[], isControl = false): Promise<Looked> {
  const context = await browser.newContext();
  const executed = new Set<string>();
  const foreign = new Set<string>();
  const findings: Finding[] = [];
  await context.exposeBinding("__xss", (_source, number: unknown) => void executed.add(String(number)));
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(?:https?|ftp|ws):$/.test(protocol) && hostname !== "127.0.0.1") foreign.add(request.url());
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    executed.add(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame() && !frame.url().startsWith(origin)) findings.push({ page: frame.url(), what: "led the whole window away" });
  });
  await page.goto(`${origin}/looking-glass`);
  for (let at = 0; at < paths.length; at += atOnce) {
    const group = paths.slice(at, at + atOnce);
    findings.push(...(await page.evaluate(look, { group, isControl })));
  }
  await context.close();
  return { findings, executed, foreign, pages: paths.length };
}

/** Runs in the browser, and so is whole in itself. */
async function look({ group, isControl }: { group: readonly string[]; isControl: boolean }): Promise<{ page: string; what: string }[]> {
  const found: { page: string; what: string }[] = [];
  const safe = new Set(["http:", "https:", "mailto:", "tel:", "ftp:"]);
  const addressed = ["href", "src", "action", "formaction", "data", "poster", "background", "cite", "ping", "srcset", "xlink:href", "manifest", "codebase"];
  const open = (path: string) =>
    new Promise<HTMLIFrameElement>((done) => {
      const frame = document.createElement("iframe");
      frame.addEventListener("load", () => done(frame), { once: true });
      frame.src = `/${path.split("/").map(encodeURIComponent).join("/")}`;
      document.body.append(frame);
    });
  const inspect = (page: string, doc: Document) => {
    const say = (what: string) => found.push({ page, what });
    for (const element of doc.querySelectorAll("*")) {
      const tag = element.localName;
      if (["iframe", "frame", "object", "embed", "applet", "style", "template", "math", "foreignobject"].includes(tag.toLowerCase())) say(`<${tag}>`);
      if (tag === "script" && element.getAttribute("type") === "application/ld+json") {
        try {
          JSON.parse(element.textContent ?? "");
        } catch {
          say("JSON-LD that is no JSON");
        }
      } else if (tag === "script" && !element.hasAttribute("src")) say(`a script: ${element.textContent?.slice(0, 60)}`);
      if (tag === "base" && page !== "404.html") say("<base>");
      if (tag === "meta" && /refresh|set-cookie/i.test(element.getAttribute("http-equiv") ?? "")) say("<meta http-equiv>");
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) say(`${tag} ${name}=${value.slice(0, 60)}`);
        if (name === "style" || name === "srcdoc") say(`${tag} ${name}`);
        if (!addressed.includes(name)) continue;
        const url = URL.canParse(value, doc.baseURI) ? new URL(value, doc.baseURI) : null;
        if (url !== null && !safe.has(url.protocol)) say(`${tag} ${name}=${value.slice(0, 80)}`);
        const isLoaded =
          tag !== "a" &&
          !(tag === "link" && /canonical|alternate|license|next|prev|cite-as|describedby|author/.test(element.getAttribute("rel") ?? "")) &&
          name !== "cite";
        if (url !== null && isLoaded && url.host !== location.host) say(`${tag} loads ${value.slice(0, 80)}`);
        if (url !== null && tag === "a" && url.host !== "" && url.host !== location.host && !/^(?:https?|ftp):\/\//i.test(value))
          say(`a foreign link in disguise: ${value}`);
      }
      const isNamed = /^(?:a|img|form|embed|iframe|object)$/.test(tag);
      for (const name of [element.id, isNamed ? (element.getAttribute("name") ?? "") : ""])
        if (name !== "" && (name in Document.prototype || name in window)) say(`the name ${name} hides one of the document's own`);
    }
    const again = new DOMParser().parseFromString(`<!DOCTYPE html>${doc.documentElement.outerHTML}`, "text/html");
    if (again.documentElement.outerHTML !== doc.documentElement.outerHTML) say("reads back as something else");
    if (doc.compatMode !== "CSS1Compat") say("no standards mode");
    const main = doc.querySelectorAll("main");
    if (main.length !== 1 || main[0]?.parentElement !== doc.body) say("main is not one and not at its place");
    if (doc.querySelectorAll("h1").length !== 1) say("not one h1");
    if (doc.body.lastElementChild?.localName !== "footer") say("does not end in its footer");
    if (doc.documentElement.outerHTML.includes("\0")) say("NUL");
  };
  const frames = await Promise.all(group.map(open));
  const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
  await pause(30);
  for (const [index, frame] of frames.entries()) {
    const page = group[index] ?? "";
    const doc = frame.contentDocument;
    if (isControl) {
      for (const element of doc?.querySelectorAll<HTMLElement>("a, button") ?? [])
        if (/^\W*\w+:/.test(element.getAttribute("href") ?? "x:") && !/^(?:https?|mailto|file):/.test((element as HTMLAnchorElement).href ?? ""))
          element.click();
    } else if (doc === null || doc.location.pathname.slice(1) !== page.split("/").map(encodeURIComponent).join("/"))
      found.push({ page, what: "went elsewhere" });
    else inspect(page, doc);
  }
  if (isControl) await pause(60);
  for (const frame of frames) frame.remove();
  return found;
}
