/** Every page of the demonstration archive: valid HTML, no link or fragment that leads nowhere, nothing from elsewhere. */
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import type { Article } from "../src/model/article.ts";
import { demonstrationSite, filesOf } from "./helpers/site.ts";

const site = demonstrationSite();
const files = filesOf(site);
const pages = files.filter((path) => path.endsWith(".html"));
const read = (path: string) => readFileSync(posix.join(site, path), "utf8");

/** Values of an attribute, with the entities that our own escaping makes read back. */
function attributes(html: string, name: string): string[] {
  const plain: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  return [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, "g"))].map((match) =>
    (match[1] ?? "").replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => plain[entity] ?? entity),
  );
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  // A headline is printed as it is, however long.
  rules: { "long-title": "off" },
});

test.each(pages)("%s is valid HTML", (path) => {
  const { results } = validator.validateStringSync(read(path), path);
  expect(results.flatMap(({ messages }) => messages.map(({ line, message, ruleId }) => `${line}: ${message} (${ruleId})`))).toEqual([]);
});

describe("links", () => {
  const ids = new Map(pages.map((path) => [path, new Set(attributes(read(path), "id"))]));

  test.each(pages)("every link of %s leads somewhere", (path) => {
    const html = read(path);
    for (const href of [...attributes(html, "href"), ...attributes(html, "src"), ...attributes(html, "action").filter((each) => each !== "")]) {
      if (/^(?:https?|mailto|tel|ftp):/.test(href)) continue;
      expect(href, "links are relative and explicit").not.toMatch(/^\/|^[a-z]+:|\/$/i);
      const [file = "", fragment] = href.split("#");
      const target = file === "" ? path : posix.normalize(posix.join(posix.dirname(path), decodeURIComponent(file)));
      expect(files, `${path} → ${href}`).toContain(target);
      if (fragment !== undefined) expect(ids.get(target)?.has(decodeURIComponent(fragment)), `${path} → ${href}`).toBe(true);
    }
  });

  test("every page but 404 can be reached from the front page, and those at former addresses lead to one that can", () => {
    const seen = new Set(["index.html"]);
    const waiting = ["index.html"];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      for (const href of [...attributes(read(path), "href"), ...attributes(read(path), "action")]) {
        if (/^[a-z]+:/.test(href) || !/\.html(?:#|$)/.test(href)) continue;
        const target = posix.normalize(posix.join(posix.dirname(path), decodeURIComponent(href.split("#")[0] ?? "")));
        if (seen.has(target)) continue;
        seen.add(target);
        waiting.push(target);
      }
    }
    const apart = pages.filter((path) => !seen.has(path));
    const former = apart.filter((path) => /<meta name="robots" content="noindex">/.test(read(path)) && path !== "404.html");
    expect(apart.filter((path) => !former.includes(path))).toEqual(["404.html"]);
    const leads = (path: string) =>
      attributes(read(path).replace(/^[\s\S]*<div class="ways">/, ""), "href").map((href) => posix.join(posix.dirname(path), decodeURIComponent(href)));
    expect(former.length).toBeGreaterThan(0);
    for (const path of former) expect(seen.has(leads(path)[0] ?? ""), path).toBe(true);
  });
});

const ownScripts: Readonly<Record<string, readonly string[]>> = {
  "search/index.html": ['<script src="../assets/search.js" defer></script>', '<script src="index.js" defer data-search="index"></script>'],
  "by-url/index.html": ['<script src="../assets/by-url.js" defer></script>'],
};

test.each(pages)("%s runs no script but the search pages and articles their own, loads nothing from elsewhere, and has one h1", (path) => {
  // A data block runs nothing (HTML Living Standard 4.12.1), and no "<" in it can end it.
  let html = read(path).replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, "");
  // Three kinds of pages have scripts, which are files of the archive, and a policy that allows none from elsewhere.
  for (const own of ownScripts[path] ?? []) {
    expect(html).toContain(own);
    html = html.replace(own, "");
  }
  if (/^(?:\d{4}|undated)\/.*(?<!\/index)\.html$/.test(path)) html = html.replace(/<script src="(?:\.\.\/)+assets\/page\.js" defer><\/script>/, "");
  expect(html).not.toMatch(/<script|<iframe|<object|<embed|\son\w+="|\sstyle="|<style|javascript:/i);
  for (const [tag] of html.matchAll(/<(?:img|link rel="(?:stylesheet|icon|preload)")[^>]*>/g)) expect(tag).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
});

test("every word of every article's record is on its page", () => {
  const words = (text: string) => text.replace(/<sup>.*?<\/sup>|<[^>]*>|&[a-z#0-9]+;/g, "").replace(/[^\p{L}\p{N}]+/gu, "");
  for (const line of read("data/articles.jsonl").trimEnd().split("\n")) {
    const record = JSON.parse(line) as Article;
    const {
      id,
      headline,
      kicker,
      deck,
      byline,
      paragraphs,
      figures,
      related,
      sourceUrl,
      corrections,
      notes,
      boilerplate,
      dateline,
      topics,
      section,
      publication,
    } = record;
    const remarks = [...corrections, ...notes, ...boilerplate].map(({ text }) => text);
    const pictures = figures.flatMap(({ caption, credit }) => [caption, credit]);
    const texts = [
      headline,
      kicker,
      deck,
      byline,
      dateline?.asPrinted,
      section,
      publication,
      sourceUrl,
      ...topics,
      ...paragraphs,
      ...pictures,
      ...related.map((each) => each.headline),
      ...remarks,
    ];
    const html = words(read(`${id}.html`));
    for (const text of texts)
      for (const row of (text ?? "").split("\n")) expect(html, `${id}: ${row.slice(0, 60)}`).toContain(words(row.replaceAll(" | ", "")));
  }
});
