/** Types of `articles.mjs`, for the tests. */
export interface Settings {
  readonly count: number;
  readonly seed?: number;
  readonly languages?: number;
  readonly markdownShare?: number;
}
/** What others need to know of an article to name it. */
export interface Head {
  readonly index: number;
  readonly language: string;
  readonly headline: string;
  readonly date: string;
  readonly publication: string;
  readonly path: string;
  readonly sourceUrl: string;
}
export interface Block {
  readonly kind: "paragraph" | "subheading" | "list";
  readonly text: string;
}
export interface InventedArticle extends Head {
  readonly layout: "clipping" | "markdown";
  readonly author: string;
  readonly place: string | null;
  readonly section: string;
  readonly topics: readonly string[];
  readonly related: readonly Head[];
  readonly blocks: readonly Block[];
}
export function archiveOf(settings: Settings): { readonly count: number; at(index: number): InventedArticle };
