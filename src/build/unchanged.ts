/**
 * Whether a build would make just what is published already: told without reading an article, and without what reading takes. May import: model, text, io,
 * build/kinds, build/register-name.
 */
import { clearNote, readNote, writeNote } from "../io/cache/note.ts";
import { LinkElsewhere, publishedNow } from "../io/output-folder.ts";
import { besideFolder, readTextOrReason } from "../io/owner-files.ts";
import { programDigest, shippedTemplates } from "../io/program.ts";
import { keyOfSurvey, type Survey, surveySeeds, youngIn } from "../io/survey.ts";
import { readTheme, type ThemeFile } from "../io/theme-folder.ts";
import type { House } from "../model/seed.ts";
import { digestKey, sha256 } from "../text/digest.ts";
import { kindOf } from "./kinds.ts";
import { registerFileFor } from "./register-name.ts";

/** All that decides what a build makes, but for the register and what is published. */
export interface Beginning {
  readonly survey: Survey;
  readonly files: ReadonlyMap<string, ThemeFile>;
  /** SHA-256 of the program. */
  readonly program: string;
  /** The seeds that are too young for their looks to tell, and a key that stands for all of it; null where it takes a build to tell. */
  readonly now: { readonly young: readonly string[]; readonly key: string } | null;
  /** The key as it would be if just these seeds had been young. */
  keyWith(young: readonly string[]): string | null;
}

/**
 * @param settings whatever else the build depends on: settings as they are written, options of the call
 * @throws the system's error where the seeds folder cannot be opened
 */
export function beginningOf(seeds: string, templates: string, settings: unknown): Beginning {
  const survey = surveySeeds(seeds, kindOf);
  const files = readTheme(templates, shippedTemplates);
  const program = programDigest();
  const { isWritable } = besideFolder(seeds, registerFileFor);
  const keyWith = (young: readonly string[]) => {
    const found = keyOfSurvey(survey, young);
    return found === null ? null : digestKey(JSON.stringify([program, digestOfTheme(files), found, isWritable, settings]));
  };
  const young = youngIn(survey);
  // Before anything is read: what changes from now on is not what this key stands for.
  const key = young === null ? null : keyWith(young);
  return { survey, files, program, now: young === null || key === null ? null : { young, key }, keyWith };
}

/** Stands for all that reading depends on besides the seeds. */
export function seedsKey(program: string, house: House): string {
  return digestKey(`${program} ${JSON.stringify(house)}`);
}

/** Stands for all that a theme is made of. */
export function digestOfTheme(files: ReadonlyMap<string, ThemeFile>): string {
  return digestKey([...files].map(([path, { content, hides }]) => `${path} ${sha256(content)} ${hides === null ? "" : sha256(hides)}\n`).join(""));
}

interface Noted<Report> {
  readonly young: readonly string[];
  readonly key: string;
  /** Digests of the register of addresses and of the published archive's manifest, as the build left them. */
  readonly register: string;
  readonly manifest: string;
  readonly report: Report;
}

/** What the last build said, if another would say and make the same; else null. */
export function lastReport<Report>(cache: string, { now, keyWith }: Beginning, seeds: string, out: string, releases: boolean): Report | null {
  const noted = now === null ? null : (readNote(cache) as Noted<Report> | null);
  if (noted?.young === undefined || noted.key !== keyWith(noted.young) || noted.register !== registerNow(seeds)) return null;
  const published = publishedOrNull(out, releases);
  return published?.manifest === noted.manifest && published.isWhole() ? noted.report : null;
}

/** Forgets what a build said: words that are to be withheld from now on may be in it. */
export function forgetReport(cache: string): void {
  clearNote(cache);
}

/** Keeps what a build said, for the next one that would make the same. */
export function noteReport<Report>(cache: string, { now }: Beginning, seeds: string, out: string, releases: boolean, report: Report): void {
  const published = now === null ? null : publishedNow(out, releases);
  if (now === null || published === null) return;
  writeNote(cache, { ...now, register: registerNow(seeds), manifest: published.manifest, report } satisfies Noted<Report>);
}

/** What is in the way of publishing is for the build to say. */
function publishedOrNull(out: string, releases: boolean): ReturnType<typeof publishedNow> {
  try {
    return publishedNow(out, releases);
  } catch (error) {
    if (error instanceof LinkElsewhere) return null;
    throw error;
  }
}

function registerNow(seeds: string): string {
  const found = readTextOrReason(besideFolder(seeds, registerFileFor).path);
  return found === null ? "none" : "text" in found ? sha256(found.text) : found.reason;
}
