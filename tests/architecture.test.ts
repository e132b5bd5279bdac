/** The law of the house: who may import whom, and who may touch the world. ARCHITECTURE.md draws it; here it is kept. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "./helpers/run.ts";

const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ["model"],
  languages: ["model"],
  parse: ["model", "text", "languages"],
  archive: ["model", "text"],
  formats: ["model", "text"],
  search: ["model", "text"],
  browser: ["text", "search"],
  outputs: ["model", "text", "formats", "search"],
  theme: ["model", "text"],
  packing: ["model", "text"],
  io: ["model", "text"],
  build: ["model", "text", "parse", "archive", "formats", "search", "outputs", "theme", "packing", "io"],
  commands: ["model", "text", "io", "build"],
  "cli.ts": ["commands", "io", "text"],
  "index.ts": ["model", "parse"],
};

/** Packages that stand for the world: disk, network, processes, clock. */
const world = /^node:(?!crypto$|util$)/;
const mayTouchTheWorld = ["io", "cli.ts", "browser"];

/** What is no import, and yet the world: the clock, chance, the environment. `URL.canParse` answers otherwise after ten thousand calls (see `text/url.ts`). */
const worldly = /\bURL\.canParse\(|\bDate\.now\(|\bnew Date\(|\bMath\.random\(|\bprocess\.|\bperformance\.|\btoLocale|\blocaleCompare\(|\bconsole\./;

const source = join(projectFolder, "src");
const files = (readdirSync(source, { recursive: true }) as string[]).filter((path) => path.endsWith(".ts")).map((path) => path.replaceAll("\\", "/"));

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(/\b(?:from|import)\s+"([^"]+)"|\bimport\("([^"]+)"\)/g)].map((match) => match[1] ?? match[2] ?? "");
}

const roomOf = (file: string) => file.split("/")[0] ?? "";

test("every folder of src is in the table, and the table names no other", () => {
  expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(mayImport).sort());
});

test.each(files)("%s imports only what its folder may", (file) => {
  for (const target of importsOf(file)) {
    if (target.startsWith(".")) {
      const room = roomOf(relative(source, join(source, dirname(file), target)));
      expect([roomOf(file), ...(mayImport[roomOf(file)] ?? [])], `${file} → ${target}`).toContain(room);
    } else if (world.test(target)) expect(mayTouchTheWorld, `${file} → ${target}`).toContain(roomOf(file));
  }
});

test.each(files.filter((file) => !mayTouchTheWorld.includes(roomOf(file))))("%s knows no clock, no chance, no locale", (file) => {
  const code = readFileSync(join(source, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  expect(worldly.exec(code)?.[0]).toBeUndefined();
});

test.each(files)("%s says in a line what it is for, and is no longer than it should be", (file) => {
  const text = readFileSync(join(source, file), "utf8");
  expect(text.replace(/^#!.*\n/, "")).toMatch(/^\/\*\*/);
  const limit = file.startsWith("languages/") ? 2000 : 220;
  expect(text.split("\n").length).toBeLessThanOrEqual(limit);
});

test.each(files.filter((file) => file.startsWith("outputs/") && file !== "outputs/made.ts"))("%s makes pages by functions of the module", (file) => {
  const text = readFileSync(join(source, file), "utf8");
  for (const [call, names = ""] of text.matchAll(/\b(?:pageKind|fileKind)\("[^"]+", ([^)]*)\)/g)) {
    // A closure could see more than what the page says that it uses, and its key would lie.
    for (const name of names.split(", ")) expect(text, call).toMatch(new RegExp(`^(?:export )?function\\*? ${name}\\(`, "m"));
  }
});
