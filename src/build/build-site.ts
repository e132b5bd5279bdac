/**
 * The whole story on one screen: seeds are read into articles, articles linked into an archive, the archive planned into pages, the pages
 * rendered and published. May import: model, io, outputs, theme, build.
 */
import { type BodyStore, openBodyStore } from "../io/body-store.ts";
import { type OutputFolder, openOutput } from "../io/output-folder.ts";
import { shippedTemplates } from "../io/program.ts";
import { readTheme } from "../io/theme-folder.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { plan } from "../outputs/plan.ts";
import { TemplateFailure } from "../theme/theme.ts";
import { loadTheme, themeLanguage } from "./load-theme.ts";
import { lossesOf, mostGone, notKept } from "./losses.ts";
import { type Account, prepare } from "./prepare.ts";
import { type Published, publish } from "./publish.ts";
import { openRegister, printRegister } from "./register-file.ts";

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

/** How many releases stay, with the new one. Where something is taken back none but that: the older ones still say it. */
const keptReleases = 3;

/** Is told how many of how many are done. */
export type Progress = (done: number, all: number) => void;

/**
 * Builds the archive.
 *
 * @throws `Busy`, `LinkElsewhere`, `ForeignFiles`, `HalfPublished` (see `io/output-folder.ts`); the system's error where the disk fails: then
 * nothing of the published archive has changed
 */
export function buildSite(folders: Folders, config: Config, publishing: Publishing, onRead: Progress, onPublish: Progress): BuiltSite {
  const output = openOutput(folders.out, publishing.releases);
  const bodies = openBodyStore();
  try {
    return build(folders, config, publishing, output, bodies, onRead, onPublish);
  } catch (error) {
    if (error instanceof TemplateFailure) return { outcome: "unusable", diagnostics: [error.diagnostic] };
    throw error;
  } finally {
    bodies.close();
    output.close();
  }
}

function build(
  { seeds, templates }: Folders,
  { site, house }: Config,
  { allowRemovals }: Publishing,
  output: OutputFolder,
  bodies: BodyStore,
  onRead: Progress,
  onPublish: Progress,
): BuiltSite {
  const files = readTheme(templates, shippedTemplates);
  const language = themeLanguage(files, site.language);
  const theme = loadTheme(files, language);
  const { path, isWritable, register, diagnostic } = openRegister(seeds);
  if (diagnostic !== null) return { outcome: "unusable", diagnostics: [diagnostic] };
  const read = prepare(seeds, house, register, bodies, (done, all) => {
    output.touch();
    onRead(done, all);
  });
  const { archive, account } = read;
  const { gone, of, diagnostics: losses } = lossesOf(archive, register, output.before, read.givenUp);
  const diagnostics = [...read.diagnostics, ...losses, ...(isWritable ? [] : [notKept(path)])];
  if (!allowRemovals && gone.length > of / mostGone) return { outcome: "removals-stopped", gone, of, diagnostics };
  const pages = plan(archive, { ...site, language });
  output.begin([...pages.keys()]);
  const kept = isWritable ? { path, text: printRegister(archive.register) } : null;
  const published = publish(pages, theme, bodies, { seeds, theme: files }, output, kept, (house.redactions ?? []).length > 0 ? 1 : keptReleases, onPublish);
  return { outcome: "built", articles: archive.articles.length, account, published, isRecovered: output.isRecovered, diagnostics };
}
