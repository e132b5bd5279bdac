/** Everything that pages are rendered from: read, linked, planned, and nothing written. What `serve` does again after each change. May import: model, io, outputs, theme, build. */
import { shippedTemplates } from "../io/program.ts";
import { readTheme } from "../io/theme-folder.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Page, Site } from "../model/page.ts";
import { frameOf } from "../outputs/made.ts";
import { plan } from "../outputs/plan.ts";
import { outputs, shownOnly } from "../outputs/table.ts";
import { TemplateFailure, type Theme } from "../theme/theme.ts";
import { dressSite } from "./dress-site.ts";
import { loadTheme, sayLanguage } from "./load-theme.ts";
import { type Account, prepare } from "./prepare.ts";
import type { Press } from "./press.ts";
import type { ReadingDesk } from "./read-seeds.ts";
import { openRegister } from "./register-file.ts";

export interface ReadySite {
  readonly site: Site;
  readonly pages: ReadonlyMap<string, Page>;
  /** The files of outputs that read all articles to know them: worked out when first asked for. */
  readonly heavyPages: () => ReadonlyMap<string, Page>;
  readonly press: Press;
  readonly articles: number;
  readonly account: Account;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The same as a build up to the point where it would write. Addresses that are new are not kept: the register is a build's to write.
 *
 * @param desk where reading keeps what it reads, and pages find it as long as they are rendered
 * @returns a diagnostic where the owner's templates or register cannot be used
 * @throws the system's error where the seeds folder cannot be opened or the disk fails
 */
export function readySite(
  { seeds, templates }: { readonly seeds: string; readonly templates: string },
  config: Config,
  desk: ReadingDesk,
  progress: (done: number, all: number) => void,
): ReadySite | Diagnostic {
  const { site } = config;
  const files = readTheme(templates, shippedTemplates);
  const own = dressSite(site, files);
  let theme: Theme;
  try {
    theme = loadTheme(files, own.language);
  } catch (error) {
    if (error instanceof TemplateFailure) return error.diagnostic;
    throw error;
  }
  const { register, diagnostic } = openRegister(seeds);
  if (diagnostic !== null) return diagnostic;
  const { archive, account, diagnostics } = prepare(seeds, config, register, desk, progress);
  const planned = (heavyOnes: boolean) => {
    const some = [...outputs, ...shownOnly].filter(({ isHeavy = false }) => isHeavy === heavyOnes);
    return plan(archive, own, desk.bodies, some);
  };
  let heavy: ReadonlyMap<string, Page> | null = null;
  return {
    site: own,
    pages: planned(false),
    heavyPages: () => {
      heavy ??= planned(true);
      return heavy;
    },
    press: { theme, bodies: desk.bodies, frame: frameOf(archive, own), seeds, files },
    articles: archive.articles.length,
    account,
    diagnostics: [...sayLanguage(files, site.language), ...diagnostics],
  };
}
