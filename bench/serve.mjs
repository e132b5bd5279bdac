/**
 * How soon a browser hears of an edit: `node bench/serve.mjs [--articles 10000] [--edits 15] [--work DIR] [--json]`. Makes up an archive (or takes the one that an earlier run left),
 * starts `tearsheet serve` on it, listens to an article's page as a browser does, and adds a sentence to that article again and again. Says the median time from the write to the message
 * upon which the page is loaded again, and until the page has come, and what the server's processor did meanwhile. The clock says little on a busy machine: there, look at the processor.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import process from "node:process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readSeed } from "../lib/parse/read-seed.js";
import { generate } from "./generate.mjs";
import { median } from "./statistics.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    edits: { type: "string", default: "15" },
    work: { type: "string", default: join(here, "work") },
    json: { type: "boolean", default: false },
  },
});
const seeds = resolve(values.work, `serve-${values.articles}`);
if (!existsSync(seeds)) generate({ articles: Number(values.articles), out: seeds });

const file = clippingsIn(seeds).at(Math.floor(Number(values.articles) / 4));
const path = join(seeds, file);
const text = readFileSync(path, "utf8");
const page = `${readSeed(file, Buffer.from(text), { language: "en", folders: {}, publications: {} }).articles[0].article.id}.html`;

const server = spawn(process.execPath, [join(here, "../lib/cli.js"), "serve", "--seeds", seeds, "--port", "0"], {
  cwd: values.work,
  stdio: ["ignore", "ignore", "pipe"],
});
try {
  const origin = await originOf(server);
  const listening = new AbortController();
  const states = statesOf(await fetch(`${origin}/.tearsheet/events?page=${encodeURIComponent(page)}`, { signal: listening.signal }));
  let { digest } = (await states.next()).value;
  const edits = [];
  for (let count = 1; count <= Number(values.edits); count += 1) {
    // Between two edits somebody looks at the page.
    await wait(1000);
    const before = processorOf(server.pid);
    const began = performance.now();
    writeFileSync(path, text.replace(/\n$/, ` The ${count}th thing was added here.\n`));
    let state = (await states.next()).value;
    while (state.digest === digest) state = (await states.next()).value;
    digest = state.digest;
    const told = performance.now() - began;
    const html = await (await fetch(`${origin}/${page}`)).text();
    const shown = performance.now() - began;
    if (!html.includes(`The ${count}th thing was added here.`)) throw new Error("The page that came is not of this edit.");
    edits.push({ told, shown, processor: processorOf(server.pid) - before });
  }
  listening.abort();
  const of = (what) => Math.round(median(edits.map((edit) => edit[what])));
  const found = { articles: Number(values.articles), edits: edits.length, told: of("told"), shown: of("shown"), processor: of("processor") };
  process.stdout.write(
    values.json
      ? `${JSON.stringify(found)}\n`
      : `${found.articles} articles, ${found.edits} edits: the page is told after ${found.told} ms, and has come after ${found.shown} ms (medians); the server computed for ${found.processor} ms.\n`,
  );
} finally {
  server.kill();
  writeFileSync(path, text);
}

function clippingsIn(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".txt"));
  return paths.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")).sort();
}

/** Where it is shown, once it is. */
function originOf({ stderr }) {
  return new Promise((found, failed) => {
    let said = "";
    stderr.on("data", (chunk) => {
      said += chunk;
      const [, origin] = /shown at (http:\/\/\S+?)\/ /.exec(said) ?? [];
      if (origin !== undefined) found(origin);
    });
    stderr.on("end", () => failed(new Error(`It did not start: ${said}`)));
  });
}

/** What the page is told, one after the other. */
async function* statesOf(response) {
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const messages = text.split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) {
      const [, data] = /^data: (.*)$/m.exec(message) ?? [];
      if (data !== undefined) yield JSON.parse(data);
    }
  }
}

/** Milliseconds that a process has computed so far, where the system says it (Linux); to a hundredth of a second. */
function processorOf(pid) {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return Number.NaN;
  const fields = readFileSync(stat, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
