/** The policy of pages and of common hosts: strict, in one place, and no reader notices it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkArchive } from "../src/archive/link.ts";
import { contentPolicy, headersFor } from "../src/outputs/policy.ts";
import { openBrowser } from "./helpers/chromium.ts";
import { textsOf } from "./helpers/planned.ts";
import { tearsheet } from "./helpers/run.ts";
import { filesOf, serve } from "./helpers/site.ts";

const site = { title: "a", description: "b", language: "en", baseUrl: null, generator: "c", formerHosts: [] };
const pixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const seeds = {
  "seeds/a.md": "---\ntitle: Ferry\ndate: 2021-09-15\n---\n\n![A ferry](ferry.gif)\n\nThe ferry came back. [More](https://courier.example.org/)\n",
  "seeds/ferry.gif": pixel,
};

let browser: Browser;
let root = "";
let folder = "";

beforeAll(async () => {
  browser = await openBrowser();
  root = mkdtempSync(join(tmpdir(), "tearsheet-policy-"));
  mkdirSync(join(root, "seeds"));
  for (const [path, content] of Object.entries(seeds)) writeFileSync(join(root, path), content);
  expect(tearsheet(["build", "--base-url", "https://archive.example.org/papers"], root).status).toBe(0);
  folder = join(root, "dist");
});

afterAll(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

describe("the policy", () => {
  test("allows files of the site's own for style and pictures, and nothing else", () => {
    expect(contentPolicy(false)).toBe("default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'");
    expect(contentPolicy(true)).toContain("base-uri 'self'");
    expect(contentPolicy(true)).not.toMatch(/unsafe|\*|data:|http/);
  });

  test("says in headers what it says in pages, and that no other site may frame them", () => {
    const headers = new Map(headersFor(site));
    expect(headers.get("Content-Security-Policy")).toBe(`${contentPolicy(false, true)}; frame-ancestors 'self'`);
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  });

  test("stands in every page before anything that is loaded, and no page needs what it forbids", () => {
    const pages = filesOf(folder).filter((path) => path.endsWith(".html"));
    expect(pages).toContain("404.html");
    for (const path of pages) {
      const html = readFileSync(join(folder, path), "utf8");
      const at = html.indexOf('<meta http-equiv="Content-Security-Policy"');
      expect(at, path).toBeGreaterThan(0);
      expect(html.slice(0, at), path).not.toMatch(/<(?:base|link|script|style|img)\b/);
      expect(html, path).toContain('<meta name="referrer" content="no-referrer">');
      expect(html, path).not.toMatch(/<style|\sstyle="|\son\w+="|javascript:/i);
      for (const [, attributes = ""] of html.matchAll(/<script\b([^>]*)>/g)) expect(attributes, path).toMatch(/type="application\/ld\+json"|src="/);
      for (const [link] of html.matchAll(/<a [^>]*href="https?:[^>]*>/g)) expect(link, path).toContain('rel="external noopener noreferrer"');
    }
  });
});

describe("hosts", () => {
  const content = (path: string, baseUrl: string | null) => {
    const own = { ...site, baseUrl };
    return textsOf(linkArchive([], { pictures: new Set(), register: [], tombstones: [] }), own).get(path) ?? "";
  };

  test.each(["_headers", ".htaccess", "server/nginx.conf"])("%s has every header, whole, on a line of its own", (path) => {
    const lines = content(path, null).split("\n");
    for (const [name, value] of headersFor(site))
      expect(
        lines.filter((line) => line.includes(name) && line.includes(value)),
        name,
      ).toHaveLength(1);
    expect(headersFor(site).map(([name]) => name)).toEqual([
      "Content-Security-Policy",
      "X-Content-Type-Options",
      "Referrer-Policy",
      "Permissions-Policy",
      "Cross-Origin-Opener-Policy",
    ]);
  });

  test.each([null, "https://archive.example.org/papers"])("a header refuses no script that a page allows (base URL: %s)", (baseUrl) => {
    const header = headersFor({ ...site, baseUrl })[0]?.[1] ?? "";
    for (const directive of contentPolicy(false, true).split("; ")) if (!directive.startsWith("base-uri")) expect(header).toContain(directive);
  });

  test("the page for what is not there is named where its place is known", () => {
    expect(content(".htaccess", "https://archive.example.org/papers")).toContain("ErrorDocument 404 /papers/404.html\n");
    expect(content("server/nginx.conf", "https://archive.example.org")).toContain("error_page 404 /404.html;\n");
    expect(content(".htaccess", null)).not.toContain("ErrorDocument");
    expect(content("server/nginx.conf", "https://archive.example.org/a;b{c}$d")).not.toContain("error_page");
  });

  test("they are published, and in the manifest", () => {
    const manifest = readFileSync(join(folder, "manifest-sha256.txt"), "utf8");
    for (const path of ["_headers", ".htaccess", "server/nginx.conf"]) expect(manifest).toContain(`  ${path}\n`);
  });
});

describe("in Chromium", () => {
  const typeOf: Readonly<Record<string, string>> = { css: "text/css", html: "text/html", js: "text/javascript", svg: "image/svg+xml" };

  /** The site under a path with all headers, as a host sends them. */
  async function serveWithHeaders(): Promise<{ origin: string; close: () => void }> {
    const server = createServer((request, response) => {
      for (const [name, value] of headersFor(site)) response.setHeader(name, value);
      const path = decodeURIComponent((request.url ?? "/").replace(/^\/papers\//, ""));
      response.setHeader("content-type", typeOf[path.split(".").at(-1) ?? ""] ?? "image/gif");
      response.end(readFileSync(join(folder, path)));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/papers`, close: () => void server.close() };
  }

  test("styles and pictures load from a server, below a path, with a host's headers, and from the disk; nothing is refused", async () => {
    const top = await serve(folder);
    const below = await serve(folder, "/a/b/");
    const headed = await serveWithHeaders();
    try {
      for (const start of [`${top.origin}/`, `${below.origin}/a/b/`, `${headed.origin}/`, `${pathToFileURL(folder).href}/`]) {
        const page = await (await browser.newContext()).newPage();
        const said: string[] = [];
        page.on("console", (message) => said.push(message.text()));
        page.on("requestfailed", (request) => said.push(`failed: ${request.url()}`));
        await page.goto(`${start}2021/09/15/ferry.html`);
        expect(
          await page.evaluate(() => [document.styleSheets.length, getComputedStyle(document.body).marginTop, document.querySelector("img")?.naturalWidth]),
          start,
        ).toEqual([1, "0px", 1]);
        expect(said, start).toEqual([]);
        // What somebody slips in is refused.
        await page.evaluate(() => {
          document.body.insertAdjacentHTML(
            "beforeend",
            '<img src="data:image/gif;base64,x" onerror="document.title = 1"><p id="styled" style="color: rgb(1, 2, 3)">x</p>',
          );
          document.body.append(Object.assign(document.createElement("script"), { textContent: "document.title = 1" }));
        });
        expect(await page.title(), start).toContain("Ferry");
        expect(await page.evaluate(() => getComputedStyle(document.querySelector("#styled") as Element).color), start).not.toBe("rgb(1, 2, 3)");
        expect(said.join(" "), start).toContain("Content Security Policy");
        await page.context().close();
      }
    } finally {
      for (const { close } of [top, below, headed]) close();
    }
  }, 120_000);

  test("the 404 page finds its style and its links at the base URL", async () => {
    const page = await (await browser.newContext()).newPage();
    const asked: string[] = [];
    await page.route("https://archive.example.org/**", async (route) => {
      const path = new URL(route.request().url()).pathname.replace(/^\/papers\//, "");
      asked.push(path);
      const found = filesOf(folder).includes(path) ? path : "404.html";
      await route.fulfill({
        status: found === path ? 200 : 404,
        contentType: found.endsWith(".css") ? "text/css" : "text/html",
        body: readFileSync(join(folder, found)),
      });
    });
    await page.goto("https://archive.example.org/papers/no/such/page.html");
    expect(asked).toContain("assets/style.css");
    expect(await page.evaluate(() => getComputedStyle(document.body).marginTop)).toBe("0px");
    await page.locator("main a").first().click();
    expect(page.url()).toBe("https://archive.example.org/papers/index.html");
    await page.context().close();
  });
});
