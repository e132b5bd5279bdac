/** A page for every article. May import: model, text, formats, outputs. */
import { articleMeta } from "../formats/head-meta.ts";
import { type Identified, newsArticle } from "../formats/json-ld.ts";
import type { Archive, Card, LinkedCard, Listed } from "../model/archive.ts";
import type { BodyPage, BodyReading, Frame, Output } from "../model/page.ts";
import { compareDates, dayOf, newStyle } from "../text/civil-date.ts";
import { directionOf } from "../text/direction.ts";
import { hostOf, relativeHref, safeUrl, siteUrl } from "../text/url.ts";
import { creditedLinks, type ListUses, listLinks, listUses } from "./article-lists.ts";
import { type Beside, besideLinks, besidesIn } from "./besides.ts";
import { captureOf, copiesOf } from "./captures.ts";
import { citeOf } from "./cite.ts";
import { cardsOf, entries, entry, listedOf } from "./entry.ts";
import { type Groups, groupsOf } from "./group-slugs.ts";
import { isWanted } from "./left-out.ts";
import { linkedNames } from "./linked-names.ts";
import { pageKind } from "./made.ts";
import { articlePath, pageScriptPath, periodPath, undatedPath } from "./paths.ts";
import { type PictureFiles, pictureFileOf, pictureFiles } from "./pictures.ts";
import { plainTextLink } from "./plain-texts.ts";
import { readingOf } from "./reading.ts";
import { shell } from "./shell.ts";
import { nameOf, type ThreadName, threadLink } from "./thread-pages.ts";

const article = pageKind("article", articleView, articleBodyView, seedOf);

export const articlePages: Output = {
  name: "article",
  kinds: [article],
  *pages(archive) {
    const lookup = { archive, groups: groupsOf(archive), pictures: pictureFiles(archive), threads: threadsOf(archive), besides: besidesIn(archive) };
    for (const [index, card] of archive.articles.entries()) yield article.page(articlePath(card.id), () => usesOf(card, index, lookup), card.body);
  },
};

/** What all articles need to know of the archive, worked out once. */
interface Lookup {
  readonly archive: Archive;
  readonly groups: Groups;
  readonly pictures: PictureFiles;
  /** The story to which an article belongs, by its id. */
  readonly threads: ReadonlyMap<string, ThreadName>;
  readonly besides: ReturnType<typeof besidesIn>;
}

function threadsOf({ threads }: Archive): Lookup["threads"] {
  return new Map(
    threads.flatMap((thread) => {
      const name = nameOf(thread);
      return thread.articles.map(({ id }) => [id, name] as const);
    }),
  );
}

/** What a page of an article is made of. */
interface Uses {
  readonly card: LinkedCard;
  /** In the order of the card's related entries; null for what is not in the archive. */
  readonly related: readonly (Listed | null)[];
  readonly namedBy: readonly Listed[];
  readonly thread: ThreadName | null;
  readonly previous: Listed | null;
  readonly next: Listed | null;
  /** In the lists of its first author and of its section. */
  readonly besides: readonly Beside[];
  /** In the order of the card's figures: the file as it is published. */
  readonly pictures: readonly (string | null)[];
  /** From an address in the text to the id of the article that it leads to. */
  readonly links: readonly (readonly [url: string, id: string])[];
  readonly lists: ListUses;
}

function usesOf(card: LinkedCard, index: number, { archive, groups, pictures, threads, besides }: Lookup): Uses {
  const listed = (id: string | null) => (id === null ? null : (archive.byId.get(id)?.listed ?? null));
  return {
    card,
    related: card.related.map(({ article }) => listed(article)),
    namedBy: listedOf(cardsOf(archive.namedBy.get(card.id) ?? [], archive)),
    thread: threads.get(card.id) ?? null,
    previous: archive.articles[index - 1]?.listed ?? null,
    next: archive.articles[index + 1]?.listed ?? null,
    besides: (["author", "section"] as const).flatMap((kind) => {
      const name = kind === "author" ? card.authors[0]?.name : card.section;
      const slug = typeof name === "string" ? (groups[kind](name)?.slug ?? null) : null;
      return slug === null ? [] : (besides(card, kind, slug) ?? []);
    }),
    pictures: card.figures.map(({ src }) => pictureFileOf(src, card, archive, pictures)),
    links: card.links.flatMap((url) => {
      const id = archive.published.get(url);
      return id === undefined || id === card.id ? [] : [[url, id] as const];
    }),
    lists: listUses(card, groups),
  };
}

export function articleBodyView({ card }: Pick<Uses, "card">, body: BodyReading & BodyPage) {
  return { reading: readingOf(card, body) };
}

function seedOf({ card }: Pick<Uses, "card">): string {
  return card.file;
}

/** What the template of an article sees. */
export function articleView({ card, related, namedBy, thread, previous, next, besides, pictures, links, lists }: Uses, frame: Frame, path: string) {
  const people = creditedLinks(lists, path);
  // What is spread stands last: behind it, each property would be put in by itself (a third of the time of this function).
  return {
    scripts: [{ src: relativeHref(path, pageScriptPath) }],
    cite: citeOf(card, frame.site),
    article: {
      language: card.language,
      direction: directionOf(card.language),
      title: card.title,
      headline: card.headline,
      kicker: card.kicker,
      deck: card.deck,
      byline: card.byline,
      date: card.date === null ? null : newStyle(card.date),
      dateAsPrinted: card.dateAsPrinted,
      updated: card.updated === null ? null : newStyle(card.updated),
      dateline: card.dateline?.asPrinted ?? null,
      figures: card.figures.map((figure, index) => {
        const file = pictures[index] ?? null;
        return {
          ...figure,
          creditRuns: figure.credit === null ? [] : linkedNames(figure.credit, people),
          href: file === null ? null : relativeHref(path, file),
        };
      }),
      related: card.related.map((each, index) => relatedLink(each, related[index] ?? null, card.date, path)),
      sourceUrl: safeUrl(card.sourceUrl ?? ""),
      sourceHost: hostOf(card.sourceUrl ?? ""),
      capture: captureOf(card),
      corrections: card.corrections.map(({ text }) => text),
      notes: card.notes.map(({ text }) => text),
      noteRuns: card.notes.map(({ text }) => linkedNames(text, people)),
      withheld: card.withheld ?? [],
      ...listLinks(card, lists, path),
    },
    links: Object.fromEntries(links.map(([url, id]) => [url, relativeHref(path, articlePath(id))])),
    namedBy: entries(namedBy, path),
    showsReading: isWanted(frame.site, "provenance"),
    copies: copiesOf(card, new Set(links.map(([url]) => url))),
    isNamedLater: card.date !== null && namedBy.every(({ date }) => date !== null && compareDates(date, newStyle(card.date ?? "")) > 0),
    thread: thread === null ? null : threadLink(thread, path),
    trail: trailOf(card, path),
    previous: previous === null ? null : entry(previous, path),
    next: next === null ? null : entry(next, path),
    besides: besides.map((each) => besideLinks(each, path)),
    ...plainTextLink(card, frame, path),
    ...forMachines(card, pictures, lists.identified, frame, path),
    ...shell(frame, path, card.title, card.deck ?? card.lede, true),
  };
}

function relatedLink(related: Card["related"][number], target: Listed | null, date: Card["date"], path: string) {
  return {
    headline: related.headline ?? target?.title ?? related.url ?? "",
    article: target === null ? null : entry(target, path),
    url: target === null ? safeUrl(related.url ?? "") : null,
    capture: target === null ? captureOf({ sourceUrl: related.url, date }) : null,
  };
}

/** What the head of the page says of the article. */
function forMachines(card: Card, pictures: Uses["pictures"], identified: Identified, { site }: Frame, path: string) {
  const url = siteUrl(site.baseUrl, path);
  const shown = card.figures.flatMap(({ caption, credit }, index) => {
    const file = pictures[index] ?? null;
    return file === null ? [] : [{ url: siteUrl(site.baseUrl, file) ?? relativeHref(path, file), caption, credit }];
  });
  return { jsonLd: newsArticle(card, site, url, shown, identified), meta: articleMeta(card, site, url, url === null ? null : (shown[0]?.url ?? null)) };
}

/** The way from the front page down to the article's day: the pages that list it. */
function trailOf(card: Card, path: string): { date: string | null; href: string }[] {
  if (card.date === null) return [{ date: null, href: relativeHref(path, undatedPath) }];
  const day = dayOf(card.date);
  return [4, 7]
    .filter((length) => day.length >= length)
    .map((length) => ({ date: day.slice(0, length), href: relativeHref(path, periodPath(day.slice(0, length))) }));
}
