/** Pages of authors, publications, sections, topics, places and languages, and an index of each. May import: model, text, outputs. */
import type { Card, Group, GroupKind, LinkedCard, Listed } from "../model/archive.ts";
import type { Frame, Output, Page, Site } from "../model/page.ts";
import { newStyle } from "../text/civil-date.ts";
import { foldLatin } from "../text/fold.ts";
import { groupedBy } from "../text/grouped.ts";
import { relativeHref } from "../text/url.ts";
import { citationFiles, citationKinds, citationLinks } from "./citations.ts";
import { entries, listedOf, longestList } from "./entry.ts";
import { groupFeeds, hasFeed } from "./feeds.ts";
import { pageKind } from "./made.ts";
import { folderOf, groupPath, groupsPath } from "./paths.ts";
import { shell } from "./shell.ts";

const kinds: readonly GroupKind[] = ["author", "publication", "section", "topic", "place", "language"];

const index = pageKind("groups", indexView);
const one = pageKind("group", view);

export const groupPages: Output = {
  name: "group",
  kinds: [index, one, ...citationKinds],
  *pages(archive, site) {
    for (const kind of kinds) {
      if (archive.groups[kind].length === 0) continue;
      yield index.page(groupsPath(kind), () => indexUses(kind, archive.groups[kind]));
      for (const group of archive.groups[kind]) yield* pagesOf(group, site);
    }
  },
};

interface IndexUses {
  readonly kind: GroupKind;
  readonly groups: readonly (Span & { readonly name: string; readonly slug: string; readonly isAgency: boolean; readonly count: number })[];
}

function indexUses(kind: GroupKind, groups: readonly Group[]): IndexUses {
  const shown = groups.map((group) => ({ ...spanOf(group), name: group.name, slug: group.slug, isAgency: group.isAgency, count: group.articles.length }));
  return { kind, groups: shown.sort(byName) };
}

function indexView({ kind, groups }: IndexUses, frame: Frame, path: string) {
  const links = groups.map(({ slug, ...group }) => ({ ...group, href: relativeHref(path, groupPath(kind, slug)) }));
  return {
    ...shell(frame, path, "", ""),
    kind: `${kind}s`,
    total: groups.length,
    groups: links.filter(({ isAgency }) => !isAgency),
    agencies: links.filter(({ isAgency }) => isAgency),
  };
}

/** One page, or one that leads to a page a year. */
function* pagesOf(group: Group, site: Site): Iterable<Page> {
  const years = byYear(group.articles);
  const isCut = group.articles.length > longestList;
  const own = isCut ? (years.get("") ?? []) : group.articles;
  const counts = isCut ? [...years].flatMap(([name, { length: count }]) => (name === "" ? [] : [{ name, count }])) : [];
  yield page(group, null, own, counts);
  if (isCited(group)) yield* citationFiles(citationName(group, null), own, site);
  if (!isCut) return;
  for (const [year, articles] of years) {
    if (year === "") continue;
    yield page(group, year, articles, []);
    if (isCited(group)) yield* citationFiles(citationName(group, year), articles, site);
  }
}

/** Whom and what one cites: a section or a publication would hold everything once more. */
function isCited({ kind }: Pick<Group, "kind">): boolean {
  return kind === "author" || kind === "topic";
}

function citationName({ kind, slug }: Pick<Group, "kind" | "slug">, year: string | null): string {
  return `${folderOf[kind]}/${slug}${year === null ? "" : `/${year}`}`;
}

function page(group: Group, year: string | null, articles: readonly LinkedCard[], years: Uses["years"]): Page {
  return one.page(groupPath(group.kind, group.slug, year), () => usesOf(group, year, articles, years));
}

interface Uses extends Span {
  readonly group: Pick<Group, "kind" | "slug" | "name">;
  readonly hasFeed: boolean;
  readonly year: string | null;
  readonly total: number;
  /** Years that have pages of their own. */
  readonly years: readonly { readonly name: string; readonly count: number }[];
  readonly chapters: readonly { readonly date: string | null; readonly listed: readonly Listed[] }[];
}

function usesOf(group: Group, year: string | null, articles: readonly LinkedCard[], years: Uses["years"]): Uses {
  return {
    group: { kind: group.kind, slug: group.slug, name: group.name },
    hasFeed: hasFeed(group),
    ...spanOf(group),
    year,
    total: year === null ? group.articles.length : articles.length,
    years,
    chapters: [...byYear(articles)].map(([date, own]) => ({ date: date === "" ? null : date, listed: listedOf(own) })),
  };
}

function view({ group, hasFeed: isFed, year, total, years, chapters, first, last }: Uses, frame: Frame, path: string) {
  const { kind, slug, name } = group;
  return {
    ...shell(frame, path, name, ""),
    feeds: isFed ? groupFeeds(group, path, frame.site) : [],
    citations: isCited(group) && chapters.length > 0 ? citationLinks(citationName(group, year), path, frame.site) : [],
    kind: `${kind}s`,
    ...{ name, year, total, first, last },
    up: { index: relativeHref(path, groupsPath(kind)), group: year === null ? null : relativeHref(path, groupPath(kind, slug)) },
    years: years.map((each) => ({ ...each, href: relativeHref(path, groupPath(kind, slug, each.name)) })),
    chapters: chapters.map(({ date, listed }) => ({ date, entries: entries(listed, path) })),
  };
}

/** Years in order; `""` holds the undated. */
function byYear(articles: readonly LinkedCard[]): Map<string, LinkedCard[]> {
  return groupedBy(articles, ({ date }) => newStyle(date ?? "").slice(0, 4));
}

interface Span {
  readonly first: string | null;
  readonly last: string | null;
}

/** First and last year of a group's articles. */
function spanOf({ articles }: Group): Span {
  const dated = articles.filter((card) => card.date !== null);
  const year = (card: Card | undefined) => (card === undefined ? null : newStyle(card.date ?? "").slice(0, 4));
  return { first: year(dated[0]), last: year(dated.at(-1)) };
}

/** In the order of the alphabet as code points give it, without case and accents: the same on every machine. */
function byName(a: { name: string }, b: { name: string }): number {
  const [left, right] = [foldLatin(a.name), foldLatin(b.name)];
  return left < right ? -1 : left > right ? 1 : a.name < b.name ? -1 : 1;
}
