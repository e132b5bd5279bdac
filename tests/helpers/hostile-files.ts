/** Every published file that is no page: whether each is what its ending says, whatever the seeds held. Knows kinds, not names. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { inBrowser, type faultsOfXml as OfXml } from "./in-browser.ts";

/** In the browser, where `inBrowser` has put it. */
declare const faultsOfXml: typeof OfXml;

/** Files that are copied as they are. */
const copied = /\.(?:gif|png|jpe?g|webp|avif|woff2?|wasm|ico)$|^assets\/style\.css$|^data\/.*\.schema\.json$/;

/** What may stand in no text file: what XML 1.0 and HTML forbid, and what turns the direction of a line that is all structure. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

type Judge = (text: string) => string[];

const judges: Readonly<Record<string, Judge>> = {
  json: (text) => {
    const data: unknown = JSON.parse(text);
    return armedIn(data);
  },
  jsonl: (text) =>
    text
      .trimEnd()
      .split("\n")
      .flatMap((line) => (line === "" ? [] : armedIn(JSON.parse(line)))),
  csv: (text) =>
    cellsOf(text.replace(/^\ufeff/, "")).flatMap((cell) =>
      /^[=+@\t\r-]/.test(cell) && !/^-?[\d.,]+$/.test(cell) ? [`a cell that a spreadsheet would run: ${cell.slice(0, 60)}`] : [],
    ),
};

/** HTML inside JSON (`content_html` of a JSON feed) has to be as harmless as that of a page. */
function armedIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return /html$/i.test(key) ? armedHtml(value) : [];
  return value !== null && typeof value === "object" ? Object.entries(value).flatMap(([name, each]) => armedIn(each, name)) : [];
}

/** A tag that runs or loads something, outside of a comment or an attribute: our own writers escape every `<` that is no tag of theirs. */
function armedHtml(html: string): string[] {
  return [...html.matchAll(/<(?:[^>"]|"[^"]*")*>/g)].flatMap(([tag]) =>
    /^<(?:script|style|iframe|object|embed|base|meta|link|form|svg|math)\b|\son\w+=|\sstyle=|(?:href|src)="\s*(?!https?:|mailto:|tel:|ftp:|#|[^":]*")/i.test(
      tag,
    )
      ? [`armed HTML: ${tag.slice(0, 80)}`]
      : [],
  );
}

/** The cells of a CSV (RFC 4180). Throws where it is none. */
function cellsOf(text: string): string[] {
  const cells: string[] = [];
  let end = 0;
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    end = match.index + match[0].length;
    if (end >= text.length) break;
  }
  if (end < text.length) throw new Error(`no CSV at character ${end}`);
  return cells;
}

const isXml = (path: string) => /\.(?:xml|rss|atom|svg|xsl|opf|rdf)$/.test(path);

/** What is wrong with the files, in words. */
export async function faultsOf(folder: string, paths: readonly string[], browser: Browser, origin: string): Promise<string[]> {
  const faults: string[] = [];
  const context = await browser.newContext();
  await context.addInitScript(inBrowser);
  await context.exposeBinding("__xss", (_source, number: unknown) => void faults.push(`payload ${number} ran in a file`));
  const page = await context.newPage();
  await page.goto(`${origin}/looking-glass`);
  for (const path of paths.filter((each) => !copied.test(each))) {
    const say = (what: string) => faults.push(`${path}: ${what}`);
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(join(folder, path)));
      const bad = forbidden.exec(text);
      if (bad !== null) say(`the character U+${bad[0].charCodeAt(0).toString(16)}`);
      for (const what of judges[path.split(".").at(-1) ?? ""]?.(text) ?? []) say(what);
      if (isXml(path)) for (const what of await page.evaluate((xml) => faultsOfXml(xml), text)) say(what);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
  for (const path of paths.filter(isXml).slice(0, 20)) await page.goto(`${origin}/${path.split("/").map(encodeURIComponent).join("/")}`).catch(() => {});
  await context.close();
  return faults;
}
