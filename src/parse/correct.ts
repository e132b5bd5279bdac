/** A sidecar's claims and all others → the claims that count, and what to say of those that do not. May import: model, parse/settle, parse/sidecar. */
import type { Article } from "../model/article.ts";
import type { Claim, FieldName } from "../model/claim.ts";
import { codes } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SeedReading } from "./reading.ts";
import { fieldWords, show } from "./settle.ts";
import type { SidecarClaims } from "./sidecar.ts";

type Found = Omit<Diagnostic, "file">;

export const noSidecar: SidecarClaims = { claims: [], cleared: new Set(), diagnostics: [] };

/** Fields whose claims are counted by their place in the text. */
const placed: readonly FieldName[] = ["figures", "related", "corrections", "notes", "boilerplate"];
const aboutDates: readonly string[] = ["date-ambiguous", "date-impossible", "date-unreadable"];

/** A front matter's claims before the text's; but what has its place in the text is counted from there, and stands first. */
export function placedFirst(front: readonly Claim[], text: readonly Claim[]): Claim[] {
  const isPlaced = ({ field }: Claim) => placed.includes(field);
  return [...text.filter(isPlaced), ...front, ...text.filter((claim) => !isPlaced(claim))];
}

/** The claims in order of authority: the sidecar's first, and none of a field that it clears. */
export function correctClaims({ claims, cleared }: SidecarClaims, others: readonly Claim[]): Claim[] {
  const printed = others.find((claim) => claim.field === "date" && claim.lines[0] > 0) as Claim<"date"> | undefined;
  // What is printed stays as printed, whatever day it means.
  const own = claims.map(
    (claim): Claim => (claim.field === "date" ? { ...claim, value: { ...claim.value, asPrinted: printed?.value.asPrinted ?? "" } } : claim),
  );
  const isOutranked = ({ field }: Claim) => cleared.has(field) || (field === "dateAsPrinted" && cleared.has("date"));
  return [
    ...own.filter(({ field }) => !placed.includes(field)),
    ...others.filter((claim) => !isOutranked(claim)),
    ...own.filter(({ field }) => placed.includes(field)),
  ];
}

/** What was remarked, where a sidecar settles it; and the printed words of fields that it clears. */
export function correctRemarks({ claims, cleared }: SidecarClaims, others: readonly Claim[], found: readonly Found[]): Found[] {
  const date = claims.find((claim) => claim.field === "date")?.value.date;
  const says = date === undefined ? (cleared.has("date") ? "The sidecar gives no date." : null) : `The sidecar says ${date}.`;
  const settled = found.map(
    (each): Found =>
      says !== null && aboutDates.includes(each.code)
        ? { ...each, code: "date-settled", message: `${each.message} ${says}`, hint: codes["date-settled"].advice }
        : each,
  );
  const passed = others.flatMap((claim): Found[] => {
    if (!cleared.has(claim.field) || claim.lines[0] === 0) return [];
    const message = `The ${fieldWords[claim.field]} “${show(claim)}” was passed over, as the sidecar has it.`;
    return [{ code: "claim-passed-over", message, hint: codes["claim-passed-over"].advice, line: claim.lines[0], column: 1 }];
  });
  return [...settled, ...passed];
}

/** What was left empty with intent is not missed. */
export function withoutMissed(article: Article, { cleared }: SidecarClaims): Article {
  const isMissed = ({ code }: { readonly code: string }) =>
    (code === "date-missing" && cleared.has("date")) || (code === "headline-missing" && cleared.has("headline"));
  return article.diagnostics.some(isMissed) ? { ...article, diagnostics: article.diagnostics.filter((each) => !isMissed(each)) } : article;
}

/** A seed whose sidecar cannot be followed: without its corrections it would be published wrong. */
export function refusedBySidecar(path: string, sidecar: string, diagnostics: readonly Diagnostic[]): SeedReading {
  const message = `The article is held back, since its sidecar ${sidecar} cannot be followed.`;
  return {
    outcome: "refused",
    articles: [],
    diagnostics: [...diagnostics, { code: "sidecar-invalid", file: path, message, hint: codes["sidecar-invalid"].advice, line: null, column: null }],
  };
}
