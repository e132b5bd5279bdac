/** The body of an article in its three forms. Heavy: kept on disk while all articles are linked. May import: nothing. */

/** A part of the body as it goes on a page. */
export type BodyPiece =
  /** Sanitised HTML: the only HTML that a template may print as it is. */
  | { readonly kind: "html"; readonly html: string }
  /** The place of a related headline or of a picture, by its index in the record's list. */
  | { readonly kind: "related" | "figure"; readonly index: number };

export interface Body {
  readonly paragraphs: readonly string[];
  readonly markdown: string;
  readonly pieces: readonly BodyPiece[];
}
