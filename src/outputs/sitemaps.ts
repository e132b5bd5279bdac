/** Sitemaps by year, their index, and robots.txt; only where the archive has a base URL, since they know no other addresses. May import: model, text, formats, outputs. */
import { cutForSitemaps, robotsTxt, type SitemapPage, sitemap, sitemapIndex } from "../formats/sitemap.ts";
import type { Archive, Card } from "../model/archive.ts";
import type { Bodies, Frame, Output, Page, Site } from "../model/page.ts";
import { siteUrl } from "../text/url.ts";
import { coveragePage } from "./coverage-page.ts";
import { dayPages } from "./day-pages.ts";
import { frontPage } from "./front-page.ts";
import { groupPages } from "./group-pages.ts";
import { headlinePages } from "./headline-pages.ts";
import { isWanted } from "./left-out.ts";
import { fileKind } from "./made.ts";
import { articlePath } from "./paths.ts";
import { periodPages } from "./period-pages.ts";
import { threadPages } from "./thread-pages.ts";
import { wantedPages } from "./wanted-pages.ts";
import { yearsPage } from "./years-page.ts";

const indexPath = "sitemap.xml";

const map = fileKind("sitemap", printSitemap);
const index = fileKind("sitemap-index", printIndex);
const robots = fileKind("robots", printRobots);

export const sitemaps: Output = {
  name: "sitemaps",
  kinds: [map, index, robots],
  *pages(archive, site, bodies) {
    if (site.baseUrl === null) return;
    const files = [...listFiles(archive, site, site.baseUrl, bodies), ...articleFiles(archive, site.baseUrl)];
    yield* files;
    yield index.file(indexPath, () => files.map(({ path }) => path));
    yield robots.file("robots.txt", () => null);
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
export function* listPaths(archive: Archive, site: Site, bodies: Bodies): Iterable<string> {
  for (const output of [
    frontPage,
    yearsPage,
    periodPages,
    dayPages,
    groupPages,
    ...(isWanted(site, "headlines") ? [headlinePages] : []),
    threadPages,
    coveragePage,
    wantedPages,
  ])
    for (const page of output.pages(archive, site, bodies, null)) if ("template" in page) yield page.path;
}

function listFiles(archive: Archive, site: Site, baseUrl: string, bodies: Bodies): Page[] {
  return filesOf(
    "lists",
    [...listPaths(archive, site, bodies)].map((path) => ({ path, changed: null })),
    baseUrl,
  );
}

function articleFiles({ years, undated }: Archive, baseUrl: string): Page[] {
  const named = (cards: readonly Card[]) => cards.map(({ id, updated, date }): Named => ({ path: articlePath(id), changed: updated ?? date }));
  return [...years.flatMap(({ date, articles }) => filesOf(date, named(articles), baseUrl)), ...filesOf("undated", named(undated), baseUrl)];
}

/** `sitemap-2021.xml`, and `sitemap-2021-2.xml` where one is too long. All stand at the top: a sitemap speaks for its own folder only. */
function filesOf(name: string, pages: readonly Named[], baseUrl: string): Page[] {
  return cutForSitemaps(pages, (page) => sitemapPage(page, baseUrl)).map((own, place) =>
    map.file(`sitemap-${name}${place === 0 ? "" : `-${place + 1}`}.xml`, () => own),
  );
}
