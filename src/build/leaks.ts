/** What is withheld, looked for in every byte of a published archive. May import: model, text, io, parse, build. */
import type { BodyStore } from "../io/cache/body-store.ts";
import { allFiles, piecesOf } from "../io/published-files.ts";
import { type Kind, listSeeds } from "../io/seeds-folder.ts";
import type { Redaction } from "../model/redaction.ts";
import type { House } from "../model/seed.ts";
import { needleOf } from "../text/withhold/find.ts";
import { namesFile, namesId } from "../text/withhold/names.ts";
import { soughtOf } from "../text/withhold/withhold.ts";
import type { Place } from "./addresses.ts";
import { kindOf } from "./kinds.ts";
import { type LeakNeedle, linesWith, piecesOfText, type Search, searchFor } from "./leak-search.ts";
import type { Prepared } from "./prepare.ts";
import { readPaired } from "./read-batch.ts";
import { pairSidecars } from "./sidecars.ts";

export interface Leaks {
  readonly files: number;
  /** Things that were looked for. */
  readonly needles: number;
  /** Where something was found; line 0 is the file's name. The words themselves are not said. */
  readonly found: readonly { readonly path: string; readonly line: number }[];
  /** Files that are packed in a way that is not looked into. */
  readonly closed: readonly string[];
  /** Published articles that say words of a withdrawn one themselves: these were not looked for. */
  readonly alsoSaidBy: readonly string[];
}

/** Paragraphs of a withdrawn article that are looked for have so many characters. */
const shortestParagraph = 40;
const packed = /\.(?:zip|7z|xz|zst|bz2|rar|tgz|tbz2|docx?|epub|pdf|woff2)$/i;

/** @param prepared the archive as it would be built now */
export function findLeaks(
  seeds: string,
  out: string,
  house: House,
  prepared: Prepared,
  store: BodyStore,
  progress: (done: number, all: number) => void,
): Leaks {
  const redactions = house.redactions ?? [];
  const own = withdrawnNeedles(seeds, house, prepared.places);
  const { kept, saidBy } = withoutShared(own, prepared, store);
  const needles = [...wordNeedles(redactions, prepared.places), ...kept];
  const longest = needles.reduce((most, { letters }) => Math.max(most, letters.length), 0);
  const overlap = Math.max(64 * 1024, longest * 16);
  const search = searchFor(needles);
  const files = allFiles(out);
  const found: { path: string; line: number }[] = [];
  for (const [index, path] of files.entries()) {
    if (search(path).some(({ needle }) => needle.onlyIn === null)) found.push({ path, line: 0 });
    for (const line of [...linesIn(out, path, search, overlap)].sort((a, b) => a - b)) found.push({ path, line });
    progress(index + 1, files.length);
  }
  return { files: files.length, needles: needles.length, found, closed: files.filter((path) => packed.test(path)), alsoSaidBy: saidBy };
}

function linesIn(out: string, path: string, search: Search, overlap: number): Set<number> {
  const lines = new Set<number>();
  const isRecords = /\.(?:jsonl|ndjson)(?:\.gz|\.br)?$/i.test(path);
  let before = 0;
  for (const { bytes, overlap: shared } of piecesOf(out, path, Math.max(1024 * 1024, overlap * 4), overlap)) {
    const first = before - newlines(bytes.subarray(0, shared));
    const isMeant = ({ onlyIn }: LeakNeedle, line: string) =>
      (onlyIn ?? []).some((id) => (isRecords ? line.includes(`"id":${JSON.stringify(id)}`) : path.includes(id)));
    for (const line of linesWith(bytes, search, isMeant)) lines.add(first + line);
    before += newlines(bytes.subarray(shared));
  }
  return lines;
}

function newlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

/** The words of `replace` and `remove`. An entry for one article that names none counts for all. */
function wordNeedles(redactions: readonly Redaction[], places: readonly Place[]): LeakNeedle[] {
  return soughtOf(redactions).map(({ letters, starts, redaction: { within } }) => {
    const ids = within === null ? [] : places.filter(({ id, path }) => namesFile(within, path) || namesId(within, id)).map(({ id }) => id);
    return { letters, starts, onlyIn: ids.length === 0 ? null : ids };
  });
}

/** Headline, byline and paragraphs of the withdrawn articles, as they stand in their files: in memory only. */
function withdrawnNeedles(seeds: string, house: House, places: readonly Place[]): LeakNeedle[] {
  if (places.every(({ withdrawnBy }) => withdrawnBy === null)) return [];
  const { files } = listSeeds(seeds, kindOf);
  const pathsOf = (kind: Kind) => files.flatMap((file) => (file.kind === kind ? [file.path] : []));
  const pairs = pairSidecars(pathsOf("seed"), pathsOf("sidecar"));
  const openly = { ...house, redactions: [] };
  const texts = [...new Set(places.map(({ path }) => path))].flatMap((path) => {
    const own = places.filter((place) => place.path === path);
    if (own.every(({ withdrawnBy }) => withdrawnBy === null)) return [];
    const { articles } = readPaired(seeds, path, openly, pairs).reading;
    return articles.flatMap(({ article: { headline, byline, paragraphs } }, index) =>
      own[index]?.withdrawnBy === null
        ? []
        : [headline ?? "", byline ?? "", ...paragraphs.filter(({ length }) => length >= shortestParagraph).flatMap(piecesOfText)],
    );
  });
  return [...new Set(texts)].flatMap((text) => {
    const needle = needleOf(text);
    return needle === null ? [] : [{ ...needle, onlyIn: null }];
  });
}

/** Words of a withdrawn article that a published one has as its own (the byline of the same author, a related headline) are no leak. */
function withoutShared(needles: readonly LeakNeedle[], { archive }: Prepared, store: BodyStore): { kept: LeakNeedle[]; saidBy: string[] } {
  const shared = new Set<LeakNeedle>();
  const saidBy = new Set<string>();
  if (needles.length === 0) return { kept: [], saidBy: [] };
  const search = searchFor(needles);
  for (const { body, ...card } of archive.articles) {
    const { paragraphs, source } = store.read(body);
    for (const { needle } of search(`${JSON.stringify(card)}\n${paragraphs.join("\n")}\n${source.join("")}`)) {
      shared.add(needle);
      saidBy.add(card.file);
    }
  }
  return { kept: needles.filter((needle) => !shared.has(needle)), saidBy: [...saidBy] };
}
