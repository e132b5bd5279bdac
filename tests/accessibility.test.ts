/** Each kind of page for everybody: axe in light and dark, in colours of the reader's own, at 400 % zoom, by keyboard alone, without JavaScript; and nothing moves. */
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violationsOf } from "./helpers/axe.ts";
import { openBrowser } from "./helpers/chromium.ts";
import { pageKinds } from "./helpers/page-kinds.ts";
import { projectFolder, tearsheet, temporaryFolder } from "./helpers/run.ts";
import { demonstrationSite, serve } from "./helpers/site.ts";

const site = demonstrationSite();
let browser: Browser;
let server: { origin: string; close: () => void };

beforeAll(async () => {
  browser = await openBrowser();
  server = await serve(site);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(path: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${server.origin}/${path}`);
  if (path.includes("?q=") && options.javaScriptEnabled !== false) await page.locator("#search-results li").first().waitFor();
  return page;
}

describe("axe finds nothing against WCAG 2.2 AA", () => {
  // Every page of the archive is looked at in tests/trust/accessibility.trust.test.ts.
  test.each(Object.entries(pageKinds))("%s, in light and dark", async (_, path) => {
    const page = await open(path, { colorScheme: "light" });
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violationsOf(page, true)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark", contrast: "more" });
    expect(await violationsOf(page, true)).toEqual([]);
    await page.context().close();
  });

  test("in the place of an article that was withdrawn", async () => {
    const cwd = temporaryFolder();
    cpSync(join(projectFolder, "seeds"), join(cwd, "seeds"), { recursive: true });
    const withdrawn = "- withdraw: world/2021/russia-says-no-talks-with-mali.txt\n  reason: The author asked for it.\n  show-reason: true\n";
    writeFileSync(join(cwd, "redactions.yml"), withdrawn);
    expect(tearsheet(["build", "--quiet", "--allow-removals"], cwd).err).toBe("");
    const own = await serve(join(cwd, "dist"));
    const page = await browser.newPage();
    await page.goto(`${own.origin}/${pageKinds["an article"]}`);
    expect(await page.locator("main").innerText()).toContain("The author asked for it.");
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
    own.close();
  });
});

describe("as the reader's system asks for it", () => {
  test("with colours of its own, densities are still told apart, and bars are seen", async () => {
    const page = await open(pageKinds["a year"], { forcedColors: "active" });
    expect(await violationsOf(page, true)).toEqual([]);
    const rules = await page.locator(".calendar-key span").evaluateAll((spans) => spans.map((span) => getComputedStyle(span).borderBottomWidth));
    expect(new Set(rules).size).toBe(5);
    for (const [path, bars] of [
      [pageKinds["all years"], ".strip svg"],
      [pageKinds["the front page"], ".years svg"],
      [pageKinds["the front page"], ".door svg"],
    ] as const) {
      await page.goto(`${server.origin}/${path}`);
      const [fill, text] = await page
        .locator(bars)
        .first()
        .evaluate((svg) => [getComputedStyle(svg).fill, getComputedStyle(document.body).color]);
      expect(fill).toBe(text);
    }
    await page.context().close();
  });

  test("nothing moves, whether or not one asks for less", async () => {
    const page = await open("index.html");
    for (const [name, path] of Object.entries(pageKinds)) {
      await page.goto(`${server.origin}/${path}`);
      expect(await page.evaluate(() => document.getAnimations().length), name).toBe(0);
      const moving = () =>
        [...document.querySelectorAll("*")].filter(
          (each) => parseFloat(getComputedStyle(each).transitionDuration) > 0 || getComputedStyle(each).animationName !== "none",
        );
      expect(await page.evaluate(`(${moving.toString()})().length`), name).toBe(0);
    }
    await page.context().close();
  });

  test("what one sees stays where it is while a page loads", async () => {
    const page = await open("index.html", { viewport: { width: 360, height: 740 } });
    for (const name of ["the front page", "an article", "an article with a correction", "a month", "all years"] as const) {
      await page.goto(`${server.origin}/${pageKinds[name]}`);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            }).observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
          }),
      );
      expect(shift, name).toBe(0);
    }
    await page.context().close();
  });
});

test("at 400 % zoom nothing has to be scrolled sideways", async () => {
  // 1280 pixels at 400 % are 320 (WCAG 1.4.10).
  const page = await open("index.html", { viewport: { width: 320, height: 256 } });
  for (const [name, path] of Object.entries(pageKinds)) {
    await page.goto(`${server.origin}/${path}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(320);
  }
  await page.context().close();
});

test("axe is really asked: it finds a picture without a text, and grey letters on grey", async () => {
  const page = await open("index.html");
  await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<img src="x.png"><p class="bad">grey on grey</p>'));
  await page.evaluate(() => {
    const bad = document.querySelector<HTMLElement>(".bad");
    if (bad !== null) bad.style.cssText = "color: #999; background: #888";
  });
  expect((await violationsOf(page)).map((each) => each.split(" ", 1)[0])).toEqual(expect.arrayContaining(["image-alt", "color-contrast"]));
  await page.context().close();
});

describe("by keyboard alone", () => {
  /** What has the focus: its name, and whether one sees that it has it. */
  const focus = (page: Page) =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { width, height, top, bottom } = element.getBoundingClientRect();
      const isInView = bottom > 0 && top < innerHeight && width > 1 && height > 1;
      const isSeen = isInView && outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2;
      return { id: element.id, text: element.textContent?.trim().slice(0, 40) ?? "", isSeen, isResult: element.closest("#search-results") !== null };
    });

  /** Presses Tab until the focus is where it should be; says where it was not seen. */
  const tabTo = async (page: Page, isThere: (at: NonNullable<Awaited<ReturnType<typeof focus>>>) => boolean, most = 60): Promise<void> => {
    for (let presses = 0; presses < most; presses += 1) {
      await page.keyboard.press("Tab");
      const at = await focus(page);
      if (at === null) continue;
      expect(at).toEqual({ ...at, isSeen: true });
      if (isThere(at)) return;
    }
    throw new Error(`Not reached by ${most} presses of Tab.`);
  };

  test("from the front page through the search to a result, and back", async () => {
    const page = await open("index.html");
    await tabTo(page, ({ id }) => id === "seek");
    await page.keyboard.type("ferry");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/index\.html\?q=ferry$/);
    await page.locator("#search-results li").first().waitFor();
    expect(await page.locator("#search-status").innerText()).toMatch(/\d/);
    await tabTo(page, ({ isResult }) => isResult);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/20\d\d\/.*\.html/);
    expect(await page.locator("h1").innerText()).not.toBe("Search");
    await page.goBack();
    await page.locator("#search-results li").first().waitFor();
    expect(await page.locator("#search-q").inputValue()).toBe("ferry");
    await tabTo(page, ({ text }) => text === "The Averill Courier");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/index\.html$/);
    expect(await page.locator("h1").innerText()).toBe("The Averill Courier");
    await page.context().close();
  });

  test("the focus is seen wherever it goes, and the text comes first", async () => {
    for (const name of ["an article with a correction", "an article in Arabic", "a month", "the authors", "the search"] as const) {
      const page = await open(pageKinds[name]);
      const seen: string[] = [];
      for (let presses = 0; presses < 12; presses += 1) {
        await page.keyboard.press("Tab");
        const at = await focus(page);
        if (at === null) continue;
        expect(at, name).toEqual({ ...at, isSeen: true });
        seen.push(at.text);
      }
      expect(seen.length, name).toBeGreaterThan(5);
      if (name !== "the search") expect(seen[0]).toBe("Skip to the text");
      await page.context().close();
    }
  });
});

describe("without JavaScript", () => {
  test("the search offers the headlines and the months instead, and no form that does nothing", async () => {
    const page = await open("search/index.html?q=ferry", { javaScriptEnabled: false });
    expect(await page.locator("#search-form").isVisible()).toBe(false);
    expect(await page.locator("noscript").innerText()).toContain("JavaScript");
    await page.locator("main").getByRole("link", { name: "April 2011" }).click();
    expect(await page.locator("h1").innerText()).toContain("April 2011");
    await page.goBack();
    await page.locator("main").getByRole("link", { name: "Headlines A–Z" }).click();
    expect(await page.locator("h1").innerText()).toContain("Headlines");
    await page.context().close();
  });
});
