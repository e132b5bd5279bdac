/** `03/04/2019`, settled by the other files of its folder, or left open. */
import { expect, test } from "vitest";
import { folderWith, tearsheet } from "./helpers/run.ts";

const clipping = (headline: string, date: string) =>
  `## ${headline}\n\nBy Jane Roe\n\n${date}\n\nThe ferry came back, and the harbour was full of people who had waited.\n`;

/** The records of an archive by file. */
function published(files: Readonly<Record<string, string>>) {
  const root = folderWith(Object.fromEntries(Object.entries(files).map(([name, date], index) => [`seeds/${name}`, clipping(`Article ${index}`, date)])));
  const { out } = tearsheet(["build", "--json"], root);
  const { diagnostics } = JSON.parse(out) as { diagnostics: { code: string; file: string; message: string }[] };
  const about = (file: string) => diagnostics.filter((each) => each.file === file);
  const shown = (file: string) => JSON.parse(tearsheet(["inspect", "--json", `seeds/${file}`], root).out) as { date: string | null };
  return { root, about, shown };
}

const dayFirst = { "p/a.txt": "15/09/2021", "p/b.txt": "Tuesday, 21/09/2021", "p/c.txt": "30/11/2021 12:30" };

test("three that agree settle it, and that is said", () => {
  const { root, about, shown } = published({ ...dayFirst, "p/d.txt": "03/04/2019" });
  expect(about("p/d.txt").map(({ code, message }) => [code, message])).toEqual([
    ["date-settled", "“03/04/2019” was read as 2019-04-03, as 3 other files of the folder print the day first."],
  ]);
  // One file alone does not know its siblings.
  expect(shown("p/d.txt").date).toBe(null);
  const { out } = tearsheet(["check", "--json"], root);
  expect(out).toContain("date-settled");
});

test("the record has the date, the address and the reason", async () => {
  const { root } = published({ "p/a.txt": "09/15/2021", "p/b.txt": "09/21/2021", "p/c.txt": "11/30/2021", "p/d.txt": "03/04/2019" });
  const { readFileSync } = await import("node:fs");
  const lines = readFileSync(`${root}/dist/data/articles.jsonl`, "utf8").trim().split("\n");
  const record = lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ file }) => file === "p/d.txt");
  expect(record).toMatchObject({
    id: "2019/03/04/article-3",
    date: "2019-03-04",
    dateAsPrinted: "03/04/2019",
    provenance: { date: { lines: [5, 5], rule: "siblings", confidence: "inferred" } },
    diagnostics: [{ code: "date-settled", severity: "info", line: 5 }],
  });
});

test.each([
  ["two are too few", { "p/a.txt": "15/09/2021", "p/b.txt": "21/09/2021" }],
  ["one that differs", { ...dayFirst, "p/e.txt": "09/15/2021" }],
  ["another folder", { "q/a.txt": "15/09/2021", "q/b.txt": "21/09/2021", "q/c.txt": "30/11/2021" }],
  ["another shape", { "p/a.txt": "15.09.2021", "p/b.txt": "21.09.2021", "p/c.txt": "30.11.2021" }],
  ["others that are as doubtful", { "p/a.txt": "01/02/2021", "p/b.txt": "02/03/2021", "p/c.txt": "04/05/2021" }],
] as [string, Readonly<Record<string, string>>][])("%s", (_name, files) => {
  const { about } = published({ ...files, "p/d.txt": "03/04/2019" });
  expect(about("p/d.txt").map(({ code }) => code)).toEqual(["date-ambiguous"]);
});
