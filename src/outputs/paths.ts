/** Where each page stands. One file a page; lists are cut by date, never by number, so that an address keeps its content. May import: model. */
import type { GroupKind } from "../model/archive.ts";

export const folderOf: Readonly<Record<GroupKind, string>> = {
  author: "authors",
  publication: "publications",
  section: "sections",
  topic: "topics",
  place: "places",
  language: "languages",
};

export const frontPath = "index.html";
export const stylesheetPath = "assets/style.css";
export const listStylePath = "assets/lists.css";
export const iconPath = "assets/icon.svg";
/** Beside the stylesheet, as in the owner's folder: what it says of `fonts/NAME.woff2` holds in both. */
export const fontPath = (name: string) => `assets/fonts/${name}`;
export const logoPath = (name: string) => `assets/${name}`;
export const headlinesPath = "headlines/index.html";
export const searchPath = "search/index.html";
export const openSearchPath = "opensearch.xml";
/** What every search begins with: the first file of the index (`search/files.ts`). */
export const searchRootPath = "search/index.js";
export const searchScriptPath = "assets/search.js";
export const pageScriptPath = "assets/page.js";
export const byUrlPath = "by-url/index.html";
export const byUrlScriptPath = "assets/by-url.js";
export const undatedPath = "undated/index.html";
export const yearsPath = "years/index.html";
export const coveragePath = "coverage/index.html";
export const wantedPath = "wanted/index.html";
export const threadsPath = "threads/index.html";
export const daysPath = "on-this-day/index.html";

/**
 * A file of another archive as a page of this one names it. On the web, a folder's own page needs no name.
 *
 * @param address as the setting `volumes` has it
 */
export function volumeHref(path: string, address: string, file: string): string {
  if (/^https?:/i.test(address)) return address + file.replace(/(^|\/)index\.html$/, "$1");
  const home = "../".repeat(path.split("/").length - 1);
  return `${home}${address.replace(/^\.\//, "")}${file}`;
}

export function articlePath(id: string): string {
  return `${id}.html`;
}

/** The same as plain text, beside it. */
export function articleTextPath(id: string): string {
  return `${id}.txt`;
}

/** @param date `2021`, `2021-09`, `2021-09-15` */
export function periodPath(date: string): string {
  return `${date.replaceAll("-", "/")}/index.html`;
}

/** @param date `2021`, `2021-09`: of the first article that names what is wanted; null where none is dated */
export function wantedPartPath(date: string | null): string {
  return `wanted/${date ?? "undated"}.html`;
}

/** @param id of a story's first article; of an index that is cut, the year in which stories begin */
export function threadPath(id: string): string {
  return `threads/${id}.html`;
}

/** @param day `09-15` */
export function dayOfYearPath(day: string): string {
  return `on-this-day/${day}.html`;
}

export function groupsPath(kind: GroupKind): string {
  return `${folderOf[kind]}/index.html`;
}

/** @param year of a group that is too large for one page */
export function groupPath(kind: GroupKind, slug: string, year: string | null = null): string {
  return year === null ? `${folderOf[kind]}/${slug}.html` : `${folderOf[kind]}/${slug}/${year}.html`;
}

export function letterPath(slug: string): string {
  return `headlines/${slug}.html`;
}

/** @param path of the picture in the seeds folder */
export function picturePath(path: string): string {
  return `pictures/${path}`;
}
