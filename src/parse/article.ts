/** Settled claims → the record. May import: model, text, parse/settle, parse/layouts/layout. */
import type { Article, Provenance, RoleRun } from "../model/article.ts";
import type { Body } from "../model/body.ts";
import type { LineRange } from "../model/claim.ts";
import { type Code, codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Role } from "../model/role.ts";
import { sha256 } from "../text/digest.ts";
import { isBlank } from "../text/lines.ts";
import { permalinkOf, sourcePermalink } from "../text/permalink.ts";
import { slugOrNull } from "../text/slug.ts";
import { isMark } from "../text/withhold/marks.ts";
import type { Reading } from "./layouts/layout.ts";
import { allOf, type Settled } from "./settle.ts";

type Found = Omit<Diagnostic, "file">;

export interface Parts {
  readonly path: string;
  readonly digest: string;
  /** How the bytes were read, where they are not UTF-8. */
  readonly encoding: Provenance | null;
  readonly layout: string;
  readonly lines: readonly string[];
  readonly frontLines: number;
  readonly reading: Reading;
  readonly settled: Settled;
  readonly body: Body;
  /** Hosts at whose paths the archive publishes (`House.permalinksFrom`). */
  readonly permalinksFrom: readonly string[] | undefined;
  /** What the front matter and the layout remarked. */
  readonly found: readonly Found[];
}

const sameSource = [
  ["authors", "byline"],
  ["dateAsPrinted", "date"],
  ["body", "paragraphs"],
] as const;

/** Puts the record together and checks it. */
export function makeArticle({ path, digest, encoding, layout, lines, frontLines, reading, settled, body, permalinksFrom, found }: Parts): Article {
  const { single, claims } = settled;
  const { paragraphs, markdown } = body;
  const provenance: Record<string, Provenance> = { ...settled.provenance, ...(encoding === null ? {} : { encoding }) };
  const bodyLines = linesOf(reading);
  if (bodyLines !== null) provenance["paragraphs"] = { lines: bodyLines, rule: layout, confidence: "inferred" };
  // Fields that are read together share where they were read.
  for (const [field, partner] of sameSource) if (provenance[partner] !== undefined) provenance[field] = provenance[partner];
  const stem = path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
  const lastPart = single.slug ?? single.headline ?? stem;
  const former = permalinksFrom === undefined || single.sourceUrl === null ? null : sourcePermalink(single.sourceUrl, permalinksFrom);
  return {
    id: former ?? permalinkOf(single.date?.date ?? null, slugOrNull(lastPart) ?? slugOrNull(stem) ?? `article-${sha256(path).slice(0, 8)}`),
    file: path,
    layout,
    sha256: digest,
    language: single.language ?? "und",
    headline: single.headline,
    kicker: single.kicker,
    deck: single.deck,
    byline: single.byline?.asPrinted ?? null,
    authors: single.byline?.authors ?? [],
    date: single.date?.date ?? null,
    dateAsPrinted: single.date?.asPrinted || single.dateAsPrinted,
    updated: single.updated?.date ?? null,
    dateline: single.dateline,
    section: single.section,
    topics: [...new Set(allOf(claims, "topics"))].filter((topic) => !isMark(topic)),
    publication: single.publication,
    figures: allOf(claims, "figures"),
    paragraphs,
    body: markdown,
    related: allOf(claims, "related").map(({ headline, url, after }) => ({ headline, url, article: null, after: Math.min(after, paragraphs.length) })),
    sourceUrl: single.sourceUrl,
    corrections: allOf(claims, "corrections"),
    notes: allOf(claims, "notes"),
    boilerplate: allOf(claims, "boilerplate"),
    provenance,
    lines: roleRuns(lines, frontLines, reading),
    diagnostics: [...found, ...settled.diagnostics, ...missing(settled, body, found)].map(({ code, message, line, column, hint }) => ({
      code,
      severity: codes[code].severity,
      message,
      line,
      column,
      hint,
    })),
  };
}

/** The first and the last line of the body; null where it has none. */
function linesOf({ body }: Reading): LineRange | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of body) {
    if (item.kind !== "block") continue;
    const [first, last] = item.block.lines;
    low = Math.min(low, first, last);
    high = Math.max(high, first, last);
  }
  return low > high ? null : [low, high];
}

/** What an article should have and has not. A date that was printed and could not be read has been reported already. */
function missing({ single }: Settled, { paragraphs }: Body, diagnostics: readonly Found[]): Found[] {
  const lack = (code: Code, message: string): Found => ({ code, message, line: null, column: null, hint: codes[code].advice });
  const dateReported = diagnostics.some(({ code }) => code.startsWith("date-"));
  return [
    ...(single.headline === null ? [lack("headline-missing", "No headline was found.")] : []),
    ...(paragraphs.length === 0 ? [lack("body-missing", "There is no text below the headline.")] : []),
    ...(single.date === null && !dateReported ? [lack("date-missing", "No date was found.")] : []),
  ];
}

/** The role of each line, in runs. What stands in no part of the reading is body, or blank; the mark of a quoted blank line (`>`) separates. */
function roleRuns(lines: readonly string[], frontLines: number, { roles }: Reading): RoleRun[] {
  const byLine: Role[] = lines.map((line, index) =>
    index < frontLines ? "front-matter" : isBlank(line) ? "blank" : /^[>\s]*$/.test(line) ? "separator" : "body",
  );
  for (const {
    role,
    lines: [first, last],
  } of roles) {
    for (let line = first; line <= last; line += 1) if (line <= lines.length && byLine[line - 1] !== "blank" && line > frontLines) byLine[line - 1] = role;
  }
  const runs: RoleRun[] = [];
  for (const [index, role] of byLine.entries()) {
    const run = runs.at(-1);
    if (run !== undefined && run.role === role) runs[runs.length - 1] = { role, lines: [run.lines[0], index + 1] };
    else runs.push({ role, lines: [index + 1, index + 1] });
  }
  return runs;
}
