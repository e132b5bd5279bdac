/** Types of `seeds.mjs`, for the tests. */
import type { InventedArticle } from "./articles.d.mts";

export function seedOf(article: InventedArticle): [path: string, text: string];
