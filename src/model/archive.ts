/** All articles, and how they hang together. May import: the model only. */
import type { Article } from "./article.ts";
import type { Authority } from "./authority.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Tombstone, Withheld } from "./redaction.ts";
import type { Register } from "./register.ts";

/** Where an article's heavy part waits on disk: four objects of JSON, one behind the other, in the store of bodies. */
export interface BodyPlace {
  /** In bytes. */
  readonly offset: number;
  /** Bytes of each: what the article says, how it was read, what only its page needs, the words by which it is found. */
  readonly lengths: readonly [text: number, reading: number, page: number, search: number];
  /** CRC-32 of each. */
  readonly sums: readonly [text: number, reading: number, page: number, search: number];
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
  /** Whom its credits and its notes name, as far as they can be told. */
  readonly credits: readonly Credit[];
  /** What was taken out of it, each kind and reason once. None where it is left out. */
  readonly withheld?: readonly Withheld[];
  readonly body: BodyPlace;
  /** Changes whenever anything of the card or its body does, as long as program and settings stay the same. */
  readonly key: string;
}

/** What somebody did for an article without having written it. */
export type CreditRole = "picture" | "translation" | "editing" | "checking" | "reporting" | "production";

export interface Credit {
  /** As printed. */
  readonly name: string;
  readonly kind: "person" | "agency";
  readonly role: CreditRole;
  /** False for what may be no name, or not its usual form (`Photo: City Museum`, `Перевод Анны Розовой`): it counts where the archive knows the name otherwise. */
  readonly isSure: boolean;
}

/** What lists show of an article, and no more: what is not in it wakes no list. */
export interface Listed extends Pick<Card, "id" | "title" | "kicker" | "language" | "publication" | "section"> {
  /** Changes whenever anything else of it does. */
  readonly key: string;
  /** The deck; the beginning of the text where there is none. */
  readonly lede: string;
  /** The day that counts, by the new calendar. */
  readonly date: string | null;
  /** Names of the authors; the byline as printed where none is known. */
  readonly byline: string | null;
}

/** A card in its place in the archive: with its address, and with what its related headlines mean. */
export interface LinkedCard extends Card {
  readonly listed: Listed;
}

export type GroupKind = "author" | "publication" | "section" | "topic" | "place" | "language";

/** Articles that share an author, a publication, a section, a topic, the place of their dateline, or a language. */
export interface Group {
  readonly kind: GroupKind;
  /** Unique among its kind. */
  readonly slug: string;
  /** As `authorities.yml` says; else as printed most often. A language is its BCP 47 tag. */
  readonly name: string;
  /** Of an author: whether `authorities.yml`, or else every article, knows it as an agency or a desk. */
  readonly isAgency: boolean;
  /** In the order of the archive; of an author, those it has written, and there may be none. */
  readonly articles: readonly LinkedCard[];
  /** Of an author: what it is credited for, in the order of the roles. */
  readonly credited: readonly Credited[];
  /** What the owner knows of it. */
  readonly authority: Authority | null;
  /** Names that are this group's, folded. */
  readonly keys: readonly string[];
  /** Groups that there would be without the authority. */
  readonly merged: readonly MergedGroup[];
}

export interface Credited {
  readonly role: CreditRole;
  /** In the order of the archive; at least one. */
  readonly articles: readonly LinkedCard[];
}

/** A name that leads to the group of another one, and keeps the address at which it had a group of its own. */
export interface MergedGroup {
  readonly slug: string;
  readonly name: string;
  /** Whether it stands above articles, and not in credits alone. */
  readonly hasWritten: boolean;
  /** Of its list, as it was. */
  readonly articles: readonly LinkedCard[];
}

/** A year, month or day with articles. */
export interface Period {
  /** `2021`, `2021-09`, `2021-09-15`. */
  readonly date: string;
  readonly articles: readonly LinkedCard[];
  /** The months of a year, the days of a month; articles that are known less precisely are in `articles` alone. */
  readonly parts: readonly Period[];
}

/** A headline that articles name and the archive lacks. */
export interface Wanted {
  /** As it is named first. */
  readonly headline: string;
  /** Where it is said to stand. */
  readonly url: string | null;
  /** In the order of the archive; at least one. */
  readonly namedBy: readonly LinkedCard[];
}

/** How many articles, and of how many of them is known what. */
export interface Shares {
  readonly count: number;
  readonly byline: number;
  /** Dated to the day. */
  readonly day: number;
  /** With the address of the original. */
  readonly source: number;
}

/** Months in a row without an article, between two that have some. */
export interface Gap {
  /** `2021-09`, and the last one. */
  readonly first: string;
  readonly last: string;
  readonly months: number;
}

/** A story: articles that name each other, directly or through others. */
export interface Thread {
  /** In the order of the archive. */
  readonly articles: readonly LinkedCard[];
}

export interface Coverage {
  /** The first and the last date, as precise as they are known; null where no article is dated. */
  readonly first: string | null;
  readonly last: string | null;
  readonly all: Shares;
  /** In the order of time; only those with articles. */
  readonly years: readonly (Shares & { readonly date: string })[];
  readonly undated: Shares;
  /** The largest first, with the first and the last year. */
  readonly languages: readonly Covered[];
  readonly publications: readonly Covered[];
  /** In the order of time. */
  readonly gaps: readonly Gap[];
}

export interface Covered extends Shares {
  readonly name: string;
  readonly first: string | null;
  readonly last: string | null;
}

export interface Archive {
  /** By date, then id, both as bytes; undated ones last. */
  readonly articles: readonly LinkedCard[];
  readonly byId: ReadonlyMap<string, LinkedCard>;
  /** From a web address, as an article's text links to it, to the id of the article of this archive that was published there. */
  readonly published: ReadonlyMap<string, string>;
  /** Ids of the articles that name an article as related, or whose text links to it. */
  readonly namedBy: ReadonlyMap<string, readonly string[]>;
  readonly groups: Readonly<Record<GroupKind, readonly Group[]>>;
  readonly years: readonly Period[];
  readonly undated: readonly LinkedCard[];
  readonly coverage: Coverage;
  /** In the order of their first articles; none is in two. */
  readonly threads: readonly Thread[];
  /** The most named first. */
  readonly wanted: readonly Wanted[];
  /** Paths of the picture files in the seeds folder. */
  readonly pictures: ReadonlySet<string>;
  /** Every address that ever was an article's. */
  readonly register: Register;
  /** Addresses at which an article stood that is not there any more, in the order of their ids. No list, feed or sitemap knows them. */
  readonly tombstones: readonly Tombstone[];
  readonly diagnostics: readonly Diagnostic[];
}
