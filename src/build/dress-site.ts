/** What the owner's templates folder adds to the site: fonts and a logo, and the language that there are strings in. May import: model, text, io, build. */
import type { ThemeFile } from "../io/theme-folder.ts";
import type { Site } from "../model/page.ts";
import { pathKey } from "../text/portable.ts";
import { themeLanguage } from "./load-theme.ts";

/** The site as its pages show it. Of two fonts that are one to some file system, the first. */
export function dressSite(site: Site, files: ReadonlyMap<string, ThemeFile>): Site {
  const fonts = [...files.keys()].flatMap((path) => (path.startsWith("fonts/") ? [path.slice("fonts/".length)] : []));
  const keys = fonts.map(pathKey);
  const logo = ["logo.svg", "logo.png"].find((name) => files.has(name)) ?? null;
  const dress = { fonts: fonts.filter((_, index) => keys.indexOf(keys[index] ?? "") === index), logo };
  const own = { ...site, language: themeLanguage(files, site.language) };
  return fonts.length === 0 && logo === null ? own : { ...own, dress };
}
