/**
 * What a search costs: `npm run bench:search -- --articles 100000 --work DIR`. Makes up articles of 350 words whose frequencies are as in a real language (Zipf, 300,000
 * different words), writes their index as a build would, and says how large it is, how long it took, and what each of some queries loads (bytes after gzip) and
 * takes, in the program and in Chromium from a server of this machine. The same articles on every run. `--kept`: with the index that an earlier run left in DIR.
 */

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { stream } from "./archive/random.mjs";
import { waitForResults } from "./search-page.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: { articles: { type: "string", default: "100000" }, work: { type: "string" }, kept: { type: "boolean", default: false } },
});
const total = Number(values.articles);
if (values.work === undefined) throw new Error("Say where the index may be written: --work DIR.");
const work = values.work;

const from = (path) => import(join(project, "lib", path));
const { searchIndex } = await from("outputs/search.js");
const { fileKindOf } = await from("outputs/table.js");
const { weighWords } = await from("search/weigh.js");
const { openLibrary } = await from("search/library.js");
const { parseQuery } = await from("search/query.js");
const { find } = await from("search/find.js");
const { meets } = await from("search/passages.js");

const vocabulary = 300_000;
const syllables = "ka re ti mo sun del var is ne lo gra pe fin u ba cho wen dar y mi sto ran ge hal".split(" ");

/** The word of a rank: the more frequent, the shorter. */
function wordOf(rank) {
  let text = "";
  for (let rest = rank; rest > 0; rest = Math.floor(rest / syllables.length)) text += syllables[rest % syllables.length];
  return text;
}
const words = Array.from({ length: vocabulary }, (_, index) => wordOf(index + 1));
const anyWord = (random) => words[Math.floor(Math.exp(random() * Math.log(vocabulary)))] ?? words[0];
const sentence = (random, length) => `${Array.from({ length }, () => anyWord(random)).join(" ")}.`;

function articleOf(number) {
  const next = stream(number + 1);
  const random = () => next() / 4294967296;
  const day = Math.floor((number * 3650) / total);
  const date = `${2012 + Math.floor(day / 365)}-${String(1 + Math.floor((day % 365) / 31)).padStart(2, "0")}-${String(1 + ((day % 365) % 28)).padStart(2, "0")}`;
  const headline = sentence(random, 8).slice(0, -1);
  return {
    ...{
      id: `${date.replaceAll("-", "/")}/${headline.replaceAll(" ", "-")}-${number}`,
      language: "en",
      headline,
      kicker: null,
      deck: null,
      byline: null,
      date,
      wordCount: 350,
    },
    authors: [{ name: `Writer ${1 + Math.floor(60 * random() ** 2)}`, kind: "person", role: null, place: null, affiliation: null }],
    ...{
      dateline: null,
      section: `Section ${1 + Math.floor(8 * random())}`,
      topics: [],
      publication: "The Courier",
      figures: [],
      sourceUrl: null,
      corrections: [],
      notes: [],
    },
    paragraphs: Array.from({ length: 7 }, () => Array.from({ length: 5 }, () => sentence(random, 10)).join(" ")),
  };
}

function writeIndex() {
  const cards = Array.from({ length: total }, (_, number) => {
    const { paragraphs: _paragraphs, ...card } = articleOf(number);
    const listed = { id: card.id, title: card.headline, byline: card.authors[0].name, language: "en", section: card.section, publication: card.publication };
    return JSON.parse(JSON.stringify({ ...card, title: card.headline, listed, body: number, key: String(number) }));
  }).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));
  const store = { search: (number) => weighWords(articleOf(number)), text: (number) => articleOf(number) };

  rmSync(work, { recursive: true, force: true });
  const sizes = new Map();
  const spent = (usage) => ((usage.user + usage.system) / 1e6).toFixed(1);
  const start = process.cpuUsage();
  for (const page of searchIndex.pages(
    { articles: cards, years: [], groups: { author: [], section: [], publication: [], topic: [], place: [], language: [] } },
    {},
    store,
  )) {
    if (!("format" in page)) continue;
    const text = fileKindOf(page.format).print(page.uses(), null, page.path, store);
    const path = join(work, page.path);
    if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    const folder = dirname(page.path);
    const own = sizes.get(folder) ?? { files: 0, bytes: 0 };
    sizes.set(folder, { files: own.files + 1, bytes: own.bytes + Buffer.byteLength(text) });
  }
  process.stdout.write(
    `${total} articles: ${spent(process.cpuUsage(start))} s of a processor (making the articles up among it), ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most\n`,
  );
  for (const [folder, { files, bytes }] of sizes) process.stdout.write(`  ${folder}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
}

if (!values.kept) writeIndex();

const queries = [
  ...[
    [1500, 4000],
    [100, 2000],
    [20, 500],
    [50_000, 3],
    [12, 40],
  ].map((ranks) => ranks.map((rank) => words[rank]).join(" ")),
  `"${words[30]} ${words[200]}"`,
  `${words[700].slice(0, 4)}* ${words[900]}`,
  `title:${words[800]} author:12`,
];

function loading() {
  const loaded = new Map();
  const load = async (name) => {
    const file = join(work, "search", `${name}.js`);
    if (!loaded.has(name)) {
      const script = readFileSync(file, "utf8");
      let said;
      new Function("tearsheetSearch", script)((_, content) => (said = content));
      loaded.set(name, { said, bytes: gzipSync(script, { level: 6 }).length });
    }
    return loaded.get(name).said;
  };
  return { load, loaded };
}

for (const query of queries) {
  const { load, loaded } = loading();
  const began = process.cpuUsage();
  const library = await openLibrary(load);
  const clauses = parseQuery(query);
  const { articles } = await find(library, clauses, { from: null, to: null, facets: {} }, "relevance");
  const texts = await Promise.all(Array.from(articles.subarray(0, 10), (number) => library.text(number)));
  const shown = texts.filter((text) => meets(text, clauses)).length;
  const used = process.cpuUsage(began);
  const bytes = (start) => [...loaded].filter(([name]) => name.startsWith(start)).reduce((sum, [, { bytes: own }]) => sum + own, 0) / 1024;
  const parts = ["index", "words", "pairs", "text"].map((part) => `${part} ${bytes(part).toFixed(0)}`).join(", ");
  process.stdout.write(
    `  ${query}: ${articles.length} found, ${shown} shown; ${loaded.size} files, ${bytes("").toFixed(0)} KB (${parts}); ${((used.user + used.system) / 1000).toFixed(0)} ms\n`,
  );
}

// The page itself, as the demonstration archive has it.
const demonstration = join(project, "dist");
if (existsSync(join(demonstration, "search/index.html"))) {
  cpSync(join(demonstration, "assets"), join(work, "assets"), { recursive: true });
  cpSync(join(project, "lib/bin/search.js"), join(work, "assets/search.js"));
  cpSync(join(demonstration, "search/index.html"), join(work, "search/index.html"));
  const said = ({ time, work: own }) => `${Math.round(time)} ms (${Math.round(own)} of the page's own work)`;
  for (const { query, open, cold } of await waitForResults(work, queries, 5))
    process.stdout.write(`  ${query}: first result after ${said(open)} on an open page, ${said(cold)} from the opening of an address (medians of 5)\n`);
}
