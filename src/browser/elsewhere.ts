/**
 * The same search in the other volumes: how many articles each has, with the way to them. Each is searched in its own index, after this one's results are shown; one that
 * lies on another host, or cannot be read, is named without a number. May import: search, browser.
 */
import { type Found, find } from "../search/find.ts";
import { type Library, openLibrary } from "../search/library.ts";
import { parseQuery } from "../search/query.ts";
import type { Request } from "./request.ts";
import { loader } from "./scripts.ts";
import { type Labels, printNumber } from "./show.ts";

/** @param place where the page names the search pages of the other volumes, as links with `data-volume` */
export function elsewhere(place: HTMLElement | null, labels: Labels): (request: Request, isCurrent: () => boolean) => Promise<void> {
  const links = [...(place?.querySelectorAll<HTMLAnchorElement>("a[data-volume]") ?? [])];
  const volumes = links.map((link) => ({
    link,
    base: new URL(link.href),
    count: link.parentElement?.querySelector(".count") ?? null,
    library: null as Promise<Library> | null,
  }));
  const say = ({ count }: (typeof volumes)[number], text: string) => void (count !== null && (count.textContent = text));
  return async (request, isCurrent) => {
    if (place === null) return;
    place.hidden = !request.isAsked;
    for (const volume of volumes) {
      volume.link.href = `${volume.base.href}?${request.params}`;
      say(volume, "");
    }
    if (!request.isAsked) return;
    // One after the other: a reader of many volumes waits for the first of them.
    for (const volume of volumes) {
      if (volume.base.origin !== location.origin) continue;
      volume.library ??= openLibrary(loader(new URL(".", volume.base)));
      const found = await foundIn(volume.library, request);
      if (!isCurrent()) return;
      if (found === null) volume.library = null;
      // A phrase is held against the texts where its articles are shown, and not here.
      else say(volume, `${found.isRough ? "≤ " : ""}${printNumber(found.articles.length, labels.numbers)}`);
    }
  };
}

/** Null where the index cannot be read. */
async function foundIn(library: Promise<Library>, request: Request): Promise<Found | null> {
  try {
    return await find(await library, parseQuery(request.query), request, "newest");
  } catch {
    return null;
  }
}
