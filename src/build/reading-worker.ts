/** A thread that reads seeds. May import: model, io, build/read-batch. */
import { work } from "../io/pool.ts";
import type { House } from "../model/seed.ts";
import { type Job, readBatch } from "./read-batch.ts";

/** What a thread has to know to read seeds. */
export interface ReadingSetup {
  readonly root: string;
  readonly house: House;
}

work<ReadingSetup, readonly Job[]>(
  ({ root, house }) =>
    (jobs) =>
      readBatch(root, house, jobs),
);
