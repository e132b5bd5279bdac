/** Nothing that stands in a seed runs in a reader's browser. A sample; `tests/trust/injection.trust.test.ts` tries all payloads there are. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./helpers/chromium.ts";
import { hostileSite, tryPages, tryRaw } from "./helpers/injection.ts";
import { payloads } from "./helpers/payloads.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const sample = payloads(54);

test("an archive of hostile seeds: no page runs, arms or asks for anything", async () => {
  const { folder, articles } = hostileSite(sample);
  expect(articles).toBeGreaterThan(sample.length * 2);
  expect((await tryPages(browser, folder)).pages).toBeGreaterThan(articles);
}, 300_000);

test("put raw, the same payloads run; under the archive's policy they do not", async () => {
  const { free, bound } = await tryRaw(browser, sample);
  expect(free).toBeGreaterThan(15);
  expect(bound).toBe(0);
}, 120_000);
