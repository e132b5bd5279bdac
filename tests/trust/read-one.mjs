/** Reads one case of `scripts/bench-cases.mjs` in a process of its own, and prints what it cost: CPU in milliseconds, the peak of memory in MB. */
import process from "node:process";
import { readSeed } from "../../lib/parse/read-seed.js";
import { cases } from "../../scripts/bench-cases.mjs";

const [name, bytes] = process.argv.slice(2);
const { path, size, make } = cases.find((each) => each.name === name);
let n = size;
while (make(n * 2).length <= Number(bytes)) n *= 2;
const input = Buffer.from(make(n));
const before = process.resourceUsage().maxRSS;
const began = process.cpuUsage();
const { outcome, articles } = readSeed(path, input, { language: "en", folders: {}, publications: {} });
const { user, system } = process.cpuUsage(began);
const isText = articles.some(({ article }) => article.diagnostics.some(({ code }) => code === "markdown-as-text"));
process.stdout.write(
  JSON.stringify({ bytes: input.length, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024, before: before / 1024, outcome, isText }),
);
