/** Pages of authors, publications, sections and topics, and an index of each. May import: model, text, outputs. */
import type { Archive, Card, Group, GroupKind } from "../model/archive.ts";
import type { Output, Page, Site } from "../model/page.ts";
import { newStyle } from "../text/civil-date.ts";
import { foldLatin } from "../text/fold.ts";
import { relativeHref } from "../text/url.ts";
import { citationFiles, citationLinks } from "./citations.ts";
import { entries, longestList } from "./entry.ts";
import { groupFeeds } from "./feeds.ts";
import { folderOf, groupPath, groupsPath } from "./paths.ts";
import { shell } from "./shell.ts";

const kinds: readonly GroupKind[] = ["author", "publication", "section", "topic"];

export const groupPages: Output = {
  name: "group",
  templates: ["groups", "group"],
  *pages(archive, site) {
    for (const kind of kinds) {
      if (archive.groups[kind].length === 0) continue;
      yield index(archive, site, kind);
      for (const group of archive.groups[kind]) yield* pagesOf(archive, site, group);
    }
  },
};

function index(archive: Archive, site: Site, kind: GroupKind): Page {
  const path = groupsPath(kind);
  return {
    path,
    template: "groups",
    body: null,
    props: () => ({
      ...shell(archive, site, path, "", ""),
      kind: `${kind}s`,
      groups: archive.groups[kind]
        .map((group) => ({ ...spanOf(group), name: group.name, count: group.articles.length, href: relativeHref(path, groupPath(kind, group.slug)) }))
        .sort(byName),
    }),
  };
}

/** One page, or one that leads to a page a year. */
function* pagesOf(archive: Archive, site: Site, group: Group): Iterable<Page> {
  const years = byYear(group.articles);
  const isCut = group.articles.length > longestList;
  const own = isCut ? (years.get("") ?? []) : group.articles;
  yield page(archive, site, group, null, own, isCut ? [...years.keys()].filter((year) => year !== "") : []);
  if (isCited(group)) yield* citationFiles(citationName(group, null), own, site);
  if (!isCut) return;
  for (const [year, articles] of years) {
    if (year === "") continue;
    yield page(archive, site, group, year, articles, []);
    if (isCited(group)) yield* citationFiles(citationName(group, year), articles, site);
  }
}

/** A publication would hold nearly everything again. */
function isCited({ kind }: Group): boolean {
  return kind !== "publication";
}

function citationName({ kind, slug }: Group, year: string | null): string {
  return `${folderOf[kind]}/${slug}${year === null ? "" : `/${year}`}`;
}

function page(archive: Archive, site: Site, group: Group, year: string | null, articles: readonly Card[], years: readonly string[]): Page {
  const path = groupPath(group.kind, group.slug, year);
  const counts = byYear(group.articles);
  return {
    path,
    template: "group",
    body: null,
    props: () => ({
      ...shell(archive, site, path, group.name, ""),
      feeds: groupFeeds(group, path),
      citations: isCited(group) ? citationLinks(citationName(group, year), articles, path) : [],
      kind: `${group.kind}s`,
      name: group.name,
      year,
      total: year === null ? group.articles.length : articles.length,
      ...spanOf(group),
      up: { index: relativeHref(path, groupsPath(group.kind)), group: year === null ? null : relativeHref(path, groupPath(group.kind, group.slug)) },
      years: years.map((each) => ({ name: each, count: counts.get(each)?.length ?? 0, href: relativeHref(path, groupPath(group.kind, group.slug, each)) })),
      chapters: [...byYear(articles)].map(([each, own]) => ({ date: each === "" ? null : each, entries: entries(own, path) })),
    }),
  };
}

/** Years in order; `""` holds the undated. */
function byYear(articles: readonly Card[]): Map<string, Card[]> {
  const years = new Map<string, Card[]>();
  for (const card of articles) {
    const year = newStyle(card.date ?? "").slice(0, 4);
    const known = years.get(year);
    if (known === undefined) years.set(year, [card]);
    else known.push(card);
  }
  return years;
}

/** First and last year of a group's articles. */
function spanOf({ articles }: Group): { first: string | null; last: string | null } {
  const dated = articles.filter((card) => card.date !== null);
  const year = (card: Card | undefined) => (card === undefined ? null : newStyle(card.date ?? "").slice(0, 4));
  return { first: year(dated[0]), last: year(dated.at(-1)) };
}

/** In the order of the alphabet as code points give it, without case and accents: the same on every machine. */
function byName(a: { name: string }, b: { name: string }): number {
  const [left, right] = [foldLatin(a.name), foldLatin(b.name)];
  return left < right ? -1 : left > right ? 1 : a.name < b.name ? -1 : 1;
}
