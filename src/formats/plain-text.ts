/** An article as plain text. May import: model, text, formats. */
import type { Card } from "../model/archive.ts";
import type { Site } from "../model/page.ts";
import { citedUrl, oneLine, pageUrl } from "./citation.ts";

/**
 * The article as it would be typed: headline, deck, byline, date, paper; the text, a paragraph a line, with an empty line between; corrections and notes; where it
 * comes from. UTF-8 without a byte order mark, line ends of one character, no control characters (they were taken out when the article was read): it can
 * be read in a terminal. Names of fields below the text are English, as in the formats of citations.
 */
export function plainArticle(card: Card, paragraphs: readonly string[], site: Site): string {
  const head = [card.kicker, card.title, card.deck].map((text) => oneLine(text ?? "")).filter((text) => text !== "");
  const credits = [card.byline, card.date === null ? card.dateAsPrinted : card.date.replace("/", " / "), card.publication].map((text) => oneLine(text ?? ""));
  const [first, ...rest] = paragraphs;
  const opening = [card.dateline === null ? "" : oneLine(card.dateline.asPrinted), first ?? ""].filter((text) => text !== "").join(" ");
  const figures = card.figures.map(({ caption, credit }) =>
    [caption, credit]
      .map((text) => oneLine(text ?? ""))
      .filter((text) => text !== "")
      .join(" / "),
  );
  const remarks = (name: string, texts: readonly string[]) => texts.map((text) => `${name}: ${oneLine(text)}`);
  const foot = [
    ...remarks(
      "Picture",
      figures.filter((text) => text !== ""),
    ),
    ...remarks(
      "Correction",
      card.corrections.map(({ text }) => text),
    ),
    ...remarks(
      "Note",
      card.notes.map(({ text }) => text),
    ),
    ...remarks(
      "Source",
      [citedUrl(card, site) ?? ""].filter((url) => url !== "" && url !== pageUrl(card, site)),
    ),
    ...remarks("Archive", [[oneLine(site.title), pageUrl(card, site) ?? card.id].join(", ")]),
  ];
  const parts = [head.join("\n"), credits.filter((text) => text !== "").join("\n"), ...[opening, ...rest], "-- ", foot.join("\n")];
  return `${parts
    .filter((part) => part !== "")
    .join("\n\n")
    .replace("\n\n-- \n\n", "\n\n-- \n")}\n`;
}
