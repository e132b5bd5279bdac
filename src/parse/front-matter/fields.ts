/**
 * TABLE of front-matter keys in the dialects of Hugo, Jekyll, Eleventy, Astro, Hexo, Zola and of newsrooms: which field a key means. The
 * first key of a row that has a value speaks. Keys are compared without case, `_` and `-`. May import: model.
 */
import type { FieldName } from "../../model/claim.ts";

/** How a key's value becomes a field's value: see `claims.ts`. */
export type FrontShape = "text" | "byline" | "date" | "dateline" | "url" | "language" | "section" | "topics" | "figures" | "related" | "remarks";

export interface FrontField {
  readonly field: FieldName;
  readonly keys: readonly string[];
  readonly shape: FrontShape;
}

export const frontFields: readonly FrontField[] = [
  { field: "headline", keys: ["headline", "title"], shape: "text" },
  { field: "kicker", keys: ["kicker", "overline", "pretitle", "eyebrow"], shape: "text" },
  {
    field: "deck",
    keys: ["deck", "dek", "standfirst", "subheadline", "subtitle", "subhead", "description", "summary", "excerpt", "lead", "abstract"],
    shape: "text",
  },
  { field: "byline", keys: ["byline", "author", "authors", "by", "creator", "writer", "writers"], shape: "byline" },
  {
    field: "date",
    keys: [
      "date",
      "pubdate",
      "publishdate",
      "publisheddate",
      "published",
      "publishedat",
      "publishedon",
      "datepublished",
      "dateofpublication",
      "issued",
      "created",
      "createdat",
    ],
    shape: "date",
  },
  {
    field: "updated",
    keys: ["updated", "lastmod", "modified", "datemodified", "updateddate", "lastmodified", "lastmodifiedat", "updatedat", "lastupdated"],
    shape: "date",
  },
  { field: "dateline", keys: ["dateline", "place", "location"], shape: "dateline" },
  { field: "section", keys: ["section", "category", "categories", "column", "rubric", "desk"], shape: "section" },
  { field: "topics", keys: ["topics", "topic", "tags", "tag", "keywords", "subjects", "subject"], shape: "topics" },
  { field: "publication", keys: ["publication", "newspaper", "paper", "outlet", "publisher", "source", "sitename"], shape: "text" },
  {
    field: "sourceUrl",
    keys: ["sourceurl", "originalurl", "canonicalurl", "canonical", "original", "originallink", "externalurl", "url", "link", "source", "permalink"],
    shape: "url",
  },
  { field: "language", keys: ["language", "lang", "locale", "inlanguage"], shape: "language" },
  { field: "related", keys: ["related", "relatedarticles", "relatedarticle", "relatedposts", "seealso", "readmore"], shape: "related" },
  {
    field: "figures",
    keys: ["figures", "figure", "image", "images", "cover", "heroimage", "featuredimage", "thumbnail", "banner", "photo", "photos", "picture", "resources"],
    shape: "figures",
  },
  { field: "corrections", keys: ["corrections", "correction", "clarification", "erratum"], shape: "remarks" },
  { field: "notes", keys: ["notes", "note", "editorsnote", "editornote"], shape: "remarks" },
  { field: "slug", keys: ["slug"], shape: "text" },
];

/** Keys that are no news to an archive: what a generator wants to know of a page. */
const idleKeys: ReadonlySet<string> = new Set([
  "layout",
  "weight",
  "draft",
  "published",
  "isdraft",
  "aliases",
  "alias",
  "redirectfrom",
  "type",
  "id",
  "uuid",
  "guid",
  "comments",
  "comment",
  "toc",
  "math",
  "mathjax",
  "katex",
  "featured",
  "pin",
  "pinned",
  "sticky",
  "top",
  "order",
  "menu",
  "menus",
  "nav",
  "navigation",
  "template",
  "path",
  "insearchindex",
  "outputs",
  "markup",
  "params",
  "extra",
  "taxonomies",
  "heroimagealt",
  "imagealt",
  "header",
  "sidebar",
  "share",
  "social",
  "disqus",
  "hidden",
  "unlisted",
  "sitemap",
  "robots",
  "noindex",
  "eleventynavigation",
  "eleventyexcludefromcollections",
  "eleventycomputed",
  "pagination",
  "abbrlink",
  "translationkey",
  "readingtime",
  "wordcount",
  "password",
  "css",
  "js",
  "scripts",
  "styles",
  "theme",
  "color",
  "icon",
  "fileslug",
  "postid",
  "wordpressid",
  "meta",
  "seo",
  "seotitle",
  "metadescription",
  "ogimage",
  "opengraph",
  "twitter",
  "expirydate",
  "cascade",
  "build",
  "headless",
  "islocked",
  "license",
  "rights",
  "copyright",
  "email",
  "avatar",
  "generator",
  "version",
]);

/** The keys of a field, as they are compared; the first that has a value speaks. */
export function keysOf(field: FieldName): readonly string[] {
  return frontFields.find((row) => row.field === field)?.keys ?? [];
}

/** Whether a key says something of an article, or of a page. */
export function isKnownKey(key: string): boolean {
  const folded = foldKey(key);
  return idleKeys.has(folded) || telling.has(folded);
}

const telling: ReadonlySet<string> = new Set(frontFields.flatMap(({ keys }) => keys));

/** A key as it is compared. */
export function foldKey(key: string): string {
  if (/^[a-z]+$/.test(key)) return key;
  return key.toLowerCase().replace(/[_\s.-]/g, "");
}
