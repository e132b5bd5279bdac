/**
 * The style guide: each part of the pages, made by the templates that make the pages. `tearsheet serve` shows it, and no build publishes it. May import: model, text, outputs.
 */
import type { Frame, Output } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";
import { articleBodyView, articleView } from "./article-pages.ts";
import { calendarMonth, daySteps } from "./calendar.ts";
import { entries } from "./entry.ts";
import { identityView } from "./identity.ts";
import { pageKind } from "./made.ts";
import { iconPath, pageScriptPath } from "./paths.ts";
import { listedSpecimens, specimen, specimenBody } from "./style-guide-specimen.ts";
import { stripView } from "./years-page.ts";

const guide = pageKind("style-guide", view);

export const styleGuide: Output = {
  name: "style-guide",
  kinds: [guide],
  *pages(archive) {
    yield guide.page("style-guide/index.html", () => ({ total: archive.articles.length }));
  },
};

/** What only the guide loads: `build/served-page.ts` has the files. */
const ownFiles = ".tearsheet/style-guide";

const years = [
  { date: "2023", count: 51, months: [1, 2, 3, 5, 8, 13, 8, 5, 3, 2, 1, 0] },
  { date: "2024", count: 12, months: [4, 8] },
];

const none = { author: [], publication: [], section: [], topic: [], place: [], language: [] };

function view({ total }: { readonly total: number }, frame: Frame, path: string) {
  const [first = null] = listedSpecimens;
  const uses = {
    card: specimen,
    related: [listedSpecimens[1] ?? null, null],
    namedBy: listedSpecimens,
    thread: { id: specimen.id, title: specimen.title, language: "en", count: 4, first: "1923", last: "2024" },
    previous: first,
    next: listedSpecimens[2] ?? null,
    besides: [{ group: { kind: "section" as const, slug: "specimen", name: "Harbour" }, previous: first, next: listedSpecimens[1] ?? null }],
    pictures: [null, iconPath],
    links: [],
    lists: {
      slugs: { ...none, author: ["specimen"], topic: ["specimen", "specimen"], section: ["specimen"] },
      credited: [["Noor Castellan", "specimen"] as const],
      identified: { authors: [], place: [] },
    },
  };
  const own = relativeHref(path, ownFiles);
  return {
    ...articleView(uses, frame, path),
    ...articleBodyView(uses, specimenBody),
    title: "Style guide",
    description: "",
    canonical: null,
    robots: "noindex",
    ownStyle: `${own}.css`,
    scripts: [{ src: relativeHref(path, pageScriptPath) }, { src: `${own}.js` }],
    total,
    first: "1923",
    last: "2024",
    languages: listedSpecimens.length,
    entries: entries(listedSpecimens, path),
    items: listedSpecimens.map(({ section, language }, index) => ({
      name: section ?? language,
      href: "#lists",
      count: 4 - index,
      first: "1923",
      last: "2024",
    })),
    letters: ["A", "B", "Ж", "ن", "漢"].map((name) => ({ name, href: "#lists", count: 3 })),
    downloads: ["bibtex", "ris", "csl"].map((format) => ({ format, href: "#lists" })),
    month: calendarMonth({ date: "2024-03", count: 66, days: Array.from({ length: 31 }, (_, day) => [0, 1, 3, 0, 7, 12, 30, 0][day % 8] ?? 0) }, path),
    steps: daySteps,
    strips: [{ ...stripView(years, 13), years: years.map(({ date, count }) => ({ date, count, href: "#calendars" })) }],
    identity: identityView({
      kind: "person",
      name: "Noor Castellan",
      variants: [
        { name: "Нур Кастеллан", language: "ru" },
        { name: "نور كاستيلان", language: "ar" },
      ],
      wikidata: "Q42",
      viaf: null,
      note: "Photographer of the Coastal Press.",
    }),
  };
}
