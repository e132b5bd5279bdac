/** A second look, as docs/theming.md teaches it: the worked example builds, says what it should, and everybody can read it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { violationsOf } from "./helpers/axe.ts";
import { openBrowser } from "./helpers/chromium.ts";
import { folderWith, projectFolder, tearsheet, temporaryFolder } from "./helpers/run.ts";
import { filesOf, serve } from "./helpers/site.ts";

/** As readers load it. */
const loaded = (name: string) =>
  shipped(name)
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s*\n\s*/g, "")
    .replace(/ (?=[{>])|(?<=[:,>]) /g, "");
const shipped = (name: string) => readFileSync(join(projectFolder, "templates", name), "utf8");
const article = "Ferry Returns\n\nBy Anna Holm\n2021-09-15\n\nThe ferry to the island runs again, the harbour board said.\n";

test("the example of docs/theming.md: tokens, logo, strings and a template of its own, and colours that everybody can read", async () => {
  const out = temporaryFolder();
  const { status, err } = tearsheet(["build", "--templates", "docs/evening-theme", "--out", out, "--no-cache", "--quiet"], projectFolder);
  expect(err).toBe("");
  expect(status).toBe(0);
  const [browser, server] = [await openBrowser(), await serve(out)];
  try {
    const page = await browser.newPage();
    for (const [colorScheme, paper] of [
      ["light", "rgb(251, 238, 230)"],
      ["dark", "rgb(28, 20, 22)"],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      for (const path of ["2012/10/14/where-did-the-mud-go-harbour-board-cannot-say.html", "search/index.html?q=ferry"]) {
        await page.goto(`${server.origin}/${path}`);
        expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(paper);
        if (path.includes("?q=")) await page.locator("#search-results li").first().waitFor();
        expect(await violationsOf(page, true), path).toEqual([]);
      }
    }
    expect(await page.locator(".masthead img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await page.goto(`${server.origin}/index.html`);
    expect(await page.locator("main").innerText()).toMatch(/June 10, 2023[\s\S]*What everybody refers to/);
  } finally {
    await browser.close();
    server.close();
  }
}, 180_000);

test("tokens of the owner's stand behind those that come along, and before the style", () => {
  const root = folderWith({ "seeds/a.txt": article, "templates/tokens.css": ":root { --pencil: #a00 }" });
  tearsheet(["build"], root);
  expect(readFileSync(join(root, "dist/assets/style.css"), "utf8")).toBe(`${loaded("tokens.css")}\n:root { --pencil: #a00 }\n${loaded("style.css")}\n`);
});

test("what is taken out of the style for readers is no part of a string in it", () => {
  const strings = (text: string) => text.match(/"[^"]*"/g) ?? [];
  const [written, read] = [`${shipped("tokens.css")}${shipped("style.css")}`.replace(/\/\*.*?\*\//gs, ""), `${loaded("tokens.css")}${loaded("style.css")}`];
  expect(strings(read)).toEqual(strings(written));
  expect(strings(read).length).toBeGreaterThan(50);
});

test("a style of the owner's with tokens has both; one without is published as it is", () => {
  const root = folderWith({ "seeds/a.txt": article, "templates/style.css": "p { color: var(--ink) }", "templates/tokens.css": ":root { --ink: #111 }" });
  tearsheet(["build"], root);
  expect(readFileSync(join(root, "dist/assets/style.css"), "utf8")).toBe(`${loaded("tokens.css")}\n:root { --ink: #111 }\np { color: var(--ink) }\n`);
});

describe("fonts and a logo of the owner's", () => {
  const square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>';
  const face = '@font-face { font-family: "Own"; src: url("fonts/own.woff2") format("woff2"); font-display: swap }\n:lang(en) { --text: "Own", serif }\n';
  /** What a browser is given when it shows the article, and what the page's policy keeps it from. */
  const shown = async (root: string) => {
    const [browser, server] = [await openBrowser(), await serve(join(root, "dist"))];
    try {
      const page = await browser.newPage();
      const asked: string[] = [];
      const refused: string[] = [];
      page.on("response", (response) => asked.push(new URL(response.url()).pathname));
      page.on("console", (message) => refused.push(...(/Content Security Policy/.test(message.text()) ? [message.text()] : [])));
      await page.goto(`${server.origin}/2021/09/15/ferry-returns.html`, { waitUntil: "networkidle" });
      const family = await page
        .locator(".text p")
        .first()
        .evaluate((element) => getComputedStyle(element).fontFamily);
      const logo = await page.locator(".masthead .logo").evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
      return { asked, refused, family, logo };
    } finally {
      await browser.close();
      server.close();
    }
  };

  test("are published, and pages may load them", async () => {
    const root = folderWith({ "seeds/a.txt": article, "templates/fonts/own.woff2": "wOF2", "templates/fonts.css": face, "templates/logo.svg": square });
    expect(tearsheet(["build"], root).status).toBe(0);
    const { asked, refused, family, logo } = await shown(root);
    expect(asked).toContain("/assets/fonts/own.woff2");
    expect(refused).toEqual([]);
    expect(family).toMatch(/^"?Own/);
    expect(logo).toEqual([expect.any(Number)]);
    expect(logo[0]).toBeGreaterThan(0);
    expect(readFileSync(join(root, "dist/_headers"), "utf8")).toContain("font-src 'self'");
    expect(readFileSync(join(root, "dist/index.html"), "utf8")).toContain('<img class="logo" src="assets/logo.svg"');
  });

  test("where there are none, no page may load any, and no logo is missed", async () => {
    const root = folderWith({ "seeds/a.txt": article, "templates/fonts/own.txt": "", "templates/fonts.css": face });
    expect(tearsheet(["build"], root).status).toBe(0);
    const { asked, refused, logo } = await shown(root);
    expect(asked.filter((path) => path.includes("fonts"))).toEqual([]);
    expect(refused.join()).toContain("fonts/own.woff2");
    expect(logo).toEqual([]);
    expect(filesOf(join(root, "dist")).filter((path) => /font|logo/.test(path))).toEqual([]);
  });
});

test("each token is told of in docs/theming.md", () => {
  const told = readFileSync(join(projectFolder, "docs/theming.md"), "utf8");
  const tokens = new Set(shipped("tokens.css").match(/--[a-z]+(?=:)/g));
  expect(tokens.size).toBeGreaterThan(10);
  expect([...tokens].filter((token) => !told.includes(`\`${token}\``))).toEqual([]);
});

test("a template that fails is shown with its line, the lines around it, the page and the seed in hand", () => {
  const broken = shipped("article.eta").replace("article.deck !== null", "article.deck.of.nothing !== null");
  const root = folderWith({ "seeds/2021/ferry.txt": article, "templates/article.eta": broken });
  const { status, err } = tearsheet(["build"], root);
  expect(status).toBe(2);
  const line = broken.split("\n").findIndex((text) => text.includes("of.nothing")) + 1;
  expect(err).toMatch(new RegExp(`templates/article\\.eta[\\s\\S]*${line}:1[\\s\\S]*> ${line} \\| <% if \\(article\\.deck\\.of`));
  expect(err.replace(/\s+/g, " ")).toContain(
    "The page in hand was 2021/09/15/ferry-returns.html, “Ferry Returns”, made of 2021/ferry.txt in the seeds folder.",
  );
});
