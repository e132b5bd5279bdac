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
  const parts = [common];
  if ("copyOf" in page) {
    const { from, path } = page.copyOf;
    const look = from === "seeds" ? lookOf(path) : "";
    if (look === null) return null;
    parts.push(from, path, look);
  } else {
    if ("template" in page) parts.push(page.template);
    add(uses, parts);
  }
  return digestKey(parts.join("\0"));
}

/** What has a key stands for all that it holds. Strings are told apart from the marks around them by their length. */
function add(value: unknown, parts: string[]): void {
  if (typeof value === "string") parts.push(`${value.length}`, value);
  else if (typeof value !== "object" || value === null) parts.push(String(value));
  else if ("key" in value && typeof value.key === "string") parts.push("@", value.key);
  else if (Array.isArray(value)) {
    parts.push("[");
    for (const each of value) add(each, parts);
    parts.push("]");
  } else {
    parts.push("{");
    for (const name in value) {
      parts.push(name);
      add((value as Record<string, unknown>)[name], parts);
    }
    parts.push("}");
  }
}
