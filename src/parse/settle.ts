/** Claims → fields. The surest claim of a field wins; of equals the first; equals that differ are said aloud. May import: model, text. */

import type { Provenance } from "../model/article.ts";
import type { Claim, ClaimFields, Confidence, FieldName, LineRange, SingleFields } from "../model/claim.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { foldForCompare } from "../text/fold.ts";
import { span } from "../text/lines.ts";
import { urlKey } from "../text/url.ts";

export interface Settled {
  readonly single: { readonly [F in keyof SingleFields]: SingleFields[F] | null };
  readonly claims: readonly Claim[];
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly diagnostics: readonly Omit<Diagnostic, "file">[];
}

const order: Readonly<Record<Confidence, number>> = { stated: 0, inferred: 1, assumed: 2 };
const singles = [
  "language",
  "headline",
  "kicker",
  "deck",
  "byline",
  "date",
  "dateAsPrinted",
  "updated",
  "dateline",
  "section",
  "publication",
  "sourceUrl",
  "slug",
] as const satisfies readonly (keyof SingleFields)[];
/** Fields of which every claim is taken. */
export const listFields = ["topics", "figures", "related", "corrections", "notes", "boilerplate"] as const satisfies readonly FieldName[];

/** How many rivals of one field are spoken of: a file with thousands of dates is no article. */
const mostRivals = 20;

/** Chooses one claim for each field. Claims of the same confidence are in order of authority: a front matter's before the text's. */
export function settle(claims: readonly Claim[]): Settled {
  const provenance: Record<string, Provenance> = {};
  const diagnostics: Omit<Diagnostic, "file">[] = [];
  const single: Record<string, unknown> = {};
  for (const field of singles) {
    const rivals = claims.filter((claim) => claim.field === field);
    const winner = surest(rivals);
    single[field] = winner === null ? null : winner.value;
    if (winner === null) continue;
    if (field !== "slug") provenance[field] = { lines: winner.lines, rule: winner.rule, confidence: winner.confidence };
    diagnostics.push(...disagreements(field, winner, rivals));
  }
  for (const field of listFields) {
    const all = claims.filter((claim) => claim.field === field);
    const [first] = all;
    if (first === undefined) continue;
    const confidence = all.reduce<Confidence>((worst, claim) => (order[claim.confidence] > order[worst] ? claim.confidence : worst), "stated");
    provenance[field] = { lines: all.map((claim) => claim.lines).reduce(span), rule: first.rule, confidence };
  }
  return { single: single as Settled["single"], claims, provenance, diagnostics };
}

/** The claim of the highest confidence; of equals, the first. */
export function surest(claims: readonly Claim[]): Claim | null {
  return claims.reduce<Claim | null>((best, claim) => (best === null || order[claim.confidence] < order[best.confidence] ? claim : best), null);
}

/** The value that `settle` would take for one field; null where nothing claims it. */
export function surestOf<F extends keyof SingleFields>(claims: readonly Claim[], field: F): SingleFields[F] | null {
  const winner = surest(claims.filter((claim) => claim.field === field));
  return winner === null ? null : (winner.value as SingleFields[F]);
}

/** The values claimed for a field of which there may be many, in order. */
export function allOf<F extends FieldName>(claims: readonly Claim[], field: F): ClaimFields[F][] {
  return claims.filter((claim) => claim.field === field).map((claim) => claim.value as ClaimFields[F]);
}

/** What of a value counts when two claims are compared. */
function gist(claim: Claim): string {
  switch (claim.field) {
    case "byline":
      return claim.value.authors.map((author) => foldForCompare(author.name)).join("|");
    case "date":
    case "updated":
      return claim.value.date;
    case "dateline":
      return foldForCompare(claim.value.place ?? claim.value.asPrinted);
    case "sourceUrl":
      return urlKey(claim.value) ?? claim.value;
    default:
      return typeof claim.value === "string" ? foldForCompare(claim.value) : JSON.stringify(claim.value);
  }
}

/** A less precise date that contains the other does not differ from it. */
function differ(winner: Claim, rival: Claim): boolean {
  const [a, b] = [gist(winner), gist(rival)];
  if (winner.field === "date" || winner.field === "updated") return !a.startsWith(b) && !b.startsWith(a);
  return a !== b;
}

/** What to say of the claims that were not taken; of the first twenty, if there are more. */
function disagreements(field: FieldName, winner: Claim, rivals: readonly Claim[]): Omit<Diagnostic, "file">[] {
  const said: Omit<Diagnostic, "file">[] = [];
  for (const rival of rivals) {
    const remark = disagreement(field, winner, rival);
    if (remark !== null) said.push(remark);
    if (said.length === mostRivals) break;
  }
  return said;
}

/** What to say of a claim that was not taken. What only the path or the address suggests may be passed over in silence; printed words may not. */
function disagreement(field: FieldName, winner: Claim, rival: Claim): Omit<Diagnostic, "file"> | null {
  const isEqual = rival.confidence === winner.confidence;
  const [line] = rival.lines as LineRange;
  if (rival === winner || (!isEqual && line === 0) || !differ(winner, rival)) return null;
  // A sidecar is there to differ from what is printed.
  const code = isEqual && winner.rule !== "sidecar" ? "claims-differ" : "claim-passed-over";
  const message = `The ${fieldWords[field]} is given as “${show(winner)}” and as “${show(rival)}”; the first was taken.`;
  return { code, message, line: line === 0 ? null : line, column: line === 0 ? null : 1, hint: codes[code].advice };
}

/** A claim's value in a few words. */
export function show(claim: Claim): string {
  const { value } = claim;
  if (typeof value === "string") return value.slice(0, 80);
  return ("asPrinted" in value ? value.asPrinted : "text" in value ? value.text : "").slice(0, 80);
}

export const fieldWords: Readonly<Record<FieldName, string>> = {
  language: "language",
  headline: "headline",
  kicker: "kicker",
  deck: "deck",
  byline: "byline",
  date: "date",
  dateAsPrinted: "date as printed",
  updated: "date of the update",
  dateline: "dateline",
  section: "section",
  publication: "publication",
  sourceUrl: "address of the original",
  slug: "slug",
  topics: "topic",
  figures: "picture",
  related: "related headline",
  corrections: "correction",
  notes: "note",
  boilerplate: "boilerplate",
};
