/** What every page shows around its content. May import: model, text, outputs/paths, outputs/policy. */
import type { Frame } from "../model/page.ts";
import { directionOf } from "../text/direction.ts";
import { relativeHref, siteUrl } from "../text/url.ts";
import { isWanted } from "./left-out.ts";
import { frontPath, groupsPath, headlinesPath, iconPath, listStylePath, logoPath, openSearchPath, searchPath, stylesheetPath, volumeHref } from "./paths.ts";
import { contentPolicy, hasFonts, referrerPolicy } from "./policy.ts";

export interface Shell {
  readonly site: {
    readonly title: string;
    readonly description: string;
    readonly language: string;
    readonly direction: "ltr" | "rtl";
    readonly generator: string;
  };
  /** Title of the page itself; empty on the front page. */
  readonly title: string;
  /** For search engines: one sentence. */
  readonly description: string;
  /** What a browser may do with the page: its Content Security Policy, and what it tells other sites. */
  readonly policy: { readonly content: string; readonly referrer: string };
  readonly stylesheet: string;
  /** What lists and the search need besides; articles and the front page do not load it. */
  readonly listStyle: string;
  readonly icon: string;
  /** The owner's; null where there is none. */
  readonly logo: string | null;
  readonly home: string;
  /** The page on which one searches; null where there is nothing to be found. */
  readonly search: string | null;
  /** The file by which a browser takes the search into its own; null without a base URL. */
  readonly openSearch: string | null;
  /** The address under which the page is meant to be known; null without a base URL. */
  readonly canonical: string | null;
  /** The archives that belong together with this one, itself among them. */
  readonly volumes: readonly { readonly title: string; readonly href: string; readonly isCurrent: boolean }[];
  /** Links of the masthead, those kinds of lists that the archive has: `authors`, `sections`, … */
  readonly nav: readonly { readonly kind: string; readonly href: string }[];
}

/**
 * @param path of the page
 * @param hasScripts whether the page loads scripts, which are files of the archive
 */
export function shell({ site, lists: kinds, isEmpty }: Frame, path: string, title: string, description: string, hasScripts = false): Shell {
  const lists = kinds.map((kind) => ({ kind: `${kind}s`, href: relativeHref(path, groupsPath(kind)) }));
  return {
    site: { title: site.title, description: site.description, language: site.language, direction: directionOf(site.language), generator: site.generator },
    title,
    description,
    policy: { content: contentPolicy(false, hasScripts, hasFonts(site)), referrer: referrerPolicy },
    stylesheet: relativeHref(path, stylesheetPath),
    listStyle: relativeHref(path, listStylePath),
    icon: relativeHref(path, iconPath),
    logo: typeof site.dress?.logo === "string" ? relativeHref(path, logoPath(site.dress.logo)) : null,
    home: relativeHref(path, frontPath),
    search: isEmpty || !isWanted(site, "search") ? null : relativeHref(path, searchPath),
    openSearch: isEmpty || site.baseUrl === null || !isWanted(site, "search") ? null : relativeHref(path, openSearchPath),
    canonical: siteUrl(site.baseUrl, path),
    volumes: (site.volumes ?? []).map(({ title: name, address }) => ({
      title: name,
      href: volumeHref(path, address, frontPath),
      isCurrent: address === "./",
    })),
    nav: isEmpty ? [] : [...lists, ...(isWanted(site, "headlines") ? [{ kind: "headlines", href: relativeHref(path, headlinesPath) }] : [])],
  };
}
