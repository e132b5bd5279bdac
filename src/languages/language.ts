/**
 * What a language's words mean to a reader of newspapers, as data. One file a language; `table.ts` has them all.
 * Words are written in lower case, without a closing dot or colon: readers fold case, dots and spaces before they compare.
 * May import: nothing.
 */

/** What a printed label says that it stands before. */
export const labelKinds = [
  "headline",
  "kicker",
  "deck",
  "byline",
  "date",
  "updated",
  "dateline",
  "caption",
  "credit",
  "related",
  "source",
  "publication",
  "section",
  "tags",
  "language",
  "correction",
  "note",
] as const;

export type LabelKind = (typeof labelKinds)[number];

/**
 * Lines that are known by their words. In a phrase, `#` stands for a number and `…` for up to 40 characters; case, apostrophes and what is not
 * letter or digit at the two ends do not count.
 */
export interface LinePhrases {
  /** The phrase is the whole line. One word may stand here. */
  readonly whole: readonly string[];
  /** The line begins with it, and is no longer than the rule's limit. Take phrases that no sentence of a story begins with. */
  readonly starts: readonly string[];
  /** The line, a short one, has it somewhere. Take phrases that no sentence of a story has. */
  readonly contains: readonly string[];
}

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  /** The language's own name for itself. */
  readonly name: string;
  /** ISO 15924. */
  readonly script: "Latn" | "Cyrl" | "Arab" | "Hani";
  readonly direction: "ltr" | "rtl";
  /** Some fifty of the commonest words of running text, those that other languages of the same script lack first. */
  readonly stopWords: readonly string[];
  /** Letters that other languages of the same script lack (`ы`, `ї`, `ß`). */
  readonly tellingLetters: string;
  /**
   * Letters outside ASCII, the commonest first and in lower case; several strings where the language is written in several ways. They tell the
   * encoding of a file that is not UTF-8; in a language without them only UTF-8 and UTF-16 are read.
   */
  readonly letters?: readonly string[];
  /** Twelve rows, January first: every form that a date may print (nominative, genitive, short). */
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly string[];
  readonly date: {
    /** Words that may stand before a date of publication: `published`, `posted on`. */
    readonly published: readonly string[];
    /** Words that stand before the date of a later change: `updated`, `last modified`. */
    readonly updated: readonly string[];
    /** Words that stand before the day on which somebody looked, or on which the event was: neither is the article's. */
    readonly other?: readonly string[];
    /** Words behind a date of the Julian calendar: `O.S.`, `ст. ст.`. */
    readonly oldStyle?: readonly string[];
    /** Words within or around a date that carry nothing: `of`, `the`, `at`, `de`, `г`. */
    readonly filler: readonly string[];
    readonly am: readonly string[];
    readonly pm: readonly string[];
    /** How `03/04/2019` is meant in this language; null where its countries differ. */
    readonly order: "day-month" | "month-day" | null;
  };
  readonly byline: {
    /** Words that open a byline: `by`, `par`, `von`. */
    readonly before: readonly string[];
    /** Words that join two authors: `and`, `и`. */
    readonly joiners: readonly string[];
    /** Roles of a writer that may stand after (or before) a name: `staff writer`, `special correspondent`. */
    readonly roles: readonly string[];
    /** Words that sign without a name: `staff reporter`, `newsroom`. */
    readonly desks: readonly string[];
    /** Words before the place a byline names: `in` in `By Jane Roe in Kyiv`. */
    readonly places: readonly string[];
    /** Words before the paper a byline names: `for` in `By Jane Roe for The Courier`. */
    readonly affiliations: readonly string[];
    /** Words before the agencies that a text draws on, where nobody else signs: `with files from`, `по материалам`. */
    readonly drawnFrom?: readonly string[];
    /** Words that stand behind a byline word in a subheading (`By Type`) and are nobody's name. */
    readonly notNames?: readonly string[];
    /** Words before one who helped and is no author: `edited by`, `translated by`. */
    readonly helpers?: readonly string[];
    /** A joining word that is written together with the next (`و`), and names that begin with the same letters. */
    readonly glued?: { readonly joiner: string; readonly names: readonly string[] };
  };
  /** Words before the photographer in a credit: `by` in `Photo by Jane Roe`. */
  readonly creditBy: readonly string[];
  /** What a news agency that no table has calls itself: words that end such a name (`Coastal Press`) and words that begin it (`Agence Maritime`). */
  readonly agencyWords: { readonly last: readonly string[]; readonly first: readonly string[] };
  /** Words in the name of a newspaper: `courier`, `zeitung`. */
  readonly paperWords: readonly string[];
  /** Small words inside a person's name: `van`, `de`, `al`. */
  readonly nameParticles: readonly string[];
  /** How sentences begin that name where an article appeared first, or that tell a correction. */
  readonly sentences?: { readonly source: readonly string[]; readonly correction: readonly string[] };
  /** Words that are set in capitals before a story and are no place: `ANALYSIS`, `DÉCRYPTAGE`. */
  readonly kickers?: readonly string[];
  /** Nouns after which a name still belongs to the caption, not to the photographer: `spokesman`, `president`, `with`. */
  readonly captionTitles: readonly string[];
  /** Words of the page itself, where an article has footnotes: their heading, and the way back. */
  readonly footnotes: { readonly title: string; readonly back: string };
  /** Lines of the page and not of the article: share, subscribe, reading time, advertisement, paywall, cookies, comments, rights. */
  readonly boilerplate: LinePhrases;
  /** Words that end a story when they stand alone in capitals or in brackets: `ENDS`, `(完)`. */
  readonly endMarks: readonly string[];
  /** Notices that a law or a court forced on the text. They stay visible. */
  readonly legalNotices: LinePhrases;
  /** Printed labels, as they stand before a colon (or alone, as a heading). */
  readonly labels: Readonly<Record<LabelKind, readonly string[]>>;
}
