/**
 * Inputs that lead on: one that reaches a place of the code where none has been is kept, and the next ones are made of it. So a fault behind five conditions
 * is found by one condition after the other. `TEARSHEET_GUIDED=100000` goes further; `TEARSHEET_CHANCE` elsewhere.
 */

import process from "node:process";
import { expect, test } from "vitest";
import { type Coverage, openCoverage } from "../helpers/coverage.ts";
import { figure } from "../helpers/figures.ts";
import { type Chance, chance, corpus, damage } from "../helpers/fuzz-inputs.ts";
import { faultOf } from "../helpers/hostile-titles.ts";
import { lengthOf } from "../helpers/lengths.ts";

const count = lengthOf("GUIDED", 20_000, 200);
const seed = Number(process.env["TEARSHEET_CHANCE"] ?? 41);

/** The largest that is kept: what is larger costs time and shows nothing that a small one would not. */
const largest = 8_000;

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds that an input may take: a second for each 100 KB that it has begun. */
const most = (bytes: number) => 1000 * Math.max(1, bytes / 100_000);

/** Each other time one of the newest, which stand where nobody was before. */
function parentOf(pool: readonly Buffer[], next: Chance): Buffer {
  return pool[next(2) === 0 ? next(pool.length) : pool.length - 1 - next(Math.min(pool.length, 50))] as Buffer;
}

function changed(parent: Buffer, next: Chance): Buffer {
  let input = parent.subarray(0, largest);
  for (let times = 1 + next(4); times > 0; times -= 1) input = damage(input, next);
  return input;
}

interface Walk {
  readonly inputs: number;
  readonly kept: number;
  readonly reached: number;
  readonly slowest: number;
  readonly faults: readonly string[];
}

/**
 * @param first inputs to begin with
 * @param faultsOf what goes wrong with an input, in words; what it throws is a fault as well
 */
async function walk(coverage: Coverage, first: readonly Buffer[], faultsOf: (input: Buffer, next: Chance) => Promise<string[]>): Promise<Walk> {
  const next = chance(seed);
  const pool = [...first];
  const faults: string[] = [];
  let slowest = 0;
  const time = async (input: Buffer): Promise<number> => {
    const start = cpu();
    try {
      faults.push(...(await faultsOf(input, next)).map((fault) => `${fault}: ${JSON.stringify(input.toString("latin1").slice(0, 300))}`));
    } catch (error) {
      faults.push(`${(error as Error).stack?.split("\n").slice(0, 4).join(" ")}: ${JSON.stringify(input.toString("latin1").slice(0, 2000))}`);
    }
    return cpu() - start;
  };
  for (let number = 0; number < first.length + count && faults.length < 20; number += 1) {
    const input = number < first.length ? (first[number] as Buffer) : changed(parentOf(pool, next), next);
    let took = await time(input);
    // The collector of garbage may have worked for others.
    for (let again = 0; again < 4 && took > most(input.length); again += 1) took = Math.min(took, await time(input));
    if (took > most(input.length)) faults.push(`${Math.round(took)} ms for ${input.length} bytes: ${JSON.stringify(input.toString("latin1").slice(0, 2000))}`);
    slowest = Math.max(slowest, took);
    if (coverage.look() > 0 && number >= first.length) pool.push(input.subarray(0, largest));
  }
  const reached = coverage.reached();
  coverage.close();
  return { inputs: first.length + count, kept: pool.length - first.length, reached, slowest: Math.round(slowest), faults };
}

const told = ({ inputs, kept, reached, slowest, faults }: Walk) =>
  `${inputs} inputs, ${kept} of them kept, ${reached} places of the code reached, ${faults.length} faults, the slowest ${slowest} ms of the processor`;

test("from bytes to page", async () => {
  // Code is followed closely only if it is loaded once that is asked for.
  const coverage = openCoverage((url) => /\/src\/(?:parse|text|theme|outputs|archive|formats)\//.test(url));
  const { faultsOfPage, pagesOf } = await import("../helpers/one-page.ts");
  const examples = corpus.filter((_, index) => index % 8 === 0);
  const paths = ["a.txt", "a.md", "2021-09-15-a.markdown", "b/ü.txt"];
  const result = await walk(coverage, examples, async (input, next) => {
    const { reading, pages } = pagesOf(paths[next(paths.length)] as string, input);
    const said = reading.articles.length === 0 && reading.diagnostics.length === 0 ? ["neither an article nor a reason"] : [];
    const unfit = reading.articles.map(({ article }) => faultOf(`${article.id}.html`)).filter((fault) => fault !== null);
    return [...said, ...unfit, ...(pages.length === reading.articles.length ? [] : ["an article without a page"]), ...pages.flatMap(faultsOfPage)];
  });
  figure("G9", `led by coverage, reader and renderer: ${told(result)}`);
  expect(result.faults).toEqual([]);
  // It is led: it gets to where the examples do not.
  expect(result.kept).toBeGreaterThan(0);
});

test("what is typed into the search", async () => {
  const coverage = openCoverage((url) => /\/src\/(?:search|text)\//.test(url));
  const { find } = await import("../../src/search/find.ts");
  const { meets, passageOf, titlePieces } = await import("../../src/search/passages.ts");
  const { parseQuery } = await import("../../src/search/query.ts");
  const { anything, shelfOf } = await import("../helpers/searching.ts");
  const { library } = await shelfOf([
    ...corpus.slice(0, 60).map((bytes) => ({ headline: bytes.toString("utf8").slice(0, 60), paragraphs: [bytes.toString("utf8").slice(60, 2000)] })),
    { headline: "The Ferry", paragraphs: ["The ferry came to 莫斯科, l’eau and Russia’s."] },
  ]);
  const texts = await Promise.all(Array.from({ length: library.articles }, (_, number) => library.text(number)));
  const first = ["ferry", '"the ferry"', "fer*", "-ferry", "title:ferry", "author: x", "莫斯科", "l’eau", "الرئيس", '"', "*", "-", ":"].map((query) =>
    Buffer.from(query),
  );
  const result = await walk(coverage, first, async (input) => {
    const clauses = parseQuery(input.toString("utf8").slice(0, 4000));
    const { articles } = await find(library, clauses, anything, "relevance");
    for (const number of articles.slice(0, 10)) {
      const text = texts[number];
      if (text === undefined) return [`there is no article ${number}`];
      meets(text, clauses);
      titlePieces(text[1], clauses);
      if (passageOf(text, clauses).pieces.length > 400) return ["a passage of very many pieces"];
    }
    return [];
  });
  figure("G9", `led by coverage, search: ${told(result)}`);
  expect(result.faults).toEqual([]);
});
