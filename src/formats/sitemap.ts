/** Sitemaps and robots.txt: what a search engine is told of the archive's pages. May import: model, text. */
import type { CivilDate } from "../model/article.ts";
import { partsOf } from "../text/civil-date.ts";
import { rfc3339 } from "../text/timestamps.ts";
import { escapeXml } from "../text/xml.ts";

/** A page in a sitemap. */
export interface SitemapPage {
  /** Absolute. */
  readonly url: string;
  /** When its article was changed last; told only where it is known to the day. */
  readonly changed: CivilDate | null;
}

const head = `<?xml version="1.0" encoding="UTF-8"?>\n`;
const namespace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`;

/** What one file may hold: 50,000 addresses, and 50 MB before compression (of a million bytes; the protocol's are larger). */
const mostPages = 50_000;
const mostBytes = 50_000_000;

/** A sitemap (sitemaps.org protocol 0.9) of pages that are few enough for one. */
export function sitemap(pages: readonly SitemapPage[]): string {
  return `${head}<urlset ${namespace}>\n${pages.map(pageElement).join("")}</urlset>\n`;
}

/** The index of all sitemaps (sitemaps.org protocol 0.9). */
export function sitemapIndex(urls: readonly string[]): string {
  return `${head}<sitemapindex ${namespace}>\n${urls.map((url) => `<sitemap><loc>${escapeXml(url)}</loc></sitemap>\n`).join("")}</sitemapindex>\n`;
}

/** `robots.txt` (RFC 9309): everything may be read, and here is the list. */
export function robotsTxt(sitemapUrl: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemapUrl}\n`;
}

/** Cuts a list where a file would become too long, by addresses or by bytes. */
export function cutForSitemaps<T>(items: readonly T[], pageOf: (item: T) => SitemapPage, limits = { pages: mostPages, bytes: mostBytes }): T[][] {
  const frame = 200;
  // Nearly all are far from any limit: an address has at most so many bytes.
  const atMost = items.reduce((sum, item) => sum + frame + 6 * pageOf(item).url.length, frame);
  if (items.length > 0 && items.length <= limits.pages && atMost <= limits.bytes) return [[...items]];
  const files: T[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const own = Buffer.byteLength(pageElement(pageOf(item)));
    const open = files.at(-1);
    if (open === undefined || open.length >= limits.pages || bytes + own > limits.bytes) {
      files.push([item]);
      bytes = frame + own;
    } else {
      open.push(item);
      bytes += own;
    }
  }
  return files;
}

function pageElement({ url, changed }: SitemapPage): string {
  const parts = partsOf(changed ?? "");
  const instant = rfc3339(changed ?? "");
  // The schema of the protocol takes a day or an instant, and nothing less precise.
  const lastmod = parts === null || instant === null || parts.day === null ? "" : `<lastmod>${parts.time === null ? instant.slice(0, 10) : instant}</lastmod>`;
  return `<url><loc>${escapeXml(url)}</loc>${lastmod}</url>\n`;
}
