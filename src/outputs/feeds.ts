/** Feeds of the newest articles, of the whole history, and of each author, section and topic. May import: model, text, formats, outputs. */
import { atomFeed } from "../formats/atom.ts";
import { type Feed, idOf } from "../formats/feed.ts";
import { jsonFeed } from "../formats/json-feed.ts";
import { rssFeed } from "../formats/rss.ts";
import type { Card, Group, GroupKind, LinkedCard } from "../model/archive.ts";
import type { Bodies, Frame, Output, Page, Site } from "../model/page.ts";
import { relativeHref, siteUrl } from "../text/url.ts";
import { isWanted } from "./left-out.ts";
import { fileKind } from "./made.ts";
import { articlePath, folderOf, frontPath, groupPath } from "./paths.ts";
import { datedOf, stretchesOf } from "./stretches.ts";

/** Articles of a feed that somebody asks for again and again. */
const newest = 50;

const kindsWithFeed: readonly GroupKind[] = ["author", "section", "topic"];

const newestPaths = { atom: "feeds/newest.atom", rss: "feeds/newest.rss", json: "feeds/newest.json" } as const;

const rss = fileKind("rss", printRss);
const json = fileKind("json-feed", printJsonFeed);
const ofGroup = fileKind("group-feed", printGroupFeed);
const past = fileKind("past-feed", printPast);
const open = fileKind("open-feed", printOpen);

/** An undated article has no place in the order of time, and is in no feed. */
export const feeds: Output = {
  name: "feeds",
  kinds: [rss, json, ofGroup, past, open],
  *pages(archive, site) {
    const dated = datedOf(archive.articles);
    if (dated.length === 0) return;
    const latest = dated.slice(-newest).reverse();
    yield* history(dated, latest);
    if (site.baseUrl !== null) yield rss.file(newestPaths.rss, () => latest);
    yield json.file(newestPaths.json, () => latest);
    for (const kind of kindsWithFeed) for (const group of archive.groups[kind]) yield* groupFeed(group);
  },
};

function printRss(articles: readonly Card[], { site }: Frame, path: string): string {
  return rssFeed(feedOf(path, site.title, frontPath, articles, site));
}

function printJsonFeed(articles: readonly Card[], { site }: Frame, path: string, bodies: Bodies): string {
  return jsonFeed(feedOf(path, site.title, frontPath, articles, site), site.baseUrl !== null, (card) => bodies.text(card.body).paragraphs);
}

/** A feed that a page announces. */
export interface FeedLink {
  readonly format: "atom" | "rss" | "json-feed";
  readonly href: string;
  /** Media type. */
  readonly type: string;
}

/** The feeds of the whole archive, for the front page. There are none where no article is dated. */
export function newestFeeds(site: Site, from: string): FeedLink[] {
  if (!isWanted(site, "feeds")) return [];
  const link = (format: FeedLink["format"], path: string, type: string) => ({ format, href: relativeHref(from, path), type });
  const rss = site.baseUrl === null ? [] : [link("rss", newestPaths.rss, "application/rss+xml")];
  return [link("atom", newestPaths.atom, "application/atom+xml"), ...rss, link("json-feed", newestPaths.json, "application/feed+json")];
}

/** The feed of a group that has one, for its pages. */
export function groupFeeds(group: Pick<Group, "kind" | "slug">, from: string, site: Site): FeedLink[] {
  if (!isWanted(site, "feeds")) return [];
  return [{ format: "atom", href: relativeHref(from, groupFeedPath(group)), type: "application/atom+xml" }];
}

export function hasFeed({ kind, articles }: Group): boolean {
  return kindsWithFeed.includes(kind) && articles.some((card) => card.date !== null);
}

function groupFeedPath({ kind, slug }: Pick<Group, "kind" | "slug">): string {
  return `feeds/${folderOf[kind]}/${slug}.atom`;
}

function* groupFeed(group: Group): Iterable<Page> {
  if (!hasFeed(group)) return;
  const { kind, slug, name, merged } = group;
  const uses = () => ({ group: { kind, slug, name }, articles: datedOf(group.articles).slice(-newest).reverse() });
  yield ofGroup.file(groupFeedPath(group), uses);
  // Whoever subscribed to another name goes on being told.
  for (const other of merged) if (other.hasWritten) yield ofGroup.file(groupFeedPath({ kind, slug: other.slug }), uses);
}

interface GroupFeedUses {
  readonly group: Pick<Group, "kind" | "slug" | "name">;
  readonly articles: readonly Card[];
}

function printGroupFeed({ group, articles }: GroupFeedUses, { site }: Frame, path: string): string {
  return atomFeed(feedOf(path, `${group.name} · ${site.title}`, groupPath(group.kind, group.slug), articles, site), null);
}

/**
 * The feed to subscribe to, and one that does not change any more for each stretch of time before the last. The first holds the last stretch whole, so
 * that no article falls between them.
 */
function* history(dated: readonly LinkedCard[], latest: readonly Card[]): Iterable<Page> {
  const stretches = stretchesOf(dated);
  const before = stretches.slice(0, -1).map(({ date, articles }) => ({ path: `feeds/history/${date}.atom`, articles }));
  const last = stretches.at(-1)?.articles ?? [];
  const newestFirst = last.length > latest.length ? last.toReversed() : latest;
  for (const [index, { path, articles }] of before.entries())
    yield past.file(path, () => ({ articles: articles.toReversed(), previous: before[index - 1]?.path ?? null }));
  yield open.file(newestPaths.atom, () => ({ articles: newestFirst, previous: before.at(-1)?.path ?? null }));
}

interface HistoryUses {
  readonly articles: readonly Card[];
  /** Path of the document before. */
  readonly previous: string | null;
}

function printPast({ articles, previous }: HistoryUses, { site }: Frame, path: string): string {
  const { atom } = newestPaths;
  const own = { isArchive: true, current: href(site, path, atom), previous: previous === null ? null : href(site, path, previous) };
  return atomFeed({ ...feedOf(path, site.title, frontPath, articles, site), id: idOf(atom, site) }, own);
}

function printOpen({ articles, previous }: HistoryUses, { site }: Frame, path: string): string {
  const own = { isArchive: false, current: null, previous: previous === null ? null : href(site, path, previous) };
  return atomFeed(feedOf(path, site.title, frontPath, articles, site), own);
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

function href(site: Site, from: string, to: string): string {
  return siteUrl(site.baseUrl, to) ?? relativeHref(from, to);
}
