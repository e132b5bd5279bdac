/** The seeds folder → cards, bodies, and what became of every file. May import: model, io, parse, build. */
import type { BodyStore } from "../io/body-store.ts";
import { listSeeds, readSeedBytes, reasonOf } from "../io/seeds-folder.ts";
import type { Card } from "../model/archive.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import type { House, Outcome } from "../model/seed.ts";
import { largestSeed } from "../parse/open-seed.ts";
import { readSeed, type SeedReading, type SidecarFile } from "../parse/read-seed.ts";
import { readerOf } from "../parse/readers/table.ts";
import { largestSidecar } from "../parse/sidecar.ts";
import { soughtOf } from "../text/withhold/withhold.ts";
import { bodyOf, cardOf } from "./card.ts";
import { linesWith, type Search, searchFor } from "./leak-search.ts";
import { publishedName } from "./published-names.ts";
import { isSidecar, type Pairs, pairSidecars } from "./sidecars.ts";
import { lastLineOf, sourceLines } from "./source-lines.ts";
import type { Origin } from "./withdrawals.ts";

export interface ReadSeeds {
  readonly cards: readonly Card[];
  /** What each card was before anything was withheld. */
  readonly origins: readonly Origin[];
  /** Entries of `redactions.yml` that were found in some file, and those whose `in` names one. */
  readonly used: ReadonlySet<Redaction>;
  readonly named: ReadonlySet<Redaction>;
  /** What became of each file of the folder: one outcome for each, none without. By the paths that may be published. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly pictures: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Raster pictures only: a file with scripts in it (SVG, HTML) is never published as it is. */
const picture = /\.(?:jpe?g|png|gif|webp|avif)$/i;

/**
 * Reads every seed, one after the other.
 *
 * @param progress is told how many of how many are read
 * @throws the system's error where the seeds folder cannot be opened
 */
export function readSeeds(root: string, house: House, store: BodyStore, progress: (done: number, all: number) => void): ReadSeeds {
  const found = listSeeds(root, (path) => readerOf(path) !== null);
  const outcomes = new Map<string, Outcome>();
  const nameOf = publishedName(house.redactions ?? []);
  const unseen = ({ file, ...rest }: Diagnostic): Diagnostic => ({ ...rest, file: nameOf(file) });
  const diagnostics: Diagnostic[] = found.refused.map(unseen);
  const cards: Card[] = [];
  const origins: Origin[] = [];
  const used = new Set<Redaction>();
  const named = new Set<Redaction>();
  for (const { file } of found.refused) outcomes.set(nameOf(file), "refused");
  for (const path of found.others) outcomes.set(nameOf(path), "ignored");
  diagnostics.push(...found.others.filter((path) => !picture.test(path) && !isSidecar(path)).map((path) => passedOver(nameOf(path))));
  const pairs = pairSidecars(
    found.seeds.map(({ path }) => path),
    found.others,
  );
  for (const diagnostic of pairs.alone) diagnostics.push(unseen(diagnostic));
  for (const [index, { path }] of found.seeds.entries()) {
    const { reading: read, bytes } = readPaired(root, path, house, pairs);
    const file = nameOf(path, read.withholding?.file);
    const reading = renamed(read, path, file);
    outcomes.set(file, reading.outcome);
    for (const diagnostic of reading.diagnostics) diagnostics.push(diagnostic);
    const { inForce = [], idsBefore = [] } = reading.withholding ?? {};
    for (const redaction of reading.withholding?.used ?? []) used.add(redaction);
    for (const redaction of inForce) named.add(redaction);
    const source = reading.articles.length === 0 ? [] : sourceLines(path, bytes, { ...house, redactions: inForce }, lastLineOf(reading));
    for (const [place, { article, pieces, withheld }] of reading.articles.entries()) {
      cards.push(cardOf(article, pieces, store.add(bodyOf(article, pieces, source)), withheld));
      origins.push({ path, id: idsBefore[place] ?? article.id });
    }
    progress(index + 1, found.seeds.length);
  }
  const { pictures, withheld } = publishable(
    root,
    found.others.filter((path) => picture.test(path)),
    nameOf,
    house,
  );
  for (const diagnostic of withheld) diagnostics.push(diagnostic);
  return { cards, origins, used, named, outcomes, pictures, diagnostics };
}

/**
 * The pictures that may be published. One whose name may not be seen is most likely of whoever is named; one that holds words that are withheld (who
 * took it, where) would give them away.
 */
function publishable(root: string, paths: readonly string[], nameOf: (path: string) => string, { redactions = [] }: House) {
  const search = searchFor(soughtOf(redactions.filter(({ within }) => within === null)).map((sought) => ({ ...sought, onlyIn: null })));
  const withheld: Diagnostic[] = [];
  const pictures = paths.filter((path) => {
    if (redactions.length === 0) return true;
    const isNamed = nameOf(path) !== path;
    if (!isNamed && !holdsWords(root, path, search)) return true;
    const where = isNamed ? "in its name" : "in what is stored with it";
    const message = `The picture has words ${where} that \`redactions.yml\` withholds, or cannot be read: it is not published.`;
    withheld.push({ code: "picture-withheld", file: nameOf(path), message, hint: codes["picture-withheld"].advice, line: null, column: null });
    return false;
  });
  return { pictures: new Set(pictures), withheld };
}

function holdsWords(root: string, path: string, search: Search): boolean {
  try {
    return linesWith(readSeedBytes(root, path, Number.MAX_SAFE_INTEGER), search, () => false).size > 0;
  } catch {
    return true;
  }
}

/** A reading under the name that its file may be spoken of by: where nothing was read of it, or two files came to have the same. */
function renamed(reading: SeedReading, path: string, file: string): SeedReading {
  const old = reading.withholding?.file ?? path;
  if (old === file) return reading;
  const diagnostics = reading.diagnostics.map((each) => (each.file === old ? { ...each, file } : each));
  if (reading.outcome !== "published") return { ...reading, diagnostics };
  return { ...reading, diagnostics, articles: reading.articles.map((read) => ({ ...read, article: { ...read.article, file } })) };
}

/** A file of another kind: a document that may well be an article is worth a warning. */
function passedOver(file: string): Diagnostic {
  const isDocument = /\.(?:docx?|odt|rtf|pdf|pages|html?|mht(?:ml)?|eml|msg|epub|xml|wpd|tex)$/i.test(file);
  const code = isDocument ? "document-ignored" : "file-ignored";
  return {
    code,
    file,
    message: isDocument ? "Documents of this kind are not read: the article is not in the archive." : "The file is no article.",
    hint: codes[code].advice,
    line: null,
    column: null,
  };
}

/** What was read of a seed, and the bytes that it was read from; none where the file cannot be read. */
export interface ReadFile {
  readonly reading: SeedReading;
  readonly bytes: Uint8Array;
}

const noBytes = new Uint8Array();

/** One seed with its sidecar, whatever happens: what the disk or the program throws becomes a refusal with its reason. */
export function readPaired(root: string, path: string, house: House, { bySeed, refused }: Pairs): ReadFile {
  const sidecar = bySeed.get(path) ?? null;
  const reasons = sidecar === null ? [] : refused.filter(({ file }) => file === path);
  // Nobody can say whose sidecar it is.
  if (reasons.length > 0) return { reading: { outcome: "refused", articles: [], diagnostics: reasons }, bytes: noBytes };
  let bytes: Uint8Array;
  let corrections: SidecarFile | null = null;
  try {
    bytes = readSeedBytes(root, path, largestSeed);
    if (sidecar !== null) corrections = { path: sidecar, bytes: readSeedBytes(root, sidecar, largestSidecar) };
  } catch (error) {
    return {
      reading: refusal(path, "seed-unreadable", `The file${sidecar === null ? "" : " or its sidecar"} cannot be read (${reasonOf(error)}).`),
      bytes: noBytes,
    };
  }
  try {
    return { reading: readSeed(path, bytes, house, corrections), bytes };
  } catch (error) {
    return { reading: refusal(path, "reading-failed", `Reading this file failed: ${error instanceof Error ? error.message : String(error)}.`), bytes };
  }
}

function refusal(file: string, code: "seed-unreadable" | "reading-failed", message: string): SeedReading {
  return { outcome: "refused", articles: [], diagnostics: [{ code, file, message, hint: codes[code].advice, line: null, column: null }] };
}
