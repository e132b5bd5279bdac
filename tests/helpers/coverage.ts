/**
 * Which places of the program's code have been reached: what leads a search for inputs to where nobody has been. It is V8's own coverage, which Node hands
 * out to whoever asks; no other program is needed for it.
 */
import { Session } from "node:inspector";

export interface Coverage {
  /** How many places have been reached since the last look that were never reached before. */
  look(): number;
  /** How many have been reached in all. */
  readonly reached: () => number;
  close(): void;
}

interface Taken {
  readonly result: readonly {
    readonly scriptId: string;
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[] }[];
  }[];
}

/** @param isMeant whether the code of a file counts, by its address */
export function openCoverage(isMeant: (url: string) => boolean): Coverage {
  const session = new Session();
  session.connect();
  const ask = <T>(method: string, values: object = {}): T => {
    const answers: T[] = [];
    // Answered before the call returns.
    session.post(method, values, (error, result) => {
      if (error !== null) throw error;
      answers.push(result as T);
    });
    return answers[0] as T;
  };
  ask("Profiler.enable");
  ask("Profiler.startPreciseCoverage", { callCount: false, detailed: true });
  const reached = new Set<string>();
  return {
    look: () => {
      const before = reached.size;
      for (const { scriptId, url, functions } of ask<Taken>("Profiler.takePreciseCoverage").result) {
        if (!isMeant(url)) continue;
        for (const { ranges } of functions)
          for (const { startOffset, endOffset, count } of ranges) if (count > 0) reached.add(`${scriptId} ${startOffset} ${endOffset}`);
      }
      return reached.size - before;
    },
    reached: () => reached.size,
    close: () => session.disconnect(),
  };
}
