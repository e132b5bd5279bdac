/** Results as elements of the page. Everything that an article says becomes text, never markup. May import: text, search. */
import type { SearchText } from "../search/files.ts";
import { type Piece, passageOf, titlePieces } from "../search/passages.ts";
import type { Clause } from "../search/query.ts";
import { directionOf } from "../text/direction.ts";

/** Words of the page, in the archive's language; the template writes them. */
export type Labels = Readonly<Record<"busy" | "found" | "most" | "none" | "failed" | "unfit" | "short" | "undated" | "all" | "dates" | "numbers", string>>;

/** @param home the archive's folder */
export function resultItem(text: SearchText, clauses: readonly Clause[], home: URL, labels: Labels): HTMLLIElement {
  const [id, headline, date, byline, own, section, publication, , , title = headline] = text;
  const passage = passageOf(text, clauses);
  const item = document.createElement("li");
  const heading = make("h3", "title");
  const link = document.createElement("a");
  link.href = new URL(`${id.split("/").map(encodeURIComponent).join("/")}.html`, home).href + placeOf(passage);
  link.append(...marked(titlePieces(title, clauses)));
  heading.append(link);
  const said = make("p", "lede");
  said.append(...marked(passage.pieces));
  for (const element of [heading, said]) {
    element.lang = own;
    element.dir = directionOf(own);
  }
  const meta = make("p", "meta");
  for (const part of [byline, date === "" ? labels.undated : printDate(date, labels.dates), publication, section]) if (part !== "") meta.append(isolated(part));
  item.append(heading, said, meta);
  return item;
}

/** The paragraph, and for browsers that know text fragments the very words. */
function placeOf({ paragraph, words }: { readonly paragraph: number | null; readonly words: string | null }): string {
  const directive = words === null ? "" : `:~:text=${encodeURIComponent(words).replaceAll("-", "%2D")}`;
  if (paragraph === null && directive === "") return "";
  return `#${paragraph === null ? "" : `p${paragraph}`}${directive}`;
}

function marked(pieces: readonly Piece[]): (string | HTMLElement)[] {
  return pieces.map(({ text, isHit }) => {
    if (!isHit) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

function isolated(text: string): HTMLElement {
  const span = document.createElement("span");
  const inner = document.createElement("bdi");
  inner.textContent = text;
  span.append(inner);
  return span;
}

/** Months as in a whole date and alone, days that are no number, patterns. */
type DateWords = readonly [months: string[], alone: string[], days: Record<string, string>, patterns: { day: string; month: string; year?: string }];

/** A civil date in words, as the pages of the archive print it. */
function printDate(date: string, json: string): string {
  const [months, alone, days, patterns] = JSON.parse(json) as DateWords;
  const [year = "", month, day] = date.split("-");
  const pattern = month === undefined ? (patterns.year ?? "{year}") : day === undefined ? patterns.month : patterns.day;
  const name = (day === undefined ? alone : months)[Number(month) - 1] ?? "";
  return pattern
    .replace("{year}", year)
    .replace("{month}", name)
    .replace("{day}", days[Number(day)] ?? String(Number(day)));
}

/** A whole number as the pages of the archive print it: with what stands between its thousands, and from which number on. (`Intl` takes 20 ms to begin.) */
export function printNumber(number: number, json: string): string {
  const [thousands, from] = JSON.parse(json) as [thousands: string, from: number];
  return number < from ? String(number) : String(number).replace(/\B(?=(?:\d{3})+$)/g, thousands);
}

/** An element with a class. */
export function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
