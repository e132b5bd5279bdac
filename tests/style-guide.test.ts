/** The style guide: `tearsheet serve` shows it, with every part that pages are made of, and everybody can read it; a build publishes nothing of it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { templateNames } from "../src/outputs/table.ts";
import { violationsOf } from "./helpers/axe.ts";
import { openBrowser } from "./helpers/chromium.ts";
import { folderWith, projectFolder, tearsheet } from "./helpers/run.ts";
import { startServing } from "./helpers/serving.ts";

const templates = join(projectFolder, "templates");
const article = "Ferry Returns\n\nBy Anna Holm\n2021-09-15\n\nThe ferry to the island runs again, the harbour board said.\n";
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Parts that a template puts into its page, and those that these put into theirs. */
function partsOf(name: string, known = new Set<string>()): ReadonlySet<string> {
  const source = readFileSync(join(templates, `${name}.eta`), "utf8");
  // The frame chooses one of two mastheads; which one is said by the page.
  const chosen = source.includes("it.isFront ?") ? ["nameplate"] : [];
  const named = [...source.matchAll(/\b(?:include|layout)\("([a-z-]+)"/g)].map((match) => match[1] ?? "");
  for (const part of [...named, ...chosen]) if (!known.has(part)) partsOf(part, known.add(part));
  return known;
}

test("it shows every part, each by its own template", () => {
  const pages = new Set(templateNames);
  const parts = readdirSync(templates).flatMap((file) => (file.endsWith(".eta") && !pages.has(file.slice(0, -4)) ? [file.slice(0, -4)] : []));
  expect(parts.length).toBeGreaterThan(25);
  const shown = partsOf("style-guide");
  expect(parts.filter((part) => !shown.has(part))).toEqual([]);
});

test.each(["en", "ar"])(
  "everybody can read it, in light and dark and on a phone, and the colours are as they have to be (%s)",
  async (language) => {
    const root = folderWith({ "seeds/a.txt": article, "tearsheet.config.json": JSON.stringify({ title: "The Specimen", language }) });
    const { origin } = await startServing(root);
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 600 } });
      await page.goto(`${origin}/style-guide/`);
      expect(await page.locator("[data-contrast]").allInnerTexts()).toEqual(expect.arrayContaining([expect.stringMatching(/^\d+\.\d : 1$/)]));
      expect(await page.locator(".too-little").allInnerTexts()).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await violationsOf(page), colorScheme).toEqual([]);
      await page.close();
    }
  },
  120_000,
);

test("colours of the owner's that cannot be read are marked", async () => {
  const root = folderWith({ "seeds/a.txt": article, "templates/tokens.css": ":root { --faded: #a9a69d }" });
  const { origin } = await startServing(root);
  const page = await browser.newPage({ colorScheme: "light" });
  await page.goto(`${origin}/style-guide/`);
  expect(await page.locator(".too-little").evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset["contrast"]))).toEqual([
    "faded paper",
    "faded shade",
  ]);
  await page.close();
});

test("a build publishes nothing of it", () => {
  const root = folderWith({ "seeds/a.txt": article });
  expect(tearsheet(["build"], root).status).toBe(0);
  expect(existsSync(join(root, "dist/style-guide"))).toBe(false);
  expect(readFileSync(join(root, "dist/manifest-sha256.txt"), "utf8")).not.toContain("style-guide");
});
