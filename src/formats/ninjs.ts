/** An article as ninjs, the IPTC's News in JSON. May import: model, text, formats. */
import type { Card } from "../model/archive.ts";
import type { Site } from "../model/page.ts";
import { cleanText } from "../text/clean.ts";
import { mediaTypeOf } from "../text/media-type.ts";
import { strictUri } from "../text/strict-uri.ts";
import { rfc3339 } from "../text/timestamps.ts";
import { safeUrl, siteUrl } from "../text/url.ts";
import { pageUrl } from "./citation.ts";
import { idOf, languageTag } from "./feed.ts";
import { type Identified, nobody } from "./json-ld.ts";

/** What an item says besides the article's card. */
export interface NinjsContent {
  readonly paragraphs: readonly string[];
  /** As Markdown. */
  readonly body: string;
  /** Remarks that belong to the page on which the article stood: a copyright notice may be among them. */
  readonly boilerplate: readonly string[];
  /** In the order of the figures: the file as it is published. */
  readonly pictures?: readonly (string | null)[];
  readonly identified?: Identified;
}

const standard = { name: "ninjs", version: "3.1", schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#" };

/**
 * A news item (IPTC ninjs 3.1). What is not known is left out. An item is named by its page, or by a UUID where the archive has no address.
 *
 * ninjs knows instants alone: `contentCreated` is the beginning of what the date names, and the date as far as it is known, and as it is printed, stand among the
 * `descriptions`. `versionCreated` is the last change that the article tells of: an archive knows no clock.
 */
export function ninjsItem(card: Card, content: NinjsContent, site: Site): object {
  const { identified = nobody } = content;
  const place = card.dateline?.place ?? null;
  return present({
    uri: uriOf(card.id, site),
    standard,
    type: "text",
    representationType: card.withheld === undefined || card.withheld.length === 0 ? "full" : "partial",
    profile: card.figures.length === 0 ? "text-only" : "text-photo",
    versionCreated: rfc3339(card.updated ?? "") ?? rfc3339(card.date ?? ""),
    contentCreated: rfc3339(card.date ?? ""),
    language: languageTag(card.language),
    title: text(card.title),
    headlines: roles([
      ["main", card.headline],
      ["kicker", card.kicker],
      ["subhead", card.deck],
    ]),
    by: text(card.byline) ?? text(card.authors.map(({ name }) => name).join(", ")),
    infoSources: sourcesOf(card, identified),
    located: text(place),
    places: place === null || text(place) === null ? [] : [present({ name: text(place), rel: "dateline", uri: identified.place[0] ?? null })],
    subjects: subjectsOf(card),
    copyrightNotice: text([...card.notes.map((note) => note.text), ...content.boilerplate].filter(isCopyright).join("\n")),
    descriptions: roles([
      ["date", card.date],
      ["date-as-printed", card.dateAsPrinted],
      ...card.corrections.map((each) => ["correction", each.text] as const),
      ...card.notes.map((each) => ["note", each.text] as const),
    ]),
    bodies: bodiesOf(card, content),
    associations: [...figuresOf(card, content.pictures ?? [], site), ...relatedOf(card, site)],
    renditions: pageUrl(card, site) === null ? [] : [{ name: "web", href: pageUrl(card, site), contentType: "text/html" }],
    altIds: [
      { role: "record", value: card.id },
      ...(strictUri(card.sourceUrl ?? "") === null ? [] : [{ role: "source", value: strictUri(card.sourceUrl ?? "") }]),
    ],
  });
}

function uriOf(id: string, site: Site): string {
  return idOf(`${id}.html`, site);
}

/** The text as printed; as Markdown too, where that says more. */
function bodiesOf(card: Card, { paragraphs, body }: NinjsContent): object[] {
  const plain = cleanText(paragraphs.join("\n\n"));
  if (plain === "") return [];
  const counts = { charCount: plain.length - (plain.match(/[\ud800-\udbff](?=[\udc00-\udfff])/g) ?? []).length, wordCount: card.wordCount };
  const marked = cleanText(body).trim();
  return [
    { role: "main", contentType: "text/plain", ...counts, value: plain },
    ...(marked === "" || marked === plain ? [] : [{ role: "markdown", contentType: "text/markdown", value: marked }]),
  ];
}

/** Who made it: authors, whoever is credited for more, the agency of the dateline, the paper. */
function sourcesOf(card: Card, identified: Identified): object[] {
  const named = new Set(card.authors.map(({ name }) => name));
  const agency = card.dateline?.agency ?? null;
  return [
    ...card.authors.map(({ name }, index) => ({ name: text(name), role: "author", uri: identified.authors[index]?.[0] ?? null })),
    ...card.credits.filter(({ isSure }) => isSure).map(({ name, role }) => ({ name: text(name), role })),
    ...(agency === null || named.has(agency) ? [] : [{ name: text(agency), role: "agency" }]),
    { name: text(card.publication), role: "publication" },
  ]
    .filter(({ name }) => name !== null)
    .map(present);
}

function subjectsOf(card: Card): object[] {
  const section = { name: text(card.section), rel: "section" };
  return [section, ...card.topics.map((topic) => ({ name: text(topic), rel: "about" }))].filter(({ name }) => name !== null);
}

/** Pictures, of which the file may be missing. */
function figuresOf(card: Card, pictures: readonly (string | null)[], site: Site): object[] {
  return card.figures.map(({ caption, credit, alt }, index) => {
    const file = pictures[index] ?? null;
    const href = file === null ? null : siteUrl(site.baseUrl, file);
    return present({
      name: `figure-${index + 1}`,
      uri: `${uriOf(card.id, site)}#figure-${index + 1}`,
      rel: "figure",
      type: "picture",
      representationType: href === null ? "partial" : "full",
      by: text(credit),
      descriptions: roles([
        ["caption", caption],
        ["alt", alt],
      ]),
      renditions: file === null || href === null ? [] : [{ name: "web", href, contentType: mediaTypeOf(file) }],
    });
  });
}

/** Related articles that have an address: in the archive, or elsewhere. */
function relatedOf(card: Card, site: Site): object[] {
  return card.related.flatMap(({ headline, url, article }) => {
    const uri = article === null ? strictUri(safeUrl(url ?? "") ?? "") : uriOf(article, site);
    if (uri === null) return [];
    const name = text(headline) ?? text(article) ?? uri;
    return [present({ name, uri, rel: "related", type: "text", representationType: "partial", headlines: roles([["main", headline]]) })];
  });
}

/** As these lines begin wherever there are any. */
function isCopyright(line: string): boolean {
  return /^\s*(?:©|\(c\)|copyright\b)/i.test(line);
}

function roles(values: readonly (readonly [role: string, value: string | null])[]): object[] {
  return values.map(([role, value]) => ({ role, value: text(value) })).filter(({ value }) => value !== null);
}

function text(value: string | null): string | null {
  return value === null || value === "" ? null : cleanText(value);
}

/** The object without what is null or an empty list. */
function present(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)));
}
