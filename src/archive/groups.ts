/** Articles by author, publication, section, topic, place and language. May import: model, text. */
import type { Card, Group, GroupKind, LinkedCard } from "../model/archive.ts";
import { sha256 } from "../text/digest.ts";
import { distinct } from "../text/distinct.ts";
import { foldForCompare } from "../text/fold.ts";
import { slug } from "../text/slug.ts";

const namesOf: Readonly<Record<GroupKind, (card: Card) => readonly string[]>> = {
  author: (card) => card.authors.map((author) => author.name),
  publication: (card) => (card.publication === null ? [] : [card.publication]),
  section: (card) => (card.section === null ? [] : [card.section]),
  topic: (card) => card.topics,
  place: ({ dateline }) => (dateline === null || dateline.place === null ? [] : [dateline.place]),
  language: (card) => [card.language],
};

/** Groups of a kind, by name. Names that differ only in case, dots or spaces are one group, under the form printed most often. */
export function groupBy(kind: GroupKind, articles: readonly LinkedCard[]): Group[] {
  const groups = new Map<string, { forms: Map<string, number>; articles: LinkedCard[]; isAgency: boolean }>();
  for (const card of articles) {
    for (const name of new Set(namesOf[kind](card))) {
      const key = foldForCompare(name) || name;
      const group = groups.get(key) ?? { forms: new Map<string, number>(), articles: [], isAgency: kind === "author" };
      groups.set(key, group);
      group.forms.set(name, (group.forms.get(name) ?? 0) + 1);
      if (group.isAgency && card.authors.some((author) => author.name === name && author.kind === "person")) group.isAgency = false;
      if (group.articles.at(-1) !== card) group.articles.push(card);
    }
  }
  // In the order of their keys, so that slugs that collide are told apart the same way on every run.
  const keyed = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const named = keyed.map(([key, group]) => {
    const name = [...group.forms].reduce((best, next) => (next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best))[0];
    return { kind, name, articles: group.articles, isAgency: group.isAgency, path: slug(name, `x-${sha256(key).slice(0, 8)}`), salt: key };
  });
  const slugs = distinct(named);
  return named.map(({ name, isAgency, articles: own }, index) => ({ kind, slug: slugs[index] ?? "", name, isAgency, articles: own }));
}
