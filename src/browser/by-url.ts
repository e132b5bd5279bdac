/**
 * The script of the page on which one looks up a former address, and of the page that a host shows for an address that is not there: leads to the article that stood
 * there, where there is one. It is bundled into one file. May import: search, browser, text.
 */
import { findByUrl, type UrlEntry } from "../search/by-url.ts";
import { directionOf } from "../text/direction.ts";
import { loader } from "./scripts.ts";

const script = document.currentScript as HTMLScriptElement;
/** The folder of the archive: this script stands in `assets/`. */
const home = new URL("..", script.src);
const report = document.getElementById("by-url-status");
const list = document.getElementById("by-url-found");
const input = document.getElementById("by-url");
/** Hosts whose addresses the archive answers, on the page for what is not there. */
const formerHosts = report?.dataset["hosts"]?.split(" ").filter((host) => host !== "");

const asked = formerHosts === undefined ? fromForm() : formerHosts.map((host) => `https://${host}${location.pathname}${location.search}`);
if (asked.length > 0) void run(asked);

function fromForm(): string[] {
  const url = (new URLSearchParams(location.search).get("url") ?? "").trim();
  if (input instanceof HTMLInputElement) input.value = url;
  return url === "" ? [] : [url];
}

async function run(addresses: readonly string[]): Promise<void> {
  const isQuiet = formerHosts !== undefined;
  if (!isQuiet) say("busy");
  try {
    const load = loader(new URL("by-url/", home));
    const found = (await Promise.all(addresses.map((address) => findByUrl(address, load)))).flat();
    const [only] = found;
    if (found.length === 1 && only !== undefined) location.replace(hrefOf(only));
    else if (found.length > 1) {
      say("several");
      list?.append(...found.map(item));
    } else if (!isQuiet) say("none");
  } catch (error) {
    if (!isQuiet) say("failed", ` ${error instanceof Error ? error.message : String(error)}`);
  }
}

function say(key: string, more = ""): void {
  if (report !== null) report.textContent = (report.dataset[key] ?? "") + more;
}

function hrefOf([, id]: UrlEntry): string {
  return new URL(`${id.split("/").map(encodeURIComponent).join("/")}.html`, home).href;
}

function item(entry: UrlEntry): HTMLLIElement {
  const [, , title, language] = entry;
  const link = document.createElement("a");
  link.href = hrefOf(entry);
  link.textContent = title;
  link.lang = language;
  link.dir = directionOf(language);
  const item = document.createElement("li");
  item.append(link);
  return item;
}
