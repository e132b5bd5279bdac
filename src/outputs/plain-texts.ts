/** Every article as plain text, beside its page. May import: model, text, formats, outputs. */
import { plainArticle } from "../formats/plain-text.ts";
import type { Card } from "../model/archive.ts";
import type { Bodies, Frame, Output } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";
import { isWanted } from "./left-out.ts";
import { fileKind } from "./made.ts";
import { articleTextPath } from "./paths.ts";

const plainText = fileKind("plain-text", printText);

export const plainTexts: Output = {
  name: "plain-text",
  kinds: [plainText],
  *pages(archive) {
    for (const card of archive.articles) yield plainText.file(articleTextPath(card.id), () => card);
  },
};

function printText(card: Card, { site }: Frame, _path: string, bodies: Bodies): string {
  return plainArticle(card, bodies.text(card.body).paragraphs, site);
}

/** What an article's page says of it: the link for people, and the one in its head for programs. */
export function plainTextLink({ id }: Card, { site }: Frame, path: string) {
  if (!isWanted(site, "plain-text")) return { plainText: null, feeds: [] };
  const href = relativeHref(path, articleTextPath(id));
  return { plainText: href, feeds: [{ type: "text/plain", href }] };
}
