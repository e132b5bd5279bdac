/** A page in the place of each article that is not there any more: it says so, and nothing of what stood there. May import: model, outputs. */
import type { Frame, Output } from "../model/page.ts";
import type { Tombstone } from "../model/redaction.ts";
import { frameOf, madePage } from "./made.ts";
import { articlePath } from "./paths.ts";
import { shell } from "./shell.ts";

/** In no list and no sitemap; search engines are asked to forget the address. */
export const tombstones: Output = {
  name: "tombstones",
  templates: ["tombstone"],
  *pages(archive, site) {
    const frame = frameOf(archive, site);
    for (const { id, kind, reason } of archive.tombstones) {
      const path = articlePath(id);
      yield madePage(frame, path, "tombstone", view, () => ({ kind, reason }));
    }
  },
};

function view({ kind, reason }: Pick<Tombstone, "kind" | "reason">, frame: Frame, path: string) {
  return { ...shell(frame, path, "", ""), canonical: null, robots: "noindex", kind, reason };
}
