/** Preparing after an edit, where it is an article's own affair: in the time of that article, and not of all. May import: model, io, archive, build. */
import { isDeepStrictEqual } from "node:util";
import { replaceArticle } from "../archive/replace.ts";
import { isSameLook } from "../io/look.ts";
import type { Survey } from "../io/survey.ts";
import type { Archive, Card } from "../model/archive.ts";
import type { SeedEntry } from "../model/catalogue.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Register } from "../model/register.ts";
import type { House } from "../model/seed.ts";
import type { Prepared } from "./prepare.ts";
import type { ReadingDesk } from "./read-entries.ts";
import { type ReadSeeds, readEntriesAgain } from "./read-seeds.ts";

/** What was prepared, and of what. */
export interface PreparedFrom {
  readonly prepared: Pick<Prepared, "archive" | "account" | "diagnostics">;
  /** The folder, and what was known of its seeds. */
  readonly read: Pick<ReadSeeds, "survey" | "entries">;
}

/**
 * What `prepare` would make now, under the same settings and with the same register as before.
 *
 * @param survey of the folder as it is now
 * @returns null where more has changed than single articles by themselves: then everything has to be prepared
 */
export function prepareAgain(before: PreparedFrom, house: House, register: Register, desk: ReadingDesk, survey: Survey): PreparedFrom | null {
  if ((house.redactions ?? []).length > 0 || !isSameFolder(before.read.survey, survey)) return null;
  const entries = readEntriesAgain(house, desk, survey);
  let { archive, diagnostics } = before.prepared;
  for (const [index, after] of entries.entries()) {
    const old = before.read.entries[index];
    if (old === after) continue;
    const replaced = old === undefined ? null : withEntry(archive, old, after, register);
    const said = old === undefined ? null : withDiagnostics(diagnostics, old.diagnostics, after.diagnostics);
    if (replaced === null || said === null) return null;
    archive = replaced;
    diagnostics = said;
  }
  return { prepared: { account: before.prepared.account, archive, diagnostics }, read: { survey, entries } };
}

/** Whether there are the same files, and those that are no texts of articles look the same. */
function isSameFolder(before: Survey, now: Survey): boolean {
  const [old, found] = [before.found, now.found];
  if (old.files.length !== found.files.length || !isDeepStrictEqual([old.hidden, old.refused], [found.hidden, found.refused])) return false;
  return found.files.every(({ path, kind }, index) => {
    const file = old.files[index];
    return file?.path === path && file.kind === kind && (kind !== "picture" || isSameLook(before.lookOf(path), now.lookOf(path)));
  });
}

function withEntry(archive: Archive, before: SeedEntry, after: SeedEntry, register: Register): Archive | null {
  if (before.outcome !== "published" || after.outcome !== "published" || before.cards.length !== after.cards.length) return null;
  // The register knows these articles by what stays as it is; else their bytes might tell which they are.
  const areKnown = register.length === 0 || (isEachOnce(before.cards) && before.cards.every((card) => isIn(register, card)));
  const isRestSame =
    before.file === after.file && isDeepStrictEqual([before.idsBefore, before.used, before.inForce], [after.idsBefore, after.used, after.inForce]);
  if (!areKnown || !isRestSame) return null;
  let replaced: Archive | null = archive;
  for (const [place, card] of after.cards.entries()) {
    if (replaced !== null) replaced = replaceArticle(replaced, before.cards[place] as Card, card);
  }
  return replaced;
}

function isEachOnce(cards: readonly Card[]): boolean {
  return new Set(cards.map(({ id }) => id)).size === cards.length;
}

function isIn(register: Register, card: Card): boolean {
  return register.some(({ file, wish }) => file === card.file && wish === card.id);
}

/** What is said now in the place of what was said of a file; null where that place is not known. */
function withDiagnostics(all: readonly Diagnostic[], before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] | null {
  const [first] = before;
  if (first === undefined) return after.length === 0 ? all : null;
  const at = all.indexOf(first);
  return at === -1 || before.some((each, index) => all[at + index] !== each) ? null : [...all.slice(0, at), ...after, ...all.slice(at + before.length)];
}
