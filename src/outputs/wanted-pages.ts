/** Headlines that articles name and the archive lacks, with who names them. May import: model, text, outputs. */
import type { Archive, Listed, Wanted } from "../model/archive.ts";
import type { Frame, Output, Page } from "../model/page.ts";
import { dayOf } from "../text/civil-date.ts";
import { directionOf } from "../text/direction.ts";
import { groupedBy } from "../text/grouped.ts";
import { relativeHref, safeUrl } from "../text/url.ts";
import { entries, listedOf, longestList } from "./entry.ts";
import { pageKind } from "./made.ts";
import { wantedPartPath, wantedPath } from "./paths.ts";
import { shell } from "./shell.ts";

const wanted = pageKind("wanted", view);

export const wantedPages: Output = {
  name: "wanted",
  kinds: [wanted],
  *pages(archive) {
    if (archive.wanted.length > 0) yield* pagesOf(archive);
  },
};

/** How many stand on the first page of a list that is cut. */
const mostNamed = 100;
/** How many of those who name a headline are shown; the number tells the rest. */
const mostNaming = 5;

/**
 * All on one page; or the most named, with a page for each year in which a headline is named first, and for each month where a year has too many: the
 * date of an article moves less than a place in a list does.
 */
function* pagesOf(archive: Archive): Iterable<Page> {
  const total = archive.wanted.length;
  if (total <= longestList) {
    yield page(wantedPath, null, total, [], archive.wanted);
    return;
  }
  const years = byDate(archive.wanted, 4);
  yield page(wantedPath, null, total, countsOf(years), archive.wanted.slice(0, mostNamed));
  for (const [year, own] of years) {
    const months = own.length > longestList && year !== "" ? byDate(own, 7) : new Map<string, Wanted[]>();
    const loose = months.size === 0 ? own : (months.get(year) ?? []);
    months.delete(year);
    yield page(wantedPartPath(year || null), year, own.length, countsOf(months), loose);
    for (const [month, named] of months) yield page(wantedPartPath(month), month, named.length, [], named);
  }
}

/** In the order of time; `""` holds what only undated articles name, and a year itself what is known to no month. */
function byDate(all: readonly Wanted[], length: number): Map<string, Wanted[]> {
  const parts = groupedBy(all, ({ namedBy }) => dayOf(namedBy[0]?.date ?? "").slice(0, length));
  return new Map([...parts].sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1)));
}

interface Counted {
  readonly date: string;
  readonly count: number;
}

function countsOf(parts: ReadonlyMap<string, readonly Wanted[]>): Counted[] {
  return [...parts].map(([date, { length: count }]) => ({ date, count }));
}

interface Uses {
  /** `""` for what only undated articles name; null for all. */
  readonly date: string | null;
  readonly total: number;
  readonly parts: readonly Counted[];
  readonly wanted: readonly (Pick<Wanted, "headline" | "url"> & { readonly count: number; readonly namedBy: readonly Listed[] })[];
}

function page(path: string, date: string | null, total: number, parts: readonly Counted[], own: readonly Wanted[]): Page {
  return wanted.page(
    path,
    (): Uses => ({
      ...{ date, total, parts },
      wanted: own.map(({ headline, url, namedBy }) => ({ headline, url, count: namedBy.length, namedBy: listedOf(namedBy.slice(0, mostNaming)) })),
    }),
  );
}

function view({ date, total, parts, wanted: own }: Uses, frame: Frame, path: string) {
  const link = ({ date: part, count }: Counted) => ({ date: part === "" ? null : part, count, href: relativeHref(path, wantedPartPath(part || null)) });
  return {
    ...shell(frame, path, "", ""),
    ...{ isWhole: date === null, period: date || null, total },
    up: date === null ? [] : [relativeHref(path, wantedPath), ...(date.length === 7 ? [relativeHref(path, wantedPartPath(date.slice(0, 4)))] : [])],
    parts: parts.map(link),
    wanted: own.map(({ headline, url, count, namedBy }) => {
      // A headline is in the language of those who name it, as far as anybody knows.
      const { language = frame.site.language } = namedBy[0] ?? {};
      return {
        headline,
        url: safeUrl(url ?? ""),
        language,
        direction: directionOf(language),
        others: count - namedBy.length,
        count,
        namedBy: entries(namedBy, path),
      };
    }),
  };
}
