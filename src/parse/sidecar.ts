/**
 * A sidecar: `NAME.meta.yml` beside a seed corrects what is read from it, without a change to the seed. Its keys are those of a front
 * matter; what it says outranks everything; an empty value says that a field is to be empty. What cannot be followed to the letter refuses
 * the article: a correction must not get lost. May import: model, text, parse.
 */
import type { Claim, FieldName } from "../model/claim.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction } from "../model/redaction.ts";
import { decodeStrictly } from "../text/decode.ts";
import { didYouMean } from "../text/did-you-mean.ts";
import { splitLines, withoutTerminator } from "../text/lines.ts";
import type { Hit } from "../text/withhold/withhold.ts";
import { claimFront } from "./front-matter/claims.ts";
import { decodeFrontMatter, type FrontValue } from "./front-matter/decode.ts";
import { foldKey, frontFields } from "./front-matter/fields.ts";
import type { DateOrder } from "./marks/date.ts";
import type { Words } from "./marks/words.ts";
import { withholdSidecar } from "./withhold-seed.ts";

/** A sidecar as it lies on the disk. */
export interface SidecarFile {
  /** Relative to the seeds folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Sidecar {
  readonly path: string;
  readonly source: string;
  /** For all articles of the file. */
  readonly fields: ReadonlyMap<string, FrontValue>;
  /** For each of several articles, by its place in the file. */
  readonly articles: readonly ReadonlyMap<string, FrontValue>[];
  /** What was withheld. */
  readonly hits: readonly Hit[];
}

export interface SidecarClaims {
  readonly claims: readonly Claim[];
  /** Fields that are to be empty, or to hold what the sidecar says and nothing else. */
  readonly cleared: ReadonlySet<FieldName>;
  /** In terms of the sidecar's own lines. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Bytes. */
export const largestSidecar = 64 * 1024;
const flags = ["draft", "published"];
/** Fields that an empty value clears. The others have their places in the text: their words cannot be taken out of it. */
const clearable: readonly FieldName[] = [
  "headline",
  "kicker",
  "deck",
  "byline",
  "date",
  "updated",
  "dateline",
  "section",
  "publication",
  "sourceUrl",
  "topics",
  "slug",
];

/** Opens a sidecar. Never throws. All the redactions count for it. */
export function openSidecar(
  { path, bytes }: SidecarFile,
  redactions: readonly Redaction[],
): { readonly sidecar: Sidecar } | { readonly diagnostics: readonly Diagnostic[] } {
  const problem = (message: string, line = 1, column = 1, hint?: string) => ({ diagnostics: [sidecarProblem(path, message, line, column, hint)] });
  if (bytes.length > largestSidecar) return problem("The sidecar has more than 64 KB.");
  const decoded = decodeStrictly(bytes);
  if (decoded === null) return problem("The sidecar is no text in UTF-8.");
  const { text, hits, isIncomplete } = withholdSidecar(decoded.text.replace(/^\ufeff/, ""), redactions);
  if (isIncomplete) return problem("Words that are to be withheld cannot be taken out of the sidecar.");
  const lines = splitLines(text, "ascii").map(withoutTerminator);
  // YAML may open with `---` and close with `---` or `...`: there, lines of comment.
  const last = lines.findLastIndex((line) => line.trim() !== "");
  const plain = lines.map((line, index) => ((index === 0 && line.trimEnd() === "---") || (index === last && /^(?:---|\.\.\.)\s*$/.test(line)) ? "#" : line));
  const second = plain.findIndex((line) => /^(?:---|\.\.\.)(?:\s|$)/.test(line));
  if (second !== -1) return problem("The sidecar holds more than one list of fields.", second + 1);
  const source = plain.join("\n");
  const found = decodeFrontMatter({ kind: "found", format: "yaml", lines: plain.length, source });
  if (!found.ok) return problem(found.message.replace("front matter", "sidecar"), Math.max(1, found.line - 1), found.column);
  const { articles, rest, unknown } = fieldsOf(found.fields);
  if (unknown.length > 0) return { diagnostics: unknown.map((key) => unknownKey(path, source, key)) };
  if (articles === null) return problem("`articles` has to be a list, with the fields of an article in each entry.", lineOfKey(source, "articles"));
  return { sidecar: { path, source, fields: rest, articles, hits } };
}

/** What a sidecar says of one article of its file, counted from 0. What it says of that article alone outranks what it says of all. */
export function sidecarFields({ fields, articles }: Sidecar, index: number): ReadonlyMap<string, FrontValue> {
  const own = articles[index] ?? new Map<string, FrontValue>();
  const taken = new Set([...own.keys()].flatMap(fieldsOfKey));
  return new Map([...[...fields].filter(([key]) => !fieldsOfKey(key).some((field) => taken.has(field))), ...own]);
}

/** The claims of a sidecar's fields. */
export function claimSidecar(sidecar: Sidecar, index: number, words: Words, order: DateOrder | null): SidecarClaims {
  const fields = sidecarFields(sidecar, index);
  const stated = new Map([...fields].filter(([, value]) => !isEmpty(value)));
  const front = claimFront(stated, sidecar.source, words, order);
  const claims = front.claims.map((claim) => ({ ...claim, rule: "sidecar", lines: [0, 0], ...withoutLines(claim) }) as Claim);
  const claimed = new Set<FieldName>(claims.map(({ field }) => field));
  const cleared = new Set<FieldName>(claimed.has("topics") ? ["topics"] : []);
  const diagnostics = front.diagnostics.map(({ message, line, column }) => sidecarProblem(sidecar.path, message, Math.max(1, (line ?? 2) - 1), column ?? 1));
  const seen = new Set<FieldName>();
  for (const [key, value] of fields) {
    const own = fieldsOfKey(key);
    const at = lineOfKey(sidecar.source, key);
    const isTwice = own.some((field) => seen.has(field) && field !== "topics");
    for (const field of own) seen.add(field);
    if (isTwice) diagnostics.push(sidecarProblem(sidecar.path, `\`${key}\` means the same as a key above.`, at, 1, "Leave one of the two."));
    else if (!isEmpty(value)) {
      const isSaid = own.length === 0 || own.some((field) => claimed.has(field)) || front.diagnostics.length > 0;
      if (!isSaid) diagnostics.push(sidecarProblem(sidecar.path, `\`${key}\` says nothing that can be read.`, at));
    } else if (own.every((field) => clearable.includes(field))) for (const field of own) cleared.add(field);
    else diagnostics.push(sidecarProblem(sidecar.path, `\`${key}\` cannot be left empty: its words have their place in the text.`, at, 1, "Remove this line."));
  }
  return { claims, cleared, diagnostics };
}

/** `null`, `~`, `""`, nothing behind the colon, `[]`: the field is to be empty. */
export function isEmpty(value: FrontValue): boolean {
  return typeof value === "string" ? /^(?:|~|null)$/i.test(value.trim()) : Array.isArray(value) ? value.length === 0 : false;
}

function sidecarProblem(path: string, message: string, line: number, column = 1, hint: string = codes["sidecar-invalid"].advice): Diagnostic {
  return { code: "sidecar-invalid", file: path, message, line, column, hint };
}

/** Remarks keep the lines that they stand in: none, in the seed. */
function withoutLines(claim: Claim): object {
  return claim.field === "notes" || claim.field === "corrections" ? { value: { ...claim.value, lines: [0, 0] } } : {};
}

/** The fields that a key may fill: `source` holds a paper or an address. */
function fieldsOfKey(key: string): FieldName[] {
  return frontFields.filter(({ keys }) => keys.includes(foldKey(key))).map(({ field }) => field);
}

function fieldsOf(all: ReadonlyMap<string, FrontValue>): {
  articles: readonly ReadonlyMap<string, FrontValue>[] | null;
  rest: ReadonlyMap<string, FrontValue>;
  unknown: readonly string[];
} {
  const list = all.get("articles") ?? [];
  const rest = new Map([...all].filter(([key]) => key !== "articles"));
  const entries = Array.isArray(list) ? (list as readonly FrontValue[]).map((entry) => (entry === "" ? new Map<string, FrontValue>() : entry)) : null;
  const articles = entries?.every((entry): entry is ReadonlyMap<string, FrontValue> => entry instanceof Map) === true ? entries : null;
  const keys = [...rest.keys(), ...(articles ?? []).flatMap((entry) => [...entry.keys()])];
  return {
    articles: articles as readonly ReadonlyMap<string, FrontValue>[] | null,
    rest,
    unknown: keys.filter((key) => fieldsOfKey(key).length === 0 && !flags.includes(foldKey(key))),
  };
}

function unknownKey(path: string, source: string, key: string): Diagnostic {
  const known = [...frontFields.flatMap(({ keys }) => keys), ...flags, "articles"];
  const meant = didYouMean(foldKey(key), known);
  const hint = meant === null ? `The keys are ${frontFields.map(({ keys }) => `\`${keys[0]}\``).join(", ")}.` : `Did you mean \`${meant}\`?`;
  return sidecarProblem(path, `A sidecar has no key \`${key}\`.`, lineOfKey(source, key), 1, hint);
}

/** The line of a key, counted from 1; the first where it cannot be found. */
function lineOfKey(source: string, key: string): number {
  const at = source.split("\n").findIndex((line) => line.replace(/^[\s-]*["']?/, "").startsWith(key));
  return at === -1 ? 1 : at + 1;
}
