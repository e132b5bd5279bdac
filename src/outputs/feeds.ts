/** Feeds of the newest articles, of the whole history, and of each author, section and topic. May import: model, text, formats, outputs. */
import { atomFeed } from "../formats/atom.ts";
import { type Feed, uuidOf } from "../formats/feed.ts";
import { jsonFeed } from "../formats/json-feed.ts";
import { rssFeed } from "../formats/rss.ts";
import type { Archive, Card, Group, GroupKind } from "../model/archive.ts";
import type { Output, Page, Site } from "../model/page.ts";
import { dayOf } from "../text/civil-date.ts";
import { relativeHref, siteUrl } from "../text/url.ts";
import { longestList } from "./entry.ts";
import { articlePath, folderOf, frontPath, groupPath } from "./paths.ts";

/** Articles of a feed that somebody asks for again and again. */
const newest = 50;

const kindsWithFeed: readonly GroupKind[] = ["author", "section", "topic"];

const newestPaths = { atom: "feeds/newest.atom", rss: "feeds/newest.rss", json: "feeds/newest.json" } as const;

/** An undated article has no place in the order of time, and is in no feed. */
export const feeds: Output = {
  name: "feeds",
  templates: [],
  *pages(archive, site) {
    const dated = datedOf(archive.articles);
    if (dated.length === 0) return;
    const latest = dated.slice(-newest).reverse();
    yield* history(dated, latest, site);
    if (site.baseUrl !== null) yield { path: newestPaths.rss, text: () => rssFeed(feedOf(newestPaths.rss, site.title, frontPath, latest, site)) };
    yield {
      path: newestPaths.json,
      text: (bodies) =>
        jsonFeed(feedOf(newestPaths.json, site.title, frontPath, latest, site), site.baseUrl !== null, (card) => bodies.read(card.body).paragraphs),
    };
    for (const kind of kindsWithFeed) for (const group of archive.groups[kind]) yield* groupFeed(group, site);
  },
};

/** A feed that a page announces. */
export interface FeedLink {
  readonly format: "atom" | "rss" | "json-feed";
  readonly href: string;
  /** Media type. */
  readonly type: string;
}

/** The feeds of the whole archive, for the front page. */
export function newestFeeds(archive: Archive, site: Site, from: string): FeedLink[] {
  if (datedOf(archive.articles).length === 0) return [];
  const link = (format: FeedLink["format"], path: string, type: string) => ({ format, href: relativeHref(from, path), type });
  const rss = site.baseUrl === null ? [] : [link("rss", newestPaths.rss, "application/rss+xml")];
  return [link("atom", newestPaths.atom, "application/atom+xml"), ...rss, link("json-feed", newestPaths.json, "application/feed+json")];
}

/** The feed of a group, for its pages; none where it has none. */
export function groupFeeds(group: Group, from: string): FeedLink[] {
  const path = groupFeedPath(group);
  return path === null ? [] : [{ format: "atom", href: relativeHref(from, path), type: "application/atom+xml" }];
}

/** Where the feed of a group is; null where it has none. */
function groupFeedPath({ kind, slug, articles }: Group): string | null {
  return kindsWithFeed.includes(kind) && articles.some((card) => card.date !== null) ? `feeds/${folderOf[kind]}/${slug}.atom` : null;
}

function* groupFeed(group: Group, site: Site): Iterable<Page> {
  const path = groupFeedPath(group);
  if (path === null) return;
  const title = `${group.name} · ${site.title}`;
  const text = () => atomFeed(feedOf(path, title, groupPath(group.kind, group.slug), datedOf(group.articles).slice(-newest).reverse(), site), null);
  yield { path, text };
}

/** All that was published in a stretch of time. */
interface Stretch {
  readonly date: string;
  readonly articles: readonly Card[];
}

/**
 * The feed to subscribe to, and one that does not change any more for each stretch of time before the last. The first holds the last stretch whole, so
 * that no article falls between them.
 */
function* history(dated: readonly Card[], latest: readonly Card[], site: Site): Iterable<Page> {
  const current = newestPaths.atom;
  const stretches = stretchesOf(dated);
  const past = stretches.slice(0, -1).map(({ date, articles }) => ({ path: `feeds/history/${date}.atom`, articles }));
  const last = stretches.at(-1)?.articles ?? [];
  const open = last.length > latest.length ? last.toReversed() : latest;
  for (const [index, { path, articles }] of past.entries()) {
    const own = { isArchive: true, current: href(site, path, current), previous: before(past[index - 1], path, site) };
    yield { path, text: () => atomFeed({ ...feedOf(path, site.title, frontPath, articles.toReversed(), site), id: idOf(current, site) }, own) };
  }
  yield {
    path: current,
    text: () => atomFeed(feedOf(current, site.title, frontPath, open, site), { isArchive: false, current: null, previous: before(past.at(-1), current, site) }),
  };
}

function before(stretch: { readonly path: string } | undefined, from: string, site: Site): string | null {
  return stretch === undefined ? null : href(site, from, stretch.path);
}

/** Months; days, where a month is too long for a list. What is known by the year or month alone stands before what is in it. */
function stretchesOf(dated: readonly Card[]): Stretch[] {
  const byMonth = groupByDate(dated, 7);
  return byMonth.flatMap(({ date, articles }) => (articles.length > longestList ? groupByDate(articles, 10) : [{ date, articles }]));
}

function groupByDate(articles: readonly Card[], length: number): Stretch[] {
  const groups = new Map<string, Card[]>();
  for (const card of articles) {
    const date = dayOf(card.date ?? "").slice(0, length);
    const known = groups.get(date);
    if (known === undefined) groups.set(date, [card]);
    else known.push(card);
  }
  return [...groups].map(([date, own]) => ({ date, articles: own }));
}

/** @param home path of the page that lists the same articles */
function feedOf(path: string, title: string, home: string, articles: readonly Card[], site: Site): Feed {
  return {
    id: idOf(path, site),
    title,
    subtitle: site.description,
    author: site.title,
    language: site.language,
    generator: site.generator,
    self: href(site, path, path),
    home: href(site, path, home),
    articles,
    addressOf: (card) => href(site, path, articlePath(card.id)),
    idOf: (card) => idOf(articlePath(card.id), site),
  };
}

/** What has an address is named by it; without a base URL, by a UUID made of its path. */
function idOf(path: string, site: Site): string {
  return siteUrl(site.baseUrl, path) ?? uuidOf(`tearsheet:${path}`);
}

function href(site: Site, from: string, to: string): string {
  return siteUrl(site.baseUrl, to) ?? relativeHref(from, to);
}

/** In the order of the archive the undated ones are the last. */
function datedOf(articles: readonly Card[]): readonly Card[] {
  const first = articles.findIndex((card) => card.date === null);
  return first === -1 ? articles : articles.slice(0, first);
}
