/** The whole archive in a real browser: every page of it opened, and every link followed as the browser itself resolves it, from a server, below a path, and from the disk. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./helpers/chromium.ts";
import { homesOf, places, readerIn } from "./helpers/readers.ts";
import { demonstrationSite, filesOf } from "./helpers/site.ts";

const site = demonstrationSite();
const files = filesOf(site);
const pages = files.filter((path) => path.endsWith(".html"));
let browser: Browser;
const closing: (() => void)[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  for (const close of closing) close();
});

/** What the browser finds on an open page: addresses as it would ask for them, and what they can lead to. */
function whatIsThere() {
  const all = <Kind extends Element>(selector: string) => [...document.querySelectorAll<Kind>(selector)];
  return {
    links: [
      ...all<HTMLAnchorElement>("a[href]").map(({ href }) => href),
      ...all<HTMLLinkElement>("link[href]").map(({ href }) => href),
      ...all<HTMLFormElement>("form[action]").map((form) => new URL(form.getAttribute("action") ?? "", document.baseURI).href),
    ],
    ids: all("[id]").map(({ id }) => id),
    unloaded: all<HTMLImageElement>("img").flatMap((image) => (image.loading === "lazy" || image.naturalWidth > 0 ? [] : [image.src])),
    isStyled: document.styleSheets.length > 0 && getComputedStyle(document.body).getPropertyValue("--paper") !== "",
  };
}

describe.each(places)("from %s", (place) => {
  test("no link or anchor of any page is broken, and nothing fails to load", async () => {
    const home = (await homesOf(site, closing))[place];
    const { page, faults } = await readerIn(browser, true);
    const found = new Map<string, ReturnType<typeof whatIsThere>>();
    for (const path of pages) {
      await page.goto(`${home}${path.split("/").map(encodeURIComponent).join("/")}`);
      found.set(path, await page.evaluate(whatIsThere));
    }
    // With a base URL, a few links name the archive's own place on the web: the canonical address, and those of the page for what is not there.
    const broken = [...found].flatMap(([path, { links, unloaded, isStyled }]) => [
      ...links.flatMap((href) => {
        if (!href.startsWith(home)) return /^(?:https?|mailto|tel|ftp):/.test(href) && !href.startsWith(new URL(home).origin) ? [] : [`${path} → ${href}`];
        const { pathname, hash } = new URL(href);
        const target = decodeURIComponent(pathname.slice(new URL(home).pathname.length));
        if (!files.includes(target)) return [`${path} → ${href}`];
        return hash === "" || found.get(target)?.ids.includes(decodeURIComponent(hash.slice(1))) === true ? [] : [`${path} → ${href}`];
      }),
      ...unloaded.map((src) => `${path} shows ${src}`),
      ...(isStyled ? [] : [`${path} has no style`]),
    ]);
    expect(broken).toEqual([]);
    expect(faults).toEqual([]);
    expect([...found.values()].reduce((sum, { links }) => sum + links.length, 0)).toBeGreaterThan(10 * pages.length);
    await page.context().close();
  }, 300_000);
});
