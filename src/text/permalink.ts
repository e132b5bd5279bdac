/** The address of an article. May import: model, text. */
import type { CivilDate } from "../model/article.ts";
import { partsOf } from "./civil-date.ts";
import { isPortableName } from "./portable.ts";
import { hostOf, withoutCampaign } from "./url.ts";

/**
 * An article's id, which is its permalink without extension: as much of its date as is known, then its slug. An undated one stands under
 * `undated/`. Unique only after `archive/permalinks.ts` has seen all of them.
 */
export function permalinkOf(date: CivilDate | null, slug: string): string {
  const parts = date === null ? null : partsOf(date);
  if (parts === null) return `undated/${slug}`;
  const day = [parts.year, parts.month, parts.day].filter((part) => part !== null).map((part) => String(part).padStart(2, "0"));
  return `${day.join("/")}/${slug}`;
}

/** UTF-16 units of a path that every system can still unpack somewhere. */
const longestPath = 180;

/**
 * The id under which an article answers at the path of its original address, on any host that serves files: `/news/ferry.html` is that file, `/news/ferry`, `/news/ferry/`
 * and `/news/ferry.php` are folders with a page of their own (hosts lead from `/news/ferry` to `/news/ferry/`). Percent-encoding is taken off (RFC 3986).
 *
 * @param hosts of which the archive takes over the addresses, without `www.`; none: of all
 * @returns null where no file can answer: the address has a query, a name that some file system cannot have, or the path of a page of the archive's own
 */
export function sourcePermalink(url: string, hosts: readonly string[]): string | null {
  const host = hostOf(url);
  if (host === null || (hosts.length > 0 && !hosts.includes(host))) return null;
  const { pathname, search } = withoutCampaign(new URL(url));
  const names = decodedParts(pathname.replace(/^\/|\/$/g, ""));
  const last = names?.at(-1);
  if (search !== "" || names === null || last === undefined || !names.every(isPortableName)) return null;
  // A file of another article may have that name.
  if (names.slice(0, -1).some(isFileName) || (isFileName(last) && !last.endsWith(".html"))) return null;
  const id = last.endsWith(".html") ? names.join("/").slice(0, -".html".length) : `${names.join("/")}/index`;
  return id.length > longestPath || last === ".html" || isOwnPath(`${id}.html`) ? null : id;
}

/** Kinds of files that stand beside an article's page. */
function isFileName(name: string): boolean {
  return /\.(?:html|txt|json)$/i.test(name);
}

function decodedParts(path: string): string[] | null {
  try {
    return path.split("/").map(decodeURIComponent);
  } catch {
    return null;
  }
}

/** TABLE: folders that hold no article, whatever its address. */
const ownFolders = new Set(
  (
    "assets authors by-url citations coverage data feeds headlines languages on-this-day pictures places publications redirects search sections server style-guide threads topics " +
    "wanted years"
  ).split(" "),
);

/** Whether a path of the published archive is one of its own, that is, no article's: a list, a file for programs, the front page. */
export function isOwnPath(path: string): boolean {
  const [first = "", ...rest] = path.toLowerCase().split("/");
  if (rest.length === 0) return /^(?:index|404)\.html$|\.(?:txt|xml|json)$|^[._]/.test(first);
  return ownFolders.has(first) || /^(?:-?\d{4,}(?:\/\d\d){0,2}|undated)\/index\.html$/.test(path);
}

/** Whether a path of the published archive is that of an article's page. */
export function isArticlePath(path: string): boolean {
  return path.endsWith(".html") && !isOwnPath(path);
}
