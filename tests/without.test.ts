/** What an owner leaves out is not there, and no page leads to it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "../src/build/config.ts";
import { optionalOutputs } from "../src/outputs/left-out.ts";
import { outputs } from "../src/outputs/table.ts";
import { projectFolder, tearsheet } from "./helpers/run.ts";
import { filesOf } from "./helpers/site.ts";

const root = mkdtempSync(join(tmpdir(), "tearsheet-without-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
cpSync(join(projectFolder, "seeds"), join(root, "seeds"), { recursive: true });

function siteWithout(without: readonly string[]): string {
  const out = join(root, without.join("-") || "all");
  writeFileSync(join(root, "tearsheet.config.json"), JSON.stringify({ baseUrl: "https://archive.example.org", formerHosts: ["courier.example.org"], without }));
  const { status, err } = tearsheet(["build", "--out", out, "--quiet", "--no-cache"], root);
  expect(status, err).toBe(0);
  return out;
}

/** What each leaves in the whole archive, and takes with it. */
const traces: Readonly<Record<(typeof optionalOutputs)[number], RegExp>> = {
  "by-url": /^by-url\/|^assets\/by-url\.js$/,
  citations: /^citations\//,
  data: /^data\//,
  feeds: /^feeds\//,
  headlines: /^headlines\//,
  "host-files": /^(?:_headers|\.htaccess|server\/)/,
  ninjs: /^data\/ninjs\//,
  "not-found": /^404\.html$/,
  "plain-text": /^(?:[0-9]{4}|undated)\/.*\.txt$/,
  provenance: /^$/,
  redirects: /^(?:_redirects|redirects\/)/,
  search: /^(?:search\/|assets\/search\.js$|opensearch\.xml$)/,
  sitemaps: /^(?:sitemap.*\.xml|robots\.txt)$/,
};

/** Files of the site to which a page leads. */
function targetsOf(site: string, path: string): string[] {
  const html = readFileSync(join(site, path), "utf8");
  return [...html.matchAll(/\s(?:href|src|action)="([^"#]+)(?:#[^"]*)?"/g)].flatMap(([, href = ""]) =>
    /^(?:https?|mailto|tel|ftp):/.test(href) ? [] : [posix.normalize(posix.join(posix.dirname(path), decodeURIComponent(href)))],
  );
}

describe("a site without what can be left out", () => {
  const all = filesOf(siteWithout([]));
  test.each([...optionalOutputs.map((each) => [each]), [...optionalOutputs]])("without %s (and the others)", (...without) => {
    const site = siteWithout(without);
    const files = filesOf(site);
    const goes = (path: string) => without.some((each) => traces[each].test(path));
    expect(files).toEqual(all.filter((path) => !goes(path)));
    expect(without.filter((each) => each !== "provenance" && !all.some((path) => traces[each].test(path)))).toEqual([]);
    const pages = files.filter((path) => path.endsWith(".html") && path !== "404.html");
    expect(pages.flatMap((path) => targetsOf(site, path).flatMap((target) => (files.includes(target) ? [] : [`${path} → ${target}`])))).toEqual([]);
    const read = pages.filter((path) => readFileSync(join(site, path), "utf8").includes('class="provenance"'));
    expect(read.length > 0).toBe(!without.includes("provenance"));
    const told = files
      .filter((path) => /^(?:sitemap|_redirects|redirects\/|\.htaccess|server\/)/.test(path))
      .map((path) => readFileSync(join(site, path), "utf8"));
    if (without.includes("headlines")) expect(told.join("")).not.toContain("/headlines/");
    if (without.includes("not-found")) expect(told.join("")).not.toContain("404.html");
  });
});

test("every name is a row of the table of outputs, or a part of some", () => {
  const rows = outputs.map(({ name }) => name);
  expect(optionalOutputs.filter((each) => !rows.includes(each))).toEqual(["citations", "ninjs", "provenance"]);
});

test("a name that is none is answered with the right one", () => {
  const read = (text: string) => readConfig(text, "tearsheet.config.json", "Tearsheet", undefined);
  expect(read('{"without": ["feeds", "citations"]}').config?.site.without).toEqual(["citations", "feeds"]);
  expect(read("{}").config?.site.without).toBe(undefined);
  const [misspelt] = read('{\n  "without": ["feeds", "citation"]\n}').diagnostics;
  expect(misspelt?.message).toBe("There is no output `citation` that can be left out.");
  expect(misspelt?.hint).toContain("Did you mean `citations`?");
  expect([misspelt?.line, misspelt?.column]).toEqual([2, 24]);
  expect(read('{"without": ["article"]}').diagnostics[0]?.hint).toContain("Those that can be left out are `by-url`");
  expect(read('{"without": "feeds"}').diagnostics[0]?.message).toBe("`without` has to be a list of names in square brackets.");
});
