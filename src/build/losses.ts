/** What a build would take away from the published archive. May import: model, text. */
import type { Archive } from "../model/archive.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Register } from "../model/register.ts";
import type { Manifest } from "../text/manifest.ts";
import { isArticlePath } from "../text/permalink.ts";

/** A build that would take away more than the 10th part of the articles asks first. */
export const mostGone = 10;

export interface Losses {
  /** Addresses of the articles that were published and are not in the archive any more. */
  readonly gone: readonly string[];
  /** How many were published. */
  readonly of: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * @param register of the builds before
 * @param givenUp addresses that are taken back with the words they hold
 * @param manifest of what is published in the output now: the register may be that of other articles, or lost
 */
export function lossesOf({ byId, tombstones }: Archive, register: Register, manifest: Manifest, givenUp: ReadonlySet<string>): Losses {
  const meant = new Set([...tombstones.filter(({ kind }) => kind === "withdrawn").map(({ id }) => id), ...givenUp]);
  const notices = new Set(register.filter(({ isGone }) => isGone).map(({ id }) => id));
  const pages = [...manifest.files.keys()].filter(isArticlePath).map((path) => path.replace(/\.html$/, ""));
  const before = new Set([...pages, ...register.map(({ id }) => id)].filter((id) => !notices.has(id)));
  const gone = [...before].filter((id) => !byId.has(id) && !meant.has(id)).sort();
  return { gone, of: before.size, diagnostics: gone.length === 0 ? [] : [about(gone, register)] };
}

function about(gone: readonly string[], register: Register): Diagnostic {
  const [first = ""] = gone;
  const file = register.find(({ id }) => id === first)?.file ?? `${first}.html`;
  const others = gone.length === 1 ? "" : ` and ${gone.length - 1} more`;
  return {
    code: "articles-gone",
    file,
    message: `The article at ${first}.html${others} ${gone.length === 1 ? "is" : "are"} no longer in the archive.`,
    hint: codes["articles-gone"].advice,
    line: null,
    column: null,
  };
}

export function notKept(file: string): Diagnostic {
  return {
    code: "register-not-kept",
    file,
    message: "The register of addresses cannot be written beside the seeds folder.",
    hint: codes["register-not-kept"].advice,
    line: null,
    column: null,
  };
}
