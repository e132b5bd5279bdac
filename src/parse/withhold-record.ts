/**
 * The last look at a record: nothing that is withheld may be in it, whatever way it came by. A field that can be cleaned is; where words of the body
 * are still to be found, the article is refused. May import: model, text, parse/reading.
 */
import type { Article } from "../model/article.ts";
import type { BodyPiece } from "../model/body.ts";
import { sha256 } from "../text/digest.ts";
import { slug } from "../text/slug.ts";
import { holds } from "../text/withhold/find.ts";
import { type Sought, withholdIn } from "../text/withhold/withhold.ts";
import type { ReadArticle } from "./reading.ts";

/** Where a seed lies, and as what that may be published. */
export interface SeedName {
  readonly path: string;
  readonly file: string;
}

/** @returns null where words are left that cannot be taken out without harm */
export function withholdRecord(read: ReadArticle, sought: readonly Sought[], { path, file }: SeedName): ReadArticle | null {
  const named: Article = { ...read.article, file, id: idWithout(read.article.id, sought, { path, file }) };
  if (!holds(joined([named, read.pieces]), sought)) return { ...read, article: named };
  const article = cleaned(named, sought);
  return holds(joined([article, read.pieces]), sought) ? null : { ...read, article };
}

/** An address's last part is made of the headline, or of the file's name. */
function idWithout(id: string, sought: readonly Sought[], { path, file }: SeedName): string {
  const at = id.lastIndexOf("/") + 1;
  // A digest of a name can be guessed: there are not many names.
  const last = path === file ? id.slice(at) : id.slice(at).replace(`article-${sha256(path).slice(0, 8)}`, `article-${sha256(file).slice(0, 8)}`);
  return id.slice(0, at) + (holds(last, sought) ? slug(withholdIn(last.replaceAll("-", " "), sought), "withheld") : last);
}

/** All strings of a record in one, with a letter between that no text has. */
function joined(value: readonly (Article | readonly BodyPiece[])[]): string {
  const strings: string[] = [];
  const gather = (part: unknown): void => {
    if (typeof part === "string") strings.push(part);
    else if (typeof part === "object" && part !== null) for (const each of Object.values(part)) gather(each);
  };
  gather(value);
  return strings.join("\n \ua66e \n");
}

/** The fields that stand by themselves. Paragraphs, Markdown and HTML are three forms of one text: they are not touched. */
function cleaned(article: Article, sought: readonly Sought[]): Article {
  const clean = <T>(value: T): T => deep(value, (text) => withholdIn(text, sought)) as T;
  const orNull = (address: string | null) => (address === null || holds(address, sought) ? null : address);
  return {
    ...article,
    headline: clean(article.headline),
    kicker: clean(article.kicker),
    deck: clean(article.deck),
    byline: clean(article.byline),
    authors: article.authors.filter(({ name }) => !holds(name, sought)).map(clean),
    dateAsPrinted: clean(article.dateAsPrinted),
    dateline: clean(article.dateline),
    section: clean(article.section),
    topics: clean(article.topics),
    publication: clean(article.publication),
    figures: article.figures.map((figure) => ({ ...clean(figure), src: orNull(figure.src) })),
    related: article.related.map((related) => ({ ...clean(related), url: orNull(related.url) })),
    sourceUrl: orNull(article.sourceUrl),
    corrections: clean(article.corrections),
    notes: clean(article.notes),
    boilerplate: clean(article.boilerplate),
    diagnostics: clean(article.diagnostics),
  };
}

function deep(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((each) => deep(each, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each, change)]));
}
