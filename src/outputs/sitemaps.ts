/** Sitemaps by year, their index, and robots.txt; only where the archive has a base URL, since they know no other addresses. May import: model, text, formats, outputs. */
import { cutForSitemaps, robotsTxt, type SitemapPage, sitemap, sitemapIndex } from "../formats/sitemap.ts";
import type { Archive, Card } from "../model/archive.ts";
import type { Frame, Output, Page, Site } from "../model/page.ts";
import { siteUrl } from "../text/url.ts";
import { frontPage } from "./front-page.ts";
import { groupPages } from "./group-pages.ts";
import { headlinePages } from "./headline-pages.ts";
import { frameOf, madeFile } from "./made.ts";
import { articlePath } from "./paths.ts";
import { periodPages } from "./period-pages.ts";

const indexPath = "sitemap.xml";

export const sitemaps: Output = {
  name: "sitemaps",
  templates: [],
  *pages(archive, site) {
    if (site.baseUrl === null) return;
    const frame = frameOf(archive, site);
    const files = [...listFiles(frame, archive, site.baseUrl), ...articleFiles(frame, archive, site.baseUrl)];
    yield* files;
    yield madeFile(frame, indexPath, printIndex, () => files.map(({ path }) => path));
    yield madeFile(frame, "robots.txt", printRobots, () => null);
  },
};

function printIndex(paths: readonly string[], { site }: Frame): string {
  return sitemapIndex(paths.map((path) => siteUrl(site.baseUrl, path) ?? ""));
}

function printRobots(_: null, { site }: Frame): string {
  return robotsTxt(siteUrl(site.baseUrl, indexPath) ?? "");
}

/** A page of the archive as a sitemap names it. */
interface Named {
  readonly path: string;
  readonly changed: string | null;
}

function printSitemap(pages: readonly Named[], { site }: Frame): string {
  return sitemap(pages.map((page) => sitemapPage(page, site.baseUrl)));
}

function sitemapPage({ path, changed }: Named, baseUrl: string | null): SitemapPage {
  return { url: siteUrl(baseUrl, path) ?? "", changed };
}

/** Paths of the pages that list articles. */
export function* listPaths(archive: Archive, site: Site): Iterable<string> {
  for (const output of [frontPage, periodPages, groupPages, headlinePages])
    for (const page of output.pages(archive, site)) if ("template" in page) yield page.path;
}

function listFiles(frame: Frame, archive: Archive, baseUrl: string): Page[] {
  return filesOf(
    frame,
    "lists",
    [...listPaths(archive, frame.site)].map((path) => ({ path, changed: null })),
    baseUrl,
  );
}

function articleFiles(frame: Frame, { years, undated }: Archive, baseUrl: string): Page[] {
  const named = (cards: readonly Card[]) => cards.map(({ id, updated, date }): Named => ({ path: articlePath(id), changed: updated ?? date }));
  return [...years.flatMap(({ date, articles }) => filesOf(frame, date, named(articles), baseUrl)), ...filesOf(frame, "undated", named(undated), baseUrl)];
}

/** `sitemap-2021.xml`, and `sitemap-2021-2.xml` where one is too long. All stand at the top: a sitemap speaks for its own folder only. */
function filesOf(frame: Frame, name: string, pages: readonly Named[], baseUrl: string): Page[] {
  return cutForSitemaps(pages, (page) => sitemapPage(page, baseUrl)).map((own, index) =>
    madeFile(frame, `sitemap-${name}${index === 0 ? "" : `-${index + 1}`}.xml`, printSitemap, () => own),
  );
}
