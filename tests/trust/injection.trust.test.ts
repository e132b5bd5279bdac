/** Nothing that stands in a seed runs in a reader's browser: every payload of the grammar, in every field, by every way in, on every page. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../helpers/chromium.ts";
import { hostileSite, tryPages, tryRaw } from "../helpers/injection.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { payloads } from "../helpers/payloads.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const all = payloads(lengthOf("PAYLOADS", Number.POSITIVE_INFINITY, 60));

test("an archive of hostile seeds: no page runs, arms or asks for anything", async () => {
  const { folder, articles } = hostileSite(all);
  const { pages, others } = await tryPages(browser, folder);
  console.info(`${all.length} payloads, ${articles} articles, ${pages} pages, ${others} other files: nothing ran.`);
});

test("put raw, the same payloads run; under the archive's policy they do not", async () => {
  const { free, bound } = await tryRaw(browser, all);
  console.info(`Put raw, ${free} payloads run; under the policy, ${bound}.`);
  expect(free).toBeGreaterThanOrEqual(Math.min(50, all.length / 2));
  expect(bound).toBe(0);
});
