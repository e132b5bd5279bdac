/**
 * The whole story on one screen: seeds are read into articles, articles linked into an archive, the archive planned into pages, the pages
 * rendered and published. May import: model, io, outputs, theme, build.
 */
import { openBodyStore } from "../io/body-store.ts";
import { openOutput } from "../io/output-folder.ts";
import { shippedTemplates } from "../io/program.ts";
import { readTheme } from "../io/theme-folder.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { plan } from "../outputs/plan.ts";
import { TemplateFailure } from "../theme/theme.ts";
import { loadTheme, themeLanguage } from "./load-theme.ts";
import { type Account, prepare } from "./prepare.ts";
import { type Published, publish } from "./publish.ts";

export interface Folders {
  readonly seeds: string;
  readonly out: string;
  /** The owner's templates; need not exist. */
  readonly templates: string;
}

export type BuiltSite =
  | {
      readonly outcome: "built";
      readonly articles: number;
      readonly account: Account;
      readonly published: Published;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** A template of the owner's cannot be used. */
  | { readonly outcome: "template-failed"; readonly diagnostics: readonly [Diagnostic] };

/** Is told how many of how many are done. */
export type Progress = (done: number, all: number) => void;

/** Builds the archive. Throws the system's error where the disk fails. */
export function buildSite({ seeds, out, templates }: Folders, { site, house }: Config, onRead: Progress, onPublish: Progress): BuiltSite {
  const bodies = openBodyStore();
  try {
    const files = readTheme(templates, shippedTemplates);
    const language = themeLanguage(files, site.language);
    const theme = loadTheme(files, language);
    const { archive, account, diagnostics } = prepare(seeds, house, bodies, onRead);
    const pages = plan(archive, { ...site, language });
    const published = publish(pages, theme, bodies, { seeds, theme: files }, openOutput(out, [...pages.keys()]), onPublish);
    return { outcome: "built", articles: archive.articles.length, account, published, diagnostics };
  } catch (error) {
    if (error instanceof TemplateFailure) return { outcome: "template-failed", diagnostics: [error.diagnostic] };
    throw error;
  } finally {
    bodies.close();
  }
}
