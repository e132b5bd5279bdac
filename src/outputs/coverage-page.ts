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

interface Uses extends Omit<Coverage, "publications" | "gaps"> {
  readonly wanted: number;
  readonly publications: readonly (Covered & { readonly slug: string | null })[];
  readonly otherPublications: number;
  readonly gaps: readonly Gap[];
  readonly shorterGaps: number;
}

function usesOf({ coverage: { publications, gaps, ...rest }, groups, wanted }: Archive): Uses {
  const slugs = new Map(groups.publication.map(({ name, slug }) => [name, slug]));
  const longest = new Set([...gaps].sort((a, b) => b.months - a.months || (a.first < b.first ? -1 : 1)).slice(0, mostGaps));
  return {
    ...rest,
    wanted: wanted.length,
    publications: publications.slice(0, mostPublications).map((each) => ({ ...each, slug: slugs.get(each.name) ?? null })),
    otherPublications: Math.max(0, publications.length - mostPublications),
    gaps: gaps.filter((gap) => longest.has(gap)),
    shorterGaps: gaps.length - longest.size,
  };
}

function view({ first, last, all, years, undated, languages, publications, otherPublications, gaps, shorterGaps, wanted }: Uses, frame: Frame, path: string) {
  const row = (shares: Shares) => ({ count: shares.count, shares: [shares.byline, shares.day, shares.source].map((part) => shareOf(part, shares.count)) });
  return {
    ...shell(frame, path, "", ""),
    ...{ first, last, gaps, shorterGaps, otherPublications },
    all: row(all),
    years: years.map((year) => ({ date: year.date, href: relativeHref(path, periodPath(year.date)), ...row(year) })),
    undated: undated.count === 0 ? null : { href: relativeHref(path, undatedPath), ...row(undated) },
    languages: languages.map((each) => ({ name: each.name, href: null, first: each.first, last: each.last, ...row(each) })),
    publications: publications.map((each) => ({
      name: each.name,
      href: each.slug === null ? null : relativeHref(path, groupPath("publication", each.slug)),
      ...{ first: each.first, last: each.last },
      ...row(each),
    })),
    wanted: wanted === 0 ? null : { count: wanted, href: relativeHref(path, wantedPath) },
  };
}

/** A share in whole percents: 100 only where it is all, 0 only where it is none. */
function shareOf(part: number, count: number): { percent: number; step: number } {
  const percent = part === 0 ? 0 : Math.max(1, Math.floor((100 * part) / count));
  return { percent, step: stepOf(percent, 100) };
}
