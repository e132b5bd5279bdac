/** Whatever leads away from an article says where its copy is (Robust Links 1.0), and the article's foot leads there; the record stays as it was written. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { expect, test } from "vitest";
import { folderWith, tearsheet } from "./helpers/run.ts";

const text = `The weir was opened, says [the board](https://water.example.org/press?id=5&x=1#top), as [we said](https://courier.example.org/mill).
Write [to us](mailto:desk@example.org), or look at the [board](https://water.example.org/press?id=5&x=1#top) again.`;
const front = (lines: string) => `---\n${lines}\n---\n`;
const seeds = {
  "seeds/weir.md": `${front("title: The Weir\ndate: 2021-09-15\nsource: https://courier.example.org/weir")}${text}\n\nRelated: [The Flood](https://paper.example.org/flood)\n`,
  "seeds/mill.md": `${front("title: The Mill\ndate: September 2021\nsource: https://courier.example.org/mill")}The mill was sold. [Who bought it](https://land.example.org/a"b).\n`,
  "seeds/quay.md": `${front("title: The Quay")}No date stands here, and [one link](https://quay.example.org/).\n`,
  "seeds/plain.md": `${front("title: The Orchard\ndate: 2021-10-02")}Nothing leads away from here but [the weir](https://courier.example.org/weir).\n`,
};

/** Builds the archive, and reads from it. */
function builtArchive(): (path: string) => string {
  const root = folderWith(seeds);
  const { status, err } = tearsheet(["build"], root);
  expect(status, err).toBe(0);
  return (path) => readFileSync(join(root, "dist", path), "utf8");
}

const unescaped = (html: string) => html.replace(/&(?:amp|#x26);/g, "&");
/** Of each link that leads away: its address, and the three attributes of the convention. */
const robust = (html: string) =>
  [
    ...html.matchAll(
      /<a href="(https:[^"]*)" rel="external noopener noreferrer" data-originalurl="([^"]*)" data-versionurl="([^"]*)"(?: data-versiondate="([^"]*)")?>/g,
    ),
  ].map(([, ...values]) => values.map((value) => (value === undefined ? null : unescaped(value))));
const copies = (html: string) => {
  const [part = ""] = /<details class="copies"[\s\S]*?<\/details>/.exec(html) ?? [];
  return [...part.matchAll(/<li><a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href = "", name = ""]) => [unescaped(href), unescaped(name)]);
};

test("links of the text, related articles that are not here, the original", () => {
  const page = builtArchive();
  const html = page("2021/09/15/the-weir.html");
  const at = (url: string) => [url, url, `https://web.archive.org/web/20210915/${url}`, "2021-09-15"];
  const [press, flood, own] = [
    at("https://water.example.org/press?id=5&x=1#top"),
    at("https://paper.example.org/flood"),
    at("https://courier.example.org/weir"),
  ];
  expect(robust(html)).toEqual([press, press, flood, own]);
  expect(copies(html)).toEqual([press, flood].map(([url, , copy]) => [copy, url]));
  expect(html).toContain('<a href="../the-mill.html">we said</a>');
  expect(html).toContain('<a href="mailto:desk@example.org">');
  const { results } = new HtmlValidate({ extends: ["html-validate:recommended"] }).validateStringSync(html);
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
});

test("a date that is known to the month, or not at all, is given as far as it is known", () => {
  const page = builtArchive();
  expect(robust(page("2021/09/the-mill.html")).map(([, , copy, day]) => [copy, day])).toContainEqual([
    "https://web.archive.org/web/202109/https://courier.example.org/mill",
    null,
  ]);
  expect(robust(page("undated/the-quay.html"))).toEqual([
    ["https://quay.example.org/", "https://quay.example.org/", "https://web.archive.org/web/https://quay.example.org/", null],
  ]);
  expect(page("undated/the-quay.html")).toContain("Each leads to the newest copy");
});

test("an article that leads nowhere else has nothing of it", () => {
  const page = builtArchive();
  const html = page("2021/10/02/the-orchard.html");
  expect(html).toContain('<a href="../../09/15/the-weir.html">the weir</a>');
  expect(html).not.toMatch(/data-originalurl|web\.archive\.org|class="copies"/);
});

test("the record is what the file says", () => {
  const page = builtArchive();
  const records = page("data/articles.jsonl")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { headline: string; body: string });
  expect(records.find(({ headline }) => headline === "The Weir")?.body.trim()).toBe(text);
  expect(page("data/articles.jsonl")).not.toContain("web.archive.org");
});
