/** The first half of the story: seeds → archive. What `build` and `check` have in common. May import: model, io, archive, build. */

import { linkArchive } from "../archive/link.ts";
import { assignIds } from "../archive/permalinks.ts";
import { settleSiblings } from "../archive/settle-siblings.ts";
import type { BodyStore } from "../io/body-store.ts";
import type { Archive, BodyPlace, Card } from "../model/archive.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import type { House, Outcome } from "../model/seed.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { soughtOf, withholdIn } from "../text/withhold/withhold.ts";
import { configFile } from "./config.ts";
import { type ReadSeeds, readSeeds } from "./read-seeds.ts";
import { type Origin, sayUnused, sayWithdrawn, withdrawnBy } from "./withdrawals.ts";

export interface Prepared {
  readonly archive: Archive;
  /** What each article was before anything was withheld, and its address: that of a tombstone, where it is withdrawn. */
  readonly places: readonly Place[];
  readonly account: Account;
  readonly diagnostics: readonly Diagnostic[];
}

/** How many files there were, and what became of them. */
export interface Account {
  readonly read: number;
  readonly published: number;
  readonly refused: number;
  readonly ignored: number;
}

export interface Place extends Origin {
  /** Its address, without extension. */
  readonly id: string;
  readonly file: string;
  readonly withdrawnBy: Redaction | null;
}

export function prepare(seeds: string, house: House, store: BodyStore, progress: (done: number, all: number) => void): Prepared {
  const { read, widened } = readWidely(seeds, house, store, progress);
  const { pictures } = read;
  const redactions = house.redactions ?? [];
  const siblings = settleSiblings(read.cards, read.diagnostics);
  const { diagnostics } = siblings;
  const settled = new Set(siblings.settled);
  const cards = siblings.cards.map((card, index) => (settled.has(index) ? { ...card, body: withSiblings(card, store) } : card));
  let withdrawn: ReadonlyMap<number, Redaction> = new Map();
  let places: readonly Place[] = [];
  const archive = linkArchive(cards, pictures, (ids) => {
    withdrawn = withdrawnBy(redactions, cards, read.origins, ids, idsBefore(cards, read.origins, settled));
    places = cards.map(({ file }, index) => ({
      path: read.origins[index]?.path ?? file,
      file,
      id: ids[index] ?? "",
      withdrawnBy: withdrawn.get(index) ?? null,
    }));
    return new Map([...withdrawn].map(([index, { reason }]) => [index, reason]));
  });
  const gone = places.filter((place) => place.withdrawnBy !== null);
  const left = new Set(archive.articles.map(({ file }) => file));
  const outcomes = new Map(
    [...read.outcomes].map(([file, outcome]) => [
      file,
      outcome === "published" && !left.has(file) && gone.some((place) => place.file === file) ? "ignored" : outcome,
    ]),
  );
  const used = new Set([...read.used, ...withdrawn.values()]);
  const said = [
    ...unknownFolders(house, [...read.outcomes.keys()]),
    ...diagnostics.filter(({ file }) => outcomes.get(file) !== "ignored" || read.outcomes.get(file) !== "published"),
    ...gone.map(({ file, id }) => sayWithdrawn(file, id)),
    ...archive.diagnostics,
    ...sayUnused(redactions, used, widened),
  ];
  const sought = soughtOf(redactions);
  const clean = sought.length === 0 ? said : said.map((each) => ({ ...each, message: withholdIn(each.message, sought), hint: withholdIn(each.hint, sought) }));
  return { archive, places, account: accountOf(outcomes, archive, clean), diagnostics: clean };
}

/** Reads the seeds; once more where an entry's `in` names none of them: better too little is published than what was to be withheld. */
function readWidely(
  seeds: string,
  house: House,
  store: BodyStore,
  progress: (done: number, all: number) => void,
): { read: ReadSeeds; widened: ReadonlySet<Redaction> } {
  const read = readSeeds(seeds, house, store, progress);
  const lost = (house.redactions ?? []).filter((each) => each.kind !== "withdraw" && each.within !== null && !read.named.has(each));
  if (lost.length === 0) return { read, widened: new Set() };
  const redactions = (house.redactions ?? []).map((each) => (lost.includes(each) ? { ...each, within: null } : each));
  return { read: readSeeds(seeds, { ...house, redactions }, store, progress), widened: new Set(lost) };
}

/** The ids that the articles would have if nothing were withheld. */
function idsBefore(cards: readonly Card[], origins: readonly Origin[], settled: ReadonlySet<number>): string[] {
  const dated = (id: string, index: number) => (settled.has(index) ? `${cards[index]?.id.replace(/[^/]*$/, "")}${id.replace(/^undated\//, "")}` : id);
  return assignIds(origins.map(({ path, id }, index) => ({ file: path, id: dated(id, index) })));
}

/** Settings for folders that are not there help nobody. */
function unknownFolders(house: House, paths: readonly string[]): Diagnostic[] {
  const folders = new Set(
    paths.flatMap((path) =>
      path
        .split("/")
        .slice(0, -1)
        .map((_, index, parts) => parts.slice(0, index + 1).join("/")),
    ),
  );
  return Object.keys(house.folders).flatMap((folder) => {
    if (folder === "" || folders.has(folder)) return [];
    const meant = didYouMean(folder.replace(/^seeds\//, ""), [...folders]);
    const hint = meant === null ? codes["folder-unknown"].advice : `Did you mean \`${meant}\`?`;
    return [
      { code: "folder-unknown", file: configFile, message: `The settings name a folder \`${folder}\`, and there is none.`, hint, line: null, column: null },
    ];
  });
}

/** Puts the body away again, with the siblings in its provenance. */
function withSiblings({ body }: Card, store: BodyStore): BodyPlace {
  const stored = store.read(body);
  const lines = stored.provenance["dateAsPrinted"]?.lines ?? [0, 0];
  return store.add({ ...stored, provenance: { ...stored.provenance, date: { lines, rule: "siblings", confidence: "inferred" } } });
}

/**
 * Counts the outcomes, and checks the sums: every file has an outcome, every published file an article, every refused one a reason.
 *
 * @throws where they do not come out: a fault of the program that must not pass unseen
 */
function accountOf(outcomes: ReadonlyMap<string, Outcome>, archive: Archive, diagnostics: readonly Diagnostic[]): Account {
  const count = (outcome: Outcome) => [...outcomes.values()].filter((each) => each === outcome).length;
  const account = { read: outcomes.size, published: count("published"), refused: count("refused"), ignored: count("ignored") };
  const withArticle = new Set(archive.articles.map((card) => card.file));
  const withReason = new Set(diagnostics.map((diagnostic) => diagnostic.file));
  const lost = [...outcomes].find(([path, outcome]) => (outcome === "published" && !withArticle.has(path)) || (outcome === "refused" && !withReason.has(path)));
  if (lost !== undefined || account.published !== withArticle.size || account.read !== account.published + account.refused + account.ignored) {
    throw new Error(`The sums do not come out${lost === undefined ? "" : ` (${lost[0]})`}. This is a fault of the program; please report it.`);
  }
  return account;
}
