/** Every page of the demonstration archive, in light and dark (axe), and the Arabic interface; and at 400 % zoom. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { violationsOf } from "../helpers/axe.ts";
import { openBrowser } from "../helpers/chromium.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { pageKinds } from "../helpers/page-kinds.ts";
import { projectFolder, tearsheet, temporaryFolder } from "../helpers/run.ts";
import { demonstrationSite, filesOf, serve } from "../helpers/site.ts";

const site = demonstrationSite();
/** Each page, or one of so many. */
const step = lengthOf("STEP", 1, 8);

/** Looks at pages; gives what is wrong, by page. */
async function faultsOf(folder: string, paths: readonly string[]): Promise<Record<string, readonly string[]>> {
  const browser = await openBrowser();
  const server = await serve(folder);
  const faults: Record<string, readonly string[]> = {};
  try {
    const page = await browser.newPage({ viewport: { width: 320, height: 256 } });
    for (const path of paths) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(`${server.origin}/${path}`);
      if (path.includes("?q=")) await page.locator("#search-results li").first().waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      const light = await violationsOf(page);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await violationsOf(page, true);
      const found = [...(width > 320 ? [`${width} pixels wide`] : []), ...light, ...dark.map((each) => `dark: ${each}`)];
      if (found.length > 0) faults[path] = found;
    }
  } finally {
    await browser.close();
    server.close();
  }
  return faults;
}

test("every page of the archive", async () => {
  const paths = filesOf(site).filter((path) => path.endsWith(".html"));
  expect(paths.length).toBeGreaterThan(100);
  const some = paths.filter((_, index) => index % step === 0);
  expect(await faultsOf(site, [...some, pageKinds["results of a search"]])).toEqual({});
});

test("each kind of page where the archive itself is in Arabic", async () => {
  const cwd = temporaryFolder();
  cpSync(join(projectFolder, "seeds"), join(cwd, "seeds"), { recursive: true });
  const config = JSON.parse(readFileSync(join(projectFolder, "tearsheet.config.json"), "utf8")) as object;
  writeFileSync(join(cwd, "tearsheet.config.json"), JSON.stringify({ ...config, language: "ar" }));
  expect(tearsheet(["build", "--quiet"], cwd).status).toBe(0);
  const kinds = Object.values(pageKinds).filter((_, index) => index % Math.ceil(step / 4) === 0);
  expect(await faultsOf(join(cwd, "dist"), kinds)).toEqual({});
});
