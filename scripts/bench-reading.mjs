/**
 * How the time of reading grows with the size of a file: `npm run bench:reading [-- NAME…]`. For each kind of hostile file the sizes n, 2n, 4n and
 * 8n are read; printed are the times (CPU time of this process, the best of a few), the exponent (least squares on log-log) and the growth of
 * memory. Exit status 1 where the exponent is above 1.2 (and the time above the noise), where plain text takes more than a second per 100 KB, or
 * where Markdown takes more than 5 s and 30 s a MB. What is refused as Markdown and read as text is not compared with what was accepted.
 * It is no test: time depends on the machine. May import: lib.
 */
import { readSeed } from "../lib/parse/read-seed.js";
import { cases } from "./bench-cases.mjs";

const house = { language: "en", folders: {}, publications: {} };
const wanted = process.argv.slice(2);
const steps = [1, 2, 4, 8];
/** Below this many milliseconds a time is noise and says nothing of growth. */
const noise = 60;

function measure(path, bytes) {
  globalThis.gc?.();
  const heap = process.memoryUsage().rss;
  const began = process.cpuUsage();
  const reading = readSeed(path, bytes, house);
  const { user, system } = process.cpuUsage(began);
  const codes = reading.articles.flatMap(({ article }) => article.diagnostics.map(({ code }) => code));
  const how = reading.outcome !== "published" ? reading.outcome : codes.includes("markdown-as-text") ? "as text" : "";
  return { ms: (user + system) / 1000, mb: (process.memoryUsage().rss - heap) / 1e6, how };
}

/** The slope of the line through the points (log size, log time). */
function exponent(points) {
  if (points.length < 2) return Number.NaN;
  const logs = points.map(([size, ms]) => [Math.log(size), Math.log(Math.max(ms, 0.05))]);
  const mean = (at) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

let faults = 0;
const pad = (text, width) => String(text).padStart(width);
console.log(
  `${"case".padEnd(36)}${steps.map((step) => pad(`${step}n ms`, 9)).join("")}${pad("8n KB", 9)}${pad("exponent", 10)}${pad("ms/100KB", 10)}${pad("MB", 6)}  read`,
);
for (const { name, path, size, make } of cases) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  measure(path, Buffer.from(make(Math.max(1, Math.floor(size / 4)))));
  const points = [];
  let [mb, how, bytes] = [0, "", 0];
  for (const step of steps) {
    const input = Buffer.from(make(size * step));
    bytes = input.length;
    const first = measure(path, input);
    const best = first.ms < 300 ? Math.min(first.ms, measure(path, input).ms) : first.ms;
    points.push([bytes, best, first.how]);
    mb = Math.max(mb, first.mb);
    how = first.how || how;
    if (first.ms > 60_000) break;
  }
  const last = points.at(-1)[1];
  const rate = (last / bytes) * 100_000;
  const clear = points.filter(([, ms, each]) => ms >= noise / 4 && each === "");
  const slope = exponent(clear);
  const isSlow = path.endsWith(".md") ? points.some(([each, ms]) => ms > 5000 + each * 0.03) : rate > 1000;
  const isFault = isSlow || (clear.length >= 3 && slope > 1.2 && clear.at(-1)[1] > noise);
  if (isFault) faults += 1;
  console.log(
    `${name.padEnd(36)}${steps.map((_, at) => pad(points[at] === undefined ? "–" : points[at][1].toFixed(0), 9)).join("")}${pad((bytes / 1000).toFixed(0), 9)}${pad(slope.toFixed(2), 10)}${pad(rate.toFixed(0), 10)}${pad(mb.toFixed(0), 6)}  ${how}${isFault ? " ← FAULT" : ""}`,
  );
}
process.exitCode = faults === 0 ? 0 : 1;
