/** A page for every article. May import: model, text, formats, outputs. */
import { articleMeta } from "../formats/head-meta.ts";
import { newsArticle } from "../formats/json-ld.ts";
import type { Archive, Card, GroupKind } from "../model/archive.ts";
import type { Output, Page, Site } from "../model/page.ts";
import { dayOf, newStyle } from "../text/civil-date.ts";
import { directionOf } from "../text/direction.ts";
import { foldForCompare } from "../text/fold.ts";
import { pictureOf } from "../text/picture-path.ts";
import { hostOf, relativeHref, safeUrl, siteUrl } from "../text/url.ts";
import { cardsOf, entries, entry } from "./entry.ts";
import { articlePath, groupPath, periodPath, undatedPath } from "./paths.ts";
import { type PictureFiles, pictureFiles } from "./pictures.ts";
import { readingOf } from "./reading.ts";
import { shell } from "./shell.ts";

export const articlePages: Output = {
  name: "article",
  templates: ["article"],
  *pages(archive, site) {
    const lookup = { slugs: slugsOf(archive), pictures: pictureFiles(archive) };
    for (const [index, card] of archive.articles.entries()) yield page(archive, site, card, index, lookup);
  },
};

type Slugs = Readonly<Record<GroupKind, ReadonlyMap<string, string>>>;

/** What all articles need to know of the archive, worked out once. */
interface Lookup {
  readonly slugs: Slugs;
  readonly pictures: PictureFiles;
}

/** From a name, folded, to its group's slug. */
function slugsOf({ groups }: Archive): Slugs {
  const map = (kind: GroupKind) => new Map(groups[kind].map(({ name, slug }) => [foldForCompare(name) || name, slug]));
  return { author: map("author"), publication: map("publication"), section: map("section"), topic: map("topic") };
}

function page(archive: Archive, site: Site, card: Card, index: number, { slugs, pictures }: Lookup): Page {
  const path = articlePath(card.id);
  return {
    path,
    template: "article",
    body: card.body,
    bodyProps: (body) => ({ reading: readingOf(card, body) }),
    props: () => ({
      ...shell(archive, site, path, card.title, card.deck ?? card.lede),
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
        figures: card.figures.map((figure) => {
          const file = pictureFile(figure.src, card, archive, pictures);
          return { ...figure, href: file === null ? null : relativeHref(path, file) };
        }),
        related: card.related.map((related) => relatedLink(related, archive, path)),
        sourceUrl: safeUrl(card.sourceUrl ?? ""),
        sourceHost: hostOf(card.sourceUrl ?? ""),
        corrections: card.corrections.map(({ text }) => text),
        notes: card.notes.map(({ text }) => text),
        withheld: card.withheld ?? [],
      },
      ...forMachines(archive, site, card, pictures),
      links: Object.fromEntries(linksOf(card, archive, path)),
      namedBy: entries(cardsOf(archive.namedBy.get(card.id) ?? [], archive), path),
      trail: trailOf(card, path),
      previous: neighbour(archive, index - 1, path),
      next: neighbour(archive, index + 1, path),
    }),
  };
}

/** The lists that the article stands in, as links. */
function named(card: Card, path: string, slugs: Slugs) {
  const link = (kind: GroupKind, name: string) => {
    const slug = slugs[kind].get(foldForCompare(name) || name);
    return { name, href: slug === undefined ? null : relativeHref(path, groupPath(kind, slug)) };
  };
  return {
    authors: card.authors.map((author) => ({
      ...link("author", author.name),
      kind: author.kind,
      role: author.role,
      place: author.place,
      affiliation: author.affiliation,
    })),
    section: card.section === null ? null : link("section", card.section),
    publication: card.publication === null ? null : link("publication", card.publication),
    topics: card.topics.map((topic) => link("topic", topic)),
  };
}

function relatedLink(related: Card["related"][number], archive: Archive, path: string) {
  const target = related.article === null ? undefined : archive.byId.get(related.article);
  return {
    headline: related.headline ?? target?.title ?? related.url ?? "",
    article: target === undefined ? null : entry(target, path),
    url: target === undefined ? safeUrl(related.url ?? "") : null,
  };
}

/** What the head of the page says of the article. */
function forMachines(archive: Archive, site: Site, card: Card, pictures: PictureFiles) {
  const path = articlePath(card.id);
  const url = siteUrl(site.baseUrl, path);
  const shown = card.figures.flatMap(({ src, caption, credit }) => {
    const file = pictureFile(src, card, archive, pictures);
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

/** The links of the text that lead to articles of this archive: the address as printed, and where it leads now. */
function linksOf(card: Card, archive: Archive, path: string): [string, string][] {
  return card.links.flatMap((url) => {
    const id = archive.published.get(url);
    return id === undefined || id === card.id ? [] : [[url, relativeHref(path, articlePath(id))]];
  });
}

function neighbour(archive: Archive, index: number, path: string) {
  const card = archive.articles[index];
  return card === undefined ? null : entry(card, path);
}
