/** Archive → plan: every file of the site, none twice. May import: model, text, outputs/table. */
import type { Archive } from "../model/archive.ts";
import type { Bodies, Output, Page, Past, Site } from "../model/page.ts";
import { pathKey } from "../text/portable.ts";
import { outputs } from "./table.ts";

/**
 * From path to page, without the outputs that the owner leaves out. A path that two outputs ask for is a fault of the program, and is thrown: no page may silently
 * replace another.
 *
 * @param some outputs; all of them unless told otherwise
 * @param past what was published last, as far as it is known
 */
export function plan(archive: Archive, site: Site, bodies: Bodies, some: readonly Output[] = outputs, past: Past | null = null): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>();
  const taken = new Set<string>();
  for (const output of some) {
    if (site.without?.includes(output.name) === true) continue;
    for (const page of output.pages(archive, site, bodies, past)) {
      const key = pathKey(page.path);
      if (taken.has(key)) throw new Error(`Two pages want to stand at ${page.path}. This is a fault of the program; please report it.`);
      taken.add(key);
      pages.set(page.path, page);
    }
  }
  return pages;
}
