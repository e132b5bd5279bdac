/**
 * The script of the search page: what is asked for → what is found, on the page that is open already, so that nothing is loaded twice; the address says each search all the
 * same. It is bundled into one file. May import: search, browser.
 */
import { warm } from "../search/find.ts";
import { type Library, openLibrary } from "../search/library.ts";
import { parseQuery } from "../search/query.ts";
import { answer, failure, type Parts } from "./answer.ts";
import { elsewhere } from "./elsewhere.ts";
import { showFacets } from "./facets.ts";
import { fill, paramsOf } from "./form.ts";
import { type Request, readRequest } from "./request.ts";
import { loader } from "./scripts.ts";
import type { Labels } from "./show.ts";

const script = document.currentScript as HTMLScriptElement;
/** The folder of the archive: this script stands in `assets/`. */
const home = new URL("..", script.src);
/** Milliseconds after which a page is loaded anew: the archive may have been published again, and files of two makes do not fit each other. */
const freshFor = 600_000;

const form = element<HTMLFormElement>("search-form");
const report = element("search-status");
const parts: Parts = { list: element("search-results"), more: element("search-more"), labels: { ...report.dataset } as Labels, home, say };
const narrow = element("search-narrow");
const inOthers = elsewhere(document.getElementById("search-volumes"), parts.labels);
const title = document.title;

const load = loader(new URL("search/", home));
let opened: Promise<Library> | null = null;
/** What is looked for now: whatever comes late of an earlier search is not shown. */
let current = readRequest(new URLSearchParams(location.search));

show(current);
// Most readers of this page are about to ask.
open().catch(() => {});

form.addEventListener("submit", (event) => {
  if (go(paramsOf(form))) event.preventDefault();
});
narrow.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (link !== null && isPlain && go(new URLSearchParams(link.search), link.dataset["choice"])) event.preventDefault();
});
window.addEventListener("popstate", () => {
  const request = readRequest(new URLSearchParams(location.search));
  // A step within the page, to its text say, asks for nothing.
  if (String(request.params) !== String(current.params)) show(request);
});
form.addEventListener("input", () => {
  // Words that are typed to their end.
  const { query } = readRequest(paramsOf(form));
  if (/\s$/.test(String(paramsOf(form).get("q"))))
    open().then(
      (library) => warm(library, parseQuery(query)),
      () => {},
    );
});

/** Another search, with an address of its own. False where the browser has to load the page for it. */
function go(params: URLSearchParams, choice?: string): boolean {
  if (performance.now() > freshFor) return false;
  const request = readRequest(params);
  try {
    history.pushState(null, "", `?${request.params}`);
  } catch {
    return false;
  }
  show(request, choice);
  return true;
}

/** @param choice the one by which the reader asked for this, to go on from there */
async function show(request: Request, choice?: string): Promise<void> {
  current = request;
  fill(form, request);
  document.title = request.query === "" ? title : `${request.query} · ${title}`;
  const isCurrent = () => current === request;
  if (!request.isAsked) {
    say("");
    empty();
    inOthers(request, isCurrent);
    return;
  }
  say(parts.labels.busy);
  try {
    const library = await open();
    const articles = await answer(request, library, parts, isCurrent);
    if (articles === null) return;
    if (articles.length === 0) empty();
    // The results first: what narrows them down is made when they have been drawn.
    else setTimeout(() => isCurrent() && showFacets(narrow, articles, library, request, parts.labels, choice));
  } catch (error) {
    if (!isCurrent()) return;
    empty();
    say(failure(error, parts.labels));
  }
  await inOthers(request, isCurrent);
}

/** One index for all searches of the page; one that could not be loaded is tried again. */
function open(): Promise<Library> {
  const own = opened ?? openLibrary(load);
  opened = own;
  own.catch(() => {
    if (opened === own) opened = null;
  });
  return own;
}

function empty(): void {
  parts.list.replaceChildren();
  parts.more.hidden = true;
  narrow.hidden = true;
}

function say(text: string): void {
  report.textContent = text;
}

function element<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element “${id}”.`);
  return found as Kind;
}
