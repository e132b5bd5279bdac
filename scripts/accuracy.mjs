/**
 * How well articles are read: `npm run accuracy`. Every fixture of `tests/fixtures/reading` is read, and each field that its `expected.json`
 * states is compared. A value is `right` where it is the same, `missed` where it was left empty, `wrong` where it is another one (or should be
 * empty); `empty` counts what is rightly empty. Printed are two tables, by field and by language; exit status 1 where anything is wrong without a
 * diagnostic to say so. May import: lib.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readSeed } from "../lib/parse/read-seed.js";

const root = join(import.meta.dirname, "..", "tests", "fixtures", "reading");
const plainHouse = { language: "en", folders: {}, publications: {} };
const kinds = ["right", "wrong", "missed", "empty"];
/** About the reading and not of the article. */
const passedOver = new Set(["outcome", "diagnostics"]);

const isEmpty = (value) => value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

function judge(read, wanted) {
  if (isDeepStrictEqual(read, wanted)) return isEmpty(wanted) ? "empty" : "right";
  return isEmpty(read) ? "missed" : "wrong";
}

const byField = new Map();
const byLanguage = new Map();
const silent = [];
let [files, refused] = [0, 0];

function count(table, key, kind) {
  const row = table.get(key) ?? { right: 0, wrong: 0, missed: 0, empty: 0 };
  row[kind] += 1;
  table.set(key, row);
}

for (const name of readdirSync(root).sort()) {
  const folder = join(root, name);
  const input = readdirSync(folder).find((file) => file.startsWith("input."));
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
  const house = existsSync(join(folder, "house.json")) ? { ...plainHouse, ...JSON.parse(readFileSync(join(folder, "house.json"), "utf8")) } : plainHouse;
  const reading = readSeed(name + input.slice("input".length), new Uint8Array(readFileSync(join(folder, input))), house);
  files += 1;
  // A file that is rightly refused has no fields.
  const outcome = judge(reading.outcome, expected.outcome ?? "published");
  if (reading.outcome !== "published") refused += 1;
  if (outcome === "wrong") silent.push(`${name}: ${reading.outcome}`);
  if (expected.outcome !== undefined && expected.outcome !== "published") continue;
  const wanted = Array.isArray(expected.articles) ? expected.articles : [expected];
  for (const [index, fields] of wanted.entries()) {
    const article = reading.articles[index]?.article;
    const language = fields.language ?? article?.language ?? "und";
    for (const field of Object.keys(fields).filter((each) => !passedOver.has(each))) {
      const kind = judge(article?.[field], fields[field]);
      count(byField, field, kind);
      count(byLanguage, language, kind);
      if (kind === "wrong" && (article?.diagnostics ?? []).length === 0) silent.push(`${name}: ${field}`);
    }
  }
}

function show(title, table) {
  const rows = [...table].sort(([a], [b]) => (a < b ? -1 : 1));
  const total = Object.fromEntries(kinds.map((kind) => [kind, rows.reduce((sum, [, row]) => sum + row[kind], 0)]));
  console.log(`| ${title.padEnd(14)} | right | wrong | missed | rightly empty | of what is printed |`);
  console.log(`|${"-".repeat(16)}|------:|------:|-------:|--------------:|-------------------:|`);
  for (const [key, row] of [...rows, ["total", total]]) {
    const printed = row.right + row.wrong + row.missed;
    const share = printed === 0 ? "–" : `${((row.right * 100) / printed).toFixed(1)} %`;
    console.log(
      `| ${key.padEnd(14)} | ${String(row.right).padStart(5)} | ${String(row.wrong).padStart(5)} | ${String(row.missed).padStart(6)} | ${String(row.empty).padStart(13)} | ${share.padStart(18)} |`,
    );
  }
  console.log("");
}

console.log(`${files} files, ${refused} of them refused or kept back.\n`);
show("field", byField);
show("language", byLanguage);
if (silent.length > 0) console.log(`Wrong, and nothing said of it:\n${silent.map((each) => `- ${each}`).join("\n")}`);
process.exitCode = silent.length === 0 ? 0 : 1;
