/** All articles as ninjs, a line each, in a file for each stretch of time. May import: model, text, formats, outputs. */
import type { Identified } from "../formats/json-ld.ts";
import { ninjsItem } from "../formats/ninjs.ts";
import type { Archive, Card, LinkedCard } from "../model/archive.ts";
import type { Remark } from "../model/article.ts";
import type { Bodies, BodyText, Frame, Page } from "../model/page.ts";
import { identifiedIn } from "./article-lists.ts";
import { groupsOf } from "./group-slugs.ts";
import { fileKind } from "./made.ts";
import { pictureFileOf, pictureFiles } from "./pictures.ts";
import { datedOf, stretchesOf } from "./stretches.ts";

/** Of one article. */
interface Uses {
  readonly card: Card;
  readonly pictures: readonly (string | null)[];
  readonly identified: Identified;
}

/** Hosts count files: one for each article would be half as many again. */
export const ninjs = fileKind("ninjs", printItems);

/** Paths of the files, in the order of time, and what is in each. */
export function ninjsFiles(archive: Archive): Extract<Page, { format: string }>[] {
  const [groups, pictures] = [groupsOf(archive), pictureFiles(archive)];
  const usesOf = (card: LinkedCard): Uses => ({
    card,
    pictures: card.figures.map(({ src }) => pictureFileOf(src, card, archive, pictures)),
    identified: identifiedIn(card, groups),
  });
  const undated = archive.undated.length === 0 ? [] : [{ date: "undated", articles: archive.undated }];
  return [...stretchesOf(datedOf(archive.articles)), ...undated].map(({ date, articles }) =>
    ninjs.file(`data/ninjs/${date}.jsonl`, () => articles.map(usesOf)),
  );
}

function printItems(items: readonly Uses[], { site }: Frame, _path: string, bodies: Bodies): string {
  return items
    .map(({ card, ...own }) => {
      const { text, reading } = bodies.json(card.body);
      const { paragraphs, body } = JSON.parse(text) as BodyText;
      return `${JSON.stringify(ninjsItem(card, { paragraphs, body, boilerplate: noticesIn(reading), ...own }, site))}\n`;
    })
    .join("");
}

/** Remarks of the page on which the article stood. Read only where one may be a copyright notice: the rest of it is long. */
function noticesIn(reading: string): string[] {
  if (!/©|copyright|\(c\)/i.test(reading)) return [];
  return (JSON.parse(reading) as { readonly boilerplate: readonly Remark[] }).boilerplate.map(({ text }) => text);
}
