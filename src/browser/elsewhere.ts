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

interface Volume {
  readonly link: HTMLAnchorElement;
  /** Its search page. */
  readonly base: URL;
  /** Where its number is shown. */
  readonly count: Element | null;
  library: Promise<Library> | null;
}

/** @param place where the page names the search pages of the other volumes, as links with `data-volume` */
export function elsewhere(place: HTMLElement | null, labels: Labels): (request: Request, isCurrent: () => boolean) => Promise<void> {
  if (place === null) return async () => {};
  const links = [...place.querySelectorAll<HTMLAnchorElement>("a[data-volume]")];
  const volumes = links.map((link): Volume => ({ link, base: new URL(link.href), count: link.parentElement?.querySelector(".count") ?? null, library: null }));
  return async (request, isCurrent) => {
    place.hidden = !request.isAsked;
    for (const volume of volumes) {
      volume.link.href = `${volume.base.href}?${request.params}`;
      say(volume, "");
    }
    if (!request.isAsked) return;
    // One after the other: a reader of many volumes waits for the first of them.
    for (const volume of volumes) {
      const found = await foundIn(volume, request);
      if (!isCurrent()) return;
      // A phrase is held against the texts where its articles are shown, and not here.
      if (found !== null) say(volume, `${found.isRough ? "≤ " : ""}${printNumber(found.articles.length, labels.numbers)}`);
    }
  };
}

function say({ count }: Volume, text: string): void {
  if (count !== null) count.textContent = text;
}

/** Null where its index cannot be read; the next search tries again. */
async function foundIn(volume: Volume, request: Request): Promise<Found | null> {
  if (volume.base.origin !== location.origin) return null;
  volume.library ??= openLibrary(loader(new URL(".", volume.base)));
  try {
    return await find(await volume.library, parseQuery(request.query), request, "newest");
  } catch {
    volume.library = null;
    return null;
  }
}
