/** Which sidecar is whose: `ferry.meta.yml` corrects `ferry.txt`, `ferry.txt.meta.yml` that file and no `ferry.md`. May import: model, text. */

import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { groupedBy } from "../text/grouped.ts";

const ending = /\.meta\.ya?ml$/i;

/** Whether a file's name is that of a sidecar. */
export function isSidecar(path: string): boolean {
  return ending.test(path);
}

/** The sidecars of each seed, and what is wrong with them. */
export interface Pairs {
  readonly bySeed: ReadonlyMap<string, string>;
  /** Seeds that cannot be read for the sidecars they have. */
  readonly refused: readonly Diagnostic[];
  /** Sidecars that no seed has. */
  readonly alone: readonly Diagnostic[];
}

/** The names that a seed's sidecar may have. */
export function sidecarNames(seed: string): string[] {
  const stems = [...new Set([seed.replace(/\.[^./]*$/, ""), seed])];
  return stems.flatMap((stem) => [`${stem}.meta.yml`, `${stem}.meta.yaml`]);
}

/**
 * Pairs seeds and sidecars. A seed with two sidecars is refused, and so are two seeds with one: nobody can say which is meant.
 *
 * @param others files of the seeds folder that are no seeds
 */
export function pairSidecars(seeds: readonly string[], others: readonly string[]): Pairs {
  const sidecars = others.filter((path) => ending.test(path));
  const bySeed = new Map<string, string>();
  if (sidecars.length === 0) return { bySeed, refused: [], alone: [] };
  const whole = new Set(seeds);
  const byStem = groupedBy(seeds, (seed) => seed.replace(/\.[^./]*$/, ""));
  const refused: Diagnostic[] = [];
  const alone: Diagnostic[] = [];
  for (const sidecar of sidecars) {
    const stem = sidecar.replace(ending, "");
    const owners = whole.has(stem) ? [stem] : (byStem.get(stem) ?? []);
    if (owners.length === 0) alone.push(about("sidecar-alone", sidecar, "There is no article of this name beside the sidecar."));
    for (const seed of owners) {
      const known = bySeed.get(seed);
      if (known !== undefined) refused.push(about("sidecar-invalid", seed, `The article has two sidecars, ${known} and ${sidecar}.`));
      else if (owners.length > 1)
        refused.push(about("sidecar-invalid", seed, `The sidecar ${sidecar} may be that of ${owners.join(" or of ")}.`, `Name it ${seed}.meta.yml.`));
      bySeed.set(seed, sidecar);
    }
  }
  return { bySeed, refused, alone };
}

function about(code: "sidecar-alone" | "sidecar-invalid", file: string, message: string, hint: string = codes[code].advice): Diagnostic {
  return { code, file, message, hint, line: null, column: null };
}
