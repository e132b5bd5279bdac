/** TABLE of readers: which file endings are read, and how. Two readers, one record. May import: model, text, parse/block, parse/layouts/layout, parse/readers. */
import type { Language } from "../../languages/language.ts";
import type { Body } from "../../model/body.ts";
import { splitLines } from "../../text/lines.ts";
import type { Block } from "../block.ts";
import type { BodyItem } from "../layouts/layout.ts";
import { clippingBlocks } from "./clipping.ts";
import { clippingBody } from "./clipping-body.ts";
import { readerNameOf } from "./endings.ts";
import { markdownBlocks } from "./markdown.ts";
import { markdownBody } from "./markdown-body.ts";
import { tooMuchOf } from "./markdown-bounds.ts";
import { measureOf } from "./paragraphs.ts";

export interface Reader {
  readonly name: "clipping" | "markdown";
  /** Beyond this many characters the text is read as a clipping: the time that this reader needs grows faster than the text. */
  readonly largest: number;
  /** What there is so much of that the text is read as a clipping, as words (`900 underlined headings`); null where all is well. */
  tooMuchOf(text: string): string | null;
  /** The text as this reader wants it: as many lines. */
  prepare(text: string): string;
  lines(text: string): string[];
  /** What ends a line: see `splitLines`. */
  readonly breaks: "all" | "ascii";
  /** @param frontLines how many lines the front matter fills */
  blocks(text: string, lines: readonly string[], frontLines: number): Block[];
  body(items: readonly BodyItem[], blocks: readonly Block[], language: Language): Body;
}

export const clipping: Reader = {
  name: "clipping",
  largest: Number.POSITIVE_INFINITY,
  tooMuchOf: () => null,
  prepare: (text) => text,
  breaks: "all",
  lines: (text) => splitLines(text, "all"),
  blocks: (_text, lines, frontLines) => clippingBlocks(lines, frontLines),
  body: (items, blocks) => clippingBody(items, measureOf(blocks)),
};

export const markdown: Reader = {
  name: "markdown",
  largest: 512 * 1024,
  tooMuchOf,
  // A byte order mark, soft hyphens and zero-width spaces are no part of the text; to CommonMark vertical tab, form feed and NEL end no line, and no
  // page can hold them.
  prepare: (text) => text.replace(/[\ufeff\u00ad\u200b\u2060\u180e]/g, "").replace(/[\v\f\u0085]/g, " "),
  breaks: "ascii",
  lines: (text) => splitLines(text, "ascii"),
  blocks: (text, _lines, frontLines) => markdownBlocks(text, frontLines > 0),
  body: (items, _blocks, language) => markdownBody(items, language),
};

const readers: Readonly<Record<Reader["name"], Reader>> = { clipping, markdown };

/** The reader of a file, by its ending; null where no reader takes it. */
export function readerOf(path: string): Reader | null {
  const name = readerNameOf(path);
  return name === null ? null : readers[name];
}
