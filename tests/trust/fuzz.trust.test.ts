/**
 * Inputs that nobody wrote, from bytes to page: none makes the program throw, none takes long, none leaves its place on the page. What is
 * judged is time of the processor, which another program on the machine does not use up. One that fails is named by its number:
 * `TEARSHEET_FUZZ_FROM=4711 TEARSHEET_FUZZ=1 npm run test:trust -- fuzz` tries it again. `TEARSHEET_FUZZ_FROM=50000` goes where the last run ended.
 */

import { expect, test } from "vitest";
import { fuzzInput } from "../helpers/fuzz-inputs.ts";
import { faultOf } from "../helpers/hostile-titles.ts";
import { lengthOf } from "../helpers/lengths.ts";
import { faultsOfPage, pagesOf } from "../helpers/one-page.ts";

const count = lengthOf("FUZZ", 50_000, 1_500);
const from = Number(process.env["TEARSHEET_FUZZ_FROM"] ?? 0);

/** Milliseconds that an input may take: a second for each 100 KB that it has begun. */
const most = (bytes: number) => 1000 * Math.max(1, bytes / 100_000);

function cpuOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** What goes wrong with an input, in words. */
function faultsOf(number: number): { faults: string[]; milliseconds: number; bytes: number; pages: number } {
  const { path, bytes } = fuzzInput(number);
  const faults: string[] = [];
  let pages = 0;
  const run = () => {
    const result = pagesOf(path, bytes);
    pages = result.pages.length;
    for (const { article } of result.reading.articles) {
      const fault = faultOf(`${article.id}.html`);
      if (fault !== null) faults.push(`the path ${article.id}: ${fault}`);
    }
    if (pages !== result.reading.articles.length) faults.push("an article without a page");
    if (result.reading.articles.length === 0 && result.reading.diagnostics.length === 0) faults.push("neither an article nor a reason");
    for (const page of result.pages) faults.push(...faultsOfPage(page));
  };
  let milliseconds = 0;
  try {
    milliseconds = cpuOf(run);
    // The collector of garbage may have worked for others: what is slow is slow four times more.
    for (let again = 0; again < 4 && milliseconds > most(bytes.length); again += 1) milliseconds = Math.min(milliseconds, cpuOf(run));
  } catch (error) {
    faults.push(error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 4).join(" ") : String(error));
  }
  if (milliseconds > most(bytes.length)) faults.push(`${Math.round(milliseconds)} ms for ${bytes.length} bytes`);
  return { faults, milliseconds, bytes: bytes.length, pages };
}

test("from bytes to page", () => {
  const failed: string[] = [];
  let slowest = { number: -1, milliseconds: 0, bytes: 0 };
  let pages = 0;
  let bytes = 0;
  for (let number = from; number < from + count; number += 1) {
    const result = faultsOf(number);
    pages += result.pages;
    bytes += result.bytes;
    if (result.milliseconds > slowest.milliseconds) slowest = { number, milliseconds: Math.round(result.milliseconds), bytes: result.bytes };
    if (result.faults.length > 0) failed.push(`input ${number}: ${[...new Set(result.faults)].slice(0, 4).join("; ")}`);
  }
  console.info(
    `${count} inputs, ${(bytes / 1e6).toFixed(1)} MB, ${pages} pages: ${failed.length} failed; the slowest (${slowest.number}, ${slowest.bytes} bytes) took ${slowest.milliseconds} ms of the processor.`,
  );
  expect(failed.slice(0, 30)).toEqual([]);
});
