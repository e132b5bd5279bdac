/** Articles → archive: order, addresses, links both ways, groups. The one place that sees all articles. May import: model, text, archive. */
import type { Archive, Card } from "../model/archive.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareDates } from "../text/civil-date.ts";
import { pictureOf } from "../text/picture-path.ts";
import { groupBy } from "./groups.ts";
import { periodsOf } from "./periods.ts";
import { assignIds } from "./permalinks.ts";
import { linkRelated } from "./related.ts";

/** Which articles are withdrawn, by their place in the list, with the reason that readers may know. */
export type Withdraw = (ids: readonly string[], cards: readonly Card[]) => ReadonlyMap<number, string | null>;

/**
 * @param cards all articles, in any order, with the ids they wish for
 * @param pictures paths of the picture files in the seeds folder
 * @param withdraw is told the ids that all articles have, so that an article that goes moves no other's address
 */
export function linkArchive(cards: readonly Card[], pictures: ReadonlySet<string>, withdraw: Withdraw = () => new Map()): Archive {
  const ids = assignIds(cards);
  const withdrawn = withdraw(ids, cards);
  const kept = cards.map((card, index) => ({ ...card, id: ids[index] ?? card.id })).filter((_, index) => !withdrawn.has(index));
  const sorted = kept.sort(inOrder);
  const { articles, namedBy, published, diagnostics } = linkRelated(sorted);
  return {
    articles,
    byId: new Map(articles.map((card) => [card.id, card])),
    published,
    namedBy,
    groups: {
      author: groupBy("author", articles),
      publication: groupBy("publication", articles),
      section: groupBy("section", articles),
      topic: groupBy("topic", articles),
    },
    years: periodsOf(articles),
    undated: articles.filter((card) => card.date === null),
    pictures,
    tombstones: [...withdrawn]
      .map(([index, reason]) => ({ id: ids[index] ?? "", reason, kind: "withdrawn" as const }))
      .sort((a, b) => compareDates(a.id, b.id)),
    diagnostics: [...diagnostics, ...duplicates(articles), ...missingPictures(articles, pictures)],
  };
}

/** By date, then id; undated last. */
function inOrder(a: Card, b: Card): number {
  if (a.date === null || b.date === null) return a.date === b.date ? compareDates(a.id, b.id) : a.date === null ? 1 : -1;
  return compareDates(a.date, b.date) || compareDates(a.id, b.id);
}

function duplicates(articles: readonly Card[]): Diagnostic[] {
  const first = new Map<string, Card>();
  return [...articles]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap((card) => {
      const known = first.get(card.sha256);
      if (known === undefined) first.set(card.sha256, card);
      return known === undefined || known.file === card.file
        ? []
        : [about(card, "duplicate-article", `The file is the same, byte for byte, as ${known.file}.`)];
    });
}

function missingPictures(articles: readonly Card[], pictures: ReadonlySet<string>): Diagnostic[] {
  return articles.flatMap((card) =>
    card.figures.flatMap(({ src }) => {
      if (src === null || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(src) || pictureOf(src, card.file, pictures) !== null) return [];
      return [about(card, "picture-missing", `The picture “${src}” is not in the seeds folder.`)];
    }),
  );
}

function about(card: Card, code: Diagnostic["code"], message: string): Diagnostic {
  return { code, file: card.file, line: null, column: null, message, hint: codes[code].advice };
}
