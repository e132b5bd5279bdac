/** Pages of authors, publications, sections, topics, places and languages, and an index of each. May import: model, text, formats, outputs. */
import { identifiedThing } from "../formats/json-ld.ts";
import type { CreditRole, Group, GroupKind, Listed } from "../model/archive.ts";
import type { Frame, Output, Page, Site } from "../model/page.ts";
import { foldLatin } from "../text/fold.ts";
import { relativeHref, siteUrl } from "../text/url.ts";
import { citationFiles, citationKinds, citationLinks } from "./citations.ts";
import { entries, listedOf } from "./entry.ts";
import { groupFeeds, hasFeed } from "./feeds.ts";
import { byYear, type Content, isTooLong, partsOf, type Span, sizeOf, spanOf } from "./group-content.ts";
import { type Identity, identityOf, identityView } from "./identity.ts";
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
  const shown = groups.map((group) => ({ ...spanOf(group), name: group.name, slug: group.slug, isAgency: group.isAgency, count: sizeOf(group) }));
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
  const isCut = isTooLong(group);
  const years = isCut ? partsOf(group) : new Map<string, Content>();
  const own = isCut ? (years.get("") ?? { articles: [], credited: [] }) : group;
  const counts = [...years].flatMap(([name, content]) => (name === "" ? [] : [{ name, count: sizeOf(content) }]));
  yield page(group, null, own, counts);
  if (isCited(group)) yield* citationFiles(citationName(group, null), own.articles, site);
  for (const [year, content] of years) {
    if (year === "") continue;
    yield page(group, year, content, []);
    if (isCited(group)) yield* citationFiles(citationName(group, year), content.articles, site);
  }
}

/** Whom and what one cites: a section or a publication would hold everything once more. */
function isCited({ kind }: Pick<Group, "kind">): boolean {
  return kind === "author" || kind === "topic";
}

function citationName({ kind, slug }: Pick<Group, "kind" | "slug">, year: string | null): string {
  return `${folderOf[kind]}/${slug}${year === null ? "" : `/${year}`}`;
}

function page(group: Group, year: string | null, content: Content, years: Uses["years"]): Page {
  return one.page(groupPath(group.kind, group.slug, year), () => usesOf(group, year, content, years));
}

interface Uses extends Span {
  readonly group: Pick<Group, "kind" | "slug" | "name">;
  readonly hasFeed: boolean;
  readonly identity: Identity | null;
  readonly year: string | null;
  /** Of all its articles or those of the year: it wrote them, or is credited in them. */
  readonly total: number;
  readonly creditedIn: number;
  /** Years that have pages of their own. */
  readonly years: readonly { readonly name: string; readonly count: number }[];
  readonly chapters: readonly { readonly date: string | null; readonly listed: readonly Listed[] }[];
  readonly credited: readonly { readonly role: CreditRole; readonly listed: readonly Listed[] }[];
}

function usesOf(group: Group, year: string | null, { articles, credited }: Content, years: Uses["years"]): Uses {
  const { articles: all, credited: allCredited } = year === null ? group : { articles, credited };
  return {
    group: { kind: group.kind, slug: group.slug, name: group.name },
    hasFeed: hasFeed(group),
    identity: year === null ? identityOf(group) : null,
    ...spanOf(group),
    year,
    total: all.length,
    creditedIn: sizeOf({ articles: [], credited: allCredited }),
    years,
    chapters: [...byYear(articles)].map(([date, own]) => ({ date: date === "" ? null : date, listed: listedOf(own) })),
    credited: credited.map(({ role, articles: own }) => ({ role, listed: listedOf(own) })),
  };
}

function view({ group, hasFeed: isFed, identity, year, years, chapters, credited, ...uses }: Uses, frame: Frame, path: string) {
  const { kind, slug, name } = group;
  return {
    ...shell(frame, path, name, ""),
    feeds: isFed ? groupFeeds(group, path, frame.site) : [],
    citations: isCited(group) && chapters.length > 0 ? citationLinks(citationName(group, year), path, frame.site) : [],
    kind: `${kind}s`,
    ...{ name, year, ...uses },
    ...(identity === null
      ? { identity }
      : { identity: identityView(identity), meta: [], jsonLd: identifiedThing(identity, siteUrl(frame.site.baseUrl, path)) }),
    up: { index: relativeHref(path, groupsPath(kind)), group: year === null ? null : relativeHref(path, groupPath(kind, slug)) },
    years: years.map((each) => ({ ...each, href: relativeHref(path, groupPath(kind, slug, each.name)) })),
    chapters: chapters.map(({ date, listed }) => ({ date, entries: entries(listed, path) })),
    credited: credited.map(({ role, listed }) => ({ role, entries: entries(listed, path) })),
  };
}

/** In the order of the alphabet as code points give it, without case and accents: the same on every machine. */
function byName(a: { name: string }, b: { name: string }): number {
  const [left, right] = [foldLatin(a.name), foldLatin(b.name)];
  return left < right ? -1 : left > right ? 1 : a.name < b.name ? -1 : 1;
}
