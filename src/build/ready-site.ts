/** Everything that pages are rendered from: read, linked, and nothing written. What `serve` does again after each change. May import: model, io, outputs, theme, build. */
import { isDeepStrictEqual } from "node:util";
import { shippedTemplates } from "../io/program.ts";
import { surveyAgain, surveySeeds } from "../io/survey.ts";
import { readTheme, type ThemeFile } from "../io/theme-folder.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Page, Site } from "../model/page.ts";
import { finder, type Whereabouts } from "../outputs/finder.ts";
import { frameOf } from "../outputs/made.ts";
import { outputs, shownOnly } from "../outputs/table.ts";
import { TemplateFailure, type Theme } from "../theme/theme.ts";
import { dressSite } from "./dress-site.ts";
import { kindOf } from "./kinds.ts";
import { loadTheme, sayLanguage } from "./load-theme.ts";
import { type Account, prepareRead, readWidely } from "./prepare.ts";
import { type PreparedFrom, prepareAgain } from "./prepare-again.ts";
import type { Press } from "./press.ts";
import type { ReadingDesk } from "./read-entries.ts";
import { type OpenedRegister, openRegister } from "./register-file.ts";

export interface ReadySite {
  readonly site: Site;
  readonly pageAt: (path: string) => Page | undefined;
  /** Of the files of outputs that read all articles to know them: worked out when first asked for. */
  readonly heavyPageAt: (path: string) => Page | undefined;
  readonly press: Press;
  readonly articles: number;
  readonly account: Account;
  readonly diagnostics: readonly Diagnostic[];
  readonly madeOf: MadeOf;
}

/** What it was made of: what of this is the same the next time is not made again. */
interface MadeOf {
  readonly config: Config;
  readonly desk: ReadingDesk;
  readonly register: OpenedRegister;
  readonly from: PreparedFrom;
  readonly seen: Whereabouts;
}

/**
 * The same as a build up to the point where it would write. Addresses that are new are not kept: the register is a build's to write.
 *
 * @param desk where reading keeps what it reads, and pages find it as long as they are rendered
 * @param before what this gave the last time; null where it was not asked yet
 * @param changed paths of all files that were said to have changed since; null where everything is to be looked at
 * @returns a diagnostic where the owner's templates or register cannot be used
 * @throws the system's error where the seeds folder cannot be opened or the disk fails
 */
export function readySite(
  { seeds, templates }: { readonly seeds: string; readonly templates: string },
  config: Config,
  desk: ReadingDesk,
  progress: (done: number, all: number) => void,
  before: ReadySite | null = null,
  changed: readonly string[] | null = null,
): ReadySite | Diagnostic {
  const { site } = config;
  const files = readTheme(templates, shippedTemplates);
  const own = dressSite(site, files);
  let theme: Theme;
  try {
    const isSame = before !== null && before.site.language === own.language && areSameFiles(before.press.files, files);
    theme = isSame ? before.press.theme : loadTheme(files, own.language);
  } catch (error) {
    if (error instanceof TemplateFailure) return error.diagnostic;
    throw error;
  }
  const register = openRegister(seeds, before?.madeOf.register);
  if (register.register === null) return register.diagnostic;
  const from = preparedFrom(seeds, config, register, desk, progress, before?.madeOf ?? null, changed);
  const { archive, account, diagnostics } = from.prepared;
  const seen = before?.madeOf.seen ?? new Map();
  const findAmong = (isHeavyOnes: boolean) => {
    const some = [...outputs, ...shownOnly].filter(({ isHeavy = false }) => isHeavy === isHeavyOnes);
    return finder(archive, own, desk.bodies, some, isHeavyOnes ? new Map() : seen);
  };
  return {
    site: own,
    pageAt: findAmong(false),
    heavyPageAt: findAmong(true),
    press: { theme, bodies: desk.bodies, frame: frameOf(archive, own), seeds, files },
    articles: archive.articles.length,
    account,
    diagnostics: [...sayLanguage(files, site.language), ...diagnostics],
    madeOf: { config, desk, register, from, seen },
  };
}

/** Single articles where nothing else is new; everything otherwise. */
function preparedFrom(
  seeds: string,
  config: Config,
  { register }: OpenedRegister,
  desk: ReadingDesk,
  progress: (done: number, all: number) => void,
  before: MadeOf | null,
  changed: readonly string[] | null,
): PreparedFrom {
  const again = before === null || changed === null ? null : surveyAgain(before.from.read.survey, changed);
  const survey = again ?? surveySeeds(seeds, kindOf);
  const known = register ?? [];
  const isSame = before !== null && before.desk.bodies === desk.bodies && before.register.register === register && isDeepStrictEqual(before.config, config);
  const replaced = isSame ? prepareAgain(before.from, config.house, known, desk, survey) : null;
  if (replaced !== null) return replaced;
  const widely = readWidely(seeds, config.house, desk, progress, survey);
  const { archive, account, diagnostics } = prepareRead(widely, config, known, desk);
  return { prepared: { archive, account, diagnostics }, read: { survey, entries: widely.read.entries } };
}

function areSameFiles(before: ReadonlyMap<string, ThemeFile>, now: ReadonlyMap<string, ThemeFile>): boolean {
  const isSame = ([path, { file, content, hides }]: readonly [string, ThemeFile]) => {
    const old = before.get(path);
    if (old === undefined || old.file !== file || !old.content.equals(content)) return false;
    return old.hides === null || hides === null ? old.hides === hides : old.hides.equals(hides);
  };
  return before.size === now.size && [...now].every(isSame);
}
