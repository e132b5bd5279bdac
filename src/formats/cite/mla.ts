/** Citations in the style of the Modern Language Association. May import: model, formats. */
import { type CitedPart, ended, inverted, months, quoted, type Reference, sentence, straight } from "./reference.ts";

/**
 * An entry of a list of works cited (MLA Handbook, 9th edition, 5.1 and following): `Finch, Ada, and Coastal Press. “Ferry Returns.” The Averill Courier,
 * 15 Sept. 2021, https://….`
 */
export function mlaCitation({ authors, title, paper, date, url }: Reference): CitedPart[] {
  const names = listOf(authors);
  const details = [date === null ? "" : dateOf(date), url ?? ""].filter((detail) => detail !== "").join(", ");
  const opening = [names === "" ? null : ended(names), quoted(title, ".")];
  if (details === "") return sentence(...opening, { text: ended(paper), isPaper: true });
  return sentence(...opening, { text: paper, isPaper: true }, `${details}.`).map((part, index, all) =>
    part.text === " " && all[index - 1]?.isPaper === true ? { ...part, text: ", " } : part,
  );
}

/** May, June and July are written out (handbook, appendix 1). */
function dateOf({ year, month, day }: Exclude<Reference["date"], null>): string {
  const name = month === null ? "" : months[month - 1];
  const short = name === undefined || name.length <= 4 ? name : `${name === "September" ? "Sept" : name.slice(0, 3)}.`;
  return [day, short, year].filter((part) => part !== null && part !== "").join(" ");
}

/** Two are named; of more, the first. */
function listOf(authors: Reference["authors"]): string {
  const [first, second, ...rest] = authors;
  if (first === undefined) return "";
  if (second === undefined) return inverted(first);
  return rest.length > 0 ? `${inverted(first)}, et al` : `${inverted(first)}, and ${straight(second)}`;
}
