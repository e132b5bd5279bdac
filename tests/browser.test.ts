/** The archive in a real browser, as a reader goes through it: with and without JavaScript, from a server, below a path, from the disk. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./helpers/chromium.ts";
import { homesOf, places, readerIn } from "./helpers/readers.ts";
import { demonstrationSite } from "./helpers/site.ts";

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

async function frontPages(): Promise<Record<string, string>> {
  const homes = await homesOf(site, closing);
  return { ...homes, "a server, below a path": `${homes["a server, below a path"]}index.html`, "the disk": `${homes["the disk"]}index.html` };
}

const reader = (isScripted: boolean) => readerIn(browser, isScripted);

describe.each(places)("from %s", (place) => {
  test.each([
    ["with JavaScript", true],
    ["without JavaScript", false],
  ])("front page → year → month → article → related article → back, %s", async (_name, isScripted) => {
    const start = (await frontPages())[place] ?? "";
    const { page, faults } = await reader(isScripted);
    await page.goto(start);
    expect(await page.locator("h1").innerText()).toContain("The Averill Courier");
    await page.locator("main").getByRole("link", { name: "2011", exact: true }).click();
    expect(await page.locator("h1").innerText()).toContain("2011");
    await page.locator("main").getByRole("link", { name: "April 2011", exact: true }).click();
    await page.locator("main").getByRole("link", { name: "Island Ferry to Run Through the Winter" }).click();
    expect(await page.locator("h1").innerText()).toBe("Island Ferry to Run Through the Winter");
    const article = page.url();
    await page
      .locator("main")
      .getByRole("link", { name: /Kittiwake Makes Her Last Crossing/ })
      .first()
      .click();
    expect(await page.locator("h1").innerText()).toBe("Kittiwake Makes Her Last Crossing");
    await page.goBack();
    expect(page.url()).toBe(article);
    await page.locator("header").getByRole("link").first().click();
    expect(await page.locator("h1").innerText()).toContain("The Averill Courier");
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe("an article", () => {
  const open = async (path: string) => {
    const { page, faults } = await reader(true);
    await page.goto(pathToFileURL(join(site, path)).href);
    return { page, faults };
  };

  test("the user's layout: caption and credit apart, the related headline where it stood, the source printed", async () => {
    const { page } = await open("2021/09/15/russia-says-no-talks-with-mali-on-military-ties.html");
    expect(await page.locator("figcaption").first().innerText()).toMatch(/Kremlin spokesman Dmitry Peskov[\s\S]*Anton Novoderezhkin \/ TASS/);
    const order = await page.locator("main").innerText();
    const at = order.indexOf("Mali Junta in Talks for Russian Mercenaries");
    expect(at).toBeGreaterThan(order.indexOf("By AFP"));
    expect(order.slice(at)).toContain("https://www.themoscowtimes.com/2021/09/15/");
    expect(await page.locator("article time").first().getAttribute("datetime")).toBe("2021-09-15");
    await page.context().close();
  });

  test("“How this was read” opens without JavaScript, and leads from a field to its line", async () => {
    const { page, faults } = await reader(false);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(pathToFileURL(join(site, "2021/09/15/russia-says-no-talks-with-mali-on-military-ties.html")).href);
    const part = page.locator("details.provenance");
    expect(await part.locator("table").isVisible()).toBe(false);
    await part.locator("summary").click();
    await part.getByRole("row", { name: "Byline" }).getByRole("link").click();
    expect(await part.locator(":target").innerText()).toMatch(/byline\s+By AFP/);
    expect(await page.locator("main").innerText()).toMatch(/SHA-256\s+[0-9a-f]{64}/);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("Arabic is set from right to left, under its own language", async () => {
    const { page } = await open("2020/11/14/رفّ-عربي-في-مكتبة-خرجت-من-الماء.html".normalize("NFC").replace("رفّ", "رف"));
    expect(await page.locator("article").getAttribute("lang")).toBe("ar");
    expect(
      await page
        .locator("article p")
        .first()
        .evaluate((paragraph) => getComputedStyle(paragraph).direction),
    ).toBe("rtl");
    await page.context().close();
  });

  test.each([320, 768, 1280])("nothing is wider than a window of %i pixels", async (width) => {
    const { page } = await reader(true);
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      "index.html",
      "2012/10/14/where-did-the-mud-go-harbour-board-cannot-say.html",
      "2010/01/24/marsh-count-finds-fewest-godwits-in-forty-years.html",
      "2013/index.html",
      "headlines/index.html",
      "authors/index.html",
    ]) {
      await page.goto(pathToFileURL(join(site, path)).href);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });

  test("the keyboard reaches the text first, past the masthead", async () => {
    const { page } = await open("2011/04/02/island-ferry-to-run-through-the-winter.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#text");
    await page.context().close();
  });
});
