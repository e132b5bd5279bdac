/** The page on which one searches; for those whose browser runs no scripts, the lists in its place. May import: model, text, outputs. */
import type { Frame } from "../model/page.ts";
import { relativeHref } from "../text/url.ts";
import { isWanted } from "./left-out.ts";
import { pageKind } from "./made.ts";
import { byUrlPath, headlinesPath, periodPath, searchPath, searchRootPath, searchScriptPath, volumeHref } from "./paths.ts";
import { shell } from "./shell.ts";

interface Uses {
  /** Whether there is a page that finds articles by their former addresses. */
  readonly hasByUrl: boolean;
  readonly years: readonly { readonly date: string; readonly months: readonly string[] }[];
}

export const searchPage = pageKind("search", view);

function view({ years, hasByUrl }: Uses, frame: Frame, path: string) {
  const common = shell(frame, path, "", "", true);
  const link = (date: string) => ({ date, href: relativeHref(path, periodPath(date)) });
  return {
    ...common,
    script: relativeHref(path, searchScriptPath),
    // Every search begins with it; the page loads it beside the program.
    index: relativeHref(path, searchRootPath),
    headlines: isWanted(frame.site, "headlines") ? relativeHref(path, headlinesPath) : null,
    others: (frame.site.volumes ?? []).flatMap(({ title, address }) => (address === "./" ? [] : [{ title, href: volumeHref(path, address, searchPath) }])),
    byUrl: hasByUrl ? relativeHref(path, byUrlPath) : null,
    years: years.map(({ date, months }) => ({ ...link(date), months: months.map(link) })),
  };
}
