/** A language's words made ready for looking up: folded once, kept as sets. May import: languages, text. */
import { agencies } from "../../languages/agencies.ts";
import { english } from "../../languages/en.ts";
import { type LabelKind, type Language, labelKinds } from "../../languages/language.ts";
import { foldWord } from "../../text/fold.ts";

export interface Words {
  readonly language: Language;
  /** Folded label → what it labels. The language's own labels first, then the English ones, which software prints everywhere. */
  readonly labels: ReadonlyMap<string, LabelKind>;
  /** Folded month name → its number, counted from 1. */
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
  readonly dateFiller: ReadonlySet<string>;
  readonly published: ReadonlySet<string>;
  readonly updated: ReadonlySet<string>;
  /** Words behind a date of the Julian calendar. */
  readonly oldStyle: readonly string[];
  readonly otherDates: ReadonlySet<string>;
  readonly am: ReadonlySet<string>;
  readonly pm: ReadonlySet<string>;
  /** Words that open a byline, the longest first. */
  readonly bylineBefore: readonly string[];
  readonly joiners: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly desks: ReadonlySet<string>;
  readonly bylinePlaces: ReadonlySet<string>;
  readonly affiliations: readonly string[];
  /** Words before the agencies that a text draws on. */
  readonly drawnFrom: readonly string[];
  readonly notNames: ReadonlySet<string>;
  /** Words that open a helper's line, the longest first. */
  readonly helpers: readonly string[];
  readonly particles: ReadonlySet<string>;
  /** Openings of sentences that name the source, or that tell a correction; the longest first, in lower case. */
  readonly sources: readonly string[];
  readonly corrections: readonly string[];
  readonly kickers: ReadonlySet<string>;
  readonly captionTitles: ReadonlySet<string>;
  readonly stopWords: ReadonlySet<string>;
}

const prepared = new Map<string, Words>();

/** The words of a language. Computed once a language; the result depends on the table alone. */
export function wordsOf(language: Language): Words {
  const known = prepared.get(language.tag);
  if (known !== undefined) return known;
  const words = prepare(language);
  prepared.set(language.tag, words);
  return words;
}

/** Whether the words are the name of a news or picture agency, in whatever script: a known one, or one that says so in its name. */
export function isAgency(text: string): boolean {
  const folded = foldWord(text).replace(/^the /, "");
  return agencySet.has(folded) || saysAgency.test(folded);
}

/** `Coastal Press`, `Agence Maritime`, `Приморское агентство`, `وكالة الساحل`: up to four words, one of which means a news agency. */
const saysAgency =
  /^(?:(?:[\p{L}\p{M}'’.-]+ ){1,3}(?:press|news agency|news service|newswire|agency|presse|agence|nachrichtenagentur|agentur|press agency|agencia|агентство|агенція|агентство новин)|(?:agence|agencia|agentur|агентство|агенція|وكالة) (?:[\p{L}\p{M}'’.-]+ ?){1,3}|[\p{Script=Han}]{2,6}通讯社)$/u;

const agencySet: ReadonlySet<string> = new Set(agencies.map((name) => foldWord(name).replace(/^the /, "")));

function prepare(language: Language): Words {
  const sources = language === english ? [english] : [language, english];
  const set = (pick: (from: Language) => readonly string[]) => new Set(sources.flatMap(pick).map(foldWord));
  const byLength = (pick: (from: Language) => readonly string[]) => [...set(pick)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const labels = new Map<string, LabelKind>();
  const months = new Map<string, number>();
  for (const from of sources) {
    for (const kind of labelKinds) {
      for (const label of from.labels[kind]) if (!labels.has(foldWord(label))) labels.set(foldWord(label), kind);
    }
    from.months.forEach((forms, index) => {
      for (const form of forms) if (!months.has(foldWord(form))) months.set(foldWord(form), index + 1);
    });
  }
  return {
    language,
    labels,
    months,
    weekdays: set((from) => from.weekdays),
    dateFiller: set((from) => from.date.filler),
    published: set((from) => from.date.published),
    updated: set((from) => from.date.updated),
    otherDates: set((from) => from.date.other ?? []),
    am: set((from) => from.date.am),
    pm: set((from) => from.date.pm),
    bylineBefore: byLength((from) => from.byline.before),
    joiners: set((from) => from.byline.joiners),
    roles: set((from) => from.byline.roles),
    desks: set((from) => from.byline.desks),
    bylinePlaces: set((from) => from.byline.places),
    affiliations: byLength((from) => from.byline.affiliations),
    drawnFrom: byLength((from) => from.byline.drawnFrom ?? []),
    oldStyle: sources.flatMap((from) => from.date.oldStyle ?? []).sort((a, b) => b.length - a.length),
    notNames: set((from) => from.byline.notNames ?? []),
    helpers: byLength((from) => from.byline.helpers ?? []),
    particles: set((from) => from.nameParticles),
    sources: byLength((from) => from.sentences?.source ?? []),
    corrections: byLength((from) => from.sentences?.correction ?? []),
    kickers: set((from) => from.kickers ?? []),
    captionTitles: set((from) => from.captionTitles),
    stopWords: set((from) => from.stopWords),
  };
}
