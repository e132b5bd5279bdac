/** The threads of a build. May import: io. */
import { alone, openPool, type Pool } from "../io/pool.ts";

/**
 * A pool whose threads run one of the scripts beside this file.
 *
 * @param threads how many work, the caller's own among them
 * @param setup what the script is given: plain data
 */
export function threadsFor(threads: number, script: "reading-worker" | "making-worker", setup: unknown): Pool {
  const here = import.meta.url;
  // Not compiled: a thread could not run it.
  return threads < 2 || here.endsWith(".ts") ? alone : openPool(threads, new URL(`./${script}.js`, here), setup);
}
