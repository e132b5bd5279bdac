/** Old addresses without a rule on the server: the page that looks one up, and the page for what is not there. In a real browser. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findByUrl, keysFor, type UrlEntry, urlFileCount, urlFileName } from "../src/search/by-url.ts";
import { urlKey } from "../src/text/url.ts";
import { openBrowser } from "./helpers/chromium.ts";
import { homesOf, places, readerIn } from "./helpers/readers.ts";
import { tearsheet } from "./helpers/run.ts";
import { serve } from "./helpers/site.ts";

const article = (headline: string, url: string) => `## ${headline}\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday.\n\n${url}\n`;
const files = {
  "seeds/a.txt": article("Ferry Returns", "https://www.courier.example.org/news/ferry/?id=12"),
  "seeds/b.txt": article("Winter Storm", "https://courier.example.org/weather/storm.html"),
  "seeds/c.txt": article("Winter Storm, Once More", "https://courier.example.org/weather/storm.html"),
  "seeds/d.txt": article("Паром вернулся", "https://courier.example.org/новости/паром"),
  "tearsheet.config.json": JSON.stringify({ formerHosts: ["courier.example.org"] }),
};
let root: string;
let site: string;
let browser: Browser;
const closing: (() => void)[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "tearsheet-by-url-"));
  site = join(root, "dist");
  mkdirSync(join(root, "seeds"));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  expect(tearsheet(["build"], root).status).toBe(0);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const close of closing) close();
  rmSync(root, { recursive: true, force: true });
});

describe.each(places)("from %s", (place) => {
  test.each([
    ["as it was", "https://www.courier.example.org/news/ferry/?id=12#top", "2021/09/15/ferry-returns.html"],
    ["without https, www and slash, with a campaign", "courier.example.org/news/ferry?id=12&utm_source=mail", "2021/09/15/ferry-returns.html"],
    ["in Cyrillic", "https://courier.example.org/новости/паром", "паром-вернулся.html"],
  ])("an address leads to its article: %s", async (_name, url, path) => {
    const home = (await homesOf(site, closing))[place];
    const { page, faults } = await readerIn(browser, true);
    await page.goto(`${home}by-url/index.html`);
    await page.getByRole("textbox", { name: "address" }).fill(url);
    await page.keyboard.press("Enter");
    await page.waitForURL((at) => decodeURIComponent(at.href).endsWith(path));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("one of several articles, and one of none", async () => {
    const home = (await homesOf(site, closing))[place];
    const { page } = await readerIn(browser, true);
    await page.goto(`${home}by-url/index.html?url=${encodeURIComponent("https://courier.example.org/weather/storm.html")}`);
    await page.locator("#by-url-found li").first().waitFor();
    expect(await page.locator("#by-url-found li").allInnerTexts()).toEqual(["Winter Storm", "Winter Storm, Once More"]);
    await page.goto(`${home}by-url/index.html?url=javascript:alert(1)`);
    await page.getByText("No article of this archive stood at that address.").waitFor();
    await page.context().close();
  });
});

test("without JavaScript, the table of all addresses", async () => {
  const home = (await homesOf(site, closing))["a server"];
  const { page } = await readerIn(browser, false);
  await page.goto(`${home}by-url/index.html`);
  expect(await page.getByRole("link", { name: "articles.csv" }).isVisible()).toBe(true);
  expect(await page.getByRole("textbox", { name: "address" }).isVisible()).toBe(false);
  await page.context().close();
});

test("a paper's own domain: what was asked for there leads to the article", async () => {
  const { origin, close } = await serve(site);
  closing.push(close);
  const base = `${origin}/`;
  // At any depth links and scripts start at the base.
  expect(tearsheet(["build", "--base-url", base], root).status).toBe(0);
  const { page } = await readerIn(browser, true);
  await page.goto(`${base}news/ferry?id=12`);
  await page.waitForURL(`${base}2021/09/15/ferry-returns.html`);
  await page.goto(`${base}weather/storm.html`);
  await page.getByText("Several articles").waitFor();
  await page.goto(`${base}weather/no-such-thing.html`);
  expect(await page.locator("#by-url-status").innerText()).toBe("");
  await page.context().close();
});

test("every address finds its own articles, in however many files they are", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.webUrl({ withQueryParameters: true }), { maxLength: 600 }), async (urls) => {
      const entries = urls.flatMap((url, number): UrlEntry[] => {
        const key = urlKey(url);
        return key === null ? [] : [[key, String(number), "", "en"]];
      });
      const files = urlFileCount(entries.length);
      const load = async (name: string) => (name === "index" ? files : entries.filter(([key]) => urlFileName(key, files) === name));
      for (const [number, url] of urls.entries()) {
        const found = await findByUrl(url, load);
        expect(found.map(([, id]) => id)).toContain(String(number));
        expect(found.every(([key]) => key === keysFor(url)[0])).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
