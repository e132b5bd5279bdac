/** Citations in the style of the American Psychological Association. May import: model, formats. */
import type { CitedName } from "../name-parts.ts";
import { type CitedPart, ended, months, type Reference, sentence, suffixOf } from "./reference.ts";

/**
 * An entry of a reference list (APA Publication Manual, 7th edition, 10.1 example 16): `Finch, A. & Coastal Press. (2021, September 15). Ferry returns.
 * The Averill Courier. https://…` The headline stays as it was printed. Two are parted by a
 * comma where the second is a person, as the style's CSL has it.
 */
export function apaCitation({ authors, title, paper, date, url }: Reference): CitedPart[] {
  const issued = `(${dateOf(date)}).`;
  const last = authors.at(-1);
  const isPair = authors.length === 2 && last !== undefined && "literal" in last;
  const names = isPair ? authors.map(nameOf).join(" & ") : listOf(authors.map(nameOf));
  const opening = names === "" ? [ended(title), issued] : [ended(names), issued, ended(title)];
  return sentence(...opening, { text: paper, isPaper: true }, url).map((part) => (part.isPaper ? { ...part, text: ended(part.text) } : part));
}

function dateOf(date: Reference["date"]): string {
  if (date === null) return "n.d.";
  const month = date.month === null ? [] : [months[date.month - 1], ...(date.day === null ? [] : [date.day])];
  return [String(date.year), ...(month.length === 0 ? [] : [month.join(" ")])].join(", ");
}

/** `Finch, A. B., Jr.`. Scripts without capitals have no initials. */
function nameOf(name: CitedName): string {
  if ("literal" in name) return name.literal;
  if (!/\p{Lu}/u.test(name.given)) return [name.given, name.family, ...suffixOf(name)].join(" ");
  const initials = name.given.split(" ").map(initialsOf).join(" ");
  return [name.family, initials, ...suffixOf(name)].join(", ");
}

/** `Jean-Paul` is `J.-P.`, `J.R.` is `J. R.`. */
function initialsOf(given: string): string {
  return given
    .split(/[-‐‑]/)
    .map((part) =>
      part
        .split(".")
        .flatMap((each) => [...each].slice(0, 1))
        .map((letter) => `${letter}.`)
        .join(" "),
    )
    .filter((part) => part !== "")
    .join("-");
}

/** Up to twenty; of more, the first nineteen and the last. */
function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  if (names.length < 2) return last;
  if (names.length > 20) return `${names.slice(0, 19).join(", ")}, . . . ${last}`;
  return `${names.slice(0, -1).join(", ")}, & ${last}`;
}
