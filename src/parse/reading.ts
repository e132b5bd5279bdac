/** What comes of reading a seed. May import: the model only. */
import type { Article } from "../model/article.ts";
import type { BodyPiece } from "../model/body.ts";
import type { Claim } from "../model/claim.ts";
import type { Code } from "../model/codes.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

/** An article with the body as it goes on its page. */
export interface ReadArticle {
  readonly article: Article;
  readonly pieces: readonly BodyPiece[];
  /** Every claim that was made, those that lost as well, in order of authority: the record is what `settle` chose of them. */
  readonly claims: readonly Claim[];
}

export type SeedReading =
  | { readonly outcome: "published"; readonly articles: readonly ReadArticle[]; readonly diagnostics: readonly Diagnostic[] }
  | { readonly outcome: "refused" | "ignored"; readonly articles: readonly []; readonly diagnostics: readonly Diagnostic[] };

/** What a record says of its own reading, as diagnostics of the file. */
export function remarksOf({ diagnostics }: Article, file: string): Diagnostic[] {
  return diagnostics.map(({ severity: _severity, code, ...rest }) => ({ ...rest, code: code as Code, file }));
}
