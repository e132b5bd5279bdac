/** The search in a real browser, as readers use it: from a server, below a path, from a disk; with keys alone; without JavaScript. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../helpers/chromium.ts";
import { homesOf, places, readerIn } from "../helpers/readers.ts";
import { folderWith, tearsheet } from "../helpers/run.ts";
import { demonstrationSite } from "../helpers/site.ts";

const site = demonstrationSite();
let browser: Browser;
const closing: (() => void)[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  for (const close of closing) close();
});

const reader = (isScripted = true) => readerIn(browser, isScripted);
const addresses = () => homesOf(site, closing);

const results = (page: Page) => page.locator("#search-results li");
const status = (page: Page) => page.getByRole("status");

describe.each(places)("from %s", (place) => {
  test("front page → query → result → passage → back, with keys alone", async () => {
    const home = (await addresses())[place];
    const { page, faults } = await reader();
    await page.goto(`${home}index.html`);
    const box = page.getByRole("searchbox");
    while (!(await box.evaluate((element) => element === document.activeElement))) await page.keyboard.press("Tab");
    await page.keyboard.type("ferry winter");
    await page.keyboard.press("Enter");
    await results(page).first().waitFor();
    expect(page.url()).toBe(`${home}search/index.html?q=ferry+winter`);
    expect(await status(page).innerText()).toMatch(/^Articles found: \d+$/);
    expect(await page.title()).toContain("ferry winter");
    expect(await results(page).first().locator("mark").allInnerTexts()).toContain("Ferry");
    const link = results(page).first().getByRole("link");
    while (!(await link.evaluate((element) => element === document.activeElement))) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\.html(?:#|$)/);
    expect(await page.locator("h1").innerText()).toBe("Island Ferry to Run Through the Winter");
    await page.goBack();
    await results(page).first().waitFor();
    expect(await page.getByRole("searchbox").first().inputValue()).toBe("ferry winter");
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("all languages in one query, a phrase, a field, years and other lists", async () => {
    const home = (await addresses())[place];
    const { page, faults } = await reader();
    const ask = async (query: string) => {
      await page.goto(`${home}search/index.html?${query}`);
      await page.waitForFunction(() => !/…$/.test(document.getElementById("search-status")?.textContent ?? "…"));
      return results(page).count();
    };
    expect(await ask("q=perpetua")).toBeGreaterThan(3);
    const languages = new Set(
      await results(page)
        .locator("h3")
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).lang)),
    );
    expect(languages.size).toBeGreaterThan(1);
    expect(await ask("q=%22last+crossing%22")).toBe(1);
    expect(await ask("q=%22crossing+last%22")).toBe(0);
    expect(await status(page).innerText()).toBe("No article of this archive has all of that.");
    expect(await ask("q=title:kittiwake")).toBe(1);
    const everything = await ask("from=2011&to=2011");
    expect(everything).toBeGreaterThan(0);
    await ask("q=ferry");
    await page.locator("#search-years a").first().click();
    await page.waitForURL(/from=\d{4}&to=\d{4}/);
    await results(page).first().waitFor();
    await ask("q=ferry");
    await page.getByText("Language", { exact: true }).click();
    await page.getByRole("link", { name: "French" }).click();
    await page.waitForURL(/language=fr/);
    await results(page).first().waitFor();
    expect(await results(page).locator("h3:not([lang=fr])").count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

test("one search after another on the open page: the address says each, back and forward lead through them, nothing is loaded twice", async () => {
  const home = (await addresses())["a server"];
  const { page, faults } = await reader();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${home}search/index.html?q=ferry`);
  await results(page).first().waitFor();
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  const box = page.getByRole("searchbox");
  await box.fill("title:kittiwake");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("#search-results li").length === 1);
  expect(page.url()).toBe(`${home}search/index.html?q=title%3Akittiwake`);
  expect(await page.title()).toMatch(/^title:kittiwake · /);
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  await box.fill("zzzzz");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("search-status")?.textContent?.startsWith("No article"));
  expect(await results(page).count()).toBe(0);
  expect(await page.locator("#search-narrow").isHidden()).toBe(true);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll("#search-results li").length === 1);
  expect(await box.inputValue()).toBe("title:kittiwake");
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll("#search-results li").length > 1);
  expect(await box.inputValue()).toBe("ferry");
  await page.goForward();
  await page.waitForFunction(() => document.querySelectorAll("#search-results li").length === 1);
  expect(await page.evaluate(() => "isSame" in window)).toBe(true);
  const files = asked.filter((url) => url.includes("/search/"));
  expect(files.filter((url, index) => files.indexOf(url) !== index)).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
});

test("a list that was opened narrows the results down and widens them again, and the focus stays where it was", async () => {
  const home = (await addresses())["a server"];
  const { page } = await reader();
  await page.goto(`${home}search/index.html?q=perpetua`);
  await results(page).first().waitFor();
  const all = await status(page).innerText();
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  await page.getByText("Language", { exact: true }).click();
  const french = page.getByRole("link", { name: "French" });
  for (const [current, isLess] of [
    ["true", true],
    [null, false],
  ] as const) {
    await french.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      ([before, less]) => {
        const text = document.getElementById("search-status")?.textContent ?? "";
        return /\d/.test(text) && (text !== before) === less && document.activeElement?.textContent === "French";
      },
      [all, isLess] as const,
    );
    expect(await french.getAttribute("aria-current")).toBe(current);
  }
  expect(await page.evaluate(() => "isSame" in window)).toBe(true);
  await page.context().close();
});

test("a file that could not be loaded is asked for again by the next search", async () => {
  const home = (await addresses())["a server"];
  const { page } = await reader();
  await page.route(/search\/words\//, (route) => route.abort());
  await page.goto(`${home}search/index.html?q=ferry`);
  await page.waitForFunction(() => document.getElementById("search-status")?.textContent?.includes("search/words/"));
  await page.unroute(/search\/words\//);
  await page.keyboard.press("Tab");
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("Enter");
  await results(page).first().waitFor();
  await page.context().close();
});

test("more than ten come when they are asked for, and the first of them is where one goes on", async () => {
  const home = (await addresses())["a server"];
  const { page } = await reader();
  await page.goto(`${home}search/index.html?from=1900`);
  await results(page).nth(9).waitFor();
  expect(await results(page).count()).toBe(10);
  await page.getByRole("button", { name: "More articles" }).click();
  await results(page).nth(10).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest("li") === document.querySelectorAll("#search-results li")[10]);
  await page.context().close();
});

test("without JavaScript the page says so and leads to lists", async () => {
  const home = (await addresses())["a server"];
  const { page } = await reader(false);
  await page.goto(`${home}search/index.html?q=ferry`);
  expect(await page.locator("noscript").innerText()).toContain("JavaScript");
  await page.getByRole("link", { name: "April 2011" }).click();
  expect(await page.locator("h1").innerText()).toContain("April 2011");
  await page.context().close();
});

test("what an article says is text, in results and in lists, whatever it is", async () => {
  const hostile = '<img src=x onerror="window.hit=1"></script><script>window.hit=1</script> javascript:hit=1 "\' &amp;';
  const root = folderWith({
    "seeds/a.md": `---\ntitle: ${JSON.stringify(`Ferry ${hostile}`)}\nauthor: ${JSON.stringify(hostile)}\nsection: ${JSON.stringify(hostile)}\ndate: 2021-09-15\n---\n\nA ferry of ${hostile.replaceAll("<", "\\<")} came.\n`,
    "seeds/b.md": "---\ntitle: Ferry\nauthor: Jane Roe\nsection: Town\ndate: 2021-09-16\n---\n\nA ferry.\n",
  });
  expect(tearsheet(["build"], root).status).toBe(0);
  const { page } = await reader();
  await page.goto(`${pathToFileURL(join(root, "dist/search/index.html")).href}?q=ferry&section=${encodeURIComponent(hostile)}`);
  await results(page).first().waitFor();
  for (const summary of await page.locator("summary:visible").all()) await summary.click();
  expect(await results(page).first().innerText()).toContain('<img src=x onerror="window.hit=1">');
  expect(await page.evaluate(() => [(window as unknown as { hit?: number }).hit, document.querySelectorAll("main img, main script").length])).toEqual([
    undefined,
    0,
  ]);
  await page.context().close();
});

test("a file of the index that is gone is named", async () => {
  const root = mkdtempSync(join(tmpdir(), "tearsheet-search-"));
  const built = folderWith({ "seeds/a.txt": "## Ferry\n\nThe ferry came.\n" });
  tearsheet(["build", "--out", root], built);
  writeFileSync(join(root, "search/index.js"), "// nothing\n");
  const { page } = await reader();
  await page.goto(`${pathToFileURL(join(root, "search/index.html")).href}?q=ferry`);
  await page.waitForFunction(() => document.getElementById("search-status")?.textContent?.includes("search/index.js"));
  await page.context().close();
});
