/**
 * Reading alone: `node bench/reading.mjs [--articles 2000]`. What one article takes to be read (bytes to record), on one thread, when the program is warm (as
 * many others were read before): plain clippings and Markdown with front matter apart. Prints JSON: of each the median and 95th percentile of the time by the clock and the mean CPU time
 * of the process (which is more than one thread's: memory is cleared beside it), in ms, and the mean size of a file. How the time grows with files that want
 * to be slow is `npm run bench:reading`.
 */
import { parseArgs } from "node:util";
import { readSeed } from "../lib/parse/read-seed.js";
import { archiveOf } from "./archive/articles.mjs";
import { seedOf } from "./archive/seeds.mjs";

const house = { language: "en", folders: {}, publications: {} };
const { values } = parseArgs({ options: { articles: { type: "string", default: "2000" }, languages: { type: "string", default: "1" } } });
const count = Number(values.articles);

function timesOf(markdownShare) {
  const archive = archiveOf({ count: 2 * count, languages: Number(values.languages), markdownShare });
  const all = Array.from({ length: 2 * count }, (_, index) => seedOf(archive.at(index))).map(([path, text]) => [path, Buffer.from(text)]);
  const read = ([path, bytes]) => {
    const began = performance.now();
    const { outcome } = readSeed(path, bytes, house);
    if (outcome !== "published") throw new Error(`${path} was ${outcome}.`);
    return performance.now() - began;
  };
  // Every other one only to warm up: what was read twice would be known by heart.
  for (const [index, seed] of all.entries()) if (index % 2 === 1) read(seed);
  const seeds = all.filter((_, index) => index % 2 === 0);
  const began = process.cpuUsage();
  const times = seeds.map(read).sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(began);
  const bytes = seeds.reduce((sum, [, content]) => sum + content.length, 0);
  return { median: times[count >> 1], ninetyFifth: times[Math.floor(count * 0.95)], cpu: (user + system) / 1000 / count, bytes: Math.round(bytes / count) };
}

process.stdout.write(`${JSON.stringify({ articles: count, clipping: timesOf(0), markdown: timesOf(1) })}\n`);
