/** A page for every article. May import: model, text, formats, outputs. */
import { articleMeta } from "../formats/head-meta.ts";
import { newsArticle } from "../formats/json-ld.ts";
import type { Archive, Card, GroupKind, LinkedCard, Listed } from "../model/archive.ts";
import type { Frame, Output, StoredBody } from "../model/page.ts";
import { compareDates, dayOf, newStyle } from "../text/civil-date.ts";
import { directionOf } from "../text/direction.ts";
import { pictureOf } from "../text/picture-path.ts";
import { hostOf, relativeHref, safeUrl, siteUrl } from "../text/url.ts";
import { type Beside, besideLinks, besidesIn } from "./besides.ts";
import { captureOf } from "./captures.ts";
import { citeOf } from "./cite.ts";
import { cardsOf, entries, entry, listedOf } from "./entry.ts";
import { type Slugs, slugsOf } from "./group-slugs.ts";
import { isWanted } from "./left-out.ts";
import { pageKind } from "./made.ts";
import { articlePath, groupPath, pageScriptPath, periodPath, undatedPath } from "./paths.ts";
import { type PictureFiles, pictureFiles } from "./pictures.ts";
import { plainTextLink } from "./plain-texts.ts";
import { contentPolicy } from "./policy.ts";
import { readingOf } from "./reading.ts";
import { shell } from "./shell.ts";
import { nameOf, type ThreadName, threadLink } from "./thread-pages.ts";

const article = pageKind("article", view, bodyView);

export const articlePages: Output = {
  name: "article",
  kinds: [article],
  *pages(archive) {
    const lookup = { archive, slugs: slugsOf(archive), pictures: pictureFiles(archive), threads: threadsOf(archive), besides: besidesIn(archive) };
    for (const [index, card] of archive.articles.entries()) yield article.page(articlePath(card.id), () => usesOf(card, index, lookup), card.body);
  },
};

/** What all articles need to know of the archive, worked out once. */
interface Lookup {
  readonly archive: Archive;
  readonly slugs: Slugs;
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
  /** Slugs of the lists in which it stands; null for one that there is not. */
  readonly slugs: Readonly<Record<GroupKind, readonly (string | null)[]>>;
}

function usesOf(card: LinkedCard, index: number, { archive, slugs, pictures, threads, besides }: Lookup): Uses {
  const listed = (id: string | null) => (id === null ? null : (archive.byId.get(id)?.listed ?? null));
  const slugsIn = (kind: GroupKind, names: readonly string[]) => names.map((name) => slugs[kind](name));
  return {
    card,
    related: card.related.map(({ article }) => listed(article)),
    namedBy: listedOf(cardsOf(archive.namedBy.get(card.id) ?? [], archive)),
    thread: threads.get(card.id) ?? null,
    previous: archive.articles[index - 1]?.listed ?? null,
    next: archive.articles[index + 1]?.listed ?? null,
    besides: (["author", "section"] as const).flatMap((kind) => {
      const name = kind === "author" ? card.authors[0]?.name : card.section;
      const slug = typeof name === "string" ? slugs[kind](name) : null;
      return slug === null ? [] : (besides(card, kind, slug) ?? []);
    }),
    pictures: card.figures.map(({ src }) => pictureFile(src, card, archive, pictures)),
    links: card.links.flatMap((url) => {
      const id = archive.published.get(url);
      return id === undefined || id === card.id ? [] : [[url, id] as const];
    }),
    slugs: {
      author: slugsIn(
        "author",
        card.authors.map(({ name }) => name),
      ),
      publication: slugsIn("publication", card.publication === null ? [] : [card.publication]),
      section: slugsIn("section", card.section === null ? [] : [card.section]),
      topic: slugsIn("topic", card.topics),
      place: slugsIn("place", typeof card.dateline?.place === "string" ? [card.dateline.place] : []),
      language: slugsIn("language", [card.language]),
    },
  };
}

function bodyView({ card }: Uses, body: StoredBody) {
  return { reading: readingOf(card, body) };
}

function view({ card, related, namedBy, thread, previous, next, besides, pictures, links, slugs }: Uses, frame: Frame, path: string) {
  const common = shell(frame, path, card.title, card.deck ?? card.lede);
  return {
    ...common,
    policy: { ...common.policy, content: contentPolicy(false, true) },
    scripts: [{ src: relativeHref(path, pageScriptPath) }],
    cite: citeOf(card, frame.site),
    ...plainTextLink(card, frame, path),
    article: {
      ...named(card, path, slugs),
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
        return { ...figure, href: file === null ? null : relativeHref(path, file) };
      }),
      related: card.related.map((each, index) => relatedLink(each, related[index] ?? null, path)),
      sourceUrl: safeUrl(card.sourceUrl ?? ""),
      sourceHost: hostOf(card.sourceUrl ?? ""),
      capture: captureOf(card),
      corrections: card.corrections.map(({ text }) => text),
      notes: card.notes.map(({ text }) => text),
      withheld: card.withheld ?? [],
    },
    ...forMachines(card, pictures, frame, path),
    links: Object.fromEntries(links.map(([url, id]) => [url, relativeHref(path, articlePath(id))])),
    namedBy: entries(namedBy, path),
    showsReading: isWanted(frame.site, "provenance"),
    isNamedLater: card.date !== null && namedBy.every(({ date }) => date !== null && compareDates(date, newStyle(card.date ?? "")) > 0),
    thread: thread === null ? null : threadLink(thread, path),
    trail: trailOf(card, path),
    previous: previous === null ? null : entry(previous, path),
    next: next === null ? null : entry(next, path),
    besides: besides.map((each) => besideLinks(each, path)),
  };
}

/** The lists that the article stands in, as links. */
function named(card: Card, path: string, slugs: Uses["slugs"]) {
  const link = (kind: GroupKind, name: string, index: number) => {
    const slug = slugs[kind][index] ?? null;
    return { name, href: slug === null ? null : relativeHref(path, groupPath(kind, slug)) };
  };
  return {
    authors: card.authors.map((author, index) => ({
      ...link("author", author.name, index),
      kind: author.kind,
      role: author.role,
      place: author.place,
      affiliation: author.affiliation,
    })),
    section: card.section === null ? null : link("section", card.section, 0),
    publication: card.publication === null ? null : link("publication", card.publication, 0),
    topics: card.topics.map((topic, index) => link("topic", topic, index)),
    places: typeof card.dateline?.place === "string" ? [link("place", card.dateline.place, 0)] : [],
  };
}

function relatedLink(related: Card["related"][number], target: Listed | null, path: string) {
  return {
    headline: related.headline ?? target?.title ?? related.url ?? "",
    article: target === null ? null : entry(target, path),
    url: target === null ? safeUrl(related.url ?? "") : null,
  };
}

/** What the head of the page says of the article. */
function forMachines(card: Card, pictures: Uses["pictures"], { site }: Frame, path: string) {
  const url = siteUrl(site.baseUrl, path);
  const shown = card.figures.flatMap(({ caption, credit }, index) => {
    const file = pictures[index] ?? null;
    return file === null ? [] : [{ url: siteUrl(site.baseUrl, file) ?? relativeHref(path, file), caption, credit }];
  });
  return { jsonLd: newsArticle(card, site, url, shown), meta: articleMeta(card, site, url, url === null ? null : (shown[0]?.url ?? null)) };
}

/** The picture's own file in the archive; null where it is missing or lies elsewhere: no page loads anything from another site. */
function pictureFile(src: string | null, card: Card, archive: Archive, pictures: PictureFiles): string | null {
  const picture = src === null ? null : pictureOf(src, card.file, archive.pictures);
  return picture === null ? null : (pictures.get(picture) ?? null);
}

/** The way from the front page down to the article's day: the pages that list it. */
function trailOf(card: Card, path: string): { date: string | null; href: string }[] {
  if (card.date === null) return [{ date: null, href: relativeHref(path, undatedPath) }];
  const day = dayOf(card.date);
  return [4, 7]
    .filter((length) => day.length >= length)
    .map((length) => ({ date: day.slice(0, length), href: relativeHref(path, periodPath(day.slice(0, length))) }));
}
