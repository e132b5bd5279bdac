/** Of what a page is made, in a key: the same key, the same bytes. May import: model, text. */
import type { Page } from "../model/page.ts";
import { digestKey } from "../text/digest.ts";

/**
 * The key of a page; null for one that has to be made each time.
 *
 * @param uses what the page says that it uses
 * @param common stands for what all pages are made of: program, theme, settings, frame
 * @param lookOf what tells whether a file of the seeds folder is as it was; null where nothing does
 */
export function keyOf(page: Page, uses: unknown, common: string, lookOf: (path: string) => string | null): string | null {
  if ("printsFingerprint" in page) return null;
  if ("copyOf" in page) {
    const { from, path } = page.copyOf;
    const look = from === "seeds" ? lookOf(path) : "";
    return look === null ? null : digestKey([common, from, path, look].join("\0"));
  }
  return digestKey(`${common}\0${"template" in page ? `${page.template}\0` : ""}${said(uses)}`);
}

/** A value as text. What has a key stands for all that it holds; strings are told apart from the marks around them by their length. */
function said(value: unknown): string {
  if (typeof value === "string") return `${value.length}\0${value}\0`;
  if (typeof value !== "object" || value === null) return `${value}\0`;
  if ("key" in value && typeof value.key === "string") return `@\0${value.key}\0`;
  let text = "";
  if (Array.isArray(value)) {
    for (const each of value) text += said(each);
    return `[\0${text}]\0`;
  }
  for (const name in value) text += `${name}\0${said((value as Record<string, unknown>)[name])}`;
  return `{\0${text}}\0`;
}
