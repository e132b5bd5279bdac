/**
 * How long a reader waits for a search, measured in the page itself: from a query that is sent to its first result, on a page that is open already; and from the opening of
 * an address that has a query. A browser that runs, with nothing kept from before; a server of this machine that compresses. Beside the clock, what the page's own
 * thread worked, since the clock says little on a busy machine.
 */
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import process from "node:process";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const types = { html: "text/html", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };

async function serve(folder) {
  const server = createServer(({ url = "" }, answer) => {
    const path = join(folder, decodeURIComponent(new URL(url, "http://localhost").pathname));
    if (!existsSync(path)) return answer.writeHead(404).end();
    const headers = { "Content-Type": types[path.split(".").at(-1)] ?? "text/plain", "Content-Encoding": "gzip" };
    answer.writeHead(200, headers).end(gzipSync(readFileSync(path)));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

/** Runs in the page: `told` comes with the time of the first result, or of the answer that there is none. */
function watch() {
  window.told = new Promise((done) => {
    const observer = new MutationObserver(() => {
      const status = document.getElementById("search-status")?.textContent ?? "";
      if (document.querySelector("#search-results li") === null && (status === "" || status.endsWith("…"))) return;
      observer.disconnect();
      done(performance.now());
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** Runs in the page. */
function ask(query) {
  document.getElementById("search-q").value = query;
  const start = performance.now();
  document.getElementById("search-form").requestSubmit();
  return window.told.then((end) => end - start);
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

/**
 * @param folder an archive: `search/` and `assets/`
 * @returns medians of so many runs, in milliseconds
 */
export async function waitForResults(folder, queries, runs) {
  const server = await serve(folder);
  const home = `http://127.0.0.1:${server.address().port}/search/index.html`;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const once = async (address, step) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const worked = async () => (await session.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    await page.goto(address, { waitUntil: step === null ? "commit" : "load" });
    // The file with which every search begins is there before anybody has typed a query.
    if (step !== null) await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/search/index.js")));
    const before = step === null ? 0 : await worked();
    const time = step === null ? await page.evaluate(() => window.told) : await page.evaluate(ask, step);
    const work = (await worked()) - before;
    await context.close();
    return { time, work };
  };
  const results = [];
  for (const query of queries) {
    const [open, cold] = [[], []];
    for (let run = 0; run < runs; run += 1) {
      open.push(await once(home, query));
      cold.push(await once(`${home}?q=${encodeURIComponent(query)}`, null));
    }
    const of = (list) => ({ time: median(list.map(({ time }) => time)), work: median(list.map(({ work }) => work)) });
    results.push({ query, open: of(open), cold: of(cold) });
  }
  await browser.close();
  server.close();
  return results;
}
