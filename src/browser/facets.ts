/** What narrows results down, as lists of links. May import: search, browser. */
import { countValues, countYears } from "../search/count.ts";
import type { FacetKind } from "../search/files.ts";
import type { Library } from "../search/library.ts";
import { type Request, withParam } from "./request.ts";
import { type Labels, make, printNumber } from "./show.ts";

/** Values of a list that are shown at once. */
const firstValues = 12;

const language = document.documentElement.lang;

/**
 * Makes the lists for what was found, in the place of those of the search before.
 *
 * @param choice the one that the reader took last: the focus is on it again
 */
export function showFacets(narrow: HTMLElement, articles: Uint32Array, library: Library, request: Request, labels: Labels, choice?: string): void {
  narrow.hidden = false;
  const years = narrow.querySelector("#search-years");
  years?.replaceChildren(
    ...[...countYears(articles, library)].map(([year, count]) => {
      const isChosen = request.from === year && request.to === year;
      const address = withParam(request, isChosen ? { from: null, to: null } : { from: year, to: year });
      return choiceItem(["year", year], year, printNumber(count, labels.numbers), address, isChosen);
    }),
  );
  const goOn = () => {
    if (choice === undefined || document.activeElement !== document.body) return;
    for (const link of narrow.querySelectorAll("a")) if (link.dataset["choice"] === choice) link.focus();
  };
  goOn();
  for (const part of narrow.querySelectorAll<HTMLDetailsElement>("details[data-kind]")) facetList(part, articles, library, request, labels, goOn);
}

/** A list that is loaded when it is open. @param made what to do when it is there */
function facetList(part: HTMLDetailsElement, articles: Uint32Array, library: Library, request: Request, labels: Labels, made: () => void): void {
  const kind = part.dataset["kind"] as FacetKind;
  const chosen = request.facets[kind] ?? [];
  part.hidden = (library.facets[kind] ?? 0) < 2;
  if (part.hidden) return;
  let isLoaded = false;
  const load = async () => {
    if (isLoaded || !part.open) return;
    isLoaded = true;
    const items = (await countValues(articles, kind, library)).map(([value, count]) => {
      const isChosen = chosen.includes(value);
      const name = kind === "language" ? nameOfLanguage(value) : value;
      return choiceItem([kind, value], name, printNumber(count, labels.numbers), withParam(request, { [kind]: isChosen ? null : value }), isChosen);
    });
    if (part.ontoggle !== load) return;
    const list = make("ul", "choices");
    list.append(...items.slice(0, firstValues));
    clear(part);
    part.append(list);
    if (items.length > firstValues) part.append(moreButton(list, items, labels));
    made();
  };
  part.ontoggle = load;
  if (chosen.length > 0) part.open = true;
  if (part.open) void load();
  else clear(part);
}

function clear(part: HTMLDetailsElement): void {
  for (const child of [...part.children]) if (child.localName !== "summary") child.remove();
}

function moreButton(list: HTMLElement, items: readonly HTMLElement[], labels: Labels): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = labels.all;
  button.addEventListener("click", () => {
    list.append(...items.slice(firstValues));
    button.remove();
    items[firstValues]?.querySelector("a")?.focus();
  });
  return button;
}

/** @param choice what tells it from all others of the page */
function choiceItem(choice: readonly [kind: string, value: string], name: string, count: string, href: string, isChosen: boolean): HTMLLIElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = href;
  link.dataset["choice"] = choice.join(" ");
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
