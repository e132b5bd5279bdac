/** The second half of the story: plan → files. May import: model, io, outputs, build. */
import type { OutputFolder } from "../io/output-folder.ts";
import { copiedOrPrinted, keyOfWhole, type Part, printMade, type Wanted } from "../io/parts.ts";
import { alone } from "../io/pool.ts";
import type { Page } from "../model/page.ts";
import { fileKindOf } from "../outputs/table.ts";
import { type MakingSetup, type Order, openMade, packOrders } from "./make-batch.ts";
import { contentOf, type Press, rendered } from "./press.ts";
import { threadsFor } from "./threads.ts";

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

/** How pages are shared among threads. */
export interface Crew {
  readonly threads: number;
  readonly setup: MakingSetup;
}

/** Pages of one task of a thread; fewer, where they are made of so many articles: what is sent is in memory twice, and a month's page may be made of thousands. */
const batchSize = 24;
const batchArticles = 500;
/** From how many pages on a second thread pays for its start. */
const worthThreads = 400;

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
  crew: Crew,
  progress: (done: number, all: number) => void,
): Prepared {
  const keys = new Map<string, string>();
  const large: Order[] = [];
  let written = 0;
  let done = 0;
  const tell = (count: number) => {
    done += count;
    output.touch();
    progress(done, plan.size);
  };
  const make = ({ page, uses }: Order) => {
    if ("printsFingerprint" in page) output.writeWithFingerprint(page.path, rendered(page, uses, press));
    else if (output.write(page.path, inParts(page, press, output, known, keys) ?? contentOf(page, uses, press))) written += 1;
  };
  const stale = stalePages(plan, output, known, keys, () => tell(1));
  const batches = batchesOf(stale, (order) => large.push(order));
  const first: Order[][] = [];
  let count = 0;
  for (let batch = batches.next(); batch.done !== true; batch = batches.next()) {
    first.push(batch.value);
    count += batch.value.length;
    if (count >= worthThreads) break;
  }
  const pool = count < worthThreads ? alone : threadsFor(crew.threads, "making-worker", crew.setup);
  try {
    pool.run(
      inTurn(first, batches),
      packOrders,
      (orders) => {
        for (const order of orders) make(order);
        return nothing;
      },
      (orders, parcel) => {
        // What was made here is noted already.
        if (parcel !== nothing)
          for (const [path, digest, isNew] of openMade(parcel)) {
            output.note(path, digest, isNew);
            if (isNew) written += 1;
          }
        tell(orders.length);
      },
    );
  } finally {
    pool.close();
  }
  for (const order of large) {
    make(order);
    tell(1);
  }
  let pages = 0;
  for (const page of plan.values()) if ("template" in page) pages += 1;
  return { pages, written, keys };
}

const nothing = { text: "", bytes: new Uint8Array() };

/** Leaves what is as it was, and hands out the rest with what it uses. */
function* stalePages(plan: ReadonlyMap<string, Page>, output: OutputFolder, known: KnownPages, keys: Map<string, string>, kept: () => void): Generator<Order> {
  for (const page of plan.values()) {
    const before = known.before.get(page.path);
    if ("isAsBefore" in page && before !== undefined && output.keep(page.path)) {
      keys.set(page.path, before);
      kept();
      continue;
    }
    const uses = "uses" in page ? page.uses() : null;
    const key = known.keyOf(page, uses);
    const isAsBefore = key !== null && keyOfWhole(before) === key && output.keep(page.path);
    if (key !== null) keys.set(page.path, isAsBefore && before !== undefined ? before : key);
    if (isAsBefore) kept();
    else yield { page, uses };
  }
}

/** A file of parts, with those that are as before copied from the published one. Null for one that is not of parts. */
function inParts(page: Page, press: Press, output: OutputFolder, known: KnownPages, keys: Map<string, string>): Iterable<Uint8Array> | null {
  const key = keys.get(page.path);
  if (!("parts" in page) || page.parts === undefined || key === undefined) return null;
  const { path, parts } = page;
  const { print } = fileKindOf(page.format);
  const wanted = function* (): Iterable<Wanted> {
    for (const uses of parts()) yield { key: known.keyOf(page, uses) ?? "", print: () => print(uses, press.frame, path, press.bodies) };
  };
  const pieces = function* (): Iterable<Uint8Array> {
    const made: Part[] = [];
    yield* copiedOrPrinted(
      wanted(),
      known.before.get(path),
      (offset, length) => output.published(path, offset, length),
      (part) => made.push(part),
    );
    // Of what its parts were made is known when they have all been made.
    keys.set(path, printMade({ key, parts: made }));
  };
  return pieces();
}

/** Some orders at a time; those that only the telling thread can carry out are put aside: they use everything, or know all others. */
function* batchesOf(orders: Iterable<Order>, aside: (order: Order) => void): Generator<Order[]> {
  let batch: Order[] = [];
  let articles = 0;
  for (const order of orders) {
    const { page, uses } = order;
    if ("printsFingerprint" in page || "copyOf" in page || "isLarge" in page) {
      aside(order);
      continue;
    }
    batch.push(order);
    articles += articlesIn(uses);
    if (batch.length < batchSize && articles < batchArticles) continue;
    yield batch;
    batch = [];
    articles = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Of how many articles, or of what lists show of them, something is made: those have keys. */
function articlesIn(uses: unknown): number {
  if (typeof uses !== "object" || uses === null) return 0;
  if ("key" in uses && typeof uses.key === "string") return 1;
  let articles = 0;
  for (const each of Object.values(uses)) articles += articlesIn(each);
  return articles;
}

function* inTurn<T>(first: readonly T[], rest: Iterable<T>): Iterable<T> {
  yield* first;
  yield* rest;
}
