/** Reads dates in the time zone of this process (`TZ`) and prints each that came out as another day; at the end how many were read. */
import process from "node:process";
import { readSeed } from "../../lib/parse/read-seed.js";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const house = { language: "en", folders: {}, publications: {} };
const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year, month) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
const two = (n) => String(n).padStart(2, "0");

let seed = 11;
const below = (limit) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * limit);
};

let read = 0;
for (let index = 0; index < Number(process.argv[2]); index += 1) {
  const [year, month, day] = [1850 + below(176), 1 + below(12), 1 + below(31)];
  const iso = `${year}-${two(month)}-${two(day)}`;
  const clock = `${two(below(24))}:${two(below(60))}`;
  const offset = `${below(2) === 0 ? "+" : "-"}${two(below(14))}:${["00", "30", "45"][below(3)]}`;
  const text = "The ferry came back, and the harbour was full of people.\n";
  const [path, file] = [
    ["a.txt", `## A\n\n${months[month - 1]} ${day}, ${year}\n\n${text}`],
    ["a.md", `---\ntitle: A\ndate: ${iso}\n---\n\n${text}`],
    ["a.md", `---\ntitle: A\ndate: ${iso}T${clock}:00${offset}\n---\n\n${text}`],
    ["a.md", `---\ntitle: A\ndate: ${iso} ${clock}\n---\n\n${text}`],
    ["a.md", `+++\ntitle = "A"\ndate = ${iso}\n+++\n\n${text}`],
    [`${iso}-a.txt`, `## A\n\n${text}`],
  ][index % 6];
  const { articles, outcome, diagnostics } = readSeed(path, Buffer.from(file), house);
  const date = articles[0]?.article.date ?? null;
  const isPossible = day <= daysIn(year, month);
  const isSaid = outcome === "refused" ? diagnostics.length > 0 : articles[0].article.diagnostics.some(({ code }) => code.startsWith("date-"));
  read += 1;
  if (isPossible ? date?.slice(0, 10) !== iso : date !== null || !isSaid) process.stdout.write(`${JSON.stringify(file.slice(0, 60))} ${path} → ${date}\n`);
}
process.stdout.write(`${read}\n`);
