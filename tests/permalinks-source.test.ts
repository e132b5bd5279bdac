/** `"permalinks": "source"`: an article answers at the path at which it stood before. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isArticlePath, isOwnPath, sourcePermalink } from "../src/text/permalink.ts";
import { isPortableName } from "../src/text/portable.ts";
import { folderWith, projectFolder, tearsheet, temporaryFolder } from "./helpers/run.ts";

const pathsIn = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).sort();

describe("the id that an original address gives", () => {
  test.each([
    ["https://courier.example.org/news/ferry.html", "news/ferry"],
    ["https://www.courier.example.org/news/ferry", "news/ferry/index"],
    ["https://courier.example.org/2015/03/07/ferry/?utm_source=mail#top", "2015/03/07/ferry/index"],
    ["http://courier.example.org/story.php", "story.php/index"],
    ["https://courier.example.org/2015/ferry/index.html", "2015/ferry/index"],
    ["https://courier.example.org/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC.html", "новости/паром"],
    ["https://courier.example.org/Archive/Ferry.HTM", "Archive/Ferry.HTM/index"],
  ])("%s → %s", (url, id) => expect(sourcePermalink(url, ["courier.example.org"])).toBe(id));

  test.each([
    ["a query says which article", "https://courier.example.org/article.php?id=12"],
    ["another host", "https://elsewhere.example.org/news/ferry.html"],
    ["the front page", "https://courier.example.org/"],
    ["the archive's own page of a month", "https://courier.example.org/2015/03/"],
    ["the archive's own folder", "https://courier.example.org/Search/index.html"],
    ["a name that Windows keeps", "https://courier.example.org/news/con.html"],
    ["a folder that may be another article's file", "https://courier.example.org/ferry.html/comments"],
    ["a text", "https://courier.example.org/ferry.txt"],
    ["an encoded slash", "https://courier.example.org/a%2Fb.html"],
    ["an encoded way up", "https://courier.example.org/a/%2e%2e%2f%2e%2e/b.html"],
    ["bytes that are no UTF-8", "https://courier.example.org/%FF.html"],
    ["no name", "https://courier.example.org/news/.html"],
    ["no web address", "ftp://courier.example.org/news/ferry.html"],
  ])("none: %s", (_why, url) => expect(sourcePermalink(url, ["courier.example.org"])).toBeNull());

  test("every host where none is named", () => expect(sourcePermalink("https://elsewhere.example.org/news/ferry.html", [])).toBe("news/ferry"));

  test("whatever the address, a path that every file system takes, and that is no page of the archive's own", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("index.html", "2015", "03", "search", "%2e%2e", "a.html", "nul", "..", "authors"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const url = `https://courier.example.org/${parts.join("/")}`;
        const id = URL.canParse(url) ? sourcePermalink(url, []) : null;
        if (id === null) return;
        expect(`${id}.html`.split("/").every(isPortableName), id).toBe(true);
        expect(isArticlePath(`${id}.html`)).toBe(true);
      }),
      { numRuns: Number(process.env["TEARSHEET_RUNS"] ?? 3000) },
    );
  });
});

const article = (headline: string, url: string) => `## ${headline}\n\nBy Jane Roe\n\nSeptember 15, 2021\n\nThe ferry came back on Wednesday.\n\n${url}\n`;
const seeds = {
  "seeds/a.txt": article("Ferry Returns", "https://www.courier.example.org/news/ferry/"),
  "seeds/b.txt": article("Winter Storm", "https://courier.example.org/weather/storm.html"),
  "seeds/c.txt": article("Old Query", "https://courier.example.org/article.php?id=12"),
  "seeds/d.txt": article("Elsewhere", "https://other.example.org/news/elsewhere.html"),
  "seeds/e.txt": article("Twice", "https://courier.example.org/weather/Storm.html"),
};
const config = (more: object) => JSON.stringify({ permalinks: "source", formerHosts: ["courier.example.org"], ...more });

test("articles stand at their former addresses; the others are redirected to", () => {
  const root = folderWith({ ...seeds, "tearsheet.config.json": config({}) });
  expect(tearsheet(["build"], root).status).toBe(0);
  const pages = pathsIn(join(root, "dist")).filter(isArticlePath);
  expect(pages.filter((path) => !path.startsWith("weather/Storm-"))).toEqual([
    "2021/09/15/elsewhere.html",
    "2021/09/15/old-query.html",
    "news/ferry/index.html",
    "weather/storm.html",
  ]);
  // Two that some file system takes for one.
  expect(pages.filter((path) => /^weather\/Storm-[0-9a-f]{6}\.html$/.test(path))).toHaveLength(1);
  expect(readFileSync(join(root, "dist/redirects/nginx.map"), "utf8")).toContain('"/article.php?id=12" "/2021/09/15/old-query.html";');
  expect(readFileSync(join(root, "dist/_redirects"), "utf8")).not.toContain("/news/ferry");
  expect(readFileSync(join(root, "dist/2021/09/index.html"), "utf8")).toContain('href="../../news/ferry/index.html"');
  expect(tearsheet(["inspect", "seeds/b.txt", "--json"], root).out).toContain('"id":"weather/storm"');
});

test("an archive published before keeps its addresses; losses are counted wherever articles stand", () => {
  const root = folderWith(seeds);
  expect(tearsheet(["build"], root).status).toBe(0);
  const settings = folderWith({ "tearsheet.config.json": config({}) });
  expect(tearsheet(["build", "--config", join(settings, "tearsheet.config.json")], root).status).toBe(0);
  expect(pathsIn(join(root, "dist"))).toContain("2021/09/15/ferry-returns.html");
});

test("an article is withdrawn by its former address, and leaves a notice there", () => {
  const root = folderWith({
    ...seeds,
    "tearsheet.config.json": config({}),
    "redactions.yml": "- withdraw: https://courier.example.org/news/ferry/\n",
  });
  expect(tearsheet(["build"], root).status).toBe(0);
  expect(readFileSync(join(root, "dist/news/ferry/index.html"), "utf8")).toContain("This article was withdrawn");
});

test("every page of the archive's own is known as such", () => {
  const out = join(temporaryFolder(), "dist");
  expect(tearsheet(["build", "--out", out, "--no-cache"], projectFolder).status).toBe(0);
  const records = readFileSync(join(out, "data/articles.jsonl"), "utf8").trimEnd().split("\n");
  const articles = new Set(records.map((line) => `${(JSON.parse(line) as { id: string }).id}.html`));
  const pages = pathsIn(out).filter((path) => path.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(100);
  for (const page of pages) expect([page, isOwnPath(page)]).toEqual([page, !articles.has(page)]);
});
