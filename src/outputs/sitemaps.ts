/** Sitemaps by year, their index, and robots.txt; only where the archive has a base URL, since they know no other addresses. May import: model, text, formats, outputs. */
import { cutForSitemaps, robotsTxt, type SitemapPage, sitemap, sitemapIndex } from "../formats/sitemap.ts";
import type { Archive, Card } from "../model/archive.ts";
import type { Output, Page, Site } from "../model/page.ts";
import { siteUrl } from "../text/url.ts";
import { frontPage } from "./front-page.ts";
import { groupPages } from "./group-pages.ts";
import { headlinePages } from "./headline-pages.ts";
import { articlePath } from "./paths.ts";
import { periodPages } from "./period-pages.ts";

const indexPath = "sitemap.xml";

export const sitemaps: Output = {
  name: "sitemaps",
  templates: [],
  *pages(archive, site) {
    const { baseUrl } = site;
    if (baseUrl === null) return;
    const files = [...listFiles(archive, site, baseUrl), ...articleFiles(archive, baseUrl)];
    yield* files;
    yield { path: indexPath, text: () => sitemapIndex(files.map(({ path }) => siteUrl(baseUrl, path) ?? "")) };
    yield { path: "robots.txt", text: () => robotsTxt(siteUrl(baseUrl, indexPath) ?? "") };
  },
};

/** Paths of the pages that list articles. */
export function* listPaths(archive: Archive, site: Site): Iterable<string> {
  for (const output of [frontPage, periodPages, groupPages, headlinePages])
    for (const page of output.pages(archive, site)) if ("template" in page) yield page.path;
}

function listFiles(archive: Archive, site: Site, baseUrl: string): Page[] {
  const pageOf = (path: string): SitemapPage => ({ url: siteUrl(baseUrl, path) ?? "", changed: null });
  return filesOf("lists", [...listPaths(archive, site)], pageOf);
}

function articleFiles({ years, undated }: Archive, baseUrl: string): Page[] {
  const pageOf = (card: Card): SitemapPage => ({ url: siteUrl(baseUrl, articlePath(card.id)) ?? "", changed: card.updated ?? card.date });
  return [...years.flatMap(({ date, articles }) => filesOf(date, articles, pageOf)), ...filesOf("undated", undated, pageOf)];
}

/** `sitemap-2021.xml`, and `sitemap-2021-2.xml` where one is too long. All stand at the top: a sitemap speaks for its own folder only. */
function filesOf<T>(name: string, items: readonly T[], pageOf: (item: T) => SitemapPage): Page[] {
  return cutForSitemaps(items, pageOf).map((own, index) => ({
    path: `sitemap-${name}${index === 0 ? "" : `-${index + 1}`}.xml`,
    text: () => sitemap(own.map(pageOf)),
  }));
}
