/** The record for the eye: a field a line, with where it was read. May import: model, text. */
import type { Article, Provenance } from "../model/article.ts";
import type { Claim, LineRange } from "../model/claim.ts";
import { escapeUnseen } from "../text/terminal.ts";

/** Fields with a row for each value, in the order of their claims. */
const manyValued = ["figures", "related", "corrections", "notes", "boilerplate"] as const;

/** A field and its value in words; fields of which there are many have a row for each. */
export interface FieldRow {
  readonly field: string;
  readonly value: string;
  /** Null for what the program adds itself. */
  readonly from: Provenance | null;
}

/**
 * The fields that an article has, in the order in which it is read.
 *
 * @param claims made for the article, where they are at hand: of a field that has many values, each row then has its own lines
 */
export function fieldsOf(article: Article, claims: readonly Claim[] = []): FieldRow[] {
  const rows: [string, string | null][] = [
    ["file", article.file],
    ["id", article.id],
    ["layout", article.layout],
    ["encoding", article.provenance["encoding"]?.rule ?? null],
    ["language", article.language],
    ["kicker", article.kicker],
    ["headline", article.headline],
    ["deck", article.deck],
    ["byline", article.byline],
    [
      "authors",
      article.authors
        .map(({ name, kind, role, place, affiliation }) => [`${name} (${kind})`, role, place, affiliation].filter((part) => part !== null).join(", "))
        .join("; "),
    ],
    ["date", article.date === null ? null : `${article.date}${article.dateAsPrinted === null ? "" : ` (“${article.dateAsPrinted}”)`}`],
    ["dateAsPrinted", article.date === null ? article.dateAsPrinted : null],
    ["updated", article.updated],
    ["dateline", article.dateline?.asPrinted ?? null],
    ["section", article.section],
    ["topics", article.topics.join(", ")],
    ["publication", article.publication],
    ...article.figures.map((figure): [string, string] => ["figures", [figure.caption, figure.credit, figure.src].filter((part) => part !== null).join(" | ")]),
    ["paragraphs", String(article.paragraphs.length)],
    ...article.related.map((related): [string, string] => [
      "related",
      `${related.headline ?? ""}${related.url === null ? "" : ` <${related.url}>`} (after paragraph ${related.after})`,
    ]),
    ["sourceUrl", article.sourceUrl],
    ...article.corrections.map(({ text }): [string, string] => ["corrections", text]),
    ...article.notes.map(({ text }): [string, string] => ["notes", text]),
    ...article.boilerplate.map(({ text }): [string, string] => ["boilerplate", text]),
  ];
  const own = new Map(manyValued.map((field) => [field as string, claims.filter((claim) => claim.field === field).values()]));
  return rows.flatMap(([field, value]) => {
    const from = own.get(field)?.next().value ?? article.provenance[field] ?? null;
    return value === null || value === "" ? [] : [{ field, value: escapeUnseen(value), from }];
  });
}

/** `headline     Ferry Returns  [line 1, headed, stated]` */
export function fieldLine({ field, value, from }: FieldRow): string {
  return `${field.padEnd(12)} ${value}${from === null ? "" : `  [${placeOf(from.lines)}, ${from.rule}, ${from.confidence}]`}`;
}

export function placeOf([first, last]: LineRange): string {
  if (first === 0) return "not in the text";
  return first === last ? `line ${first}` : `lines ${first}–${last}`;
}
