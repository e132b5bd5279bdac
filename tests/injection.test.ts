/** Nothing that stands in a seed runs in a reader's browser. A sample; `tests/trust/injection.trust.test.ts` tries all payloads there are. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./helpers/chromium.ts";
import { lookAt, serveHostile } from "./helpers/hostile-browser.ts";
import { hostileSite, tryPages, tryRaw } from "./helpers/injection.ts";
import { payloads } from "./helpers/payloads.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const sample = payloads(27);

test("an archive of hostile seeds: no page runs, arms or asks for anything", async () => {
  const { folder, articles } = hostileSite(sample);
  expect(articles).toBeGreaterThan(sample.length * 2);
  expect((await tryPages(browser, folder)).pages).toBeGreaterThan(articles);
}, 300_000);

test("put raw, the same payloads run; under the archive's policy they do not", async () => {
  const { free, bound } = await tryRaw(browser, sample);
  expect(free).toBeGreaterThan(8);
  expect(bound).toBe(0);
}, 120_000);

test("the detector sees each thing that a page should not have", async () => {
  const faults: readonly (readonly [string, string])[] = [
    ['<a href="JavaScript:x">a</a>', "a href=JavaScript:x"],
    ['<a href="java&#9;script:x">a</a>', "a href="],
    ['<a href="//evil.example/">a</a>', "in disguise"],
    ['<img src="x" onerror="0">', "img onerror=0"],
    ['<img src="https://evil.example/x.png">', "loads: img src"],
    ["<style>p{color:red}</style>", "<style>"],
    ['<p style="color:red">a</p>', "p style"],
    ["<script>0</script>", "a script: 0"],
    ['<script type="application/ld+json">{"a": </script>', "JSON-LD that is no JSON"],
    ['<iframe src="about:blank"></iframe>', "<iframe>"],
    ['<h2 id="getElementById">a</h2>', "the name getElementById"],
    ['<meta http-equiv="refresh" content="9">', "<meta http-equiv>"],
    ["</main><main><h1>b</h1>", "main is not one"],
    ["<form><div></form><form><p>x</p></form></div>", "reads back as something else"],
  ];
  const pages = new Map(faults.map(([html], index) => [`${index}.html`, `<!DOCTYPE html><body><main><h1>a</h1>${html}</main><footer>c</footer></body>`]));
  const server = await serveHostile(null, new Map([...pages, ["looking-glass", "<!DOCTYPE html><title>x</title>"]]), null, false);
  try {
    const { findings, foreign } = await lookAt(browser, server.origin, [...pages.keys()]);
    for (const [index, [, what]] of faults.entries())
      expect(
        findings
          .filter(({ page }) => page === `${index}.html`)
          .map((each) => each.what)
          .join("; "),
        faults[index]?.[0],
      ).toContain(what);
    expect([...foreign]).toEqual(["https://evil.example/x.png"]);
  } finally {
    server.close();
  }
}, 60_000);
