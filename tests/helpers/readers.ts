/** How the demonstration archive is met: from a server, below a path, from the disk; by a browser that reports whatever goes wrong. */
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { serve } from "./site.ts";

export const places = ["a server", "a server, below a path", "the disk"] as const;

/** The folder of the archive at each place, with `/` behind it. What serves is pushed to `closing`. */
export async function homesOf(site: string, closing: (() => void)[]): Promise<Record<(typeof places)[number], string>> {
  const root = await serve(site);
  const below = await serve(site, "/papers/courier/");
  closing.push(root.close, below.close);
  return { "a server": `${root.origin}/`, "a server, below a path": `${below.origin}/papers/courier/`, "the disk": `${pathToFileURL(site).href}/` };
}

/** Opens a page that reports whatever goes wrong on it. */
export async function readerIn(browser: Browser, isScripted: boolean): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled: isScripted });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  return { page, faults };
}
