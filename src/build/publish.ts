/** The second half of the story: plan → files. May import: model, io, theme. */
import type { OutputFolder } from "../io/output-folder.ts";
import { programFile } from "../io/program.ts";
import { readSeedBytes } from "../io/seeds-folder.ts";
import type { ThemeFile } from "../io/theme-folder.ts";
import type { Bodies, Page } from "../model/page.ts";
import type { Theme } from "../theme/theme.ts";

/** What pages are made with. */
export interface Press {
  readonly theme: Theme;
  readonly bodies: Bodies;
  /** The seeds folder, and the files of the theme: those that are published as they are come from there. */
  readonly seeds: string;
  readonly files: ReadonlyMap<string, ThemeFile>;
}

/** What is known of the published files. */
export interface KnownPages {
  /** The key of a page; null for one that has to be made each time. */
  keyOf(page: Page, uses: unknown): string | null;
  /** From path to key, as of the last build. */
  readonly before: ReadonlyMap<string, string>;
}

export interface Prepared {
  /** How many of the plan are pages for readers. */
  readonly pages: number;
  /** How many files have new bytes, those aside that print the fingerprint. */
  readonly written: number;
  /** From path to key, for the next build. */
  readonly keys: ReadonlyMap<string, string>;
}

/**
 * Makes every page that is not made of the same as the last time, and prepares those whose bytes are new.
 *
 * @throws a `TemplateFailure`, or the system's error where the disk fails
 */
export function preparePages(
  plan: ReadonlyMap<string, Page>,
  press: Press,
  output: OutputFolder,
  known: KnownPages,
  progress: (done: number, all: number) => void,
): Prepared {
  const keys = new Map<string, string>();
  let written = 0;
  let pages = 0;
  let done = 0;
  for (const page of plan.values()) {
    const uses = "uses" in page ? page.uses() : null;
    const key = known.keyOf(page, uses);
    if (key !== null) keys.set(page.path, key);
    const isKept = key !== null && known.before.get(page.path) === key && output.keep(page.path);
    if (!isKept) {
      if ("printsFingerprint" in page) output.writeWithFingerprint(page.path, rendered(page, uses, press));
      else if (output.write(page.path, contentOf(page, uses, press))) written += 1;
    }
    if ("template" in page) pages += 1;
    done += 1;
    progress(done, plan.size);
  }
  return { pages, written, keys };
}

/** The bytes of a file of the plan, made of what it uses; a large one in parts. */
export function contentOf(page: Page, uses: unknown, press: Press): Uint8Array | Iterable<string> {
  if ("template" in page) return Buffer.from(rendered(page, uses, press));
  if ("text" in page) {
    const text = page.text(uses, press.bodies);
    return typeof text === "string" ? Buffer.from(text) : text;
  }
  const { from, path } = page.copyOf;
  if (from === "templates") return press.files.get(path)?.content ?? Buffer.alloc(0);
  return from === "seeds" ? readSeedBytes(press.seeds, path, Number.MAX_SAFE_INTEGER) : programFile(path);
}

/** The text of a page, made of what it uses. */
export function rendered({ template, props, body: place, bodyProps }: Extract<Page, { template: string }>, uses: unknown, { theme, bodies }: Press): string {
  if (place === null) return theme.render(template, props(uses), []);
  const body = bodies.read(place);
  return theme.render(template, { ...props(uses), ...bodyProps?.(uses, body) }, body.pieces);
}
