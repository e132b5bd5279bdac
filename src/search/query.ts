/** What somebody typed → what is looked for. For builds and for browsers. May import: search. */
import { fieldSigns, type WordField } from "./fields.ts";
import { type Word, wordsOf } from "./words.ts";

/** A word that is looked for. */
export interface SoughtWord {
  readonly term: string;
  readonly isRun: boolean;
  /** Whether whatever begins so will do. */
  readonly isPrefix: boolean;
}

/** One condition. All have to be met. */
export interface Clause {
  /** As it was typed, without its sign and field. */
  readonly text: string;
  readonly field: WordField | "title" | null;
  /** Whether an article that meets it is left out. */
  readonly isNot: boolean;
  /** Whether its words have to stand side by side, in this order. One word is no phrase. */
  readonly isPhrase: boolean;
  /** Whether only these forms of the words will do: what was typed between quotation marks. */
  readonly isExact: boolean;
  readonly words: readonly SoughtWord[];
}

/** Letters that a word must have so that its other forms are looked for. */
const shortestForm = 4;

/** Whether other forms of the clause's word will do as well: of one that was typed as it is, in a text and not in the name of a paper. */
export function seeksForms({ field, isPhrase, isExact, words: [word] }: Clause): boolean {
  return word !== undefined && !isExact && !isPhrase && !word.isRun && !word.isPrefix && field !== "source" && word.term.length >= shortestForm;
}

/** Quotation marks of all languages that are used in pairs. */
const quotes = /[“”„‟«»＂〝〞「」『』]/g;

const part = /(?<not>[-−–](?=\S))?(?:(?<field>[a-z]+):)?(?:"(?<quoted>[^"]*)"?|(?<plain>[^\s"]+))/giu;

/** @returns no clause at all where nothing that could be looked for was typed */
export function parseQuery(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const { groups = {} } of text.normalize("NFC").replace(quotes, '"').matchAll(part)) {
    const field = fieldOf(groups["field"]);
    const isQuoted = groups["quoted"] !== undefined;
    const body = groups["quoted"] ?? groups["plain"] ?? "";
    // `12:30` and `http:` name no field.
    const typed = field === null && groups["field"] !== undefined ? `${groups["field"]}:${body}` : body;
    const clause = clauseOf(typed, field, groups["not"] !== undefined, isQuoted);
    if (clause !== null) clauses.push(clause);
  }
  return clauses;
}

function fieldOf(name: string | undefined): Clause["field"] {
  const lower = name?.toLowerCase();
  if (lower === "title") return lower;
  return lower !== undefined && Object.hasOwn(fieldSigns, lower) ? (lower as WordField) : null;
}

function clauseOf(text: string, field: Clause["field"], isNot: boolean, isExact: boolean): Clause | null {
  const found = wordsOf(text);
  const hasStar = !isExact && /[*＊]$/.test(text);
  const words = found.flatMap((word, index) => soughtOf(word, index, found, hasStar));
  return words.length === 0 ? null : { text: text.replace(/[*＊]$/, ""), field, isNot, isPhrase: words.length > 1, isExact, words };
}

/** Of a run, the pairs; its last character is looked for only where it is all there is. */
function soughtOf({ term, isRun, start, end }: Word, index: number, all: readonly Word[], hasStar: boolean): SoughtWord[] {
  const [before, next] = [all[index - 1], all[index + 1]];
  if (!isRun) return [{ term, isRun, isPrefix: hasStar && next === undefined }];
  if (next !== undefined && next.start < end) return [{ term, isRun, isPrefix: false }];
  return before === undefined || before.end <= start ? [{ term, isRun, isPrefix: true }] : [];
}
