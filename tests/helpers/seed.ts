/**
 * Property tests try the same inputs on every run, so that a change is judged by what it changed. To look further:
 * `TEARSHEET_SEED=random TEARSHEET_RUNS=20000 npx vitest run tests/laws.test.ts`; a failure prints its seed, which can be given here.
 */
import fc from "fast-check";

const named = process.env["TEARSHEET_SEED"];
if (named !== "random") fc.configureGlobal({ seed: Number(named ?? 1923) });
