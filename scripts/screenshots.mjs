/**
 * Pictures of the demonstration archive for README and docs: `npm run screenshots` writes `docs/screenshots/*.webp` from `dist/`. Their letters are those that the machine
 * has; with the Noto fonts (Debian: fonts-noto-core, fonts-noto-extra, fonts-noto-cjk) every script has its own. May import: nothing of the program but what was built of it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";
import process from "node:process";
import { chromium } from "playwright-core";
import { mediaTypeOf } from "../lib/text/media-type.js";

const site = join(import.meta.dirname, "..", "dist");
const folder = join(import.meta.dirname, "..", "docs", "screenshots");

const wide = { width: 1280, height: 1000 };
const tablet = { width: 768, height: 1024 };
const phone = { width: 360, height: 760 };

/** TABLE of pictures: name → page, window, scheme of colours, and where on the page it begins (a selector). */
const pictures = {
  "front-desktop-light": { page: "index.html", ...wide },
  "front-desktop-dark": { page: "index.html", ...wide, scheme: "dark" },
  "front-ways-in": { page: "index.html", ...wide, from: ".most-named" },
  "front-phone-light": { page: "index.html", ...phone },
  "article-desktop-light": { page: "2012/10/14/where-did-the-mud-go-harbour-board-cannot-say.html", ...wide },
  "article-phone-dark": { page: "2012/10/14/where-did-the-mud-go-harbour-board-cannot-say.html", ...phone, scheme: "dark" },
  "article-russian-phone-light": { page: "2019/02/02/маяк-как-адрес.html", ...phone },
  "article-arabic-tablet-light": { page: "2023/06/10/صانع-الشباك-من-مرسى-الزعفران.html", ...tablet },
  "article-chinese-tablet-dark": { page: "2020/01/19/五十年-数一片盐沼.html", ...tablet, scheme: "dark" },
  "month-desktop-light": { page: "2013/11/index.html", ...wide, height: 640 },
  "years-tablet-light": { page: "years/index.html", ...tablet },
  "search-desktop-light": { page: "search/index.html?q=harbour", ...wide },
  "headlines-desktop-light": { page: "headlines/index.html", ...wide },
  "coverage-tablet-dark": { page: "coverage/index.html", ...tablet, scheme: "dark" },
};

/** The archive as a plain host shows it. */
function serve() {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const asked = join(site, path);
    const isThere = existsSync(asked) && statSync(asked).isFile();
    response.writeHead(isThere ? 200 : 404, { "content-type": mediaTypeOf(asked) });
    response.end(isThere ? readFileSync(asked) : "");
  });
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(server)));
}

const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith(".webp")) rmSync(join(folder, name));
let bytes = 0;
for (const [name, { page: path, width, height, scheme = "light", from = null }] of Object.entries(pictures)) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    isMobile: width === phone.width,
    deviceScaleFactor: width === phone.width ? 2 : 1,
  });
  await page.goto(`${origin}${encodeURI(path)}`);
  if (path.includes("?q=")) await page.locator("#search-results li").first().waitFor();
  const top = from === null ? 0 : await page.locator(from).evaluate((element) => element.getBoundingClientRect().top + scrollY - 24);
  // Playwright knows PNG and JPEG; the browser itself knows WebP, in a third of the bytes.
  const session = await page.context().newCDPSession(page);
  const clip = { x: 0, y: top, width, height, scale: 1 };
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 82, clip, captureBeyondViewport: true });
  const picture = Buffer.from(data, "base64");
  writeFileSync(join(folder, `${name}.webp`), picture);
  bytes += picture.length;
  await page.close();
}
await browser.close();
server.close();
process.stdout.write(`${Object.keys(pictures).length} pictures in docs/screenshots, ${Math.round(bytes / 1024)} KB.\n`);
