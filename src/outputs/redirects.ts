/** From former addresses to the archive's, for the hosts that the owner names in `formerHosts`. May import: model, text, formats, outputs. */
import { apacheRules, decoded, nginxMap, type Redirect, redirectFrom, redirectsFile } from "../formats/redirects.ts";
import type { Archive, Card } from "../model/archive.ts";
import type { Bodies, Frame, Output, Site } from "../model/page.ts";
import { hostOf, parseUrl, siteUrl } from "../text/url.ts";
import { fileKind } from "./made.ts";
import { articlePath } from "./paths.ts";
import { listPaths } from "./sitemaps.ts";

const netlify = fileKind("redirects", printRedirects);
const nginx = fileKind("nginx-map", printMap);
const apache = fileKind("apache-rules", printRules);

export const redirects: Output = {
  name: "redirects",
  kinds: [netlify, nginx, apache],
  *pages(archive, site, bodies) {
    if (site.formerHosts.length === 0) return;
    const found = redirectsOf(archive, site, bodies);
    yield netlify.file("_redirects", () => found);
    yield nginx.file("redirects/nginx.map", () => found);
    yield apache.file("redirects/apache.htaccess", () => found);
  },
};

interface Found {
  readonly kept: readonly Redirect[];
  /** How many were left out. */
  readonly left: number;
}

function printRedirects({ kept, left }: Found, { site }: Frame) {
  const plain = kept.filter(({ query }) => query === "").length;
  return redirectsFile(kept, note(plain, left + kept.length - plain, site));
}

function printMap({ kept, left }: Found, { site }: Frame) {
  return nginxMap(kept, note(kept.length, left, site));
}

function printRules({ kept, left }: Found, { site }: Frame) {
  return apacheRules(kept, note(kept.length, left, site));
}

function note(lines: number, left: number, site: Site): string {
  return `${lines} former addresses of ${site.formerHosts.map(printable).join(", ")}; ${left} left out (not safe to write here, of several articles, or of a page of the archive).`;
}

/**
 * The former addresses that can be written down, in the order of the archive, and how many cannot. One that several articles claim leads to none of them;
 * one at which the archive has a page of its own stays that page's.
 */
function redirectsOf(archive: Archive, site: Site, bodies: Bodies): Found {
  const isOwn = ownAddresses(archive, site, bodies);
  const hosts = new Set(site.formerHosts);
  const former = archive.articles.filter(({ sourceUrl }) => hosts.has(hostOf(sourceUrl ?? "") ?? ""));
  const moved = former.filter((card) => !answersItself(card, site));
  const found = moved.flatMap((card) => redirectFrom(card.sourceUrl ?? "", targetOf(card, site)) ?? []);
  const claims = new Map<string, number>();
  for (const redirect of found) claims.set(keyOf(redirect), (claims.get(keyOf(redirect)) ?? 0) + 1);
  const kept = found.filter((redirect) => claims.get(keyOf(redirect)) === 1 && !isOwn(redirect.path));
  return { kept, left: moved.length - kept.length };
}

/** Whether the article stands at the path of its original address, so that nothing has to lead to it. */
function answersItself({ id, sourceUrl }: Card, site: Site): boolean {
  if (site.baseUrl !== null && new URL(site.baseUrl).pathname !== "/") return false;
  const source = parseUrl(sourceUrl ?? "");
  return source !== null && source.search === "" && foldPath(source.pathname) === foldPath(`/${articlePath(id)}`);
}

function targetOf(card: Card, site: Site): string {
  const path = articlePath(card.id);
  return siteUrl(site.baseUrl, path) ?? siteUrl("", path) ?? "";
}

/** Folders and files of the archive that are no pages. */
const ownFiles =
  /^\/(?:(?:assets|citations|data|feeds|pictures|redirects|search)(?:\/|$)|(?:404|_redirects|robots\.txt|manifest-sha256\.txt|opensearch\.xml|sitemap[^/]*\.xml)$)/;

/** Whether a host may answer an address with a page of the archive: with or without `index.html`, `.html`, a slash at the end. */
function ownAddresses(archive: Archive, site: Site, bodies: Bodies): (path: string) => boolean {
  const top = site.baseUrl === null ? "" : foldPath(new URL(site.baseUrl).pathname).replace(/\/$/, "");
  const paths = [...listPaths(archive, site, bodies), ...archive.articles.map(({ id }) => articlePath(id))];
  const own = new Set(["/", ...paths.map((path) => foldPath(`${top}/${path}`))]);
  return (path) => {
    const folded = foldPath(path);
    return own.has(folded) || (folded.startsWith(top) && ownFiles.test(folded.slice(top.length)));
  };
}

function foldPath(path: string): string {
  const plain = (decoded(path) ?? path).normalize("NFC").toLowerCase();
  return plain.replace(/(?:\/index)?(?:\.html)?$/, "").replace(/\/+$/, "") || "/";
}

/** nginx compares without regard to case. */
function keyOf({ path, query }: Redirect): string {
  return `${path}?${query}`.toLowerCase();
}

/** Settings are the owner's; even so, no line end of theirs ends a comment. */
function printable(host: string): string {
  return host.replace(/[^\w.:-]/gu, "?");
}
