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
  /** Printed labels, as they stand before a colon (or alone, as a heading). */
  readonly labels: Readonly<Record<LabelKind, readonly string[]>>;
}
