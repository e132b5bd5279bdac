/**
 * The compiled program and all it needs → a few files in `lib/bin`, which is what users run: loading some 450 small files took 0.7 s of a processor, these
 * take 0.15 s. Beside them the licences of all that is in them.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const project = fileURLToPath(new URL("..", import.meta.url));
const target = join(project, "lib/bin");

rmSync(target, { recursive: true, force: true });
const bundle = await rolldown({
  input: {
    cli: join(project, "lib/cli.js"),
    "reading-worker": join(project, "lib/build/reading-worker.js"),
    "making-worker": join(project, "lib/build/making-worker.js"),
  },
  platform: "node",
  // gray-matter can run code that stands in front matter; the engine that would is replaced by one that throws (`parse/front-matter/decode.ts`).
  checks: { eval: false },
});
const { output } = await bundle.write({ dir: target, format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js", minify: false });
await bundle.close();

/** The scripts of pages: each one file that a browser runs as it is. */
for (const name of ["search", "by-url"]) {
  const page = await rolldown({ input: join(project, `src/browser/${name}.ts`), platform: "browser" });
  await page.write({ file: join(target, `${name}.js`), format: "iife", minify: true });
  await page.close();
}

/** The folder of the package that a module belongs to; null for the program's own. */
function packageOf(module) {
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll("\\", "/").replace(/^\0/, ""));
  return match?.[1] ?? null;
}

const packages = new Set(output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : [])).flatMap((module) => packageOf(module) ?? []));
const texts = [...packages].map((folder) => {
  const { name, version, license: own, licenses } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  // Old packages have a list of them.
  const license = own ?? licenses?.map(({ type }) => type).join(", ");
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)/i.test(each));
  if (file === undefined && license === undefined) throw new Error(`${name} has no licence: it may not be in the bundle.`);
  return `${name} ${version} (${license})\n\n${file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim()}\n`;
});
writeFileSync(join(target, "LICENSES.txt"), texts.sort().join(`\n${"-".repeat(80)}\n\n`));
process.stderr.write(`Bundled ${packages.size} packages into ${dirname(join(target, "cli.js")).slice(project.length)}.\n`);
