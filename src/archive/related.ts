/** What a related headline or address means in this archive. May import: model, text, archive/linked-card. */
import type { Card, LinkedCard } from "../model/archive.ts";
import type { Related } from "../model/article.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { foldForCompare } from "../text/fold.ts";
import { groupedBy } from "../text/grouped.ts";
import { urlKey } from "../text/url.ts";
import { linkedCard } from "./linked-card.ts";

export interface Linked {
  readonly articles: readonly LinkedCard[];
  readonly namedBy: ReadonlyMap<string, readonly string[]>;
  readonly published: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Index {
  readonly byHeadline: ReadonlyMap<string, readonly Card[]>;
  readonly byUrl: ReadonlyMap<string, readonly Card[]>;
  readonly byFile: ReadonlyMap<string, Card>;
}

/** Resolves the related entries and the links of all articles, and turns them round: who names whom. */
export function linkRelated(articles: readonly Card[]): Linked {
  const index = indexOf(articles);
  const namedBy = new Map<string, string[]>();
  const published = new Map<string, string>();
  const name = (target: Card, by: Card) => {
    const names = namedBy.get(target.id);
    if (names === undefined) namedBy.set(target.id, [by.id]);
    else if (names.at(-1) !== by.id) names.push(by.id);
  };
  const diagnostics: Diagnostic[] = [];
  const linked = articles.map((card) => {
    for (const url of card.links) {
      const [target] = others(index.byUrl.get(urlKey(url) ?? ""), card);
      if (target === undefined) continue;
      published.set(url, target.id);
      name(target, card);
    }
    if (card.related.length === 0) return linkedCard(card, card.related);
    const related = card.related.map((entry): Related => {
      const target = resolve(entry, card, index, diagnostics);
      if (target !== null) name(target, card);
      return { ...entry, article: target?.id ?? null };
    });
    return linkedCard(card, related);
  });
  return { articles: linked, namedBy, published, diagnostics };
}

function indexOf(articles: readonly Card[]): Index {
  return {
    byHeadline: groupedBy(articles, ({ headline }) => (headline === null ? null : foldForCompare(headline))),
    byUrl: groupedBy(articles, ({ sourceUrl }) => (sourceUrl === null ? null : urlKey(sourceUrl))),
    byFile: new Map(articles.map((card) => [card.file, card])),
  };
}

/** By address first, since it says which article; then by headline, among articles of the same language where several have it. */
function resolve(entry: Related, from: Card, index: Index, diagnostics: Diagnostic[]): Card | null {
  const report = (code: Diagnostic["code"], message: string) =>
    diagnostics.push({ code, file: from.file, line: null, column: null, message, hint: codes[code].advice });
  const byUrl = entry.url === null ? [] : others(index.byUrl.get(urlKey(entry.url) ?? ""), from);
  if (byUrl[0] !== undefined) return byUrl[0];
  if (entry.headline === null) return null;
  const byFile = index.byFile.get(entry.headline.replace(/^\.?\//, ""));
  if (byFile !== undefined && byFile.id !== from.id) return byFile;
  const byHeadline = others(index.byHeadline.get(foldForCompare(entry.headline)), from);
  const [only, another] = byHeadline.length > 1 ? byHeadline.filter((card) => card.language === from.language) : byHeadline;
  if (only !== undefined && another === undefined) return only;
  if (byHeadline.length > 1) report("related-ambiguous", `${byHeadline.length} articles have the headline “${entry.headline}”; none was linked.`);
  else if (entry.url === null) report("related-missing", `The related article “${entry.headline}” is not in the archive.`);
  return null;
}

function others(cards: readonly Card[] | undefined, from: Card): readonly Card[] {
  return cards?.filter((card) => card.id !== from.id) ?? [];
}
