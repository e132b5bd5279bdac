/** The invented archives of `bench/` are the same for the same seed, and are read as they are meant: else the benchmark would measure something else. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { archiveOf } from "../bench/archive/articles.mjs";
import { seedOf } from "../bench/archive/seeds.mjs";
import { countOutputs, unequal } from "../bench/outputs.mjs";
import { median, pairedRatio } from "../bench/statistics.mjs";
import { readSeed } from "../src/parse/read-seed.ts";
import { folderWith } from "./helpers/run.ts";

const house = { language: "en", folders: {}, publications: {} };

/** One digest over all files. */
function digestOf(settings: Parameters<typeof archiveOf>[0]): string {
  const archive = archiveOf(settings);
  const hash = createHash("sha256");
  for (let index = 0; index < settings.count; index += 1) hash.update(seedOf(archive.at(index)).join("\0"));
  return hash.digest("hex");
}

describe("the generator", () => {
  test("writes the same bytes for the same seed, and others for another", () => {
    const settings = { count: 200, seed: 1, languages: 8 };
    expect(digestOf(settings)).toBe(digestOf(settings));
    expect(digestOf(settings)).not.toBe(digestOf({ ...settings, seed: 2 }));
    // Figures of two days can be compared only as long as this stays as it is.
    expect(digestOf(settings)).toMatchInlineSnapshot(`"559b3ffcf0ae18610ba7b8159d3f6cdefbdfda83fef081f65afe3fab65489e80"`);
  });

  test("gives each article a headline of its own, and names earlier articles of the same language", () => {
    const archive = archiveOf({ count: 1500, languages: 8 });
    const articles = Array.from({ length: 1500 }, (_, index) => archive.at(index));
    expect(new Set(articles.map(({ headline }) => headline)).size).toBe(articles.length);
    expect(new Set(articles.map(({ sourceUrl }) => sourceUrl)).size).toBe(articles.length);
    for (const { index, related, language } of articles) {
      for (const other of related) {
        expect(other.index).toBeLessThan(index);
        expect(articles[other.index]).toMatchObject({ headline: other.headline, path: other.path, language });
      }
    }
  });

  test("makes up articles of about 350 words", () => {
    const archive = archiveOf({ count: 400, markdownShare: 0 });
    const words = Array.from({ length: 400 }, (_, index) => archive.at(index).blocks.reduce((sum, { text }) => sum + text.split(" ").length, 0));
    const mean = words.reduce((sum, count) => sum + count, 0) / words.length;
    expect(mean).toBeGreaterThan(320);
    expect(mean).toBeLessThan(380);
  });
});

describe.each([0, 1])("read back, with a share of Markdown of %i", (markdownShare) => {
  const archive = archiveOf({ count: 800, languages: 8, markdownShare });
  const articles = Array.from({ length: 800 }, (_, index) => archive.at(index));

  test.each(["en", "ru", "fr", "de", "es", "ar", "uk", "zh"])("%s: every field as it was meant, without a doubt", (language) => {
    const chosen = articles.filter((article) => article.language === language).slice(0, 25);
    expect(chosen.length).toBe(25);
    for (const meant of chosen) {
      const [path, text] = seedOf(meant);
      const reading = readSeed(path, Buffer.from(text), house);
      expect(reading.articles).toHaveLength(1);
      const read = reading.articles[0]?.article;
      const { headline, date, publication, section, topics, sourceUrl, place } = meant;
      expect({ path, ...read, dateline: read?.dateline?.place?.toUpperCase() ?? null }).toMatchObject({
        ...{ path, language, headline, date, publication, section, topics, sourceUrl },
        dateline: place?.toUpperCase() ?? null,
        authors: [{ name: meant.author }],
        related: meant.related.map((other) => ({ headline: other.headline })),
        figures: [],
        diagnostics: [],
      });
      const listed = meant.blocks.flatMap(({ kind, text: words }) => (kind === "list" ? words.split("\n") : [words]));
      expect(read?.paragraphs).toHaveLength(listed.length);
    }
  });
});

describe("the sums", () => {
  test("a ratio is made of two runs of one round, whatever their order, and its median is taken", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
    const ours = [1, 2, 9].map((wall, round) => ({ round, wall }));
    const theirs = [10, 20, 10].map((wall, round) => ({ round, wall })).reverse();
    expect(pairedRatio(ours, theirs, "wall")).toBe(0.1);
    expect(pairedRatio(ours, theirs.slice(0, 1), "wall")).toBe(0.9);
  });

  test("who makes fewer pages is named; feeds and sitemaps have to be there", () => {
    const kinds = { article: /^\d+\.html$/, sitemap: /^sitemap.*\.xml$/ };
    const all = countOutputs(folderWith({ "1.html": "abc", "2.html": "de", "sitemap-1.xml": "", "sitemap-2.xml": "" }), kinds);
    const same = countOutputs(folderWith({ "1.html": "", "2.html": "", "sitemap.xml": "" }), kinds);
    const less = countOutputs(folderWith({ "1.html": "", "style.css": "" }), kinds);
    expect(all).toEqual({ files: 4, bytes: 5, pages: 2, kinds: { article: 2, sitemap: 2 } });
    expect(unequal({ all, same })).toEqual([]);
    expect(unequal({ all, same, less })).toEqual(["Pages of the kind “article”: 2 by all, 1 by less.", "Pages of the kind “sitemap”: 2 by all, 0 by less."]);
  });
});
