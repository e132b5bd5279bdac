/** A thread that makes pages. May import: io, build/make-batch. */
import { work } from "../io/pool.ts";
import { type MakingSetup, makerOf } from "./make-batch.ts";

work<MakingSetup, string>(makerOf);
