/** The front page: what the archive holds, and the ways in. May import: model, text, outputs. */
import type { Archive, GroupKind, Listed } from "../model/archive.ts";
import type { Frame, Output } from "../model/page.ts";
import { fingerprintMark, manifestPath } from "../text/manifest.ts";
import { relativeHref } from "../text/url.ts";
import { type Counted, daysOf, yearStrip } from "./days.ts";
import { entries, listedOf } from "./entry.ts";
import { newestFeeds } from "./feeds.ts";
import { sizeOf } from "./group-content.ts";
import { pageKind } from "./made.ts";
import { coveragePath, daysPath, frontPath, groupPath, groupsPath, periodPath, threadsPath, undatedPath, wantedPath, yearsPath } from "./paths.ts";
import { shell } from "./shell.ts";

const latest = 9;
const mostNamed = 5;
const mostGroups = 12;

const front = pageKind("front", view);

export const frontPage: Output = {
  name: "front",
  kinds: [front],
  *pages(archive) {
    yield { ...front.page(frontPath, () => usesOf(archive)), printsFingerprint: true };
  },
};

interface Uses {
  readonly hasFeeds: boolean;
  readonly total: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly languages: number;
  readonly latest: readonly Listed[];
  readonly mostNamed: readonly Listed[];
  readonly years: readonly { readonly date: string; readonly count: number; readonly months: readonly string[] }[];
  readonly undated: number;
  /** Days of the year that have articles. */
  readonly days: readonly Counted[];
  readonly threads: number;
  readonly wanted: number;
  readonly groups: readonly { readonly kind: GroupKind; readonly total: number; readonly largest: readonly { name: string; slug: string; count: number }[] }[];
}

function usesOf(archive: Archive): Uses {
  const inTime = dated(archive);
  return {
    hasFeeds: inTime.length > 0,
    total: archive.articles.length,
    first: inTime[0]?.date ?? null,
    last: inTime.at(-1)?.date ?? null,
    languages: new Set(archive.articles.map((card) => card.language)).size,
    latest: listedOf(inTime.slice(-latest).reverse()),
    mostNamed: listedOf(named(archive)),
    years: archive.years.map(({ date, articles, parts }) => ({ date, count: articles.length, months: parts.map((part) => part.date) })),
    undated: archive.undated.length,
    days: daysOf(archive).map(({ day, count }) => ({ day, count })),
    threads: archive.threads.length,
    wanted: archive.wanted.length,
    groups: (["section", "topic", "author", "place", "publication", "language"] as const)
      .map((kind) => largest(archive, kind))
      .filter(({ total }) => total > 0),
  };
}

function view({ hasFeeds, years, undated, days, threads, wanted, groups, ...uses }: Uses, frame: Frame, path: string) {
  return {
    ...shell(frame, path, "", frame.site.description),
    fingerprint: fingerprintMark,
    manifest: manifestPath,
    feeds: hasFeeds ? newestFeeds(frame.site, path) : [],
    ...uses,
    latest: entries(uses.latest, path),
    mostNamed: entries(uses.mostNamed, path),
    years: years.map((year) => ({ ...year, href: relativeHref(path, periodPath(year.date)) })),
    days: days.length === 0 ? null : { href: daysPath, strip: yearStrip(days) },
    timeline: years.length === 0 ? null : yearsPath,
    ways: [
      ...(threads > 0 ? [{ name: "threads", href: threadsPath, count: threads }] : []),
      ...(wanted > 0 ? [{ name: "wanted", href: wantedPath, count: wanted }] : []),
      ...(uses.total > 0 ? [{ name: "coverage", href: coveragePath, count: null }] : []),
    ],
    undated: undated === 0 ? null : { count: undated, href: undatedPath },
    groups: groups.map(({ kind, total, largest: most }) => ({
      kind: `${kind}s`,
      href: relativeHref(path, groupsPath(kind)),
      total,
      groups: most.map(({ name, slug, count }) => ({ name, count, href: relativeHref(path, groupPath(kind, slug)) })),
    })),
  };
}

function dated(archive: Archive) {
  return archive.articles.slice(0, archive.articles.length - archive.undated.length);
}

/** The articles that most others name; the earlier one first where two are named as often. */
function named(archive: Archive) {
  const counted = archive.articles.map((card, index) => ({ card, index, count: archive.namedBy.get(card.id)?.length ?? 0 })).filter(({ count }) => count > 0);
  return counted
    .sort((a, b) => b.count - a.count || a.index - b.index)
    .slice(0, mostNamed)
    .map(({ card }) => card);
}

function largest(archive: Archive, kind: GroupKind): Uses["groups"][number] {
  const sized = archive.groups[kind].map((group) => ({ name: group.name, slug: group.slug, count: sizeOf(group) }));
  const sorted = sized.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return { kind, total: sorted.length, largest: sorted.slice(0, mostGroups) };
}
