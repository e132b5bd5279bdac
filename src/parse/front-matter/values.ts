/** Looking things up in a decoded front matter. May import: parse/front-matter. */
import type { FrontValue } from "./decode.ts";
import { foldKey } from "./fields.ts";

/** The text of a key, wherever the dialect keeps it: Zola has `taxonomies` and `extra`, Hugo `params`. */
export function frontText(fields: ReadonlyMap<string, FrontValue>, ...keys: string[]): string | null {
  for (const key of keys) {
    for (const [name, value] of flatten(fields)) if (foldKey(name) === key && typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return null;
}

/** All keys, those of the maps in which some dialects keep them among them. */
export function flatten(fields: ReadonlyMap<string, FrontValue>): [string, FrontValue][] {
  return [...fields].flatMap(([key, value]) => (value instanceof Map && /^(?:taxonomies|extra|params)$/i.test(key) ? [...value] : [[key, value]])) as [
    string,
    FrontValue,
  ][];
}

export function itemsOf(value: FrontValue): readonly FrontValue[] {
  return Array.isArray(value) ? value : [value];
}

/** The texts of a value: itself, or those of its list; of a map, its name. */
export function textsOf(value: FrontValue): string[] {
  return itemsOf(value).flatMap((item) =>
    typeof item === "string" && item.trim() !== "" ? [item.trim()] : item instanceof Map ? (frontText(item, "name", "title", "text") ?? []) : [],
  );
}
