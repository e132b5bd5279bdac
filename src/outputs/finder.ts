/** Path → page, for who shows single pages: an output is asked for all of its pages when one of them may be wanted, and not before. May import: model, outputs. */
import type { Archive } from "../model/archive.ts";
import type { Bodies, Output, Page, Site } from "../model/page.ts";
import { plan } from "./plan.ts";

/** Which output has had a page at a path. It says where to look first, and nothing else: no two outputs have a page at the same path. */
export type Whereabouts = Map<string, Output>;

/** @param seen what was found where, of archives before as well; what is found now goes into it */
export function finder(archive: Archive, site: Site, bodies: Bodies, some: readonly Output[], seen: Whereabouts): (path: string) => Page | undefined {
  const planned = new Map<Output, ReadonlyMap<string, Page>>();
  const pagesOf = (output: Output) => {
    const pages = planned.get(output) ?? plan(archive, site, bodies, [output]);
    planned.set(output, pages);
    return pages;
  };
  return (path) => {
    const last = seen.get(path);
    const found = last === undefined ? undefined : pagesOf(last).get(path);
    if (found !== undefined) return found;
    for (const output of some) {
      const page = pagesOf(output).get(path);
      if (page === undefined) continue;
      seen.set(path, output);
      return page;
    }
    return undefined;
  };
}
