/**
 * Writes an invented archive: `node bench/generate.mjs --articles 1000 --out DIR --as tearsheet`. See `bench/README.md`.
 * The same settings write the same bytes, whenever and wherever.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { archiveOf } from "./archive/articles.mjs";
import { peerForms } from "./archive/peer-content.mjs";
import { seedOf } from "./archive/seeds.mjs";

const forms = { tearsheet: { fileOf: seedOf, extras: () => [] }, ...peerForms };

/** Writes the archive into a folder that is empty or not there; returns how many files and bytes. */
export function generate({ articles, out, as = "tearsheet", seed = 1, languages = 1, markdownShare = 0.5 }) {
  const form = forms[as];
  if (form === undefined) throw new Error(`There is no form “${as}”: choose one of ${Object.keys(forms).join(", ")}.`);
  if (existsSync(out) && readdirSync(out).length > 0) throw new Error(`${out} is not empty: name a new folder.`);
  const archive = archiveOf({ count: articles, seed, languages, markdownShare });
  const folders = new Set();
  let [files, bytes] = [0, 0];
  const write = ([path, text]) => {
    const file = join(out, path);
    const folder = dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    const content = Buffer.from(text);
    writeFileSync(file, content);
    files += 1;
    bytes += content.length;
  };
  for (let index = 0; index < articles; index += 1) write(form.fileOf(archive.at(index)));
  for (const extra of form.extras(archive)) write(extra);
  return { files, bytes };
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      articles: { type: "string", default: "1000" },
      out: { type: "string" },
      as: { type: "string", default: "tearsheet" },
      languages: { type: "string", default: "1" },
      "markdown-share": { type: "string", default: "0.5" },
      seed: { type: "string", default: "1" },
    },
  });
  if (values.out === undefined) throw new Error("Name a folder: --out DIR");
  const began = performance.now();
  const { files, bytes } = generate({
    articles: Number(values.articles),
    out: values.out,
    as: values.as,
    seed: Number(values.seed),
    languages: Number(values.languages),
    markdownShare: Number(values["markdown-share"]),
  });
  process.stdout.write(`${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}
