/** What the archive holds and what it lacks, in numbers: by year, language and publication, and the months without articles. May import: model, text, outputs. */
import type { Archive, Coverage, Covered, Gap, Shares } from "../model/archive.ts";
import type { Frame, Output } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";
import { stepOf } from "./calendar.ts";
import { pageKind } from "./made.ts";
import { coveragePath, groupPath, periodPath, undatedPath, wantedPath } from "./paths.ts";
import { shell } from "./shell.ts";

const coverage = pageKind("coverage", view);

export const coveragePage: Output = {
  name: "coverage",
  kinds: [coverage],
  *pages(archive) {
    if (archive.articles.length > 0) yield coverage.page(coveragePath, () => usesOf(archive));
  },
};

/** Beyond this many gaps, the longest are told: an archive of single clippings has one between any two. */
const mostGaps = 60;
const mostPublications = 100;

interface Listing extends Covered {
  /** Of its list; null where there is none. */
  readonly slug: string | null;
}

interface Uses extends Omit<Coverage, "languages" | "publications" | "gaps"> {
  readonly wanted: number;
  readonly languages: readonly Listing[];
  readonly publications: readonly Listing[];
  readonly otherPublications: number;
  readonly gaps: readonly Gap[];
  readonly shorterGaps: number;
}

function usesOf({ coverage: { languages, publications, gaps, ...rest }, groups, wanted }: Archive): Uses {
  const slugs = new Map(groups.publication.map(({ name, slug }) => [name, slug]));
  const tags = new Map(groups.language.map(({ name, slug }) => [name, slug]));
  const longest = new Set([...gaps].sort((a, b) => b.months - a.months || (a.first < b.first ? -1 : 1)).slice(0, mostGaps));
  return {
    ...rest,
    wanted: wanted.length,
    languages: languages.map((each) => ({ ...each, slug: tags.get(each.name) ?? null })),
    publications: publications.slice(0, mostPublications).map((each) => ({ ...each, slug: slugs.get(each.name) ?? null })),
    otherPublications: Math.max(0, publications.length - mostPublications),
    gaps: gaps.filter((gap) => longest.has(gap)),
    shorterGaps: gaps.length - longest.size,
  };
}

function view({ first, last, all, years, undated, languages, publications, otherPublications, gaps, shorterGaps, wanted }: Uses, frame: Frame, path: string) {
  const row = (shares: Shares) => ({ count: shares.count, shares: [shares.byline, shares.day, shares.source].map((part) => shareOf(part, shares.count)) });
  const listing = (kind: "language" | "publication", { name, slug, first: from, last: to, ...shares }: Listing) => ({
    ...{ name, first: from, last: to },
    href: slug === null ? null : relativeHref(path, groupPath(kind, slug)),
    ...row(shares),
  });
  return {
    ...shell(frame, path, "", ""),
    ...{ first, last, gaps, shorterGaps, otherPublications },
    all: row(all),
    years: years.map((year) => ({ date: year.date, href: relativeHref(path, periodPath(year.date)), ...row(year) })),
    undated: undated.count === 0 ? null : { href: relativeHref(path, undatedPath), ...row(undated) },
    languages: languages.map((each) => listing("language", each)),
    publications: publications.map((each) => listing("publication", each)),
    wanted: wanted === 0 ? null : { count: wanted, href: relativeHref(path, wantedPath) },
  };
}

/** A share in whole percents: 100 only where it is all, 0 only where it is none. */
function shareOf(part: number, count: number): { percent: number; step: number } {
  const percent = part === 0 ? 0 : Math.max(1, Math.floor((100 * part) / count));
  return { percent, step: stepOf(percent, 100) };
}
