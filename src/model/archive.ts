/** All articles, and how they hang together. May import: the model only. */
import type { Article } from "./article.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Tombstone, Withheld } from "./redaction.ts";

/** Where an article's heavy part waits on disk: bytes in the store of bodies. */
export interface BodyPlace {
  readonly offset: number;
  readonly length: number;
}

/** The part of an article that stays in memory, about a kilobyte: a record without its body, and what lists need besides. */
export interface Card extends Omit<Article, "paragraphs" | "body" | "lines" | "provenance" | "boilerplate"> {
  /** The headline; the beginning of the text where there is none; the file's name where there is neither. */
  readonly title: string;
  /** The beginning of the body, plain. */
  readonly lede: string;
  readonly wordCount: number;
  /** Web addresses that the text links to. */
  readonly links: readonly string[];
  /** What was taken out of it, each kind and reason once. None where it is left out. */
  readonly withheld?: readonly Withheld[];
  readonly body: BodyPlace;
}

export type GroupKind = "author" | "publication" | "section" | "topic";

/** Articles that share an author, a publication, a section or a topic. */
export interface Group {
  readonly kind: GroupKind;
  /** Unique among its kind. */
  readonly slug: string;
  /** As printed most often. */
  readonly name: string;
  /** In the order of the archive. */
  readonly articles: readonly Card[];
}

/** A year, month or day with articles. */
export interface Period {
  /** `2021`, `2021-09`, `2021-09-15`. */
  readonly date: string;
  readonly articles: readonly Card[];
  /** The months of a year, the days of a month; articles that are known less precisely are in `articles` alone. */
  readonly parts: readonly Period[];
}

export interface Archive {
  /** By date, then id, both as bytes; undated ones last. */
  readonly articles: readonly Card[];
  readonly byId: ReadonlyMap<string, Card>;
  /** From a web address, as an article's text links to it, to the id of the article of this archive that was published there. */
  readonly published: ReadonlyMap<string, string>;
  /** Ids of the articles that name an article as related, or whose text links to it. */
  readonly namedBy: ReadonlyMap<string, readonly string[]>;
  readonly groups: Readonly<Record<GroupKind, readonly Group[]>>;
  readonly years: readonly Period[];
  readonly undated: readonly Card[];
  /** Paths of the picture files in the seeds folder. */
  readonly pictures: ReadonlySet<string>;
  /** Addresses at which an article stood that is not there any more, in the order of their ids. No list, feed or sitemap knows them. */
  readonly tombstones: readonly Tombstone[];
  readonly diagnostics: readonly Diagnostic[];
}
