/** A page at the address of each name that the owner's list of authorities puts with another: it leads to that one. May import: model, text, outputs. */
import type { Group, GroupKind } from "../model/archive.ts";
import type { Frame, Output, Page } from "../model/page.ts";
import { newStyle } from "../text/civil-date.ts";
import { relativeHref, siteUrl } from "../text/url.ts";
import { longestList } from "./entry.ts";
import { pageKind } from "./made.ts";
import { groupPath, groupsPath } from "./paths.ts";
import { shell } from "./shell.ts";

const kinds: readonly GroupKind[] = ["author", "place"];

const variant = pageKind("variant", view);

/** In no list and no sitemap: search engines are led to the page that counts. */
export const variantPages: Output = {
  name: "variants",
  kinds: [variant],
  *pages(archive) {
    for (const kind of kinds) for (const group of archive.groups[kind]) yield* pagesOf(group);
  },
};

interface Uses {
  readonly kind: GroupKind;
  /** As printed. */
  readonly variant: string;
  readonly name: string;
  /** Of the group's page. */
  readonly target: string;
}

/** One a name; where its list was one that is cut by year, one for each of those pages as well. */
function* pagesOf({ kind, slug, name, merged }: Group): Iterable<Page> {
  for (const { slug: own, name: printed, articles } of merged) {
    const years = articles.length > longestList ? new Set(articles.map(({ date }) => newStyle(date ?? "").slice(0, 4))) : [];
    for (const year of [null, ...years]) {
      if (year === "") continue;
      yield variant.page(groupPath(kind, own, year), (): Uses => ({ kind, variant: printed, name, target: groupPath(kind, slug, year) }));
    }
  }
}

function view({ kind, variant: printed, name, target }: Uses, frame: Frame, path: string) {
  return {
    ...shell(frame, path, printed, ""),
    canonical: siteUrl(frame.site.baseUrl, target),
    robots: "noindex",
    kind: `${kind}s`,
    variant: printed,
    name,
    href: relativeHref(path, target),
    up: relativeHref(path, groupsPath(kind)),
  };
}
