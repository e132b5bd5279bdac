/** A language's words made ready for looking up: folded once, kept as sets. May import: languages, text. */
import { agencies } from "../../languages/agencies.ts";
import { english } from "../../languages/en.ts";
import { type LabelKind, type Language, labelKinds } from "../../languages/language.ts";
import { languages } from "../../languages/table.ts";
import { foldWord } from "../../text/fold.ts";
import { type PhraseTable, preparePhrases } from "./phrases.ts";

export interface Words {
  readonly language: Language;
  /** Folded label → what it labels. The language's own labels first, then the English ones, which software prints everywhere. */
  readonly labels: ReadonlyMap<string, LabelKind>;
  /** Folded month name → its number, counted from 1. */
  readonly months: ReadonlyMap<string, number>;
  /** A word that begins with the first three letters of a month's name. */
  readonly monthBeginning: RegExp;
  /** The first words of those months whose names have two. */
  readonly monthOpenings: ReadonlySet<string>;
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
  /** The last words of the labels of a credit. */
  readonly creditWords: ReadonlySet<string>;
  /** `Photo by`, `Fotos von` and what stands behind it. */
  readonly creditOpening: RegExp;
  /** Whether the label of a credit ends with such a word. */
  readonly creditEnd: RegExp;
  /** Words before the agencies that a text draws on. */
  readonly drawnFrom: readonly string[];
  readonly notNames: ReadonlySet<string>;
  /** Words that open a helper's line, the longest first. */
  readonly helpers: readonly string[];
  readonly particles: ReadonlySet<string>;
  /** Openings of sentences that name the source, or that tell a correction; the longest first, in lower case. */
  readonly sources: readonly string[];
  readonly corrections: readonly string[];
  readonly longestSentenceOpening: number;
  readonly kickers: ReadonlySet<string>;
  readonly captionTitles: ReadonlySet<string>;
  readonly stopWords: ReadonlySet<string>;
  readonly boilerplate: PhraseTable;
  readonly legalNotices: PhraseTable;
  readonly endMarks: ReadonlySet<string>;
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

/** Letters and marks of which folding changes nothing but capitals, and no digits but the European. */
const usual = /^[\0-\x7f\u00a0«»·À-ÖØ-öø-ÿЀ-џҐґ–—‘’“”„•…]*$/;

/** Whether a word of the text may be the name of a month: asked before its words are looked up one by one. */
export function mayNameMonth(text: string, { monthBeginning, months, monthOpenings }: Words): boolean {
  for (const word of text.match(monthBeginning) ?? []) {
    const folded = foldWord(word);
    if (months.has(folded) || monthOpenings.has(folded)) return true;
  }
  return !usual.test(text);
}

/** Whether the words are the name of a news or picture agency, in whatever script: a known one, or one that says so in its name. */
export function isAgency(text: string): boolean {
  const folded = foldWord(text).replace(/^the /, "");
  // One word alone says nothing of the kind, but in Chinese.
  return agencySet.has(folded) || (/[ \u2e80-\uffff]/.test(folded) && saysAgency.test(folded));
}

/** `Coastal Press`, `Agence Maritime`, `Приморское агентство`, `وكالة الساحل`: up to four words, one of which means a news agency, in any language. */
function agencyPattern(): RegExp {
  const all = (pick: (from: Language) => readonly string[], isGlued: boolean) =>
    anyOf(languages.filter(({ script }) => (script === "Hani") === isGlued).flatMap(pick));
  const word = "[\\p{L}\\p{M}'’.-]+";
  const last = all((from) => from.agencyWords.last, false);
  const first = all((from) => from.agencyWords.first, false);
  const glued = all((from) => from.agencyWords.last, true);
  return new RegExp(`^(?:(?:${word} ){1,3}(?:${last})|(?:${first}) (?:${word} ?){1,3}|\\p{Script=Han}{2,6}(?:${glued}))$`, "u");
}

/** Words as alternatives of a regular expression, the longest first. */
function anyOf(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
}

const saysAgency = agencyPattern();

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
  const [sourceOpenings, correctionOpenings] = [byLength((from) => from.sentences?.source ?? []), byLength((from) => from.sentences?.correction ?? [])];
  const creditBy = anyOf(sources.flatMap((from) => from.creditBy));
  return {
    language,
    labels,
    creditWords: new Set([...labels].flatMap(([label, kind]) => (kind === "credit" ? [label.slice(label.lastIndexOf(" ") + 1)] : []))),
    creditOpening: new RegExp(`^(.{1,30}?\\s(?:${creditBy}))\\s+(.+)$`, "iu"),
    creditEnd: new RegExp(`\\s(?:${creditBy})$`),
    months,
    monthBeginning: new RegExp(`(?<![a-zà-öø-ÿа-џ])(?:${anyOf([...months.keys()].map((name) => name.slice(0, 3)))})[a-zà-öø-ÿа-џґ'’]*`, "gi"),
    monthOpenings: new Set([...months.keys()].flatMap((name) => (name.includes(" ") ? [name.slice(0, name.indexOf(" "))] : []))),
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
    sources: sourceOpenings,
    corrections: correctionOpenings,
    longestSentenceOpening: Math.max(0, sourceOpenings[0]?.length ?? 0, correctionOpenings[0]?.length ?? 0),
    kickers: set((from) => from.kickers ?? []),
    captionTitles: set((from) => from.captionTitles),
    stopWords: set((from) => from.stopWords),
    boilerplate: preparePhrases(sources.map((from) => from.boilerplate)),
    legalNotices: preparePhrases(sources.map((from) => from.legalNotices)),
    endMarks: set((from) => from.endMarks),
  };
}
