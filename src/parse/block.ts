/**
 * A block: a piece of a text that stands by itself, before anybody knows what it is there for. Both readers (plain text, Markdown) cut
 * a text into blocks; marks and layouts work on blocks and do not care which reader made them. May import: the model only.
 */
import type { RootContent } from "mdast";
import type { LineRange } from "../model/claim.ts";

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** A printed line of a paragraph or heading, an item of a list, a paragraph of a quotation. */
export interface Row {
  /** Plain words, white space squeezed, inline markup gone. */
  readonly text: string;
  readonly lines: LineRange;
  readonly links: readonly Link[];
  /** The row as it stands in the seed. */
  readonly raw: string;
  /** Whether the row's last word goes on in the next row: no space stands between them. */
  readonly joins?: boolean;
}

/** `definition`: what a link of the text refers to, which prints nothing itself. */
export type BlockKind = "heading" | "paragraph" | "list" | "quotation" | "rule" | "figure" | "definition" | "mail-head" | "other";

export interface Block {
  readonly kind: BlockKind;
  /** Number of heading marks; 0 for everything else. */
  readonly depth: number;
  readonly lines: LineRange;
  readonly rows: readonly Row[];
  /** Pictures in the block (Markdown only). */
  readonly pictures: readonly Picture[];
  /** The block as it stands in the seed, without the line end behind it. */
  readonly source: string;
  /** What a source was parsed into (Markdown only), for the body: it holds as long as the block's source is still that one. */
  readonly parsed?: { readonly source: string; readonly node: RootContent };
}

export interface Picture {
  readonly src: string;
  readonly alt: string | null;
  readonly title: string | null;
  /** Where the picture leads, where it is a link. */
  readonly link: string | null;
}

/** The block's words as one string. */
export function textOf(block: Block): string {
  return block.rows.map((row, index) => row.text + (row.joins === true || index === block.rows.length - 1 ? "" : " ")).join("");
}

/** The same block with only some of its rows, which must follow each other. */
export function withRows(block: Block, rows: readonly Row[]): Block {
  const first = rows[0]?.lines[0] ?? block.lines[0];
  const last = rows.at(-1)?.lines[1] ?? block.lines[1];
  return { ...block, rows, lines: [first, last], source: rows.map((row) => row.raw).join("\n") };
}
