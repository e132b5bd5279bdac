/** An article that was edited, in an archive that is linked already: where an edit is of no concern to any other article, linking all of them again is too much. May import: model, archive. */
import type { Archive, Card, Group, GroupKind, LinkedCard, Period } from "../model/archive.ts";
import { linkedCard, linkedKey } from "./linked-card.ts";

/**
 * What of a card no other article, no list and no address depends on. Linking looks at nothing of these but the bytes' digest, to find files that are the same, and an undated card's diagnostics, which
 * may say that its siblings can tell its date.
 */
const own = ["sha256", "kicker", "deck", "lede", "wordCount", "corrections", "notes", "diagnostics", "body", "key"] as const satisfies readonly (keyof Card)[];

/**
 * The same archive as if all articles were linked again, made in the time of one.
 *
 * @param before the card, as it was before it was linked
 * @param after as it is now
 * @returns null where the edit may be of concern to others, so that all have to be linked again
 */
export function replaceArticle(archive: Archive, before: Card, after: Card): Archive | null {
  const old = linkedFrom(before, archive);
  if (old === null || textOf(before) !== textOf(after) || isFileOfOthers(archive, before, after)) return null;
  const card = linkedCard({ ...after, id: old.id }, old.related);
  const inList = listWith(old, card);
  const { author, publication, section, topic, place, language } = archive.groups;
  const inGroups = (groups: readonly Group[]) => groups.map((group) => groupWith(group, inList));
  return {
    ...archive,
    articles: inList(archive.articles),
    byId: new Map(archive.byId).set(card.id, card),
    groups: {
      author: inGroups(author),
      publication: inGroups(publication),
      section: inGroups(section),
      topic: inGroups(topic),
      place: inGroups(place),
      language: inGroups(language),
    } satisfies Record<GroupKind, unknown>,
    years: archive.years.map((year) => periodWith(year, inList)),
    undated: inList(archive.undated),
    threads: archive.threads.map((thread) => ({ ...thread, articles: inList(thread.articles) })),
    wanted: archive.wanted.map((wanted) => ({ ...wanted, namedBy: inList(wanted.namedBy) })),
    register: archive.register.map((entry) =>
      entry.id === card.id && !entry.isGone ? { ...entry, digest: card.sha256.slice(0, entry.digest.length) } : entry,
    ),
  };
}

/** The card in its place; null where something between reading and linking has changed it. */
function linkedFrom(card: Card, { articles }: Archive): LinkedCard | null {
  const at = (linked: LinkedCard) => linked.file === card.file && linked.key === linkedKey({ ...card, id: linked.id }, linked.related);
  return articles.find(at) ?? null;
}

/** All of the card that is not its own affair. */
function textOf(card: Card): string {
  const rest: Record<string, unknown> = { ...card };
  for (const name of own) if (name !== "diagnostics" || card.date !== null) delete rest[name];
  return JSON.stringify(rest);
}

function isFileOfOthers({ articles }: Archive, before: Card, after: Card): boolean {
  return articles.some(({ file, sha256 }) => (sha256 === before.sha256 || sha256 === after.sha256) && file !== before.file);
}

type InList = (list: readonly LinkedCard[]) => readonly LinkedCard[];

/** Most lists do not have it, and stay as they are. */
function listWith(old: LinkedCard, card: LinkedCard): InList {
  return (list) => {
    const place = list.indexOf(old);
    return place === -1 ? list : list.with(place, card);
  };
}

function groupWith(group: Group, inList: InList): Group {
  return {
    ...group,
    articles: inList(group.articles),
    credited: group.credited.map((each) => ({ ...each, articles: inList(each.articles) })),
    merged: group.merged.map((each) => ({ ...each, articles: inList(each.articles) })),
  };
}

function periodWith(period: Period, inList: InList): Period {
  const articles = inList(period.articles);
  return articles === period.articles ? period : { ...period, articles, parts: period.parts.map((part) => periodWith(part, inList)) };
}
