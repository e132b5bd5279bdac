/** TABLE of outputs: all that the published archive holds. A new kind of page is one module and one row here, and its template. May import: outputs. */
import type { FileKind, Output, PageKind } from "../model/page.ts";
import { articlePages } from "./article-pages.ts";
import { assets } from "./assets.ts";
import { byUrl } from "./by-url.ts";
import { coveragePage } from "./coverage-page.ts";
import { dataFiles } from "./data-files.ts";
import { dayPages } from "./day-pages.ts";
import { feeds } from "./feeds.ts";
import { frontPage } from "./front-page.ts";
import { groupPages } from "./group-pages.ts";
import { headlinePages } from "./headline-pages.ts";
import { hostFiles } from "./host-files.ts";
import { notFound } from "./not-found.ts";
import { periodPages } from "./period-pages.ts";
import { plainTexts } from "./plain-texts.ts";
import { redirects } from "./redirects.ts";
import { search, searchIndex } from "./search.ts";
import { sitemaps } from "./sitemaps.ts";
import { styleGuide } from "./style-guide.ts";
import { threadPages } from "./thread-pages.ts";
import { tombstones } from "./tombstones.ts";
import { variantPages } from "./variant-pages.ts";
import { wantedPages } from "./wanted-pages.ts";
import { yearsPage } from "./years-page.ts";

export const outputs: readonly Output[] = [
  frontPage,
  articlePages,
  plainTexts,
  yearsPage,
  periodPages,
  dayPages,
  groupPages,
  variantPages,
  headlinePages,
  threadPages,
  coveragePage,
  wantedPages,
  tombstones,
  search,
  searchIndex,
  byUrl,
  notFound,
  feeds,
  sitemaps,
  redirects,
  dataFiles,
  assets,
  hostFiles,
];

/** What `tearsheet serve` shows besides, to those who work on the look: no build publishes it. */
export const shownOnly: readonly Output[] = [styleGuide];

const kinds = [...outputs, ...shownOnly].flatMap((output) => output.kinds);
const pageKinds = new Map(kinds.flatMap((kind) => ("template" in kind ? [[kind.template, kind] as const] : [])));
const fileKinds = new Map(kinds.flatMap((kind) => ("format" in kind ? [[kind.format, kind] as const] : [])));

/** Names of all templates that pages need. */
export const templateNames: readonly string[] = [...pageKinds.keys()];

export function pageKindOf(template: string): PageKind {
  const kind = pageKinds.get(template);
  if (kind === undefined) throw new Error(`No output makes pages of ${template}.eta.`);
  return kind;
}

export function fileKindOf(format: string): FileKind {
  const kind = fileKinds.get(format);
  if (kind === undefined) throw new Error(`No output makes files of the format ${format}.`);
  return kind;
}
