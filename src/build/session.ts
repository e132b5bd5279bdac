/**
 * What `tearsheet serve` keeps between two requests: the last archive that could be prepared, and what is wrong now. A page is rendered when it is asked
 * for, by the same functions as in a build. May import: model, text, io, outputs, theme, build.
 */
import { BodyDamaged } from "../io/cache/body-bytes.ts";
import type { BodyStore } from "../io/cache/body-store.ts";
import { type Knowledge, openKnowledge } from "../io/cache/cache.ts";
import { threadsHere } from "../io/pool.ts";
import { programDigest } from "../io/program.ts";
import { isSameSurvey, surveySeeds } from "../io/survey.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import type { Progress } from "./build-site.ts";
import { kindOf } from "./kinds.ts";
import { namedFiles } from "./named-files.ts";
import { type PageState, type Problem, problemsOf, stateOf } from "./problems.ts";
import { type ReadySite, readySite } from "./ready-site.ts";
import { countOf } from "./severity.ts";
import { seedsKey } from "./unchanged.ts";
import { pageView, type View, type ViewState } from "./view.ts";

export interface SessionOptions {
  readonly seeds: string;
  readonly templates: string;
  /** The settings as they are now, or what is wrong with them. */
  readonly settings: () => { readonly config: Config } | { readonly config: null; readonly diagnostics: readonly Diagnostic[] };
  /** Where builds keep what they know; null for nowhere. It is left as it is. */
  readonly cache: string | null;
  /** What this run of the server marks its script with. */
  readonly nonce: string;
}

/** What became of preparing everything again. */
export interface Refreshed {
  /** Whether there is a new archive, or the last good one goes on being shown, or there was none yet. */
  readonly outcome: "ready" | "kept" | "none";
  readonly articles: number;
  readonly warnings: number;
  readonly problems: readonly Problem[];
}

export interface Session {
  /**
   * Prepares again what has changed. Never throws: whatever is wrong is a problem, and the last good archive stays.
   *
   * @param changed paths of files that were said to have changed; null where everything is to be looked at
   */
  refresh(progress: Progress, changed: readonly string[] | null): Refreshed;
  /** Whether something in the seeds folder is not as the archive has it, of which nobody told: looks at every file, where it was not just done. */
  hasOverlooked(): boolean;
  /** What stands at a path, as a browser asks for it: a folder is its `index.html`. */
  view(path: string): View;
  /** What the page of that path has to know. */
  state(path: string): PageState;
  close(): void;
}

/** Opens a session that has no archive yet. */
export function openSession({ seeds, templates, settings, cache, nonce }: SessionOptions): Session {
  const state: ViewState = { ready: null, trusted: null, nonce };
  const program = programDigest();
  let isOnItsOwn = cache === null;
  let known: (Knowledge & { readonly key: string; readonly lease: BodyLease }) | null = null;
  let problems: readonly Problem[] = [];
  let warnings = 0;
  let redactions: readonly Redaction[] = [];
  /** What was said to have changed since the archive that is shown; null for everything. */
  let told: Set<string> | null = null;
  /** Whether that archive was made of what was said, and not of all that is there. */
  let isByHearsay = false;
  const failed = (said: readonly Problem[]): Refreshed => {
    problems = said;
    return { outcome: state.ready === null ? "none" : "kept", articles: state.ready?.articles ?? 0, warnings, problems };
  };
  const problemsIn = (diagnostics: readonly Diagnostic[]) => problemsOf(diagnostics, namedFiles(diagnostics, seeds, redactions));
  const surveyOf = (ready: ReadySite | null) => ready?.madeOf.from.read.survey ?? null;
  const keep = (ready: ReadySite): Refreshed => {
    told = new Set();
    isByHearsay = surveyOf(ready)?.found === surveyOf(state.ready)?.found;
    if (state.ready?.proof === "good") state.trusted = state.ready.press.theme;
    state.ready = { ...ready, proof: "none" };
    problems = problemsIn(ready.diagnostics);
    warnings = countOf(ready.diagnostics, "warning");
    return { outcome: "ready", articles: ready.articles, warnings, problems };
  };
  /** What is known of the seeds under these settings: under others, nothing is. */
  const knowledge = (config: Config): Knowledge => {
    const key = seedsKey(program, config.house);
    if (known?.key === key) return known;
    const opened = openKnowledge(isOnItsOwn ? null : cache, key);
    known?.lease.retire();
    known = { ...opened, key, lease: lease(opened.bodies) };
    return known;
  };
  const prepared = (progress: Progress): ReadySite | readonly Diagnostic[] => {
    const found = settings();
    if (found.config === null) return found.diagnostics;
    redactions = found.config.house.redactions ?? [];
    const ready = readySite(
      { seeds, templates },
      found.config,
      { ...knowledge(found.config), threads: threadsHere() },
      progress,
      state.ready,
      told === null ? null : [...told],
    );
    return "pageAt" in ready ? ready : [ready];
  };
  const refresh = (progress: Progress, changed: readonly string[] | null): Refreshed => {
    if (changed === null) told = null;
    else for (const path of changed) told?.add(path);
    try {
      const result = prepared(progress);
      return "pageAt" in result ? keep(result) : failed(problemsIn(result));
    } catch (error) {
      return failed([problemOfError(error, seeds)]);
    }
  };
  /** What is kept may be damaged: everything is read again then. */
  const viewOf = (path: string): View => {
    try {
      return pageView(path, state, problems, problemsIn);
    } catch (error) {
      if (!(error instanceof BodyDamaged) || isOnItsOwn) throw error;
      isOnItsOwn = true;
      known?.lease.retire();
      known = null;
      refresh(() => {}, null);
      return pageView(path, state, problems, problemsIn);
    }
  };
  return {
    refresh,
    hasOverlooked: () => {
      const known = surveyOf(state.ready);
      // What is known to have changed and could not be prepared has not been overlooked.
      if (known === null || !isByHearsay || told?.size !== 0) return false;
      try {
        return !isSameSurvey(known, surveySeeds(seeds, kindOf));
      } catch {
        return true;
      }
    },
    view: (path) => {
      const view = viewOf(path);
      return view.body instanceof Uint8Array || known === null ? view : { ...view, done: known.lease.hold() };
    },
    state: (path) => {
      const view = viewOf(path);
      return stateOf(view.digest, [...view.failures, ...problems], warnings);
    },
    close: () => known?.lease.retire(),
  };
}

interface BodyLease {
  /** Keeps the bodies until the function that it returns is called. */
  hold(): () => void;
  /** They are needed by nobody but those who hold them. */
  retire(): void;
}

/** A large file is sent piece by piece, and reads its bodies meanwhile: they go when the last such answer is given. */
function lease(store: BodyStore): BodyLease {
  let holders = 0;
  let isRetired = false;
  const closeIfDone = () => {
    if (isRetired && holders === 0) store.close();
  };
  return {
    hold: () => {
      holders += 1;
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        holders -= 1;
        closeIfDone();
      };
    },
    retire: () => {
      if (isRetired) return;
      isRetired = true;
      closeIfDone();
    },
  };
}

/** The system's error, or a fault of the program: neither ends the session. */
function problemOfError(error: unknown, seeds: string): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const isDisk = typeof code === "string" && /^E[A-Z0-9]+$/.test(code);
  return {
    file: null,
    line: null,
    message: isDisk ? `The disk refused: ${message}.` : `Preparing the archive failed: ${message}.`,
    hint: isDisk
      ? `Check that the folder ${seeds} is there and may be read, and that the disk has room. It is tried again with the next change.`
      : "This is a fault of the program. Please report it with the file that was changed.",
    frame: [],
  };
}
