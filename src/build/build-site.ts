/**
 * The whole story on one screen: seeds are read into articles, articles linked into an archive, the archive planned into pages, the pages
 * rendered and published. May import: model, io, outputs, theme, build.
 */
import { BodyDamaged } from "../io/cache/body-bytes.ts";
import { type Cache, openCache } from "../io/cache/cache.ts";
import { type OutputFolder, openOutput } from "../io/output-folder.ts";
import { keyOfFile } from "../io/survey.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Page } from "../model/page.ts";
import { frameOf } from "../outputs/made.ts";
import { plan } from "../outputs/plan.ts";
import { outputs } from "../outputs/table.ts";
import { digestKey } from "../text/digest.ts";
import { TemplateFailure } from "../theme/theme.ts";
import { dressSite } from "./dress-site.ts";
import { gatherArchive } from "./gather-archive.ts";
import { loadTheme, sayLanguage } from "./load-theme.ts";
import { mostGone } from "./losses.ts";
import { keyOf } from "./page-keys.ts";
import type { Account } from "./prepare.ts";
import { preparePages } from "./publish.ts";
import { printRegister } from "./register-file.ts";
import { type Beginning, digestOfTheme, seedsKey } from "./unchanged.ts";

export interface Folders {
  readonly seeds: string;
  readonly out: string;
  /** The owner's templates; need not exist. */
  readonly templates: string;
}

/** How the archive is to be published. */
export interface Publishing {
  /** As a link to the newest of a few whole folders, turned in one step. */
  readonly releases: boolean;
  /** Whether more than a tenth of the articles may go. */
  readonly allowRemovals: boolean;
}

export type BuiltSite =
  | {
      readonly outcome: "built";
      readonly articles: number;
      readonly account: Account;
      readonly published: Published;
      /** Whether a build before had been cut short while it published, and was completed first. */
      readonly isRecovered: boolean;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** The owner's template or register of addresses cannot be used. */
  | { readonly outcome: "unusable"; readonly diagnostics: readonly [Diagnostic] }
  /** More articles would go than may go unasked: nothing was published. */
  | { readonly outcome: "removals-stopped"; readonly gone: readonly string[]; readonly of: number; readonly diagnostics: readonly Diagnostic[] };

export interface Published {
  readonly pages: number;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Of the whole archive: SHA-256 in hexadecimal. */
  readonly fingerprint: string;
}

/** How many releases stay, with the new one. Where something is taken back none but that: the older ones still say it. */
const keptReleases = 3;

/** Is told how many of how many are done. */
export type Progress = (done: number, all: number) => void;

/** What a build has to work with. */
export interface Means {
  /** What the folders held when the build began. */
  readonly beginning: Beginning;
  /** Where it keeps what it knows for the next build; null for nowhere. */
  readonly cache: string | null;
  /** How many threads read. */
  readonly threads: number;
}

/**
 * Builds the archive.
 *
 * @throws `Busy`, `LinkElsewhere`, `ForeignFiles`, `HalfPublished` (see `io/output-folder.ts`); `SeedsGone` (`gather-archive.ts`), or the system's error where the disk fails:
 * then nothing of the published archive has changed
 */
export function buildSite(folders: Folders, config: Config, publishing: Publishing, means: Means, onRead: Progress, onPublish: Progress): BuiltSite {
  const output = openOutput(folders.out, publishing.releases);
  const { program } = means.beginning;
  const open = (folder: string | null) => openCache(folder, seedsKey(program, config.house));
  const run = (cache: Cache) => {
    try {
      return build(folders, config, publishing, { ...means.beginning, output, cache, threads: means.threads }, onRead, onPublish);
    } finally {
      cache.close();
    }
  };
  try {
    return run(open(means.cache));
  } catch (error) {
    if (error instanceof TemplateFailure) return { outcome: "unusable", diagnostics: [error.diagnostic] };
    if (!(error instanceof BodyDamaged) || means.cache === null) throw error;
    output.startAgain();
    return run(open(null));
  } finally {
    output.close();
  }
}

interface Tools extends Beginning {
  readonly output: OutputFolder;
  readonly cache: Cache;
  readonly threads: number;
}

function build(
  { seeds }: Folders,
  config: Config,
  { allowRemovals }: Publishing,
  { output, cache, program, files, survey, threads }: Tools,
  onRead: Progress,
  onPublish: Progress,
): BuiltSite {
  const { site, house } = config;
  const own = dressSite(site, files);
  const { language } = own;
  const theme = loadTheme(files, language);
  const gathered = gatherArchive(seeds, config, { output, cache, survey, threads }, onRead);
  if ("unusable" in gathered) return { outcome: "unusable", diagnostics: [gathered.unusable] };
  const { archive, account, gone, of, register } = gathered;
  const diagnostics = [...sayLanguage(files, site.language), ...gathered.diagnostics];
  if (!allowRemovals && gone.length > of / mostGone) return { outcome: "removals-stopped", gone, of, diagnostics };
  const lineUp = cache.lineUp.of(output.beforeDigest, cache.bodies);
  const pages = plan(archive, own, cache.bodies, outputs, lineUp === null ? null : { ...lineUp, text: output.publishedText });
  output.begin([...pages.keys()]);
  const frame = frameOf(archive, own);
  const common = digestKey(JSON.stringify([program, house, frame, digestOfTheme(files)]));
  const known = {
    keyOf: (page: Page, uses: unknown) => keyOf(page, uses, common, (file) => keyOfFile(survey, file)),
    before: cache.ledger.keysOf(output.beforeDigest),
  };
  cache.bodies.flush();
  const setup = { bench: output.bench, bodies: cache.bodies.path, frame, files, language };
  const prepared = preparePages(pages, { theme, bodies: cache.bodies, frame, seeds, files }, output, known, { threads, setup }, onPublish);
  const kept = register === null ? null : { path: register, text: printRegister(archive.register) };
  const finished = output.finish(kept, (house.redactions ?? []).length > 0 ? 1 : keptReleases);
  cache.ledger.save(prepared.keys, finished.manifest, finished.isOnDisk);
  cache.lineUp.save(archive.articles, finished.manifest, cache.bodies);
  const written = prepared.written + finished.written;
  const published = { pages: prepared.pages, written, unchanged: pages.size - written, removed: finished.removed, fingerprint: finished.fingerprint };
  return { outcome: "built", articles: archive.articles.length, account, published, isRecovered: output.isRecovered, diagnostics };
}
