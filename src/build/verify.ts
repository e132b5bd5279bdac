/** A published copy, held against its manifest: what is missing, changed, added. May import: model, io, text. */
import type { PublishedCopy } from "../io/published-copy.ts";
import { sha256 } from "../text/digest.ts";
import { fingerprintMark, fingerprintOf, isInside, type Manifest, manifestPath, printManifest, readManifest } from "../text/manifest.ts";
import { isArticlePath } from "../text/permalink.ts";

export interface Verification {
  /** How many files the manifest names. */
  readonly files: number;
  /** As the manifest has it; null where it names none. */
  readonly fingerprint: string | null;
  /** What is wrong with the manifest itself: it is not as it was written, or its rows and its pages do not make that fingerprint. */
  readonly isForged: boolean;
  readonly missing: readonly Damage[];
  readonly changed: readonly Damage[];
  /** Files that the manifest does not name; null where it cannot be seen from outside. */
  readonly added: readonly Damage[] | null;
}

export interface Damage {
  readonly path: string;
  /** The headline, where the file is an article's page and the copy's own data can be trusted to tell. */
  readonly headline: string | null;
}

const recordsPath = "data/articles.jsonl";

/**
 * Holds every file of a copy against the copy's manifest.
 *
 * @param known the fingerprint that the archive is known to have, from elsewhere: whoever changes a copy can change its manifest as well
 * @param progress is told how many of how many are done
 * @returns null where there is no manifest: it is no copy of an archive
 */
export async function verifyCopy(copy: PublishedCopy, known: string | null, progress: (done: number, all: number) => void): Promise<Verification | null> {
  const text = await copy.text(manifestPath);
  if (text === null) return null;
  const manifest = readManifest(text);
  const { missing, changed } = await compare(copy, manifest, progress);
  const listed = copy.paths();
  const added = listed === null ? null : addedTo(manifest, listed);
  const areRecordsGood = !missing.includes(recordsPath) && !changed.includes(recordsPath);
  const all = [...missing, ...changed, ...(added ?? [])];
  const headlines = areRecordsGood && all.some(isArticlePath) ? headlinesOf((await copy.text(recordsPath)) ?? "", new Set(all)) : new Map<string, string>();
  const damage = (path: string): Damage => ({ path, headline: headlines.get(path) ?? null });
  return {
    files: manifest.files.size,
    fingerprint: manifest.fingerprint,
    isForged:
      printManifest(manifest) !== text ||
      !(await isGenuine(copy, manifest, new Set([...missing, ...changed]))) ||
      (known !== null && manifest.fingerprint !== known),
    missing: missing.sort().map(damage),
    changed: changed.sort().map(damage),
    added: added?.sort().map(damage) ?? null,
  };
}

async function compare(copy: PublishedCopy, { files }: Manifest, progress: (done: number, all: number) => void) {
  const missing: string[] = [];
  const changed: string[] = [];
  const rows = files.entries();
  let done = 0;
  const work = async () => {
    for (const [path, digest] of rows) {
      const found = await copy.digest(path);
      if (found === null) missing.push(path);
      else if (found !== digest) changed.push(path);
      done += 1;
      progress(done, files.size);
    }
  };
  await Promise.all(Array.from({ length: copy.atOnce }, work));
  return { missing, changed };
}

/** Some systems give names back with their letters composed otherwise than they were written. */
function addedTo({ files }: Manifest, listed: Iterable<string>): string[] {
  const own = new Set([...files.keys(), manifestPath].map((path) => path.normalize("NFC")));
  return [...listed].filter((path) => !own.has(path.normalize("NFC")));
}

/**
 * Whether the fingerprint is the one of these rows: of a page that prints it, the row is that of the page without it. A page that differs from the
 * manifest is told as such, and says nothing of the manifest.
 */
async function isGenuine(copy: PublishedCopy, { files, fingerprint, printedIn }: Manifest, damaged: ReadonlySet<string>): Promise<boolean> {
  if (fingerprint === null) return false;
  if (printedIn.some((path) => damaged.has(path))) return true;
  const marked = await Promise.all(
    printedIn.filter(isInside).map(async (path) => [path, sha256(((await copy.text(path)) ?? "").replaceAll(fingerprint, fingerprintMark))] as const),
  );
  return fingerprintOf(new Map([...files, ...marked])) === fingerprint;
}

/** From the path of a page to its article's headline, of those paths that are asked for. */
function headlinesOf(records: string, paths: ReadonlySet<string>): Map<string, string> {
  const headlines = new Map<string, string>();
  for (const line of records.split("\n")) {
    const id = /^\{"id":("(?:[^"\\]|\\.)*")/.exec(line)?.[1];
    if (id === undefined || !paths.has(`${JSON.parse(id)}.html`)) continue;
    const { id: address, headline } = JSON.parse(line) as { id: string; headline: string | null };
    if (headline !== null) headlines.set(`${address}.html`, headline);
  }
  return headlines;
}
