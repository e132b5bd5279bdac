/** How an article was read, for its page: which lines gave which field, and the file's own text with the role of each line. May import: model, text. */
import type { Card } from "../model/archive.ts";
import type { Provenance, RoleRun } from "../model/article.ts";
import type { LineRange } from "../model/claim.ts";
import type { BodyPage, BodyReading } from "../model/page.ts";
import type { Role } from "../model/role.ts";
import { cleanText, cleanValue } from "../text/clean.ts";
import { isBlank, withoutTerminator } from "../text/lines.ts";

/** Where a field came from. */
export interface FieldOrigin {
  readonly field: string;
  readonly rule: string;
  readonly confidence: Provenance["confidence"];
  /** Null where no line of the file says it. */
  readonly lines: LineRange | null;
  /** The line among those shown to which a link may lead; null where none is. */
  readonly anchor: number | null;
}

export interface SourceLine {
  /** Of the file, from 1. */
  readonly number: number;
  readonly role: Role;
  /** Without its terminator. */
  readonly text: string;
  /** Whether blank lines, which are not shown, stand before it. */
  readonly isApart: boolean;
  /** Whether a field's origin leads here. */
  readonly isAnchor: boolean;
}

/** What the article's template sees as `it.reading`. */
export interface ReadingProps {
  readonly file: string;
  readonly sha256: string;
  readonly layout: string;
  readonly origins: readonly FieldOrigin[];
  readonly doubts: readonly { readonly message: string; readonly line: number | null }[];
  readonly source: readonly SourceLine[];
  /** How many of the file's lines were looked at, and how many the article has: fewer where the text is too long for a page. */
  readonly shown: number;
  readonly total: number;
  readonly isCut: boolean;
  /** Words that belong to the page on which the article stood. */
  readonly boilerplate: readonly string[];
}

/** Characters and lines of a source that a page shows at most. */
export const longestSource = 200 * 1024;
const mostLines = 5000;

/** In the order of a page; what is not named here comes after, in its own order. */
const order =
  "kicker headline deck byline authors date dateAsPrinted updated dateline figures paragraphs body related section topics publication sourceUrl corrections notes boilerplate language".split(
    " ",
  );
/** Fields that are read together with another: one row says it for both. */
const partners: Readonly<Record<string, string>> = { authors: "byline", dateAsPrinted: "date", body: "paragraphs" };

/** A pure function of the card and the body. */
export function readingOf({ file, sha256, layout, diagnostics }: Card, { provenance, lines, source, boilerplate }: BodyReading & BodyPage): ReadingProps {
  const cut = cutSource(source);
  const from = lines[0]?.lines[0] ?? 1;
  const frontEnd = lines[0]?.role === "front-matter" ? lines[0].lines[1] : 0;
  const origins = originsOf(provenance, frontEnd, new Set(cut.flatMap((text, index) => (isBlank(text) ? [] : [from + index]))));
  return {
    // A file name may hold what no page can.
    file: cleanValue(file),
    sha256,
    layout,
    origins,
    doubts: diagnostics.map(({ message, line }) => ({ message: cleanValue(message), line })),
    source: sourceOf(cut, lines, new Set(origins.flatMap(({ anchor }) => anchor ?? []))),
    shown: cut.length,
    total: source.length,
    isCut: cut.length < source.length || cut.at(-1) !== source.at(-1),
    boilerplate: boilerplate.map(({ text }) => text),
  };
}

/** As many lines as a page can show; the last of them cut where it alone is too long. */
function cutSource(source: readonly string[]): readonly string[] {
  let characters = 0;
  for (const [index, line] of source.entries()) {
    if (index === mostLines) return source.slice(0, index);
    if (characters + line.length > longestSource) {
      return [...source.slice(0, index), `${line.slice(0, longestSource - characters).toWellFormed()}…`];
    }
    characters += line.length;
  }
  return source;
}

/** @param frontEnd last line of the front matter: what a layout of that name read below it was read from the text */
function originsOf(provenance: BodyReading["provenance"], frontEnd: number, shown: ReadonlySet<number>): FieldOrigin[] {
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return Object.entries(provenance)
    .filter(([field]) => provenance[partners[field] ?? ""] === undefined)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([field, { lines, rule: name, confidence }]) => {
      const isInText = lines[0] > 0;
      const rule = name === "front-matter" && lines[0] > frontEnd ? "below-front-matter" : name;
      return { field, rule, confidence, lines: isInText ? lines : null, anchor: isInText && shown.has(lines[0]) ? lines[0] : null };
    });
}

/** No page can hold some characters: they are replaced as they are in the record. Vertical tab, form feed and next line end no line of a Markdown file. */
function printable(text: string): string {
  return cleanText(text).replace(/[\v\f\u0085]/g, " ");
}

/** The lines that print, each with its role. */
function sourceOf(cut: readonly string[], runs: readonly RoleRun[], anchors: ReadonlySet<number>): SourceLine[] {
  const source: SourceLine[] = [];
  const first = runs[0]?.lines[0] ?? 1;
  let run = 0;
  let isApart = false;
  for (const [index, raw] of cut.entries()) {
    const number = first + index;
    while ((runs[run]?.lines[1] ?? Number.POSITIVE_INFINITY) < number) run += 1;
    if (isBlank(raw)) {
      isApart = source.length > 0;
      continue;
    }
    const text = printable(withoutTerminator(raw).replace(/^\ufeff/, ""));
    source.push({ number, role: runs[run]?.role ?? "body", text, isApart, isAnchor: anchors.has(number) });
    isApart = false;
  }
  return source;
}
