/** The first half of the story: seeds → archive. What `build` and `check` have in common. May import: model, io, archive, build. */

import { linkArchive } from "../archive/link.ts";
import { settleSiblings } from "../archive/settle-siblings.ts";
import type { BodyStore } from "../io/cache/body-store.ts";
import { noCatalogue } from "../io/cache/cache.ts";
import type { Survey } from "../io/survey.ts";
import type { Archive, BodyPlace, Card } from "../model/archive.ts";
import { codes } from "../model/codes.ts";
import { type Config, configFile } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import type { Register } from "../model/register.ts";
import type { Fate, House, Outcome } from "../model/seed.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { groupedBy } from "../text/grouped.ts";
import { soughtOf, withholdIn } from "../text/withhold/withhold.ts";
import { addressArticles, type Place } from "./addresses.ts";
import type { ReadingDesk } from "./read-entries.ts";
import { type ReadSeeds, readSeeds } from "./read-seeds.ts";
import { sayUnused, sayWithdrawn } from "./withdrawals.ts";

export interface Prepared {
  readonly archive: Archive;
  /** What each article was before anything was withheld, and its address: that of a tombstone, where it is withdrawn. */
  readonly places: readonly Place[];
  /** Addresses that hold words which are withheld: they are no one's now. */
  readonly givenUp: ReadonlySet<string>;
  /** Paths of the seeds, as they are on the disk. */
  readonly seeds: ReadonlySet<string>;
  readonly account: Account;
  /** Every file of the seeds folder, in the order of their paths. */
  readonly ledger: () => readonly LedgerEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** How many files there were, and what became of them. */
export interface Account {
  readonly read: number;
  readonly published: number;
  readonly refused: number;
  readonly ignored: number;
}

/** What became of a file, and which articles it gave, by their ids. */
export interface LedgerEntry extends Fate {
  readonly articles: readonly string[];
}

/** @param register of the builds before: an article keeps the address that it has there */
export function prepare(
  seeds: string,
  config: Pick<Config, "house" | "authorities">,
  register: Register,
  desk: ReadingDesk,
  progress: (done: number, all: number) => void,
  survey?: Survey,
): Prepared {
  return prepareRead(readWidely(seeds, config.house, desk, progress, survey), config, register, desk);
}

/** Seeds as they were read under all entries of `redactions.yml`, and those entries that count for more files than they say. */
export interface WidelyRead {
  readonly read: ReadSeeds;
  readonly widened: ReadonlySet<Redaction>;
}

/** The second step of `prepare`, for who keeps what came of the first one. */
export function prepareRead(
  { read, widened }: WidelyRead,
  { house, authorities }: Pick<Config, "house" | "authorities">,
  register: Register,
  desk: ReadingDesk,
): Prepared {
  const redactions = house.redactions ?? [];
  const sought = soughtOf(redactions);
  const siblings = settleSiblings(read.cards, read.diagnostics);
  const { diagnostics } = siblings;
  const settled = new Set(siblings.settled);
  const cards = siblings.cards.map((card, index) => (settled.has(index) ? { ...card, body: withSiblings(card, desk.bodies) } : card));
  const addressed = addressArticles(
    cards,
    read.origins,
    register,
    (path) => read.paths.has(path),
    (index) => settled.has(index),
    redactions,
    sought,
  );
  const archive = linkArchive(addressed.cards, { ...addressed, pictures: read.pictures, ...(authorities === undefined ? {} : { authorities }) });
  const gone = addressed.places.filter((place) => place.withdrawnBy !== null);
  const fates = withWithdrawn(read.fates, archive, gone);
  const withdrawn = new Set(fates.flatMap(({ file, reason }) => (reason === "article-withdrawn" ? [file] : [])));
  const used = new Set([...read.used, ...gone.flatMap(({ withdrawnBy }) => withdrawnBy ?? [])]);
  const said = [
    ...unknownFolders(house, [...read.paths]),
    ...diagnostics.filter(({ file }) => !withdrawn.has(file)),
    ...gone.map(({ file, id }) => sayWithdrawn(file, id)),
    ...archive.diagnostics,
    ...sayUnused(redactions, used, widened),
  ];
  const clean = sought.length === 0 ? said : said.map((each) => ({ ...each, message: withholdIn(each.message, sought), hint: withholdIn(each.hint, sought) }));
  const { places, givenUp } = addressed;
  return { archive, places, givenUp, seeds: read.seeds, account: accountOf(fates, archive, clean), ledger: () => ledgerOf(fates, archive), diagnostics: clean };
}

/** A file all of whose articles are withdrawn is ignored, by rule. */
function withWithdrawn(fates: readonly Fate[], archive: Archive, gone: readonly Place[]): readonly Fate[] {
  const left = new Set(archive.articles.map(({ file }) => file));
  const without = new Set(gone.map(({ file }) => file).filter((file) => !left.has(file)));
  return without.size === 0 ? fates : fates.map((fate) => (without.has(fate.file) ? { ...fate, outcome: "ignored", reason: "article-withdrawn" } : fate));
}

/** Reads the seeds; once more where an entry's `in` names none of them: better too little is published than what was to be withheld. */
export function readWidely(
  seeds: string,
  house: House,
  desk: ReadingDesk,
  progress: (done: number, all: number) => void,
  survey: Survey | undefined,
): WidelyRead {
  const read = readSeeds(seeds, house, desk, progress, survey);
  const lost = (house.redactions ?? []).filter((each) => each.kind !== "withdraw" && each.within !== null && !read.named.has(each));
  if (lost.length === 0) return { read, widened: new Set() };
  const redactions = (house.redactions ?? []).map((each) => (lost.includes(each) ? { ...each, within: null } : each));
  // What is kept holds for the house as it is, and not for this one.
  return { read: readSeeds(seeds, { ...house, redactions }, { ...desk, catalogue: noCatalogue }, progress), widened: new Set(lost) };
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
function accountOf(fates: readonly Fate[], archive: Archive, diagnostics: readonly Diagnostic[]): Account {
  const count = (outcome: Outcome) => fates.filter((fate) => fate.outcome === outcome).length;
  const account = { read: fates.length, published: count("published"), refused: count("refused"), ignored: count("ignored") };
  const withArticle = new Set(archive.articles.map((card) => card.file));
  const withReason = new Set(diagnostics.map((diagnostic) => diagnostic.file));
  const isLost = ({ file, outcome, reason }: Fate) =>
    outcome === "published" ? !withArticle.has(file) : reason === null || (outcome === "refused" && !withReason.has(file));
  const lost = fates.find(isLost);
  if (lost !== undefined || account.published !== withArticle.size || account.read !== account.published + account.refused + account.ignored) {
    throw new Error(`The sums do not come out${lost === undefined ? "" : ` (${lost.file})`}. This is a fault of the program; please report it.`);
  }
  return account;
}

function ledgerOf(fates: readonly Fate[], archive: Archive): LedgerEntry[] {
  const byFile = groupedBy(archive.articles, ({ file }) => file);
  return fates
    .map((fate) => ({ ...fate, articles: (byFile.get(fate.file) ?? []).map(({ id }) => id) }))
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
