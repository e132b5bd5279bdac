/** The front page: what the archive holds, and the ways in. May import: model, text, outputs. */
import type { Archive, GroupKind } from "../model/archive.ts";
import type { Output } from "../model/page.ts";
import { fingerprintMark, manifestPath } from "../text/manifest.ts";
import { relativeHref } from "../text/url.ts";
import { entries } from "./entry.ts";
import { newestFeeds } from "./feeds.ts";
import { frontPath, groupPath, groupsPath, periodPath, undatedPath } from "./paths.ts";
import { shell } from "./shell.ts";

const latest = 9;
const mostNamed = 5;
const mostGroups = 12;

export const frontPage: Output = {
  name: "front",
  templates: ["front"],
  *pages(archive, site) {
    yield {
      path: frontPath,
      template: "front",
      body: null,
      printsFingerprint: true,
      props: () => ({
        ...shell(archive, site, frontPath, "", site.description),
        fingerprint: fingerprintMark,
        manifest: manifestPath,
        feeds: newestFeeds(archive, site, frontPath),
        total: archive.articles.length,
        first: dated(archive)[0]?.date ?? null,
        last: dated(archive).at(-1)?.date ?? null,
        languages: new Set(archive.articles.map((card) => card.language)).size,
        latest: entries(dated(archive).slice(-latest).reverse(), frontPath),
        mostNamed: entries(named(archive), frontPath),
        years: archive.years.map(({ date, articles, parts }) => ({
          date,
          count: articles.length,
          href: relativeHref(frontPath, periodPath(date)),
          months: parts.map((part) => part.date),
        })),
        undated: archive.undated.length === 0 ? null : { count: archive.undated.length, href: undatedPath },
        groups: (["section", "topic", "author", "publication"] as const).map((kind) => largest(archive, kind)).filter(({ groups }) => groups.length > 0),
      }),
    };
  },
};

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

function largest(archive: Archive, kind: GroupKind) {
  const sorted = [...archive.groups[kind]].sort((a, b) => b.articles.length - a.articles.length || (a.name < b.name ? -1 : 1));
  return {
    kind: `${kind}s`,
    href: relativeHref(frontPath, groupsPath(kind)),
    total: sorted.length,
    groups: sorted
      .slice(0, mostGroups)
      .map((group) => ({ name: group.name, count: group.articles.length, href: relativeHref(frontPath, groupPath(kind, group.slug)) })),
  };
}
