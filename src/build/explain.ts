/** One seed, line by line: what each line is there for, and which fields were claimed from it. May import: model, parse, build. */
import type { Claim, Confidence, FieldName, LineRange } from "../model/claim.ts";
import type { Role } from "../model/role.ts";
import type { House } from "../model/seed.ts";
import type { ReadArticle, SeedReading } from "../parse/read-seed.ts";
import { listFields, surest } from "../parse/settle.ts";
import { readPaired } from "./read-batch.ts";
import type { Pairs } from "./sidecars.ts";
import { lastLineOf, sourceLines } from "./source-lines.ts";

/** What a rule read in a line, whether it was taken or not. */
export interface ExplainedClaim {
  readonly field: FieldName;
  readonly rule: string;
  readonly confidence: Confidence;
  /** Whether the record has it. */
  readonly chosen: boolean;
}

export interface ExplainedLine {
  /** From 1. */
  readonly line: number;
  /** Null where the file, or this part of it, was not read. */
  readonly role: Role | null;
  /** As decoded, with its terminator: all texts joined are the file. */
  readonly text: string;
  readonly claims: readonly ExplainedClaim[];
}

export interface Explained {
  readonly reading: SeedReading;
  readonly lines: readonly ExplainedLine[];
  /** Claims by the first of their lines, for those who print each once. Those that no line says (path, folder, settings) are at 0. */
  readonly claimsFrom: ReadonlyMap<number, readonly ExplainedClaim[]>;
}

/** @param path of the seed, relative to `root`; `pairs` knows its sidecar */
export function explainSeed(root: string, path: string, house: House, pairs: Pairs): Explained {
  const { reading, bytes } = readPaired(root, path, house, pairs);
  const texts = sourceLines(path, bytes, { ...house, redactions: reading.withholding?.inForce ?? [] }, lastLineOf(reading));
  const roles: (Role | null)[] = texts.map(() => null);
  const claims: ExplainedClaim[][] = texts.map(() => []);
  const claimsFrom = new Map<number, ExplainedClaim[]>();
  for (const read of reading.articles) {
    for (const { role, lines } of read.article.lines) for (const line of numbersOf(lines, texts.length)) roles[line - 1] = role;
    for (const [lines, claim] of claimsOf(read)) {
      append(claimsFrom, lines[0], claim);
      for (const line of numbersOf(lines, texts.length)) claims[line - 1]?.push(claim);
    }
  }
  const lines = texts.map((text, index) => ({ line: index + 1, role: roles[index] ?? null, text, claims: claims[index] ?? [] }));
  return { reading, lines, claimsFrom };
}

/** The claims of an article, each with its lines; those that say the same of the same lines (the topics of one list) once. */
function claimsOf({ claims }: ReadArticle): (readonly [LineRange, ExplainedClaim])[] {
  const taken = new Set<Claim>();
  const byField = new Map<FieldName, Claim[]>();
  for (const claim of claims) append(byField, claim.field, claim);
  for (const [field, rivals] of byField) {
    const isList = listFields.some((each) => each === field);
    for (const claim of isList ? rivals : [surest(rivals)]) if (claim !== null) taken.add(claim);
  }
  const distinct = new Map<string, readonly [LineRange, ExplainedClaim]>();
  for (const claim of claims) {
    const { field, rule, confidence, lines } = claim;
    const chosen = taken.has(claim);
    const key = JSON.stringify([field, rule, confidence, chosen, lines]);
    if (!distinct.has(key)) distinct.set(key, [lines, { field, rule, confidence, chosen }]);
  }
  return [...distinct.values()];
}

function* numbersOf([first, last]: LineRange, most: number): Iterable<number> {
  for (let line = Math.max(1, first); line <= Math.min(last, most); line += 1) yield line;
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
