/**
 * The limit: `node limit.mjs INPUTS LIST OUT` reads every file of the folder INPUTS, and writes, for each line `BYTES PATH` of LIST, a file of that length
 * into OUT. Nobody who reads these files and writes those can be faster by much: what a program needs beyond is its own work.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const [inputs, list, out] = process.argv.slice(2);
for (const entry of readdirSync(inputs, { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name));
}
const wanted = readFileSync(list, "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const space = line.indexOf(" ");
    return [line.slice(space + 1), Number(line.slice(0, space))];
  });
const largest = wanted.reduce((most, [, size]) => Math.max(most, size), 0);
const content = Buffer.alloc(largest, "The words do not matter, their number does.\n");
const folders = new Set();
for (const [path, size] of wanted) {
  const file = join(out, path);
  const folder = dirname(file);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(file, content.subarray(0, size));
}
