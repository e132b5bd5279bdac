/** The script of the search page: reads the query out of the address, finds, and shows. It is bundled into one file. May import: search, browser. */
import { find } from "../search/find.ts";
import { IndexUnfit, type Library, openLibrary } from "../search/library.ts";
import { meets } from "../search/passages.ts";
import { parseQuery } from "../search/query.ts";
import { type Request, readRequest } from "./request.ts";
import { loader } from "./scripts.ts";
import { facetList, type Labels, printNumber, resultItem, yearList } from "./show.ts";

const script = document.currentScript as HTMLScriptElement;
/** The folder of the archive: this script stands in `assets/`. */
const home = new URL("..", script.src);
/** Results that are shown at a time. */
const page = 10;

const form = element<HTMLFormElement>("search-form");
const report = element("search-status");
const list = element<HTMLOListElement>("search-results");
const more = element<HTMLButtonElement>("search-more");
const narrow = element("search-narrow");
const labels = { ...report.dataset } as Labels;
const load = loader(new URL("search/", home));

const request = readRequest(new URLSearchParams(location.search));
fill(form, request);
if (request.isAsked) void run();

async function run(): Promise<void> {
  say(labels.busy);
  try {
    await answer(await openLibrary(load));
  } catch (error) {
    say(`${error instanceof IndexUnfit ? labels.unfit : labels.failed} ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function answer(library: Library): Promise<void> {
  const clauses = parseQuery(request.query);
  const { articles, isRough, tooShort } = await find(library, clauses, request, request.order);
  let done = 0;
  let refused = 0;
  /** Shows the next results; those that do not meet a phrase are left out. */
  const show = async (): Promise<HTMLElement | null> => {
    let first: HTMLElement | null = null;
    for (let shown = 0; shown < page && done < articles.length; ) {
      const next = articles.slice(done, done + page - shown);
      done += next.length;
      for (const text of await Promise.all(next.map((article) => library.text(article)))) {
        if (!meets(text, clauses)) {
          refused += 1;
          continue;
        }
        const item = resultItem(text, clauses, home, labels);
        list.append(item);
        first ??= item;
        shown += 1;
      }
    }
    more.hidden = done >= articles.length;
    const count = printNumber(articles.length - refused, labels.numbers);
    const isCertain = !isRough || done >= articles.length;
    const short = tooShort.length === 0 ? "" : ` ${labels.short.replace("{words}", tooShort.map((word) => `${word}*`).join(", "))}`;
    say((articles.length === refused ? labels.none : (isCertain ? labels.found : labels.most).replace("{n}", count)) + short);
    return first;
  };
  more.addEventListener("click", async () => {
    more.disabled = true;
    const first = await show();
    more.disabled = false;
    first?.querySelector("a")?.focus();
  });
  await show();
  // The results first: what narrows them down is made when they have been drawn.
  if (articles.length > 0) setTimeout(() => showFacets(articles, library));
}

function showFacets(articles: readonly number[], library: Library): void {
  narrow.hidden = false;
  yearList(element("search-years"), articles, library, request, labels);
  for (const part of narrow.querySelectorAll<HTMLDetailsElement>("details[data-kind]")) facetList(part, articles, library, request, labels);
}

function say(text: string): void {
  report.textContent = text;
}

/** What the address asks for, in the form: the next search starts from it. */
function fill(into: HTMLFormElement, { params, query, order }: Request): void {
  for (const name of ["q", "from", "to"]) {
    const input = into.elements.namedItem(name);
    if (input instanceof HTMLInputElement) input.value = name === "q" ? query : (params.get(name) ?? "");
  }
  const select = into.elements.namedItem("order");
  if (select instanceof HTMLSelectElement) select.value = order;
  const chosen = element("search-chosen");
  for (const [name, value] of params) {
    if (["q", "from", "to", "order"].includes(name)) continue;
    const label = document.createElement("label");
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name, value, checked: true });
    const text = document.createElement("bdi");
    text.textContent = value;
    label.append(box, " ", text);
    chosen.append(label);
  }
  if (query !== "") document.title = `${query} · ${document.title}`;
}

function element<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element “${id}”.`);
  return found as Kind;
}
