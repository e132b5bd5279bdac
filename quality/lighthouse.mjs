/**
 * `npm run lighthouse`: the demonstration archive before Lighthouse, as on a phone with a slow line (its mobile preset), a page a row: the median of five runs. Exit status 1 where the front page,
 * an article or a month has less than 100 in anything. Another number of runs may be given. Chromium is found by the name in CHROME_PATH, or where chrome-launcher looks.
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { computeMedianRun } from "lighthouse/core/lib/median-run.js";
import { serveCompressed } from "./server.mjs";

const site = join(import.meta.dirname, "..", "dist");
const pages = {
  "front page": "index.html",
  article: "2012/10/14/where-did-the-mud-go-harbour-board-cannot-say.html",
  "article in Arabic": "2023/06/10/صانع-الشباك-من-مرسى-الزعفران.html",
  month: "2013/11/index.html",
  search: "search/index.html?q=harbour",
};
/** Those that have to be perfect. The others are shown as they are. */
const held = ["front page", "article", "month"];
const runs = Number(process.argv[2] ?? 5);
const categories = ["performance", "accessibility", "best-practices", "seo"];

/** Of a page's runs, the one in the middle: what else the machine does meanwhile is in every number of them. */
async function medianOf(address) {
  const results = [];
  for (let run = 0; run < runs; run += 1) {
    const result = await lighthouse(address, { port: chrome.port, logLevel: "silent", onlyCategories: categories });
    if (result === undefined) throw new Error(`Lighthouse says nothing of ${address}.`);
    results.push(result.lhr);
  }
  return computeMedianRun(results);
}

const { origin, close } = await serveCompressed(site);
const profile = mkdtempSync(join(tmpdir(), "tearsheet-lighthouse-"));
const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"], userDataDir: profile, logLevel: "silent" });
let isPerfect = true;
try {
  process.stdout.write(`| page | ${categories.join(" | ")} | largest paint | layout shift | bytes |\n|---|${"---:|".repeat(categories.length + 3)}\n`);
  for (const [name, path] of Object.entries(pages)) {
    const lhr = await medianOf(`${origin}/${encodeURI(path)}`);
    const scores = categories.map((category) => Math.round(100 * (lhr.categories[category]?.score ?? 0)));
    if (held.includes(name)) isPerfect &&= scores.every((score) => score === 100);
    const value = (audit) => lhr.audits[audit]?.displayValue?.replaceAll(" ", " ") ?? "";
    process.stdout.write(
      `| ${name} | ${scores.join(" | ")} | ${value("largest-contentful-paint")} | ${value("cumulative-layout-shift")} | ${lhr.audits["total-byte-weight"]?.numericValue ?? ""} |\n`,
    );
    for (const category of categories)
      for (const { id, weight } of lhr.categories[category]?.auditRefs ?? []) {
        const audit = lhr.audits[id];
        if (weight > 0 && audit?.score !== null && audit.score < 1)
          process.stderr.write(`${name}: ${category}: ${id}: ${audit.title} ${audit.displayValue ?? ""}\n`);
      }
  }
} finally {
  chrome.kill();
  close();
}
process.exitCode = isPerfect ? 0 : 1;
