/**
 * Which entries of `redactions.yml` count for a seed, and the reading of it under them. In doubt words are withheld, and an article is refused
 * rather than published with them. May import: model, text, parse.
 */
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction, Withheld } from "../model/redaction.ts";
import type { House } from "../model/seed.ts";
import { holds } from "../text/withhold/find.ts";
import { mayNameId, namesFile } from "../text/withhold/names.ts";
import { type Hit, type Sought, soughtOf, withholdIn, withholdInPath } from "../text/withhold/withhold.ts";
import { readerOf } from "./readers/table.ts";
import { type ReadArticle, remarksOf, type SeedReading } from "./reading.ts";
import { withholdRecord } from "./withhold-record.ts";

/** A seed as it was read under the entries that a house names, and where they were found. */
export interface RawReading {
  readonly reading: SeedReading;
  readonly hits: readonly Hit[];
}

/** The line of what stands in the path of a seed: no words of the article. */
const inNoText = -1;

/** Whether an entry's text is an address rather than the path of a seed. */
export function isAddress(target: string): boolean {
  return readerOf(target) === null;
}

/** @param read reads the seed under the entries of the house that it is given, all of which count */
export function readWithholding(path: string, house: House, read: (house: House) => RawReading): SeedReading {
  const all = house.redactions ?? [];
  if (all.length === 0) return read(house).reading;
  const words = all.filter(({ kind }) => kind !== "withdraw");
  const own = words.filter(({ within }) => within === null || namesFile(within, path));
  const first = read({ ...house, redactions: own });
  const isAsked = all.some(({ kind, target, within }) => isAddress(kind === "withdraw" ? target : (within ?? ".txt")));
  const idsBefore = idsOf(isAsked && first.hits.length > 0 ? read({ ...house, redactions: [] }) : first);
  const byAddress = words.filter(({ within }) => within !== null && isAddress(within) && [...idsOf(first), ...idsBefore].some((id) => mayNameId(within, id)));
  const inForce = byAddress.length === 0 ? own : [...own, ...byAddress];
  const last = byAddress.length === 0 ? first : read({ ...house, redactions: inForce });
  const sought = soughtOf(inForce);
  const inPath = sought.filter((each) => holds(path, [each])).map(({ redaction }): Hit => ({ redaction, line: inNoText }));
  const file = inPath.length === 0 ? path : withholdInPath(path, sought);
  const hits = [...last.hits, ...inPath];
  return {
    ...finished(last, hits, sought, { path, file }),
    withholding: { inForce, used: new Set(hits.map(({ redaction }) => redaction)), idsBefore, file },
  };
}

function idsOf({ reading }: RawReading): string[] {
  return reading.articles.map(({ article }) => article.id);
}

/** The reading with every record looked at once more, and with what is said of it. */
function finished({ reading }: RawReading, hits: readonly Hit[], sought: readonly Sought[], name: { path: string; file: string }): SeedReading {
  const clean = (diagnostic: Diagnostic): Diagnostic => ({
    ...diagnostic,
    file: diagnostic.file === name.path ? name.file : withholdInPath(diagnostic.file, sought),
    message: withholdIn(diagnostic.message, sought),
    hint: withholdIn(diagnostic.hint, sought),
  });
  if (reading.outcome !== "published") return { ...reading, diagnostics: reading.diagnostics.map(clean) };
  const articles: ReadArticle[] = [];
  for (const read of reading.articles) {
    const safe = withholdRecord(read, sought, name);
    if (safe === null) return { outcome: "refused", articles: [], diagnostics: [incomplete(name.file)] };
    articles.push(said(safe, hits, sought));
  }
  // What is said of the file beyond its records (a draft among several articles) is no record's.
  const others = reading.diagnostics.filter(({ code }) => code === "draft-ignored");
  return { outcome: "published", articles, diagnostics: [...articles.flatMap(({ article }) => remarksOf(article, name.file)), ...others.map(clean)] };
}

function incomplete(file: string): Diagnostic {
  return {
    code: "redaction-incomplete",
    file,
    message: "Words that `redactions.yml` withholds are still to be found in what was read: the article is held back.",
    hint: codes["redaction-incomplete"].advice,
    line: null,
    column: null,
  };
}

/** The article with what was taken out of it: said to readers of the page, and to those of the record. */
function said(read: ReadArticle, hits: readonly Hit[], sought: readonly Sought[]): ReadArticle {
  const { article } = read;
  const [first, last] = [article.lines[0]?.lines[0] ?? 1, article.lines.at(-1)?.lines[1] ?? 0];
  const own = hits.filter(({ line }) => line === 0 || (line >= first && line <= last));
  if (own.length === 0) return read;
  const withheld = new Map<string, Withheld>();
  for (const { redaction } of own) {
    const entry = { kind: kindOf(redaction), reason: redaction.reason === null ? null : withholdIn(redaction.reason, sought) };
    withheld.set(JSON.stringify(entry), entry);
  }
  const { severity, advice } = codes["article-redacted"];
  const message = "The archive withholds words of this article; a mark stands in the place of each.";
  const remark = { code: "article-redacted", severity, message, hint: advice, line: null, column: null };
  return { ...read, article: { ...article, diagnostics: [...article.diagnostics, remark] }, withheld: [...withheld.values()] };
}

function kindOf({ kind }: Redaction): Withheld["kind"] {
  return kind === "remove" ? "remove" : "replace";
}
