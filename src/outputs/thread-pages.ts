/** Stories: articles that name each other, a page each, and an index of them. May import: model, text, outputs. */
import type { Listed, Thread } from "../model/archive.ts";
import type { Frame, Output, Page } from "../model/page.ts";
import { newStyle } from "../text/civil-date.ts";
import { directionOf } from "../text/direction.ts";
import { groupedBy } from "../text/grouped.ts";
import { relativeHref } from "../text/url.ts";
import { entries, listedOf, longestList } from "./entry.ts";
import { pageKind } from "./made.ts";
import { threadPath, threadsPath } from "./paths.ts";
import { shell } from "./shell.ts";

const index = pageKind("threads", indexView);
const one = pageKind("thread", view);

export const threadPages: Output = {
  name: "threads",
  kinds: [index, one],
  *pages(archive) {
    if (archive.threads.length === 0) return;
    yield* indexPages(archive.threads.map(nameOf));
    for (const thread of archive.threads) yield one.page(threadPath(nameOf(thread).id), () => listedOf(thread.articles));
  },
};

/** A story as others link to it: by its first article. */
export interface ThreadName {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly count: number;
  /** Years; null where no article is dated. */
  readonly first: string | null;
  readonly last: string | null;
}

export function nameOf({ articles }: Thread): ThreadName {
  const [first] = articles;
  const years = articles.flatMap(({ date }) => (date === null ? [] : newStyle(date).slice(0, 4)));
  return {
    ...{ id: first?.id ?? "", title: first?.title ?? "", language: first?.language ?? "" },
    count: articles.length,
    first: years[0] ?? null,
    last: years.at(-1) ?? null,
  };
}

/** How many stories stand on the first page of an index that is cut. */
const mostLargest = 100;

/** All on one page; or the longest, and a page for each year in which a story begins. */
function* indexPages(names: readonly ThreadName[]): Iterable<Page> {
  if (names.length <= longestList) {
    yield indexPage(null, names.length, [], names);
    return;
  }
  const years = groupedBy(names, ({ first }) => first ?? "undated");
  const counts = [...years].map(([year, { length: count }]) => ({ year, count }));
  const longest = [...names].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)).slice(0, mostLargest);
  yield indexPage(null, names.length, counts, longest);
  for (const [year, own] of years) yield indexPage(year, own.length, [], own);
}

interface IndexUses {
  /** `2021`, `undated`; null for all. */
  readonly year: string | null;
  readonly total: number;
  readonly years: readonly { readonly year: string; readonly count: number }[];
  readonly names: readonly ThreadName[];
}

function indexPage(year: string | null, total: number, years: IndexUses["years"], names: readonly ThreadName[]): Page {
  return index.page(year === null ? threadsPath : threadPath(year), (): IndexUses => ({ year, total, years, names }));
}

function indexView({ year, total, years, names }: IndexUses, frame: Frame, path: string) {
  return {
    ...shell(frame, path, "", ""),
    ...{ year, total },
    index: year === null ? null : relativeHref(path, threadsPath),
    years: years.map((each) => ({ ...each, href: relativeHref(path, threadPath(each.year)) })),
    threads: names.map((name) => threadLink(name, path)),
  };
}

/** @param from path of the page on which the link stands */
export function threadLink({ id, ...name }: ThreadName, from: string) {
  return { ...name, direction: directionOf(name.language), href: relativeHref(from, threadPath(id)) };
}

function view(listed: readonly Listed[], frame: Frame, path: string) {
  const [first] = listed;
  const language = first?.language ?? frame.site.language;
  return {
    ...shell(frame, path, first?.title ?? "", ""),
    index: relativeHref(path, threadsPath),
    heading: { text: first?.title ?? "", language, direction: directionOf(language) },
    total: listed.length,
    chapters: chaptersOf(listed).map(({ year, own }) => ({ year, entries: entries(own, path) })),
  };
}

/** By year, in the order of time; the undated last. */
function chaptersOf(listed: readonly Listed[]): { year: string | null; own: Listed[] }[] {
  const chapters: { year: string | null; own: Listed[] }[] = [];
  for (const each of listed) {
    const year = each.date?.slice(0, 4) ?? null;
    const last = chapters.at(-1);
    if (last !== undefined && last.year === year) last.own.push(each);
    else chapters.push({ year, own: [each] });
  }
  return chapters;
}
