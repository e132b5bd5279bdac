/** An address for every article that was read, and which of them are withdrawn. May import: model, text, archive, build/withdrawals. */
import { assignAddresses } from "../archive/permalinks.ts";
import type { Card } from "../model/archive.ts";
import type { Redaction, Tombstone } from "../model/redaction.ts";
import type { Register } from "../model/register.ts";
import { holds } from "../text/withhold/find.ts";
import type { Sought } from "../text/withhold/withhold.ts";
import { type Origin, withdrawnBy } from "./withdrawals.ts";

/** An article's place in the archive, whether it is published or not. */
export interface Place extends Origin {
  /** Its address, without extension: that of a tombstone, where it is withdrawn. */
  readonly id: string;
  readonly file: string;
  readonly withdrawnBy: Redaction | null;
}

export interface Addressed {
  /** Those that are published, with their addresses. */
  readonly cards: readonly Card[];
  /** Of all that were read. */
  readonly places: readonly Place[];
  /** As it is to be kept. */
  readonly register: Register;
  readonly tombstones: readonly Tombstone[];
  /** Addresses that hold withheld words. */
  readonly givenUp: ReadonlySet<string>;
}

/**
 * Gives the articles their addresses. An address that holds words which are withheld now is given up: no notice stands there, since the address
 * itself would say them.
 *
 * @param cards all that were read, with the addresses that they wish for
 * @param origins what each was before anything was withheld
 * @param before the register of the builds before
 * @param present whether a seed of that path is still in the folder, published or not
 * @param settled whether the date of an article was settled by its siblings, so that its origin's was not known
 */
export function addressArticles(
  cards: readonly Card[],
  origins: readonly Origin[],
  before: Register,
  present: (path: string) => boolean,
  settled: (index: number) => boolean,
  redactions: readonly Redaction[],
  sought: readonly Sought[],
): Addressed {
  const wishes = (idOf: (card: Card, index: number) => string) =>
    cards.map((card, index) => ({ file: origins[index]?.path ?? card.file, id: idOf(card, index), sourceUrl: card.sourceUrl, sha256: card.sha256 }));
  const givenUp = before.filter(({ id }) => sought.length > 0 && holds(id, sought));
  const told = new Set(givenUp);
  const good = before.filter((entry) => !told.has(entry));
  const { ids, register } = assignAddresses(
    wishes(({ id }) => id),
    good,
    present,
  );
  const withdrawn = withdrawnBy(redactions, cards, origins, ids, redactions.length === 0 ? ids : idsWithout(wishes, origins, before, present, settled));
  const places = cards.map(({ file }, index) => ({
    path: origins[index]?.path ?? file,
    file,
    id: ids[index] ?? "",
    withdrawnBy: withdrawn.get(index) ?? null,
  }));
  return {
    cards: cards.map((card, index) => withId(card, ids[index] ?? card.id)).filter((_, index) => !withdrawn.has(index)),
    places,
    register: [...register, ...givenUp.map((entry) => ({ ...entry, isGone: true }))].sort((a, b) => compare(a.id, b.id)),
    tombstones: [
      ...places.flatMap(({ id, withdrawnBy: by }) => (by === null ? [] : [{ id, reason: by.reason, kind: "withdrawn" as const }])),
      ...register.filter(({ isGone }) => isGone).map(({ id }) => ({ id, reason: null, kind: "gone" as const })),
    ].sort((a, b) => compare(a.id, b.id)),
    givenUp: new Set(givenUp.map(({ id }) => id)),
  };
}

/** A card is heavy to copy, and most have the address that they wish for. */
function withId(card: Card, id: string): Card {
  return card.id === id ? card : { ...card, id };
}

/** The addresses that the articles would have if nothing were withheld: an entry may name an article by that. */
function idsWithout(
  wishes: (idOf: (card: Card, index: number) => string) => Parameters<typeof assignAddresses>[0],
  origins: readonly Origin[],
  before: Register,
  present: (path: string) => boolean,
  settled: (index: number) => boolean,
): readonly string[] {
  const idOf = (card: Card, index: number) => {
    const id = origins[index]?.id ?? card.id;
    return settled(index) ? `${card.id.replace(/[^/]*$/, "")}${id.replace(/^undated\//, "")}` : id;
  };
  return assignAddresses(wishes(idOf), before, present).ids;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
