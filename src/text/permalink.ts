/** The address of an article. May import: model, text. */
import type { CivilDate } from "../model/article.ts";
import { partsOf } from "./civil-date.ts";

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

/** Whether a path of the published archive has the form of an article's page: `2021/09/15/slug.html`, `undated/slug.html`. */
export function isArticlePath(path: string): boolean {
  return /^(?:-?\d{4,}(?:\/\d\d){0,2}|undated)\/[^/]+\.html$/.test(path) && !path.endsWith("/index.html");
}
