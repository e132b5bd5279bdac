/** A page in the place of each article that is not there any more: it says so, and nothing of what stood there. May import: model, outputs. */
import type { Output } from "../model/page.ts";
import { articlePath } from "./paths.ts";
import { shell } from "./shell.ts";

/** In no list and no sitemap; search engines are asked to forget the address. */
export const tombstones: Output = {
  name: "tombstones",
  templates: ["tombstone"],
  *pages(archive, site) {
    for (const { id, kind, reason } of archive.tombstones) {
      const path = articlePath(id);
      yield {
        path,
        template: "tombstone",
        body: null,
        props: () => ({ ...shell(archive, site, path, "", ""), canonical: null, robots: "noindex", kind, reason }),
      };
    }
  },
};
