/** Results as elements of the page. Everything that an article says becomes text, never markup. May import: text, search, browser. */
import type { FacetKind, SearchText } from "../search/files.ts";
import { countValues, countYears } from "../search/find.ts";
import type { Library } from "../search/library.ts";
import { type Piece, passageOf, titlePieces } from "../search/passages.ts";
import type { Clause } from "../search/query.ts";
import { directionOf } from "../text/direction.ts";
import { type Request, withParam } from "./request.ts";

/** Words of the page, in the archive's language; the template writes them. */
export type Labels = Readonly<Record<"busy" | "found" | "most" | "none" | "failed" | "unfit" | "short" | "undated" | "all" | "dates" | "numbers", string>>;

/** Values of a list that are shown at once. */
const firstValues = 12;

const language = document.documentElement.lang;

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

/** Years with their number of results, each a link that narrows the search to it. */
export function yearList(into: HTMLElement, articles: readonly number[], library: Library, request: Request, labels: Labels): void {
  for (const [year, count] of countYears(articles, library))
    into.append(choice(year, printNumber(count, labels.numbers), withParam(request, { from: year, to: year }), request.from === year && request.to === year));
}

/** A list that is loaded when it is opened for the first time. */
export function facetList(part: HTMLDetailsElement, articles: readonly number[], library: Library, request: Request, labels: Labels): void {
  const kind = part.dataset["kind"] as FacetKind;
  if ((library.facets[kind] ?? 0) < 2) return;
  part.hidden = false;
  const chosen = request.facets[kind] ?? [];
  let isLoaded = false;
  const load = async () => {
    if (isLoaded || !part.open) return;
    isLoaded = true;
    const list = document.createElement("ul");
    list.className = "choices";
    const items = (await countValues(articles, kind, library)).map(([value, count]) => {
      const isChosen = chosen.includes(value);
      return choice(
        kind === "language" ? nameOfLanguage(value) : value,
        printNumber(count, labels.numbers),
        withParam(request, { [kind]: isChosen ? null : value }),
        isChosen,
      );
    });
    list.append(...items.slice(0, firstValues));
    part.append(list);
    if (items.length <= firstValues) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = labels.all;
    button.addEventListener("click", () => {
      list.append(...items.slice(firstValues));
      button.remove();
      items[firstValues]?.querySelector("a")?.focus();
    });
    part.append(button);
  };
  part.addEventListener("toggle", load);
  if (chosen.length > 0) part.open = true;
}

function choice(name: string, count: string, href: string, isChosen: boolean): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = href;
  if (isChosen) link.setAttribute("aria-current", "true");
  const text = document.createElement("bdi");
  text.textContent = name;
  link.append(text);
  const number = make("span", "count");
  number.textContent = count;
  item.append(link, " ", number);
  return item;
}

function nameOfLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
