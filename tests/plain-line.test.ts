/** Lines that are put aside at a glance: every rule, asked one by one, makes nothing of them either. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { languages } from "../src/languages/table.ts";
import type { Block } from "../src/parse/block.ts";
import { readMark } from "../src/parse/marks/mark.ts";
import { isPlainLine } from "../src/parse/marks/plain-line.ts";
import { wordsOf } from "../src/parse/marks/words.ts";
import { squeeze } from "../src/text/lines.ts";
import { chance } from "./helpers/fuzz-inputs.ts";
import { projectFolder } from "./helpers/run.ts";
import { filesOf } from "./helpers/site.ts";

const folder = join(projectFolder, "tests/fixtures/reading");
const lines = filesOf(folder)
  .filter((path) => /input\.(?:txt|md)$/.test(path))
  .flatMap((path) => readFileSync(join(folder, path), "utf8").split("\n"))
  .map((line) => squeeze(line.replace(/^#+ /, "")))
  .filter((line) => line !== "" && line.length < 1000 && !line.includes("://"));
/** Every word and phrase by which something is known. */
const phrases = languages
  .flatMap((language) => JSON.stringify(language).match(/"[^"\\]{2,60}"/g) ?? [])
  .map((phrase) => phrase.slice(1, -1).replace("…", " 5 "));

const block = (kind: Block["kind"], text: string): Block => ({
  kind,
  depth: kind === "heading" ? 2 : 0,
  lines: [1, 1],
  rows: [{ text, lines: [1, 1], links: [], raw: text }],
  pictures: [],
  source: text,
});

/** How many of the lines were put aside, in the words of each language that reads them. */
function putAside(texts: readonly string[]): number {
  let count = 0;
  for (const language of languages) {
    const words = wordsOf(language);
    for (const text of texts) {
      if (!isPlainLine(text, words)) continue;
      count += 1;
      for (const kind of ["paragraph", "heading"] as const) {
        const mark = readMark(block(kind, text), text, words, null);
        if (mark !== null) expect.fail(`In ${language.name}, “${text}” is a ${kind === "heading" ? "heading that is a " : ""}${mark.kind}.`);
      }
    }
  }
  return count;
}

test("the lines of all examples, whole", () => {
  expect(putAside(lines)).toBeGreaterThan(lines.length);
});

test("the same with words that mean something put in, in other letters, cut", () => {
  const next = chance(20_261_128);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const changed = Array.from({ length: 20_000 }, () => {
    const line = pick(lines);
    const at = next(line.length + 1);
    const phrase = next(2) === 0 ? pick(phrases) : pick([": ", " — ", ", ", ". ", "/", "(", ")", "’", "“", "©", "2021", "\u00ad", "ё", "ﬁ", ".com", " by "]);
    const put = [
      phrase + line,
      line + phrase,
      `${phrase} ${line}`,
      `${line} ${phrase}`,
      `${line.slice(0, at)}${phrase}${line.slice(at)}`,
      phrase.charAt(0).toUpperCase() + phrase.slice(1) + pick(["", ".", ":", ", ", " "]) + line.slice(at),
    ];
    return squeeze(pick([...put, phrase, pick(put).toUpperCase(), pick(put).toLowerCase(), pick(put).slice(at)]));
  }).filter((text) => text !== "" && !text.includes("://"));
  expect(putAside(changed)).toBeGreaterThan(changed.length / 2);
});
