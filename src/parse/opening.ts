/** Headlines that look like something else. May import: parse/block, parse/item. */
import { textOf } from "./block.ts";
import type { Item } from "./item.ts";

/** How many short lines may stand between a headline or a deck and the byline or date. */
const signatureReach = 3;

/** Whether a byline or a date stands within reach below, with nothing but short lines between. */
export function followedBySignature(items: readonly Item[], at: number): boolean {
  for (const { mark } of items.slice(at + 1, at + 1 + signatureReach)) {
    if (mark.kind === "byline" || mark.kind === "dates" || (mark.kind === "label" && (mark.label.kind === "byline" || mark.label.kind === "date"))) return true;
    if (mark.kind !== "line" && mark.kind !== "cutline" && mark.kind !== "figure" && mark.kind !== "rule" && mark.kind !== "helper") return false;
  }
  return false;
}

/**
 * Headlines that look like something else. Where an article begins with a heading or a line that reads as a byline, a label or a credit
 * (`## By Night, the Owls Read`, `## Photos: The Ferry Through the Years`), and nothing else is its headline, that is the headline.
 */
export function findOpeningHeadline(items: Item[]): void {
  const first = items.findIndex(({ block }) => block.kind === "heading");
  const heading = items[first];
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
  if (isTakenForLabel && block.kind === "heading") items[0] = { ...opening, mark: { kind: "heading" } };
  // Without heading marks a sentence above the byline is the headline as well.
  const isShort = textOf(block).length <= longestHeadline && block.kind === "paragraph";
  if (mark.kind === "prose" && isShort) items[0] = { ...opening, mark: { kind: "line" } };
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
