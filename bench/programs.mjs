/**
 * TABLE of what is measured. Of each program: the form of the articles it is given, the command, what to remove before a cold run, and where its pages of
 * each kind are, so that they can be counted.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const node = process.execPath;
const cli = join(here, "../lib/bin/cli.js");
const modules = join(here, "node_modules");
const versionIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : null);
const hugoVersion = () => /v(\d[\d.]*)/.exec(spawnSync("hugo", ["version"], { encoding: "utf8" }).stdout ?? "")?.[1] ?? null;

/** Whether this version of Tearsheet keeps a cache where one tells it to. */
const knowsCache = () => /--cache\b/.test(spawnSync(node, [cli, "build", "--help"], { encoding: "utf8" }).stdout ?? "");

/** The layout of pages that all peers have. */
const peerKinds = {
  article: /^\d{4}\/\d{2}\/\d{2}-[^/]+\.html$/,
  front: /^index\.html$/,
  year: /^\d{4}(?:\/index)?\.html$/,
  month: /^\d{4}\/\d{2}(?:\/index)?\.html$/,
  author: /^authors\/(?!index)[^/]+\.html$/,
  section: /^departments\/(?!index)[^/]+\.html$/,
  publication: /^publications\/(?!index)[^/]+\.html$/,
  topic: /^topics\/(?!index)[^/]+\.html$/,
  feed: /^index\.xml$/,
  sitemap: /^sitemap\.xml$/,
};

const tearsheet = {
  title: "Tearsheet",
  form: "tearsheet",
  into: "seeds",
  output: "dist",
  generated: ["dist", ".dist.tearsheet", ".cache", "cache", "permalinks.lock.json"],
  setUp(folder, settings) {
    const config = { title: "An Invented Archive", baseUrl: "https://archive.example.org", ...settings };
    writeFileSync(join(folder, "tearsheet.config.json"), JSON.stringify(config));
  },
  command: (extra) => [node, cli, "build", "--json", ...(knowsCache() ? ["--cache", "cache"] : []), ...extra],
  version: () => versionIn(join(here, "../package.json")),
  missing: "npm run compile",
  kinds: {
    ...peerKinds,
    article: /^\d{4}\/\d{2}\/\d{2}\/(?!index)[^/]+\.html$/,
    year: /^\d{4}\/index\.html$/,
    month: /^\d{4}\/\d{2}\/index\.html$/,
    section: /^sections\/(?!index)[^/]+\.html$/,
    feed: /^feeds\/newest\.(?:rss|atom)$/,
    sitemap: /^sitemap[^/]*\.xml$/,
  },
};

/** What none of the peers makes here. */
const without = ["by-url", "citations", "data", "headlines", "host-files", "not-found", "plain-text", "provenance", "redirects", "search"];

export const programs = {
  tearsheet,
  "tearsheet-plain": {
    ...tearsheet,
    title: "Tearsheet, with the kinds of output and the plain pages of the peers",
    setUp(folder, settings) {
      tearsheet.setUp(folder, { ...settings, without });
      cpSync(join(here, "peers/tearsheet"), join(folder, "templates"), { recursive: true });
      cpSync(join(here, "peers/style.css"), join(folder, "templates/style.css"));
    },
  },
  hugo: {
    title: "Hugo",
    form: "hugo",
    output: "public",
    generated: ["public", "resources", ".hugo_build.lock"],
    command: () => ["hugo", "--quiet", "--destination", "public"],
    version: hugoVersion,
    missing: "apt-get install hugo",
    kinds: peerKinds,
  },
  "hugo-pagefind": {
    title: "Hugo, then Pagefind",
    form: "hugo",
    output: "public",
    generated: ["public", "resources", ".hugo_build.lock"],
    command: () => ["sh", "-c", `hugo --quiet --destination public && "${node}" "${join(modules, "pagefind/lib/runner/bin.cjs")}" --quiet --site public`],
    version: () => {
      const versions = [hugoVersion(), versionIn(join(modules, "pagefind/package.json"))];
      return versions.includes(null) ? null : versions.join(" and ");
    },
    missing: "apt-get install hugo; npm ci --ignore-scripts --prefix bench",
    kinds: peerKinds,
  },
  eleventy: {
    title: "Eleventy",
    form: "eleventy",
    output: "public",
    generated: ["public", ".cache"],
    command: () => [node, join(modules, "@11ty/eleventy/cmd.cjs"), "--quiet"],
    version: () => versionIn(join(modules, "@11ty/eleventy/package.json")),
    missing: "npm ci --ignore-scripts --prefix bench",
    kinds: peerKinds,
  },
  hexo: {
    title: "Hexo",
    form: "hexo",
    needsModules: true,
    output: "public",
    generated: ["public", "db.json"],
    command: () => [node, join(modules, "hexo/bin/hexo"), "generate", "--silent"],
    version: () => versionIn(join(modules, "hexo/package.json")),
    missing: "npm ci --ignore-scripts --prefix bench",
    kinds: peerKinds,
  },
};
export { modules };
