/** The whole trial: an archive of hostile seeds is built, every page of it looked at in Chromium, every other file held against its kind. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { contentPolicy } from "../../src/outputs/policy.ts";
import { lookAt, serveHostile } from "./hostile-browser.ts";
import { faultsOf } from "./hostile-files.ts";
import { hostileSeeds } from "./hostile-seeds.ts";
import { type Payload, rawPage } from "./payloads.ts";
import { tearsheet, temporaryFolder } from "./run.ts";
import { filesOf } from "./site.ts";

/** Where the frames of a trial stand. */
const glass: readonly [string, string] = ["looking-glass", "<!DOCTYPE html><title>x</title><body></body>"];

/** Builds an archive of the payloads, and returns its folder and how many articles it has. */
export function hostileSite(payloads: readonly Payload[]): { readonly folder: string; readonly articles: number } {
  const root = temporaryFolder();
  const { config, files } = hostileSeeds(payloads);
  writeFileSync(join(root, "tearsheet.config.json"), config);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, "seeds", path)), { recursive: true });
    writeFileSync(join(root, "seeds", path), content);
  }
  const { people, list } = hostileAuthorities(payloads);
  writeFileSync(join(root, "seeds/hostile-authorities.md"), people);
  writeFileSync(join(root, "authorities.yml"), list);
  const { status, err } = tearsheet(["build", "--quiet"], root);
  // 1 stands for seeds that were refused, each with its reason; anything else is a build that failed.
  expect([0, 1], err.slice(-3000)).toContain(status);
  expect(err).not.toContain("fault of the program");
  const folder = join(root, "dist");
  return { folder, articles: readFileSync(join(folder, "data/articles.jsonl"), "utf8").trimEnd().split("\n").length };
}

/** An article of many authors, and a list of authorities in which a payload is each one's name, and stands in the other names and the note. */
function hostileAuthorities(payloads: readonly Payload[]): { readonly people: string; readonly list: string } {
  const name = (index: number) => `Jane Number${index}`;
  const short = payloads.map(({ text }) => text.slice(0, 180));
  return {
    people: `---\nheadline: Many Wrote This\nauthors: [${short.map((_, index) => name(index)).join(", ")}]\n---\n\nThey did not know each other, and all of them signed.\n`,
    list: short
      .map(
        (text, index) =>
          `- person: ${JSON.stringify(`${index} ${text}`)}\n  variants: { ar: [${name(index)}, ${JSON.stringify(`${text} ${index}`)}] }\n  note: ${JSON.stringify(text)}\n`,
      )
      .join(""),
  };
}

/** Every page of the site, with its policy taken out: nothing runs, nothing is armed, nobody else is asked. */
export async function tryPages(browser: Browser, folder: string): Promise<{ readonly pages: number; readonly others: number }> {
  const files = filesOf(folder);
  const pages = files.filter((path) => path.endsWith(".html"));
  const server = await serveHostile(folder, new Map([glass]), null, true);
  try {
    const { findings, executed, foreign } = await lookAt(browser, server.origin, pages);
    expect([...executed]).toEqual([]);
    expect(findings.slice(0, 20)).toEqual([]);
    expect([...foreign]).toEqual([]);
    const others = files.filter((path) => !path.endsWith(".html"));
    expect((await faultsOf(folder, others, browser, server.origin)).slice(0, 20)).toEqual([]);
    return { pages: pages.length, others: others.length };
  } finally {
    server.close();
  }
}

/** Pages in which the payloads stand raw. Returns how many of them ran: without a policy, and under the archive's own. */
export async function tryRaw(browser: Browser, payloads: readonly Payload[]): Promise<{ readonly free: number; readonly bound: number }> {
  const raw = payloads.flatMap((payload) => {
    const page = rawPage(payload);
    return page === null ? [] : [[`raw/${payload.number}.html`, page] as const];
  });
  const ran = async (policy: string | null) => {
    const server = await serveHostile(null, new Map([...raw, glass]), policy, false);
    try {
      const paths = raw.map(([path]) => path);
      return (await lookAt(browser, server.origin, paths, true)).executed.size;
    } finally {
      server.close();
    }
  };
  return { free: await ran(null), bound: await ran(contentPolicy(false)) };
}
