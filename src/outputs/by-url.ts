/** Where an article of a former address is now: a page that looks it up in the reader's browser, and what it looks in. May import: model, text, search, outputs. */
import type { Archive } from "../model/archive.ts";
import type { Frame, Output, Site } from "../model/page.ts";
import { type UrlEntry, urlFileCount, urlFileName, urlFolder } from "../search/by-url.ts";
import { printFile } from "../search/files.ts";
import { groupedBy } from "../text/grouped.ts";
import { relativeHref, urlKey } from "../text/url.ts";
import { isWanted } from "./left-out.ts";
import { fileKind, pageKind } from "./made.ts";
import { byUrlPath, byUrlScriptPath } from "./paths.ts";
import { shell } from "./shell.ts";

const page = pageKind("by-url", view);
const part = fileKind("by-url-part", printPart);

export const byUrl: Output = {
  name: "by-url",
  kinds: [page, part],
  *pages(archive) {
    const entries = entriesOf(archive);
    if (entries.length === 0) return;
    yield page.page(byUrlPath, () => null);
    yield { path: byUrlScriptPath, copyOf: { from: "program", path: "lib/bin/by-url.js" } };
    const files = urlFileCount(entries.length);
    const byFile = groupedBy(entries, ([key]) => urlFileName(key, files));
    yield file("index", files);
    for (let number = 0; number < files; number += 1) yield file(number.toString(16), byFile.get(number.toString(16)) ?? []);
  },
};

/** Whether an archive has the page: articles say where they stood before, and its owner wants it. */
export function hasByUrl({ articles }: Archive, site: Site): boolean {
  return isWanted(site, "by-url") && articles.some(({ sourceUrl }) => sourceUrl !== null && urlKey(sourceUrl) !== null);
}

/** In the order of their keys; of one address, in that of the archive. */
function entriesOf({ articles }: Archive): UrlEntry[] {
  const entries = articles.flatMap(({ id, sourceUrl, listed }): UrlEntry[] => {
    const key = sourceUrl === null ? null : urlKey(sourceUrl);
    return key === null ? [] : [[key, id, listed.title, listed.language]];
  });
  return entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function file(name: string, content: unknown) {
  return part.file(`${urlFolder}/${name}.js`, (): Part => ({ name, content }));
}

interface Part {
  readonly name: string;
  readonly content: unknown;
}

function printPart({ name, content }: Part): string {
  return printFile(name, content);
}

function view(_: null, frame: Frame, path: string) {
  const common = shell(frame, path, "", "", true);
  return {
    ...common,
    script: relativeHref(path, byUrlScriptPath),
    table: isWanted(frame.site, "data") ? relativeHref(path, "data/articles.csv") : null,
  };
}
