/** What comes of reading a seed. May import: the model only. */
import type { Article } from "../model/article.ts";
import type { BodyPiece } from "../model/body.ts";
import type { Diagnostic } from "../model/diagnostic.ts";

/** An article with the body as it goes on its page. */
export interface ReadArticle {
  readonly article: Article;
  readonly pieces: readonly BodyPiece[];
}

export type SeedReading =
  | { readonly outcome: "published"; readonly articles: readonly ReadArticle[]; readonly diagnostics: readonly Diagnostic[] }
  | { readonly outcome: "refused" | "ignored"; readonly articles: readonly []; readonly diagnostics: readonly Diagnostic[] };
