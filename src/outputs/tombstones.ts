/** A page in the place of each article that is not there any more: it says so, and nothing of what stood there. May import: model, outputs. */
import type { Frame, Output } from "../model/page.ts";
import type { Tombstone } from "../model/redaction.ts";
import { pageKind } from "./made.ts";
import { articlePath } from "./paths.ts";
import { shell } from "./shell.ts";

const tombstone = pageKind("tombstone", view);

/** In no list and no sitemap; search engines are asked to forget the address. */
export const tombstones: Output = {
  name: "tombstones",
  kinds: [tombstone],
  *pages(archive) {
    for (const { id, kind, reason } of archive.tombstones) {
      yield tombstone.page(articlePath(id), () => ({ kind, reason }));
    }
  },
};

function view({ kind, reason }: Pick<Tombstone, "kind" | "reason">, frame: Frame, path: string) {
  return { ...shell(frame, path, "", ""), canonical: null, robots: "noindex", kind, reason };
}
