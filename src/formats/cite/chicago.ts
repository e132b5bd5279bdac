/** Citations in the style of the Chicago Manual. May import: model, formats. */
import { type CitedPart, ended, inverted, months, quoted, type Reference, sentence, straight } from "./reference.ts";

/**
 * An entry of a bibliography (The Chicago Manual of Style, 17th edition, 14.191 and following): `Finch, Ada, and Coastal Press. “Ferry Returns.” The Averill
 * Courier, September 15, 2021. https://….` Of an unsigned article the paper stands first (14.199).
 */
export function chicagoCitation({ authors, title, paper, date, url }: Reference): CitedPart[] {
  const [first, ...rest] = authors;
  const address = url === null ? null : `${url}.`;
  const issued = dateOf(date);
  if (first === undefined) return sentence({ text: ended(paper), isPaper: true }, quoted(title, "."), issued === "" ? null : `${issued}.`, address);
  const names = [inverted(first), ...rest.map(straight)];
  const opening = [ended(listOf(names)), quoted(title, ".")];
  if (issued === "") return sentence(...opening, { text: ended(paper), isPaper: true }, address);
  return sentence(...opening, { text: paper, isPaper: true }, `${issued}.`, address).map((part, index, all) =>
    part.text === " " && all[index - 1]?.isPaper === true ? { ...part, text: ", " } : part,
  );
}

function dateOf(date: Reference["date"]): string {
  if (date === null) return "";
  const month = date.month === null ? "" : months[date.month - 1];
  return date.month === null ? `${date.year}` : date.day === null ? `${month} ${date.year}` : `${month} ${date.day}, ${date.year}`;
}

/** Up to ten; of more, the first seven. */
function listOf(names: readonly string[]): string {
  if (names.length > 10) return `${names.slice(0, 7).join(", ")}, et al`;
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
}
