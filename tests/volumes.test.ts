/** Several archives that belong together: each leads to the others, and a search counts in all of them; from a server and from a disk. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./helpers/chromium.ts";
import { readerIn } from "./helpers/readers.ts";
import { folderWith, tearsheet } from "./helpers/run.ts";
import { serve } from "./helpers/site.ts";

const volumes = [
  { title: "The Seventies", address: "../1970s/" },
  { title: "The Eighties", address: "../1980s/" },
  { title: "Kept elsewhere", address: "https://archive.example.org/1990s" },
];
const decades = {
  "1970s": ["1974-03-02 The Ferry Sails", "1975-03-02 A Ferry Waits", "1976-01-01 The Mill Closes"],
  "1980s": ["1981-05-06 The Ferry Is Sold"],
};

function collection(): string {
  const root = mkdtempSync(join(tmpdir(), "tearsheet-volumes-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, articles] of Object.entries(decades)) {
    const cwd = join(root, name);
    mkdirSync(join(cwd, "seeds"), { recursive: true });
    for (const article of articles)
      writeFileSync(
        join(cwd, "seeds", `${article.slice(0, 10)}.md`),
        `---\ntitle: ${article.slice(11)}\ndate: ${article.slice(0, 10)}\n---\n\nNothing else is known of it, and nobody asked.\n`,
      );
    const own = volumes.map((volume) => (volume.address === `../${name}/` ? { ...volume, address: "./" } : volume));
    writeFileSync(join(cwd, "tearsheet.config.json"), JSON.stringify({ title: `Archive ${name}`, volumes: own }));
    expect(tearsheet(["build", "--quiet", "--out", join("..", "site", name)], cwd)).toMatchObject({ status: 0, err: "" });
  }
  return join(root, "site");
}

describe("volumes", () => {
  const site = collection();
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test("every page names them all, itself as the current one, by addresses that hold anywhere", () => {
    expect(readFileSync(join(site, "1970s/1974/03/02/the-ferry-sails.html"), "utf8")).toContain(
      [
        '<li><a href="../../../index.html" aria-current="true" dir="auto">The Seventies</a></li>',
        '<li><a href="../../../../1980s/index.html" dir="auto">The Eighties</a></li>',
        '<li><a href="https://archive.example.org/1990s/" dir="auto">Kept elsewhere</a></li>',
      ].join("\n"),
    );
  });

  test.each(["a server", "the disk"])("a search counts in the others, and leads there, from %s", async (way) => {
    const own = way === "a server" ? await serve(site) : null;
    const { page, faults } = await readerIn(browser, true);
    await page.goto(`${own?.origin ?? pathToFileURL(site).href}/1980s/search/index.html?q=ferry`);
    const link = page.locator("#search-volumes a", { hasText: "The Seventies" });
    await page.locator("#search-volumes li", { hasText: "The Seventies" }).locator(".count", { hasText: "2" }).waitFor();
    expect(await page.locator("#search-results > li").count()).toBe(1);
    expect(await page.locator("#search-volumes li", { hasText: "Kept elsewhere" }).locator(".count").textContent()).toBe("");
    await link.click();
    await page.locator("#search-results > li").nth(1).waitFor();
    expect(await page.title()).toContain("ferry");
    expect(await page.locator("#search-volumes .count").first().textContent()).not.toBe("0");
    expect(faults).toEqual([]);
    await page.context().close();
    own?.close();
  });

  test.each([
    [{ volumes: [{ title: "A", address: "1980s" }] }, "has to lead from this archive's folder"],
    [{ volumes: [{ title: "A", address: "javascript:alert(1)" }] }, "has to lead from this archive's folder"],
    [{ volumes: "../1980s/" }, "`volumes` has to be a list"],
  ])("what is none is said: %j", (settings, message) => {
    const cwd = folderWith({ "seeds/a.txt": "## A\n\nText.\n", "tearsheet.config.json": JSON.stringify(settings) });
    const { status, err } = tearsheet(["build"], cwd);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
