/** A record cut in two: the card that stays in memory, the body that waits on disk. May import: model, text, parse/credits, search. */
import type { BodyPlace, Card } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import type { BodyPiece } from "../model/body.ts";
import type { StoredBody } from "../model/page.ts";
import type { Withheld } from "../model/redaction.ts";
import { creditsOf } from "../parse/credits.ts";
import { weighWords } from "../search/weigh.ts";
import { cleanValue } from "../text/clean.ts";
import { webLinksIn } from "../text/html-links.ts";

const ledeLength = 240;

/**
 * @param source all lines of the seed, with their terminators: the article keeps those that its roles cover
 * @param search the words by which it is to be found
 */
export function bodyOf(article: Article, pieces: readonly BodyPiece[], source: readonly string[], search = weighWords(article)): StoredBody {
  const { paragraphs, body, lines, provenance, boilerplate } = article;
  const [first, last] = [lines[0]?.lines[0] ?? 1, lines.at(-1)?.lines[1] ?? 0];
  return { paragraphs, body, lines, provenance, boilerplate, pieces, source: source.slice(first - 1, last), search };
}

/**
 * The card of an article. It has to go once through JSON before it is kept (`seed-entry.ts`): a string cut out of a file would otherwise keep the whole
 * file in memory (V8 cuts without copying).
 *
 * @param key of the bytes that the article was read from, and its place in them
 */
export function cardOf(article: Article, pieces: readonly BodyPiece[], body: BodyPlace, key: string, withheld: readonly Withheld[] = []): Card {
  const { paragraphs, body: _markdown, lines: _lines, provenance: _provenance, boilerplate: _boilerplate, ...light } = article;
  const lede = beginning(paragraphs.find((paragraph) => paragraph.length > 30) ?? paragraphs[0] ?? "", ledeLength);
  const stem = cleanValue(article.file.replace(/^.*\//s, "").replace(/\.[^.]*$/, ""));
  return {
    ...light,
    title: article.headline ?? (beginning(paragraphs[0] ?? "", 80) || stem),
    lede,
    wordCount: paragraphs.reduce((sum, paragraph) => sum + countWords(paragraph), 0),
    links: webLinksIn(pieces.map((piece) => (piece.kind === "html" ? piece.html : "")).join("")),
    credits: creditsOf(article),
    ...(withheld.length === 0 ? {} : { withheld }),
    body,
    key,
  };
}

/** The beginning of a text, cut between words, with an ellipsis where something is left out. */
function beginning(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length + 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut.slice(0, length)).toWellFormed().replace(/[\s,;:.\ufffd–—-]+$/, "")}…`;
}

/** Words between spaces; in Chinese and Japanese, characters. */
function countWords(text: string): number {
  // No character of these scripts stands below U+2E80: three times as fast for all other texts.
  const word = /[\u2e80-\uffff]/.test(text)
    ? /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
    : /\S+/g;
  return text.match(word)?.length ?? 0;
}
