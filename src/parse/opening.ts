/** Headlines that look like something else. May import: parse/block, parse/item. */
import { textOf } from "./block.ts";
import type { Item } from "./item.ts";

/** How many short lines may stand between a headline or a deck and the byline or date. */
const signatureReach = 3;

/** Whether a byline or a date stands within reach below, with nothing but short lines between. */
export function followedBySignature(items: readonly Item[], at: number): boolean {
  for (const { mark } of items.slice(at + 1, at + 1 + signatureReach)) {
    if (mark.kind === "byline" || mark.kind === "dates" || (mark.kind === "label" && (mark.label.kind === "byline" || mark.label.kind === "date"))) return true;
    if (mark.kind !== "line" && mark.kind !== "cutline" && mark.kind !== "figure" && mark.kind !== "rule" && mark.kind !== "helper" && !isOfThePage(mark.kind))
      return false;
  }
  return false;
}

/** Reading time, share buttons and notices stand between the parts of a head. */
function isOfThePage(kind: Item["mark"]["kind"]): boolean {
  return kind === "boilerplate" || kind === "legal-notice";
}

/**
 * Headlines that look like something else. Where an article begins with a heading or a line that reads as a byline, a label or a credit
 * (`## By Night, the Owls Read`, `## Photos: The Ferry Through the Years`), and nothing else is its headline, that is the headline.
 */
export function findOpeningHeadline(items: Item[]): void {
  const first = items.findIndex(({ block }) => block.kind === "heading");
  const heading = items[first];
  openingOfThePage(items);
  // A first heading is the headline, whatever it reads like, unless a plain line above it can be.
  if (heading?.mark.kind === "byline" && items.slice(0, first).every(({ mark }) => mark.kind !== "line"))
    items[first] = { ...heading, mark: { kind: "heading" } };
  if (openingByline(items)) items[0] = { ...(items[0] as Item), mark: { kind: "line" } };
  const [opening] = items;
  if (opening === undefined || !followedBySignature(items, 0)) return;
  const { mark, block } = opening;
  const isTakenForLabel =
    mark.kind === "label" &&
    mark.label.rest !== "" &&
    /^(?:related|source|credit|caption|note|correction|section)$/.test(mark.label.kind) &&
    block.rows.every((row) => row.links.length === 0);
  const hasOther = items.slice(1).some((item) => item.mark.kind === "heading" || (item.mark.kind === "label" && item.mark.label.kind === "headline"));
  if (hasOther) return;
  if ((isTakenForLabel || isOfThePage(mark.kind)) && block.kind === "heading") items[0] = { ...opening, mark: { kind: "heading" } };
  // Without heading marks a sentence above the byline is the headline as well.
  const isShort = textOf(block).length <= longestHeadline && block.kind === "paragraph";
  if (mark.kind === "prose" && isShort) items[0] = { ...opening, mark: { kind: "line" } };
}

/** A first line that reads as a notice or as boilerplate (`Advertisement`) is the headline where no other line above byline and date can be. */
function openingOfThePage(items: Item[]): void {
  const [first, ...others] = items;
  if (first === undefined || !isOfThePage(first.mark.kind) || first.block.kind !== "paragraph" || !followedBySignature(items, 0)) return;
  const text = textOf(first.block);
  if (others.some(({ mark }) => mark.kind === "heading" || (mark.kind === "label" && mark.label.kind === "headline"))) return;
  const signature = others.findIndex(({ mark }) => mark.kind === "byline" || mark.kind === "dates" || mark.kind === "label");
  const hasOther = others.slice(0, signature).some(({ mark }) => mark.kind === "line");
  // `X is declared an undesirable organisation`, without a mark before it: news of the day.
  const isNews = first.mark.kind === "legal-notice" && /^\p{L}/u.test(text) && text.length <= longestHeadline && text !== text.toUpperCase();
  if (isNews || !hasOther) items[0] = { ...first, mark: { kind: "line" } };
}

/** `Von der Fähre zur Brücke`, above `Von Klaus von der Heide`: of two bylines the first line of an article is its headline. */
function openingByline(items: readonly Item[]): boolean {
  const [first, ...others] = items.slice(0, 1 + signatureReach);
  if (first?.mark.kind !== "byline" || first.block.kind !== "paragraph") return false;
  // No person's name begins with a small word where no other line could be the headline: `Von der Fähre zur Brücke`.
  const startsSmall = /^\p{Ll}/u.test(first.mark.byline.authors[0]?.name ?? "");
  if (startsSmall && others.every(({ mark }) => mark.kind !== "line" && mark.kind !== "heading")) return true;
  const second = others.findIndex(({ mark }) => mark.kind === "byline");
  return second !== -1 && others.slice(0, second).every(({ mark }) => mark.kind !== "line" && mark.kind !== "heading");
}

const longestHeadline = 200;
