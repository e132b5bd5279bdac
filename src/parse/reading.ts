/** What comes of reading a seed. May import: the model only. */
import type { Article } from "../model/article.ts";
import type { BodyPiece } from "../model/body.ts";
import type { Claim } from "../model/claim.ts";
import type { Code } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Redaction, Withheld } from "../model/redaction.ts";

/** An article with the body as it goes on its page. */
export interface ReadArticle {
  readonly article: Article;
  readonly pieces: readonly BodyPiece[];
  /** Every claim that was made, those that lost as well, in order of authority: the record is what `settle` chose of them. */
  readonly claims: readonly Claim[];
  /** What was taken out of it, each kind and reason once. */
  readonly withheld?: readonly Withheld[];
}

/** What `redactions.yml` did to a seed. */
export interface Withholding {
  /** The entries that count for this seed: whoever shows its text again has to keep to them. */
  readonly inForce: readonly Redaction[];
  /** Those that were found, and those that name the seed. */
  readonly used: ReadonlySet<Redaction>;
  /** Ids that the articles would have if nothing were withheld: an entry may name them by these. */
  readonly idsBefore: readonly string[];
  /** The seed's path as it may be published. */
  readonly file: string;
}

export type SeedReading = (
  | { readonly outcome: "published"; readonly articles: readonly ReadArticle[]; readonly diagnostics: readonly Diagnostic[] }
  | { readonly outcome: "refused" | "ignored"; readonly articles: readonly []; readonly diagnostics: readonly Diagnostic[] }
) & {
  /** Left out where there is nothing to withhold anywhere. */
  readonly withholding?: Withholding;
};

/** What a record says of its own reading, as diagnostics of the file. */
export function remarksOf({ diagnostics }: Article, file: string): Diagnostic[] {
  return diagnostics.map(({ severity: _severity, code, ...rest }) => ({ ...rest, code: code as Code, file }));
}
