/** The second half of the story: plan → files. May import: model, io, theme. */
import type { OutputFolder } from "../io/output-folder.ts";
import { programFile } from "../io/program.ts";
import { readSeedBytes } from "../io/seeds-folder.ts";
import type { ThemeFile } from "../io/theme-folder.ts";
import type { Bodies, Page } from "../model/page.ts";
import type { Theme } from "../theme/theme.ts";

export interface Published {
  readonly pages: number;
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Of the whole archive: SHA-256 in hexadecimal. */
  readonly fingerprint: string;
}

/** Where the files that are published as they are come from. */
export interface Sources {
  /** The seeds folder. */
  readonly seeds: string;
  readonly theme: ReadonlyMap<string, ThemeFile>;
}

/**
 * Renders every page, and publishes those whose bytes are new.
 *
 * @param beside a file of the owner's that is written in the same step
 * @throws a `TemplateFailure`, or the system's error where the disk fails
 */
export function publish(
  plan: ReadonlyMap<string, Page>,
  theme: Theme,
  bodies: Bodies,
  sources: Sources,
  output: OutputFolder,
  beside: Parameters<OutputFolder["finish"]>[0],
  keptReleases: number,
  progress: (done: number, all: number) => void,
): Published {
  let written = 0;
  let pages = 0;
  let done = 0;
  for (const page of plan.values()) {
    if ("printsFingerprint" in page) output.writeWithFingerprint(page.path, rendered(page, theme, bodies));
    else if (output.write(page.path, contentOf(page, theme, bodies, sources))) written += 1;
    if ("template" in page) pages += 1;
    done += 1;
    progress(done, plan.size);
  }
  const finished = output.finish(beside, keptReleases);
  written += finished.written;
  return { pages, written, unchanged: plan.size - written, removed: finished.removed, fingerprint: finished.fingerprint };
}

/** A page's bytes; in parts, where it is too large to be in memory at once. */
export function contentOf(page: Page, theme: Theme, bodies: Bodies, sources: Sources): Uint8Array | Iterable<string> {
  if ("template" in page) return Buffer.from(rendered(page, theme, bodies));
  if ("text" in page) {
    const text = page.text(bodies);
    return typeof text === "string" ? Buffer.from(text) : text;
  }
  const { from, path } = page.copyOf;
  if (from === "templates") return sources.theme.get(path)?.content ?? Buffer.alloc(0);
  return from === "seeds" ? readSeedBytes(sources.seeds, path, Number.MAX_SAFE_INTEGER) : programFile(path);
}

export function rendered({ template, props, body: place, bodyProps }: Extract<Page, { template: string }>, theme: Theme, bodies: Bodies): string {
  if (place === null) return theme.render(template, props(), []);
  const body = bodies.read(place);
  return theme.render(template, { ...props(), ...bodyProps?.(body) }, body.pieces);
}
